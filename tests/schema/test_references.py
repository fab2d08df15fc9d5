"""What rows of lists name is there, as surely as by a foreign key, though it is checked once for each statement."""

import asyncio

import asyncpg
import pytest

from api.database.connect import connected
from api.database.urls import Urls

_COUNTRY = "INSERT INTO target_country (target_id, country_id, dataset_id) SELECT t.id, c.id, $1 FROM target t, country c WHERE c.iso2 = 'NA'"
_TARGET = "INSERT INTO target (id, slug, kind, name, dataset_id) VALUES (7, 'gone', 'PERSON', 'Gone', 7)"
_ALONE = "INSERT INTO dataset_source (id, slug, title, publisher_id, license) SELECT 7, 'alone', 'Alone', id, 'CC0-1.0' FROM organization LIMIT 1"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE target SET dataset_id = 8",
        "UPDATE sanction_in_program SET dataset_id = 8",
        "INSERT INTO change (revision, operation, subject_type, subject_id, fields) VALUES (99, 'ADD', 'Target', 1, '{}')",
        _COUNTRY.replace("$1", "8"),
        "UPDATE sanction SET target_id = 8",
        "UPDATE sanction SET authority_id = 8",
        "UPDATE sanction SET country_id = 8",
        "UPDATE sanction_in_program SET sanction_id = 8 WHERE ctid = (SELECT min(ctid) FROM sanction_in_program)",
        "UPDATE sanction_in_program SET program_id = 8 WHERE ctid = (SELECT min(ctid) FROM sanction_in_program)",
        "INSERT INTO target_detail (target_id, position, kind, value, dataset_id) SELECT 8, 0, 'OTHER', 'x', id FROM dataset_source",
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
        "DELETE FROM target",
        "UPDATE target SET id = id + 1",
        "UPDATE sanction SET id = id + 1",
        "DELETE FROM sanction_program",
        "TRUNCATE country CASCADE",
    ],
)
async def test_what_is_named_stays(seeded_copy: Urls, statement: str) -> None:
    """It can neither go nor get another key."""
    async with connected(seeded_copy.owner) as owner:
        await owner.execute(
            "TRUNCATE dataset_row, claim, relief_sanction, relief_target, relief_program CASCADE"
        )
        with pytest.raises(asyncpg.ForeignKeyViolationError, match="are still named"):
            await owner.execute(statement)


async def test_what_belongs_to_a_row_goes_with_it(seeded_copy: Urls) -> None:
    """A target's names and numbers, a sanction's programs; the change is that of the row alone."""
    async with connected(seeded_copy.writer) as writer:
        await writer.execute(_ALONE)
        await writer.execute(
            f"{_TARGET};"
            "INSERT INTO target_name (target_id, position, text, kind, dataset_id) VALUES (7, 0, 'Away', 'ALIAS', 7);"
            "INSERT INTO target_identifier (target_id, scheme, value, dataset_id) VALUES (7, 'IMO', '9000001', 7);"
            "INSERT INTO target_country (target_id, country_id, dataset_id) SELECT 7, min(id), 7 FROM country;"
        )
        await writer.execute("DELETE FROM target WHERE id = 7")
        parts = "SELECT count(*) FROM (SELECT target_id FROM target_name UNION ALL SELECT target_id FROM target_identifier UNION ALL SELECT target_id FROM target_country) p WHERE target_id = 7"
        assert await writer.fetchval(parts) == 0
        last = await writer.fetchrow("SELECT operation, subject_type FROM change ORDER BY id DESC LIMIT 1")
        assert tuple(last or ()) == ("DELETE", "Target")


async def test_what_joins_a_row_while_it_goes_goes_along(seeded_copy: Urls) -> None:
    """Whoever takes the row away waits for who is naming it, and leaves nothing behind."""
    async with connected(seeded_copy.writer) as writer, connected(seeded_copy.writer) as other:
        await writer.execute(f"{_ALONE}; {_TARGET}")
        async with writer.transaction():
            await writer.execute(_COUNTRY.replace("target t,", "(SELECT 7 AS id) t,"), 7)
            going = asyncio.create_task(other.execute("DELETE FROM target WHERE id = 7"))
            while not await writer.fetchval("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)"):
                await asyncio.sleep(0.01)
        assert await going == "DELETE 1"
        assert await writer.fetchval("SELECT count(*) FROM target_country WHERE target_id = 7") == 0


async def test_a_reference_may_be_left_empty(seeded_copy: Urls) -> None:
    """A sanction of no country names none."""
    async with connected(seeded_copy.writer) as writer:
        await writer.execute("UPDATE sanction SET country_id = NULL")


async def test_what_this_transaction_wrote_may_be_named_at_once(seeded_copy: Urls) -> None:
    """Also after it was changed, and behind a savepoint."""
    async with connected(seeded_copy.writer) as writer, writer.transaction():
        await writer.execute(_ALONE)
        async with writer.transaction():
            await writer.execute("UPDATE dataset_source SET title = 'Still alone' WHERE id = 7")
            await writer.execute(_COUNTRY, 7)
        await writer.execute("DELETE FROM target_country WHERE dataset_id = 7")
        await writer.execute(_COUNTRY, 7)


@pytest.mark.parametrize(
    "statement", ["DELETE FROM revision", "TRUNCATE revision", "DELETE FROM target WHERE id = 7"]
)
async def test_an_old_snapshot_takes_nothing_away(seeded_copy: Urls, statement: str) -> None:
    """It would not see who has come to name the row since."""
    async with connected(seeded_copy.owner) as writer:
        await writer.execute(_ALONE)
        await writer.execute(_TARGET)
        with pytest.raises(asyncpg.FeatureNotSupportedError, match="READ COMMITTED alone"):
            async with writer.transaction(isolation="repeatable_read"):
                await writer.execute(statement)


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
