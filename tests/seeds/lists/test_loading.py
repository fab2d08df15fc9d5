"""FollowTheMoney files and newsrooms' tables load as official lists do, and a load that dies leaves nothing."""

import asyncio
import random
import signal
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from api.database.connect import connected
from api.database.urls import Urls
from seeds.lists.findings import ListRefused
from seeds.lists.load import Options, import_list
from seeds.lists.newsroom import Newsroom, newsroom
from seeds.lists.opensanctions import OPENSANCTIONS
from seeds.lists.report import Report
from tests.bench.imports.entities import write_entities
from tests.seeds.lists.reading import entity, lines, put
from tests.seeds.lists.test_opensanctions import ADDRESS, COMPANY, OWNERSHIP, PASSPORT, PERSON, SANCTION

# A company that dossiers name.
POTASH = {**entity("NK-potash", "Company", name="Kaliwerk", topics="sanction"), "referents": ["ofac-32746"]}
KILLS = 10

_TABLES = """
SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
WHERE table_schema IN ('public', 'confidential') AND table_type = 'BASE TABLE' ORDER BY 1
"""


async def _image(connection: asyncpg.Connection) -> dict[str, tuple[int, int]]:
    """How many rows each table has, and a checksum over all of them."""
    statement = "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) FROM {} t"
    tables = [row[0] for row in await connection.fetch(_TABLES)]
    rows = {table: await connection.fetchrow(statement.format(table)) for table in tables}
    return {table: (row[0], int(row[1])) for table, row in rows.items() if row is not None}


async def _load(connection: asyncpg.Connection, path: Path, day: str, *entities: dict[str, Any]) -> Report:
    source = put(path / "entities.ftm.json", lines(entities))
    return await import_list(connection, OPENSANCTIONS, source, Options(date.fromisoformat(day), shrink=None))


async def test_a_load_is_one_revision_and_the_next_is_none(
    filled: asyncpg.Connection, tmp_path: Path
) -> None:
    """Of the same file nothing is written; entities in another order say nothing new."""
    entities = (PERSON, ADDRESS, SANCTION, PASSPORT, COMPANY, OWNERSHIP)
    first = await _load(filled, tmp_path, "2026-11-01", *entities)
    assert (first.added, first.revision) == (2, 2)
    again = await _load(filled, tmp_path, "2026-11-01", *entities)
    assert (again.added, again.changed, again.gone, again.revision) == (0, 0, 0, None)
    other = await _load(filled, tmp_path, "2026-11-02", *reversed(entities))
    assert (other.added, other.changed, other.gone) == (0, 0, 0)


async def test_an_id_that_changed_is_the_same_entry(filled: asyncpg.Connection, tmp_path: Path) -> None:
    """Entities are merged under new ids; the old ones are among its referents, and nobody is delisted."""
    old = {**PERSON, "id": "NK-old", "referents": []}
    sanction = {**SANCTION, "properties": {**SANCTION["properties"], "entity": ["NK-old"]}}
    await _load(filled, tmp_path, "2026-11-01", old, sanction)
    report = await _load(filled, tmp_path, "2026-11-02", PERSON, SANCTION)
    assert (report.added, report.gone) == (0, 0)
    assert await filled.fetchval("SELECT count(*) FROM target WHERE name = 'Iryna Example'") == 1
    assert await filled.fetchval("SELECT ended_on FROM sanction WHERE slug = 'opensanctions-s-1'") is None


async def test_who_is_gone_is_delisted_with_the_day(filled: asyncpg.Connection, tmp_path: Path) -> None:
    """The sanction ends on the day of the file that lacks it, and stays."""
    await _load(filled, tmp_path, "2026-11-01", PERSON, SANCTION, COMPANY)
    report = await _load(filled, tmp_path, "2026-11-20", COMPANY)
    assert report.gone == 1
    row = await filled.fetchrow("SELECT ended_on, ending FROM sanction WHERE slug = 'opensanctions-s-1'")
    assert row is not None
    assert tuple(row) == ("2026-11-20", "DELISTED")


async def test_an_entity_joins_the_target_that_a_number_ties_it_to(
    filled: asyncpg.Connection, tmp_path: Path
) -> None:
    """Its earlier id is OFAC's number, which a dossier names; the dossier's own words stay."""
    before = await filled.fetchrow("SELECT t.id, t.name, t.dataset_id FROM target t JOIN target_identifier i ON i.target_id = t.id"
                                 " WHERE i.scheme = 'OFAC_UID' AND i.value = '32746'")  # fmt: skip
    assert before is not None
    report = await _load(filled, tmp_path, "2026-11-01", POTASH)
    assert (report.added, report.joined) == (1, 1)
    entry = await filled.fetchval("SELECT target_id FROM list_entry WHERE key = 'NK-potash'")
    after = await filled.fetchrow("SELECT id, name, dataset_id FROM target WHERE id = $1", entry)
    assert after is not None
    assert tuple(after)[1:] == tuple(before)[1:]
    assert (
        await filled.fetchval(
            "SELECT count(*) FROM target_name WHERE target_id = $1 AND text = 'Kaliwerk'", entry
        )
        == 1
    )


