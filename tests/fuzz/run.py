"""Fuzzes `detente serve` by its schema, all limits as they come; exit 1 where an answer is a fault of ours.

Run as: python -m tests.fuzz.run SECONDS [SEED]
"""

import collections
import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.cli import command
from tests.cli.command import Serving, serving

ROOT = Path(__file__).parents[2]
BUDGET = 10**12
MEDIA_TYPE = "application/graphql-response+json"
# A request may be refused: what a cursor or a slug may hold, no fuzzer knows.
CHECKS = "not_a_server_error,response_schema_conformance"
OUTCOME = re.compile(r'^detente_requests_total\{.*outcome="(\w+)".*route="/graphql".*\} (\S+)$', re.MULTILINE)
FAULTS = {"INTERNAL", "UNAVAILABLE", "OVERLOADED", "CANCELLED", "TIMEOUT"}


@dataclass(frozen=True, slots=True)
class Turn:
    """One run of the fuzzer."""

    name: str
    with_key: bool
    options: Sequence[str] = ()
    hooks: str = ""


TURNS = (
    Turn("anonymous", with_key=False),
    Turn("with a key of a large budget", with_key=True),
    # Pure chance is mostly refused; this reaches Postgres more often than not.
    Turn(
        "with a key, and some knowledge of the schema",
        with_key=True,
        options=("--mode", "positive", "--generation-graphql-allow-null", "false"),
        hooks="tests.fuzz.hooks",
    ),
)


def _fuzz(address: str, key: str, turn: Turn, seconds: int, seed: str) -> bool:
    """Run the fuzzer; whether it found nothing."""
    arguments = [str(Path(sys.executable).with_name("st")), "run", f"{address}/graphql", *turn.options]
    arguments += ["--checks", CHECKS, "--phases", "fuzzing", "--max-time", str(seconds), "--seed", seed]
    arguments += [
        "--continue-on-failure",
        "--no-shrink",
        "--generation-database",
        "none",
        "--warnings",
        "off",
    ]
    arguments += ["--header", f"Accept: {MEDIA_TYPE}"]
    if turn.with_key:
        arguments += ["--header", f"Authorization: Bearer {key}"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SCHEMATHESIS_HOOKS": turn.hooks}
    return subprocess.run(arguments, env=environment, check=False).returncode == 0


def _outcomes(address: str) -> collections.Counter[str]:
    """How the requests ended until now, as the server counts them."""
    counts: collections.Counter[str] = collections.Counter()
    for outcome, count in OUTCOME.findall(httpx.get(f"{address}/metrics").text):
        counts[outcome] += int(float(count))
    return counts


def _is_sound(server: Serving, key: str, turn: Turn, seconds: int, seed: str) -> bool:
    """Fuzz for a while and tell what came of it; whether all is well."""
    before = _outcomes(server.address)
    found_nothing = _fuzz(server.address, key, turn, seconds, seed)
    outcomes = _outcomes(server.address) - before
    told = ", ".join(f"{outcome} {count:,}" for outcome, count in outcomes.most_common())
    sys.stderr.write(f"{turn.name}: {outcomes.total():,} requests: {told}\n")
    return found_nothing and outcomes["OK"] > 0 and not FAULTS & outcomes.keys()


def main() -> None:
    """Start the server on data of its own, and fuzz it in turns."""
    seconds, seed = int(sys.argv[1]), (sys.argv[2:] or ["1"])[0]
    with (
        tempfile.TemporaryDirectory() as folder,
        # The fuzzer keeps notes where it runs.
        contextlib.chdir(folder),
        serving(Path(folder), DETENTE_LOG_FORMAT="json") as server,
    ):
        made = command.run(
            *("keys", "create", "fuzzer", "--budget", str(BUDGET), "--json"),
            DETENTE_DATA_DIR=str(Path(folder) / "data"),
        )
        key = json.loads(made.stdout)["key"]
        sound = [_is_sound(server, key, turn, seconds // len(TURNS), seed) for turn in TURNS]
        ready = httpx.get(f"{server.address}/readyz").status_code == httpx.codes.OK
        faults = server.said().count('"event":"fault"')
    sys.stderr.write(f"ready afterwards: {ready}; faults in the log: {faults}\n")
    sys.exit(not (all(sound) and ready and not faults))


if __name__ == "__main__":
    main()
