"""Migrations are applied once, whole, in order, and refused when they do not fit the database."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import asyncpg
import pytest

from api.database import migrations
from api.database.connect import connected
from api.database.migrations import Migration
from api.database.urls import Urls
from api.errors import MigrationError

ONE = Migration(1, "0001_one.sql", "CREATE TABLE one (id integer);")
TWO = Migration(2, "0002_two.sql", "CREATE TABLE two (id integer);")
BROKEN = Migration(2, "0002_broken.sql", "CREATE TABLE two (id integer);\nSELECT nonsense;\n")


async def _tables(connection: asyncpg.Connection) -> set[str]:
    rows = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return {row["tablename"] for row in rows}


async def _migrate(url: str, files: Sequence[Migration]) -> list[str]:
    async with connected(url) as connection:
        return [done.name for done in await migrations.migrate(connection, files)]


async def test_pending_files_are_applied_in_order_and_only_once(empty_database: Urls) -> None:
    """What is pending is applied; a second run applies nothing."""
    assert await _migrate(empty_database.owner, [ONE]) == ["0001_one.sql"]
    assert await _migrate(empty_database.owner, [ONE, TWO]) == ["0002_two.sql"]
    assert await _migrate(empty_database.owner, [ONE, TWO]) == []


async def test_a_broken_file_leaves_nothing_behind(empty_database: Urls) -> None:
    """All pending files are one transaction, and the message names file and line."""
    with pytest.raises(MigrationError, match=r"0002_broken\.sql, line 2: .*nonsense"):
        await _migrate(empty_database.owner, [ONE, BROKEN])
    async with connected(empty_database.owner) as connection:
        assert await _tables(connection) == set()


async def test_a_changed_file_is_refused(empty_database: Urls) -> None:
    """A file that was applied must stay as it was."""
    await _migrate(empty_database.owner, [ONE])
    with pytest.raises(MigrationError, match=r"0001_one\.sql is not the file that was applied"):
        await _migrate(empty_database.owner, [replace(ONE, sql="-- changed"), TWO])


async def test_a_newer_database_is_refused(empty_database: Urls) -> None:
    """Code that does not know what was applied does not touch it."""
    await _migrate(empty_database.owner, [ONE, TWO])
    with pytest.raises(MigrationError, match=r"newer than this code: it has 0002_two\.sql"):
        await _migrate(empty_database.owner, [ONE])


async def test_two_at_once_apply_each_file_once(empty_database: Urls) -> None:
    """The advisory lock lets one migrate while the other waits."""
    done = await asyncio.gather(*(_migrate(empty_database.owner, [ONE, TWO]) for _ in range(4)))
    assert sorted(map(len, done)) == [0, 0, 0, 2]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["0001_one.sql", "0003_three.sql"], r"0003_three\.sql should have the number 0002"),
        (["0001_one.sql", "0001_two.sql"], r"0001_two\.sql should have the number 0002"),
        (["first.sql"], r"first\.sql is not named like"),
    ],
)
def test_files_without_a_clear_order_are_refused(tmp_path: Path, names: list[str], message: str) -> None:
    """Gaps, repeats and other names are refused before the database is touched."""
    for name in names:
        (tmp_path / name).write_text("SELECT 1")
    with pytest.raises(MigrationError, match=message):
        migrations.read(tmp_path)


async def test_this_codes_own_migrations_apply(database: Urls) -> None:
    """The tables of schema/tables are applied whole by an owner that is no superuser."""
    assert await _migrate(database.owner, migrations.read()) == []
    async with connected(database.reader) as connection:
        assert await connection.fetchval("SELECT max(version) FROM migration") == len(migrations.read())


async def test_each_of_them_may_be_the_first_of_its_session(empty_database: Urls) -> None:
    """A database that was left at any of them is brought up to date from there."""
    files = migrations.read()
    for count in range(1, len(files) + 1):
        assert await _migrate(empty_database.owner, files[:count]) == [files[count - 1].name]