async def test_the_licence_goes_with_every_row(filled: asyncpg.Connection, tmp_path: Path) -> None:
    """Each target leads by its data set to the terms under which it may be used."""
    await _load(filled, tmp_path, "2026-11-01", COMPANY)
    about = await filled.fetchrow("SELECT d.license, s.license AS said FROM target t JOIN dataset_source d ON d.id = t.dataset_id"
                                " JOIN source s ON s.id = d.source_id WHERE t.slug = 'opensanctions-c-1'")  # fmt: skip
    assert about is not None
    assert tuple(about) == ("CC BY-NC 4.0", "CC BY-NC 4.0")


async def test_a_newsrooms_list_loads(filled: asyncpg.Connection, tmp_path: Path) -> None:
    """Programs lead to those of the registry, and two lists stand side by side."""
    table = (
        b"id,kind,name,program,listed_on\n1,person,Iryna Example,EU-BLR,2021-06-21\n2,vessel,Sea Sample,,\n"
    )
    source, options = put(tmp_path / "list.csv", table), Options(date(2026, 11, 1), shrink=None)
    first = await import_list(filled, newsroom(), source, options)
    second = await import_list(filled, newsroom(Newsroom("another-list")), source, options)
    assert (first.added, second.added) == (2, 2)
    assert await filled.fetchval("SELECT count(*) FROM target WHERE name = 'Sea Sample'") == 2
    program = "SELECT p.code FROM sanction_in_program i JOIN sanction_program p ON p.id = i.program_id JOIN sanction s ON s.id = i.sanction_id"
    assert await filled.fetchval(f"{program} WHERE s.slug = 'newsroom-1'") == "EU-BLR"


@pytest.mark.parametrize("cut", [1, 40, 400])
async def test_a_file_that_breaks_off_leaves_nothing(
    filled: asyncpg.Connection, tmp_path: Path, cut: int
) -> None:
    """However much of it was read before."""
    await _load(filled, tmp_path, "2026-11-01", PERSON, SANCTION)
    before = await _image(filled)
    whole = lines([PERSON, SANCTION, COMPANY, PASSPORT])
    source = put(tmp_path / "entities.ftm.json", whole[: -cut - 1])
    with pytest.raises(ListRefused, match=r"entities\.ftm\.json:\d"):
        await import_list(filled, OPENSANCTIONS, source, Options(date(2026, 11, 2), shrink=None))
    assert await _image(filled) == before


async def test_a_load_that_is_killed_leaves_nothing(seeded_copy: Urls, tmp_path: Path) -> None:
    """After ten of its statements, drawn at random: tables and revisions are as before, and the next load is whole."""
    path = tmp_path / "entities.ftm.json"
    write_entities(path, 500)
    source, options = put(path, path.read_bytes()), Options(date(2026, 11, 1), shrink=None)
    statements: list[object] = []
    async with connected(seeded_copy.owner) as owner, connected(seeded_copy.writer) as writer:
        before = await _image(owner)
        with writer.query_logger(statements.append):
            await import_list(writer, OPENSANCTIONS, source, replace(options, dry_run=True))
        assert await _image(owner) == before
        loads = [await _begin(seeded_copy, path) for _ in range(KILLS)]
        chance = random.Random(7)  # noqa: S311 - moments, no secret
        for load, moment in zip(loads, chance.sample(range(1, len(statements) - 1), KILLS), strict=True):
            await _kill(load, moment)
            while await owner.fetchval(_WORKING):
                await asyncio.sleep(0.01)
            assert await _image(owner) == before
        report = await import_list(writer, OPENSANCTIONS, source, options)
        assert report.revision == 2


# Waits for a word, then loads, and says so after each statement.
_LOAD = """
import asyncio, sys, pathlib
from datetime import date
from api.database.connect import connected
from seeds.lists.load import Options, import_list
from seeds.lists.metadata import Input
from seeds.lists.opensanctions import OPENSANCTIONS

async def run():
    sys.stdin.readline()
    async with connected(sys.argv[1]) as writer:
        writer.add_query_logger(lambda _: print(flush=True))
        source = Input((pathlib.Path(sys.argv[2]),), "0" * 64)
        await import_list(writer, OPENSANCTIONS, source, Options(date(2026, 11, 1), shrink=None))

asyncio.run(run())
"""
_WORKING = """
SELECT count(*) > 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = 'detente_writer'
"""


async def _begin(urls: Urls, path: Path) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", _LOAD, urls.writer, str(path), stdin=pipe, stdout=pipe
    )


async def _kill(process: asyncio.subprocess.Process, moment: int) -> None:
    """Let a load begin, and kill it while it runs the statement after so many."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"go\n")
    for _ in range(moment):
        assert await process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    assert await process.wait() == -signal.SIGKILL
