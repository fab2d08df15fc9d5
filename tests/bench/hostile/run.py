"""Lets hostile clients loose on the server, one attack after the other, with a light client beside them.

Run as: python -m tests.bench.hostile.run PAGE --data FOLDER, by `make bench-hostile`. Exit 1 where a promise is broken.
"""

import contextlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import click
import httpx
import psutil

from api.database import embedded
from tests.bench.hostile.attackers import attacks
from tests.bench.hostile.page import Asked, Phase, page
from tests.bench.servers.contestants import Contestant, detente, make_key
from tests.bench.servers.processes import LOAD_CORE, pinned

CALM_SECONDS = 5.0
# So that one attack is not blamed for the one before.
REST_SECONDS = 0.3
CALM = "nothing"


def _module(name: str, *arguments: str, politeness: int = 0) -> list[str]:
    command = ["nice", "-n", str(politeness), sys.executable, "-m", f"tests.bench.hostile.{name}", *arguments]
    return pinned(LOAD_CORE, command)


@contextlib.contextmanager
def _light(port: int, key: str, file: Path) -> Iterator[None]:
    """The light client, asking until the end of the block."""
    with file.open("w") as out:
        client = subprocess.Popen(_module("light", str(port), key), stdin=subprocess.PIPE, stdout=out)
        try:
            yield
        finally:
            assert client.stdin
            client.stdin.close()
            client.wait(60)


def _attack(name: str, port: int, key: str, seconds: float) -> dict[str, object]:
    """Run one attack to its end."""
    told = json.dumps({"name": name, "port": port, "key": key, "seconds": seconds})
    # They share a core with the light client, which would be on another machine: it goes first.
    run = subprocess.run(
        _module("attackers", politeness=10), input=told, check=True, stdout=subprocess.PIPE, text=True
    )
    found: dict[str, object] = json.loads(run.stdout)
    return found


def _phase(name: str, server: Contestant, key: str, seconds: float) -> Phase:
    port = urlsplit(server.url).port
    assert port
    if name == CALM:
        began = time.monotonic()
        time.sleep(CALM_SECONDS)
        found: Mapping[str, object] = {
            "began": began,
            "ended": time.monotonic(),
            "statuses": {},
            "longest": 0.0,
        }
    else:
        found = _attack(name, port, key, seconds)
    ready = httpx.get(server.url.replace("/graphql", "/readyz"), timeout=20).status_code == httpx.codes.OK
    memory = sum(each.memory_info().rss for each in _workers(server))
    time.sleep(REST_SECONDS)
    phase = Phase(name=name, with_key=bool(key), ready=ready, memory=memory, **found)  # type: ignore[arg-type]
    sys.stderr.write(f"{name}: {phase.statuses}\n")
    return phase


def _workers(server: Contestant) -> Sequence[psutil.Process]:
    return server.running.process.children()


@click.command()
@click.argument("file", metavar="PAGE", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--data", type=click.Path(exists=True, path_type=Path), required=True, help="The data directory."
)
@click.option("--seconds", default=2.0, show_default=True, help="How long each attack lasts.")
@click.option("--only", default="", help="Only attacks with these words in their name.")
def main(file: Path, data: Path, seconds: float, only: str) -> None:
    """Attack and write the page."""
    data = data.resolve()
    names = [name for name in attacks() if only in name]
    with (
        tempfile.TemporaryDirectory() as folder,
        embedded.use(data, lambda _: None),
        detente(data, "Détente") as server,
    ):
        waits = Path(folder) / "waits"
        light = server.headers["authorization"].removeprefix("Bearer ")
        key = make_key({"DETENTE_DATA_DIR": str(data)})
        with _light(urlsplit(server.url).port or 0, light, waits):
            time.sleep(1)
            before = _workers(server)
            phases = [
                _phase(name, server, sender, seconds) for sender in ("", key) for name in (CALM, *names)
            ]
        same = _workers(server) == before
        asked = [Asked(**json.loads(line)) for line in waits.read_text(encoding="utf-8").splitlines()]
    text, sound = page(phases, asked, same_worker=same, command="make bench-hostile")
    file.write_text(text, encoding="utf-8")
    sys.exit(not sound)


if __name__ == "__main__":
    main()
