"""Fills the database of the settings with a lot of sanctions, fast: python -m tests.bench.filling MANY.

Not by `detente synth`: that keeps search, history and all rules as it goes, which takes an hour for a million. An export
reads none of these.
"""

import asyncio
import sys

import click

from api import settings
from api.cli.databases import opened
from api.database.connect import connected
from api.database.embedded import DATABASE

# Made anew afterwards: in one go they take a tenth of the time.
_INDEXES = """
SELECT indexname, indexdef FROM pg_indexes
WHERE tablename IN ('target', 'sanction') AND indexdef LIKE '%USING gin%'
"""
# Each sanction has a target of its own, a program or two, and a number that only a text keeps whole.
_FILL = """
SET session_replication_role = replica;
INSERT INTO dataset_source (id, slug, title, publisher_id, license)
SELECT 1, 'synthetic', 'Made up for measuring', publisher_id, 'CC0-1.0' FROM dataset_source ORDER BY id LIMIT 1;
INSERT INTO target (id, slug, kind, name, born_on, dataset_id)
SELECT 10^15 + n, 'filled-' || n, CASE n % 4 WHEN 0 THEN 'ORGANIZATION' ELSE 'PERSON' END::target_kind,
    'Target “' || n || '” of many, Ціль ' || md5(n::text), CASE n % 3 WHEN 0 THEN (1940 + n % 60)::text END,
    1
FROM generate_series(1, {many}) n;
INSERT INTO target_country SELECT t.id, (SELECT id FROM country WHERE iso2 = 'BY'), t.dataset_id
FROM target t WHERE t.slug LIKE 'filled-%';
INSERT INTO sanction (
    id, slug, target_id, authority_id, country_id, list, measures, reason, listed_on, started_on, ended_on, ending, dataset_id
)
SELECT 10^15 + n, 'filled-' || n, 10^15 + n, a.ids[1 + n % cardinality(a.ids)], (SELECT id FROM country WHERE iso2 = 'US'),
    'List ' || n % 7, '{{ASSET_FREEZE,TRAVEL_BAN}}',
    'Reason ' || n || ': for having been made up, at length, so that a row is as long as those of official lists are.',
    (DATE '2000-01-01' + n % 9000)::text, (DATE '2000-01-01' + n % 9000)::text,
    CASE n % 10 WHEN 0 THEN '2025-06' END, CASE n % 10 WHEN 0 THEN 'DELISTED'::sanction_ending END,
    1
FROM generate_series(1, {many}) n, (SELECT array_agg(DISTINCT authority_id) AS ids FROM sanction_program) a;
INSERT INTO sanction_in_program
SELECT 10^15 + n, p.ids[1 + (n + k * 7) % cardinality(p.ids)], 1
FROM generate_series(1, {many}) n, generate_series(0, 1) k, (SELECT array_agg(id ORDER BY id) AS ids FROM sanction_program) p
WHERE k <= n % 2;
INSERT INTO sanction_identifier (sanction_id, scheme, value, dataset_id)
SELECT 10^15 + n, 'OTHER', lpad(n::text, 9, '0'), 1 FROM generate_series(1, {many}) n;
INSERT INTO row_count_part VALUES ('target', {many}), ('sanction', {many});
SET session_replication_role = origin;
"""


async def fill(url: str, many: int) -> None:
    """Add so many sanctions."""
    async with connected(url) as superuser:
        indexes = await superuser.fetch(_INDEXES)
        for index in indexes:
            await superuser.execute(f"DROP INDEX {index['indexname']}")
        await superuser.execute(_FILL.format(many=many))
        await superuser.execute("SET maintenance_work_mem = '1GB'")
        for index in indexes:
            await superuser.execute(index["indexdef"])
        await superuser.execute("VACUUM ANALYZE")


@click.command()
@click.argument("many", type=click.IntRange(1))
def main(many: int) -> None:
    """Fill the embedded database of the settings."""
    with opened(settings.load()) as database:
        if database.server is None:
            sys.exit("This fills an embedded database alone.\n  Fix: unset DATABASE_URL.")
        asyncio.run(fill(database.server.url("postgres", DATABASE), many))


if __name__ == "__main__":
    main()
