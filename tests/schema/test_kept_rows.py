"""Rows that triggers keep: whatever is done to what they are made of, they say what their definition says."""

from random import Random

import asyncpg
import pytest

from schema.build import graphql_schema
from schema.catalog import read_catalog
from seeds.check import violations

PEOPLE = """
INSERT INTO detainee (id, slug, publication, status)
SELECT n, 'withheld-' || n, 'WITHHELD', 'UNKNOWN' FROM generate_series(1, 4) n ON CONFLICT DO NOTHING
"""
RELEASES = """
INSERT INTO release (id, slug, title, country_id, mode, total_completeness)
SELECT n, 'r' || n, 'Release', 1, 'PARDON', 'UNKNOWN' FROM generate_series(1, 3) n ON CONFLICT DO NOTHING
"""
COUNTRIES = """
INSERT INTO country (id, iso2, name, kind)
VALUES (1, 'AA', 'A', 'STATE'), (2, 'BB', 'B', 'STATE'), (3, 'CC', 'C', 'STATE')
"""
# One row, several, none; changed, moved, written over; taken away with what they belong to.
CHANGES = """
DELETE FROM release WHERE id = {release};
DELETE FROM detainee d WHERE id = {person} AND NOT EXISTS (SELECT FROM release_member m WHERE m.detainee_id = d.id);

INSERT INTO nationality SELECT id, {country}, '{kind}' FROM detainee WHERE id >= {person}
ON CONFLICT (detainee_id, country_id) DO UPDATE SET kind = excluded.kind;
INSERT INTO nationality SELECT id, {country}, '{kind}' FROM detainee WHERE id = {person} ON CONFLICT DO NOTHING;
UPDATE nationality SET kind = '{kind}' WHERE country_id = {country};
UPDATE nationality n SET country_id = {country} WHERE detainee_id = {person}
AND (SELECT count(*) FROM nationality o WHERE o.detainee_id = n.detainee_id) = 1;
DELETE FROM nationality WHERE country_id = {country} AND detainee_id > {person};

INSERT INTO release_member (id, release_id, detainee_id, position, outcome)
SELECT nextval('change_id_seq'), r.id, d.id, 0, '{outcome}' FROM release r, detainee d
WHERE r.id <= {release} AND d.id >= {person} ON CONFLICT (release_id, detainee_id) DO NOTHING;
UPDATE release_member SET outcome = '{outcome}' WHERE release_id = {release};
UPDATE release_member SET release_id = r.id FROM release r
WHERE r.id = {release} AND release_id = (SELECT min(release_id) FROM release_member) AND NOT EXISTS (SELECT FROM release_member o WHERE o.release_id = r.id);
UPDATE release_member SET position = position + 1;
DELETE FROM release_member WHERE detainee_id = {person};
WITH gone AS (DELETE FROM nationality WHERE detainee_id = {person}) DELETE FROM release_member WHERE detainee_id = {person};

INSERT INTO release_count (release_id, position, dimension, country_id, label, value, completeness, scope, scope_note)
SELECT id, {country}, '{dimension}', {country}, 'people', {value}, {scope} FROM release WHERE id >= {release}
ON CONFLICT DO NOTHING;
UPDATE release_count SET (value, completeness) = ({value}) WHERE release_id = {release};
UPDATE release_count SET dimension = '{dimension}', country_id = {country} WHERE release_id = {release};
UPDATE release_count SET (scope, scope_note) = ({scope}) WHERE country_id = {country};
DELETE FROM release_count WHERE release_id = {release} AND country_id = {country}
"""
VALUES = {
    "release": (1, 2, 3),
    "person": (1, 2, 3, 4),
    "country": (1, 2, 3),
    "kind": ("CITIZEN", "DUAL", "RESIDENT", "CLAIMED"),
    "outcome": ("FREED", "DIED", "DISPUTED", "DEPORTED"),
    "dimension": ("NATIONALITY", "DESTINATION"),
    "value": ("0, 'EXACT'", "5, 'EXACT'", "NULL, 'UNKNOWN'"),
    "scope": ("'THIS_RELEASE', NULL", "'RUNNING_TOTAL', 'since 2020'"),
}
KEPT = {"release-nationalities-are-kept", "rows-are-counted"}


@pytest.mark.parametrize("seed", range(3))
async def test_kept_rows_follow(owner: asyncpg.Connection, seed: int) -> None:
    """After any change, the rows that are kept are those that their definitions say."""
    random = Random(seed)  # noqa: S311 - a failure has to come again
    changes = CHANGES.split(";")
    added = [each for each in changes if "INSERT" in each]
    await owner.execute(COUNTRIES)
    seen = set()
    for _ in range(200):
        chosen = {name: random.choice(values) for name, values in VALUES.items()}
        change = random.choice(random.choice((added, changes))).format(**chosen)
        await owner.execute(f"{PEOPLE};{RELEASES};{change}")
        assert [each for each in await violations(owner) if each.invariant.name in KEPT] == [], change
        seen.add(await owner.fetchval("SELECT json_agg(k ORDER BY k)::text FROM release_nationality k"))
    assert len(seen) > 20


async def test_every_type_is_counted(owner: asyncpg.Connection) -> None:
    """The rows of each type that has ids are counted, and no others."""
    types = [each.table.name for each in read_catalog(graphql_schema()).node_types() if each.table]
    counted = [row["table_name"] for row in await owner.fetch("SELECT table_name FROM row_count")]
    assert sorted(counted) == sorted(types)


async def test_counts_are_part_of_the_snapshot(owner: asyncpg.Connection) -> None:
    """A transaction counts its own rows at once, and what is rolled back was never counted."""
    count = "SELECT count FROM row_count WHERE table_name = 'country'"
    transaction = owner.transaction()
    await transaction.start()
    await owner.execute(COUNTRIES)
    assert await owner.fetchval(count) == 3
    await transaction.rollback()
    assert await owner.fetchval(count) == 0


async def test_counts_are_added_up(owner: asyncpg.Connection) -> None:
    """Each revision adds up what the ones before it left, so that counts stay few."""
    await owner.execute(COUNTRIES)
    for number in range(20):
        await owner.execute("UPDATE country SET region = $1", f"Region {number}")
    tables = await owner.fetchval("SELECT count(*) FROM row_count")
    assert await owner.fetchval("SELECT count(*) FROM row_count_part") == tables + 1
    assert await owner.fetchval("SELECT count FROM row_count WHERE table_name = 'published_change'") == 63
