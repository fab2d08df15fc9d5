"""Measures every operation of the corpus on the database of the settings: python -m tests.bench.shapes PAGE.

The database must hold synthetic data; `make bench-shapes` sees to that.
"""

import asyncio
import sys
from collections.abc import Iterable
from pathlib import Path

import asyncpg
import click

from api import settings
from api.cli.databases import opened
from api.cli.engine import make_engine
from api.database.connect import connected
from api.database.reader import open_reader
from api.engine import Engine, Refused
from tests.bench import compiling, corpus, paging, plans
from tests.bench.corpus import Operation
from tests.bench.report import Findings, page

MISSION = "story/nationals_released_some"
TIMEOUT_MS = 10_000
# As the planner counts them, which is exact enough, and free.
SIZES = """
SELECT relname AS name, greatest(reltuples, 0)::bigint AS rows FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname
"""


@click.command()
@click.argument("report", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--only", default="", help="Measure only operations whose name begins so.")
@click.option("--command", default="make bench-shapes", help="What the page says it was written by.")
def main(report: Path, only: str, command: str) -> None:
    """Measure and write the page."""
    with opened(settings.load()) as database:
        findings = asyncio.run(_measure(database.urls.reader, only))
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(page(findings, command), encoding="utf-8")


async def _measure(url: str, only: str) -> Findings:
    engine = make_engine()
    operations = _allowed(engine, corpus.OPERATIONS, only)
    mission = next(each for each in corpus.read(corpus.OPERATIONS) if each.name == MISSION)
    async with connected(url) as connection:
        if not await connection.fetchval("SELECT true FROM dataset_source WHERE slug = 'synthetic'"):
            sys.exit("The database holds no synthetic data.\n  Fix: run `detente synth` on it first.")
        server = str(await connection.fetchval("SELECT split_part(version(), ' on ', 1)"))
        sizes = {row["name"]: row["rows"] for row in await connection.fetch(SIZES)}
        await connection.execute(f"SET statement_timeout = {TIMEOUT_MS}")
        measured = [await _operation(engine, connection, each, sizes) for each in _told(operations)]
    async with open_reader(url, size=1, statement_timeout_ms=TIMEOUT_MS) as reader:
        pages = [
            (each, await paging.turn(engine, reader, each))
            for each in _told(_allowed(engine, corpus.PAGES, only))
        ]
    return Findings(
        server, sizes, measured, pages, compiling.cold(mission), compiling.cached(engine, mission)
    )


async def _operation(
    engine: Engine,
    connection: "asyncpg.Connection[asyncpg.Record]",
    operation: Operation,
    sizes: dict[str, int],
) -> tuple[Operation, plans.Measured | None, plans.Measured | None]:
    prepared = engine.prepare(operation.text, operation.variables, None)
    values, anything = [await plans.measure(connection, prepared, mode, sizes) for mode in plans.MODES]
    return operation, values, anything


def _allowed(engine: Engine, folder: Path, only: str) -> list[Operation]:
    """The operations of a folder that the engine takes; the others are named."""
    found = []
    for operation in corpus.read(folder):
        if operation.name.startswith(only):
            try:
                engine.prepare(operation.text, operation.variables, None)
                found.append(operation)
            except Refused as refused:
                click.echo(f"left out {operation.name}: {refused}", err=True)
    return found


def _told(operations: list[Operation]) -> Iterable[Operation]:
    for place, operation in enumerate(operations, start=1):
        click.echo(f"{place}/{len(operations)} {operation.name}", err=True)
        yield operation


if __name__ == "__main__":
    main()
