"""Rows of lists name their data set, and changes their revision, as surely as by a foreign key, checked once per statement."""

import asyncio

import asyncpg
import pytest

from api.database.connect import connected
from api.database.urls import Urls

_COUNTRY = "INSERT INTO target_country (target_id, country_id, dataset_id) SELECT t.id, c.id, $1 FROM target t, country c WHERE c.iso2 = 'NA'"
_ALONE = "INSERT INTO dataset_source (id, slug, title, publisher_id, license) SELECT 7, 'alone', 'Alone', id, 'CC0-1.0' FROM organization LIMIT 1"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE target SET dataset_id = 8",
        "UPDATE sanction_in_program SET dataset_id = 8",
        "INSERT INTO change (revision, operation, subject_type, subject_id, fields) VALUES (99, 'ADD', 'Target', 1, '{}')",
        _COUNTRY.replace("$1", "8"),
    ],
)
async def test_what_is_not_there_cannot_be_named(seeded_copy: Urls, statement: str) -> None:
    """The statement is refused as by a foreign key, and names the table."""
    async with connected(seeded_copy.writer) as writer:
        with pytest.raises(asyncpg.ForeignKeyViolationError, match="names a row of") as refused:
            await writer.execute(statement)
    assert str(refused.value.table_name) in statement


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM dataset_source",
        "UPDATE dataset_source SET id = id + 1",
        "DELETE FROM revision",
        "TRUNCATE revision",
    ],
)
async def test_what_is_named_stays(seeded_copy: Urls, statement: str) -> None:
    """It can neither go nor get another key."""
    async with connected(seeded_copy.owner) as owner:
        await owner.execute("TRUNCATE dataset_row")
        with pytest.raises(asyncpg.ForeignKeyViolationError, match="are still named"):
            await owner.execute(statement)


async def test_what_nothing_names_may_go(seeded_copy: Urls) -> None:
    """Also with a new key before."""
    async with connected(seeded_copy.writer) as writer:
        await writer.execute(_ALONE)
        await writer.execute("UPDATE dataset_source SET id = 8 WHERE id = 7")
        assert await writer.execute("DELETE FROM dataset_source WHERE id = 8") == "DELETE 1"


async def test_what_somebody_is_naming_waits_to_go(seeded_copy: Urls) -> None:
    """Two transactions at once cannot part a row from what it names."""
    async with connected(seeded_copy.writer) as writer, connected(seeded_copy.writer) as other:
        await writer.execute(_ALONE)
        async with writer.transaction():
            await writer.execute(_COUNTRY, 7)
            going = asyncio.create_task(other.execute("DELETE FROM dataset_source WHERE id = 7"))
            while not await writer.fetchval("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)"):
                await asyncio.sleep(0.01)
        with pytest.raises(asyncpg.ForeignKeyViolationError, match="are still named"):
            await going
