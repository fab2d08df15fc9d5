"""What more clients and more documents do to our server."""

import json
from collections.abc import Iterator
from pathlib import Path

import click
import psutil

from tests.bench.servers.cases import Case
from tests.bench.servers.contestants import Contestant
from tests.bench.servers.load import Load, load
from tests.bench.servers.processes import usage

CLIENTS = (1, 4, 16, 64, 256)
DOCUMENTS = 10_000
REQUESTS = 100_000
STAGES = 5
SECONDS = 3


def clients(node: Path, contestant: Contestant, case: Case) -> list[tuple[int, Load]]:
    """The same question by more and more clients at once."""
    bodies = case.bodies(contestant.schema)
    return [(count, load(node, contestant, bodies, connections=count, seconds=SECONDS)) for count in CLIENTS]


def memory(
    node: Path, contestant: Contestant, postgres: psutil.Process
) -> Iterator[tuple[int, int, int, int]]:
    """After how many requests of how many documents the server, and Postgres, have how many bytes in memory."""
    documents = [json.dumps({"query": _document(number)}) for number in range(DOCUMENTS)]
    yield 0, 0, *_memory(contestant, postgres)
    share = DOCUMENTS // STAGES
    for stage in range(1, STAGES + 1):
        bodies = documents[(stage - 1) * share : stage * share]
        found = load(node, contestant, bodies, connections=10, amount=REQUESTS // STAGES)
        if found.refused or found.errors:
            raise SystemExit(f"{found.refused} refused, {found.errors} failed while memory was measured.")
        click.echo(f"{stage * share} documents", err=True)
        yield stage * REQUESTS // STAGES, stage * share, *_memory(contestant, postgres)


def _document(number: int) -> str:
    return (
        f"query Number{number} {{ releases(first: {number % 20 + 1}) {{ nodes {{ field{number}: slug title"
        " members(first: 5) { nodes { detainee { name } } } } } }"
    )


def _memory(contestant: Contestant, postgres: psutil.Process) -> tuple[int, int]:
    return contestant.running.usage().memory, usage(postgres).memory
