"""Fuzzes `detente serve` by its schemas, GraphQL's and OpenAPI's; exit 1 where an answer is a fault of ours.

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
CHECKS = ("--checks", "not_a_server_error,response_schema_conformance", "--phases", "fuzzing")
OUTCOME = re.compile(
    r'^detente_requests_total\{.*outcome="(\w+)".*route="(/graphql|/v1)[^"]*".*\} (\S+)$', re.MULTILINE
)
FAULTS = {"INTERNAL", "UNAVAILABLE", "OVERLOADED", "CANCELLED", "TIMEOUT"}


@dataclass(frozen=True, slots=True)
class Turn:
    """One run of the fuzzer.

    Attributes:
        schema: Where it finds the schema.
        share: How many shares of the time it has.
    """

    name: str
    with_key: bool
    options: Sequence[str] = ()
    hooks: str = ""
    schema: str = "/graphql"
    share: int = 1


TURNS = (
    Turn("anonymous", with_key=False, options=CHECKS),
    Turn("with a key of a large budget", with_key=True, options=CHECKS),
    # Pure chance is mostly refused; this reaches Postgres more often than not.
    Turn(
        "with a key, and some knowledge of the schema",
        with_key=True,
        options=(*CHECKS, "--mode", "positive", "--generation-graphql-allow-null", "false"),
        hooks="tests.fuzz.hooks",
    ),
    # All phases and all checks: OpenAPI says what is refused, too.
    Turn("REST", with_key=True, hooks="tests.fuzz.rest_hooks", schema="/openapi.json", share=3),
)


def _fuzz(address: str, key: str, turn: Turn, seconds: int, seed: str) -> bool:
    """Run the fuzzer; whether it found nothing."""
    arguments = [str(Path(sys.executable).with_name("st")), "run", f"{address}{turn.schema}", *turn.options]
    arguments += ["--max-time", str(seconds), "--seed", seed]
    arguments += [
        "--continue-on-failure",
        "--no-shrink",
        "--generation-database",
        "none",
        "--warnings",
        "off",
    ]
    if turn.schema == "/graphql":
        arguments += ["--header", f"Accept: {MEDIA_TYPE}"]
    if turn.with_key:
        arguments += ["--header", f"Authorization: Bearer {key}"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SCHEMATHESIS_HOOKS": turn.hooks}
    return subprocess.run(arguments, env=environment, check=False).returncode == 0


def _outcomes(address: str) -> collections.Counter[str]:
    """How the requests ended until now, as the server counts them."""
    counts: collections.Counter[str] = collections.Counter()
    for outcome, _, count in OUTCOME.findall(httpx.get(f"{address}/metrics").text):
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
        share = seconds // sum(turn.share for turn in TURNS)
        sound = [_is_sound(server, key, turn, share * turn.share, seed) for turn in TURNS]
        ready = httpx.get(f"{server.address}/readyz").status_code == httpx.codes.OK
        faults = server.said().count('"event":"fault"')
    sys.stderr.write(f"ready afterwards: {ready}; faults in the log: {faults}\n")
    sys.exit(not (all(sound) and ready and not faults))


if __name__ == "__main__":
    main()
