"""The catalog and the database: what the types promise, the tables must keep, or the start is refused."""

import asyncpg
import pytest

from api.database.inspection import inspect
from schema.build import graphql_schema
from schema.catalog import read_catalog
from schema.conformance import disagreements


async def found(connection: asyncpg.Connection) -> list[str]:
    """What disagrees."""
    return disagreements(read_catalog(graphql_schema()), await inspect(connection))


async def test_migrated_database_agrees(owner: asyncpg.Connection) -> None:
    """The tables as migrated keep every promise of the types."""
    assert await found(owner) == []


BREAKS = {
    "a nullable column behind a non-null field": (
        "ALTER TABLE release ALTER COLUMN title DROP NOT NULL",
        "Release.title: column release.title must be NOT NULL",
    ),
    "a NOT NULL column behind a nullable field": (
        "ALTER TABLE release ALTER COLUMN authority SET NOT NULL",
        "Release.authority: column release.authority must be nullable",
    ),
    "a nullable key behind a non-null relation": (
        "ALTER TABLE release ALTER COLUMN country_id DROP NOT NULL",
        "Release.country: column release.country_id must be NOT NULL",
    ),
    "a missing column": (
        "ALTER TABLE release DROP COLUMN official_frame",
        "Release.officialFrame: there is no column release.official_frame",
    ),
    "a column of another type": (
        "ALTER TABLE charge ALTER COLUMN sentence_months TYPE bigint",
        "Charge.sentenceMonths: column charge.sentence_months is bigint; the field needs integer",
    ),
    "a column of an embedded object": (
        "ALTER TABLE release DROP COLUMN total_min CASCADE",
        "Count.min: there is no column release.total_min",
    ),
    "a missing label": (
        "ALTER TYPE sex ADD VALUE 'UNSAID'",
        "Detainee.sex: enum Sex and the database differ in UNSAID",
    ),
    "a lost foreign key": (
        "ALTER TABLE release DROP CONSTRAINT release_country_id_fkey",
        "Release.country: column release.country_id is no foreign key of Country's table",
    ),
    "a lost index": (
        "DROP INDEX release_country",
        "Country.releases: no index of release begins with (country_id, released_on_earliest, id)",
    ),
    "an index in another order": (
        "DROP INDEX release_released; CREATE INDEX ON release (released_on_earliest, id)",
        "Query.releases: no index of release begins with (released_on_earliest, id)",
    ),
    "a missing table": (
        "DROP TABLE recognition",
        "Recognition is read from table recognition, which does not exist",
    ),
    "a missing function": (
        "DROP FUNCTION search_hits",
        "SearchHit is read from table search_hits, which does not exist",
    ),
    "a word that stands for no type": (
        "ALTER TYPE search_type ADD VALUE 'SHIP'",
        "SearchHit.node: the types it leads to and column search_hits.type differ in SHIP",
    ),
}


@pytest.mark.parametrize("what", BREAKS)
async def test_disagreement_is_named(owner: asyncpg.Connection, what: str) -> None:
    """Each way in which a table can fall short is told with the field's name."""
    change, told = BREAKS[what]
    await owner.execute(change)
    assert any(sentence.startswith(told) for sentence in await found(owner)), await found(owner)
