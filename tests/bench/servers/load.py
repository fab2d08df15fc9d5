"""Runs the load generator on a core of its own, and reads what it measured."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.bench.servers.contestants import Contestant, runtime
from tests.bench.servers.processes import LOAD_CORE, pinned


@dataclass(frozen=True, slots=True)
class Load:
    """What one run measured: answers in a second, milliseconds, counts."""

    per_second: float
    p50: float
    p99: float
    answered: int
    unchanged: int
    refused: int
    errors: int
    bytes: int


def load(
    node: Path,
    contestant: Contestant,
    bodies: list[str],
    *,
    connections: int,
    seconds: int = 0,
    amount: int = 0,
    headers: dict[str, str] | None = None,
) -> Load:
    """Ask a server as fast as it answers, for so many seconds or so many times."""
    told = {
        "url": contestant.url,
        "connections": connections,
        "seconds": seconds,
        "amount": amount,
        "headers": {"content-type": "application/json", **contestant.headers, **(headers or {})},
        "bodies": bodies,
    }
    run = subprocess.run(
        pinned(LOAD_CORE, [runtime(node), "load.mjs"]),
        cwd=node,
        input=json.dumps(told),
        check=True,
        capture_output=True,
        text=True,
    )
    return Load(**json.loads(run.stdout))
