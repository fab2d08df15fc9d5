"""Loads lists as somebody would type it, watches time and memory, kills loads, and writes a page about it.

Run as: python -m tests.bench.imports PAGE [--entities MANY] [--shared FOLDER]
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import asyncpg
import psutil

from api.cli.databases import Database
from api.database import embedded, urls
from api.database.connect import connected
from api.database.urls import Urls
from tests.bench.imports.entities import write_entities
from tests.bench.imports.page import Kill, Load, page
from tests.bench.imports.watching import Bench

Step = TypeVar("Step", Load, Kill)
# A smaller file, to kill loads of.
KILLED = 50_000
KILLS = 10
OFAC = (("ofac-sdn", "ofac-sdn-2019"), ("ofac-consolidated", "ofac-consolidated-2025"))

_TABLES = """
SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
WHERE table_schema IN ('public', 'confidential') AND table_type = 'BASE TABLE' ORDER BY 1
"""


async def image(url: str) -> dict[str, str]:
    """Every table's number of rows and a checksum over them."""
    statement = "SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) FROM {} t"
    async with connected(url) as owner:
        tables = [row[0] for row in await owner.fetch(_TABLES)]
        return {table: await owner.fetchval(statement.format(table)) for table in tables}


async def rows(url: str) -> dict[str, int]:
    """How many rows the tables have that lists fill."""
    async with connected(url) as owner:
        await owner.execute("ANALYZE")
        found: list[asyncpg.Record] = await owner.fetch(
            "SELECT relname, reltuples::bigint AS many FROM pg_class WHERE relkind = 'r' AND reltuples >= 1000"
            " AND relnamespace = 'public'::regnamespace ORDER BY 2 DESC"
        )
    return {row["relname"]: row["many"] for row in found}


def loads(bench: Bench, shared: Path, entities: int) -> Iterator[Load]:
    """OFAC's files where they are, the generated file, and both again."""
    path = bench.folder / "entities.ftm.json"
    for times in ("first", "again"):
        for name, files in OFAC:
            if (shared / files).is_dir():
                yield bench.run(f"{name}: {files}, {times}", 0, *_import(name, shared / files))
        yield bench.run(f"{entities:,} entities, {times}", entities, *_import("opensanctions", path))


def kills(bench: Bench) -> Iterator[Kill]:
    """Loads that are killed at moments drawn between their beginning and their end."""
    path = bench.folder / "killed.ftm.json"
    write_entities(path, KILLED, seed=2)
    before = asyncio.run(image(bench.database.owner))
    command = _import("opensanctions", path)
    whole = bench.run("dry run", KILLED, *command, "--dry-run")
    chance = random.Random(3)  # noqa: S311 - moments, no secret
    for moment in sorted(chance.uniform(0.02, 0.98) for _ in range(KILLS)):
        load = bench.run("killed", KILLED, *command, kill_after=moment * whole.seconds)
        while _busy(bench.database):
            time.sleep(0.05)
        yield Kill(moment, load.killed, asyncio.run(image(bench.database.owner)) == before)


def _import(name: str, path: Path) -> tuple[str, ...]:
    return ("import", name, "--from", str(path), "--allow-shrinking")


def _busy(database: Urls) -> bool:
    async def count() -> int:
        async with connected(database.owner) as owner:
            found: int = await owner.fetchval(
                "SELECT count(*) FROM pg_stat_activity WHERE usename = 'detente_writer' AND datname = current_database()"
            )
            return found

    return asyncio.run(count()) > 0


def main() -> None:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.imports")
    parser.add_argument("page", type=Path)
    parser.add_argument("--entities", type=int, default=1_000_000)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    asked = parser.parse_args()
    busy = psutil.getloadavg()[1]
    with (
        tempfile.TemporaryDirectory(prefix="detente-imports-") as name,
        embedded.use(Path(name) / "data", _say) as server,
    ):
        found, folder = Database(urls.embedded(server), server), Path(name)
        asyncio.run(found.migrate())
        bench = Bench(found.urls, folder, server.pid)
        bench.run("seed", 0, "seed")
        killed = list(_told(kills(bench)))
        write_entities(folder / "entities.ftm.json", asked.entities)
        loaded = list(_told(loads(bench, asked.shared.resolve(), asked.entities)))
        sizes = asyncio.run(rows(found.urls.owner))
    machine = (
        f"{psutil.cpu_count()} cores, {psutil.virtual_memory().total >> 30} GiB, load average {busy:.1f} when it began and"
        f" {psutil.getloadavg()[1]:.1f} when it ended: rates are those of an idle machine only where these are small"
    )
    asked.page.write_text(page(loaded, killed, sizes, machine), "utf-8")


def _told(steps: Iterator[Step]) -> Iterator[Step]:
    for step in steps:
        _say(str(step))
        yield step


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    main()
