"""Loads one reading of a list: read, map, audit, stage and merge, in one transaction that makes one revision."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import asyncpg

from seeds.lists.audit import Audit
from seeds.lists.findings import ListRefused
from seeds.lists.merge import merge
from seeds.lists.metadata import Input, Metadata, OfficialList
from seeds.lists.newcomers import Newcomers
from seeds.lists.report import Difference, Report
from seeds.lists.resolve import resolve
from seeds.lists.stage import Connection, refuse_twice, stage
from seeds.loader import searched
from seeds.loader.ids import identify
from seeds.loader.load import KEPT

LOCK = "SELECT pg_advisory_xact_lock(hashtext('detente.seed'))"
# So many differences are kept to be shown.
SHOWN = 500

_SETTINGS = (
    # Deferred checks would wait in memory, one for each row, until the end.
    "SET CONSTRAINTS ALL IMMEDIATE",
    # Indexes of text take in many rows at once far faster than one by one.
    "SET LOCAL gin_pending_list_limit = '128MB'",
    "SET LOCAL work_mem = '128MB'",
)
_KNOWN = "SELECT checksum, published_on FROM dataset_source WHERE id = $1"
_SOURCE = """
INSERT INTO source (id, slug, publisher_id, kind, title, url, published_on, retrieved_on, language, license, state_controlled)
VALUES ($1, $2, $3, 'DATASET', $4, $5, $6, current_date, 'en', $7, false)
ON CONFLICT (id) DO UPDATE SET publisher_id = excluded.publisher_id, title = excluded.title, url = excluded.url,
    published_on = excluded.published_on, retrieved_on = excluded.retrieved_on, license = excluded.license
"""
_DATASET = """
INSERT INTO dataset_source (id, slug, title, publisher_id, url, license, retrieved_on, published_on, checksum, source_id)
VALUES ($1, $2, $3, $4, $5, $6, current_date, $7, $8, $9)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, publisher_id = excluded.publisher_id, url = excluded.url,
    license = excluded.license, retrieved_on = excluded.retrieved_on, published_on = excluded.published_on,
    checksum = excluded.checksum, source_id = excluded.source_id
"""
_PUBLISHER = """
INSERT INTO organization (id, slug, name, kind, country_id) VALUES ($1, $2, $3, 'OTHER', $4) ON CONFLICT DO NOTHING
"""
_DECLARED = (
    "INSERT INTO dataset_row (dataset_id, table_name, row_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
)

_SIZES = """
SELECT count(*) AS before, count(*) FILTER (WHERE e.key IS NULL AND f.former IS NULL) AS gone
FROM list_entry l
LEFT JOIN staged_entry e ON e.key = l.key
LEFT JOIN (SELECT DISTINCT former FROM staged_former) f ON f.former = l.key
WHERE l.dataset_id = $1 AND l.gone_on IS NULL AND NOT EXISTS (SELECT FROM arrived_target a WHERE a.id = l.target_id)
"""
_MOVES = """
CREATE TEMP TABLE entry_move ON COMMIT DROP AS
WITH touched AS (
    SELECT c.subject_id AS target_id, c.fields FROM change c WHERE c.revision = {revision} AND c.subject_type = 'Target'
    UNION ALL
    SELECT s.target_id, ARRAY['sanctions'] FROM change c JOIN sanction s ON s.id = c.subject_id
    WHERE c.revision = {revision} AND c.subject_type = 'Sanction'
        AND NOT EXISTS (SELECT FROM arrived_target a WHERE a.id = s.target_id)
), fields AS (
    SELECT t.target_id, string_agg(DISTINCT f.name, ', ' ORDER BY f.name) AS fields
    FROM touched t LEFT JOIN LATERAL unnest(t.fields) AS f (name) ON true GROUP BY t.target_id
)
SELECT r.key, e.name, CASE WHEN r.appears THEN 'new' WHEN r.gone_on IS NOT NULL THEN 'back' ELSE 'changed' END AS how,
    CASE WHEN r.appears THEN '' ELSE coalesce(f.fields, '') END AS fields
FROM entry_target r JOIN staged_entry e ON e.key = r.key
LEFT JOIN fields f ON f.target_id = r.target_id
WHERE r.appears OR r.gone_on IS NOT NULL OR f.target_id IS NOT NULL
UNION ALL
SELECT l.key, t.name, 'new', ''
FROM arrived_target a JOIN target t USING (id) JOIN list_entry l ON l.target_id = a.id AND l.dataset_id = {dataset}
UNION ALL
SELECT l.key, t.name, 'gone', ''
FROM list_entry l JOIN target t ON t.id = l.target_id
WHERE l.dataset_id = {dataset} AND l.gone_on = {day} AND NOT EXISTS (SELECT FROM staged_entry e WHERE e.key = l.key)
    AND NOT EXISTS (SELECT FROM arrived_target a WHERE a.id = l.target_id)
"""
_SHOW = "SELECT how, key, name, fields FROM entry_move ORDER BY how, key LIMIT $1"
_JOINED = "SELECT count(*) FROM entry_target r JOIN target t ON t.id = r.target_id WHERE t.dataset_id <> $1"


@dataclass(frozen=True, slots=True)
class Options:
    """How a list is to be loaded."""

    as_of: date
    """The day that this reading stands for: what is missing in it was taken off the list by then."""
    shrink: float | None = 0.1
    """What share of the entries may be gone at once; None: any, however few there are."""
    dry_run: bool = False
    """Do everything, tell the difference, and keep nothing."""


class _DryRun(Exception):
    """Ends the transaction without keeping anything."""


async def import_list(
    connection: Connection,
    official: OfficialList[Any],
    source: Input,
    options: Options,
    progress: Callable[[int], None] = lambda _: None,
) -> Report:
    """Load one reading of a list whole or, with ListRefused, not at all."""
    report: Report | None = None
    try:
        async with connection.transaction():
            report = await _load(connection, official, source, options, progress)
            if options.dry_run:
                raise _DryRun
    except _DryRun:
        pass
    except asyncpg.PostgresError as error:
        place = f" (table {error.table_name})" if getattr(error, "table_name", None) else ""
        remedy = "run `detente migrate` and `detente seed`; if that does not help, report this."
        raise ListRefused(f"the database refused the rows{place}: {error.args[0]}", remedy) from error
    assert report is not None
    return report


_TOUCHED = (
    "target", "target_name", "target_identifier", "target_country", "target_address", "target_detail", "target_link",
    "list_entry", "sanction", "sanction_in_program", "sanction_identifier", "sanction_listing",
)  # fmt: skip


async def _load(
    connection: Connection,
    official: OfficialList[Any],
    source: Input,
    options: Options,
    progress: Callable[[int], None],
) -> Report:
    metadata, audit = official.metadata, Audit()
    dataset = identify("DatasetSource", metadata.slug)
    await connection.execute(LOCK)
    if not await connection.fetchval("SELECT EXISTS (SELECT FROM country)"):
        raise ListRefused("the database holds no countries", "run `detente seed` first.")
    known = await connection.fetchrow(_KNOWN, dataset)
    await _refuse_day(connection, options.as_of, known)
    for setting in _SETTINGS:
        await connection.execute(setting)
    await searched.put_off(connection)
    reason = f"Load {metadata.title} as of {options.as_of}"
    await connection.execute("SELECT set_config('detente.reason', $1, true)", reason)
    if known is None:
        await _declare(connection, metadata, dataset, source, options.as_of)
    newcomers = Newcomers(connection, dataset, f"DATE '{options.as_of.isoformat()}'", audit)
    await newcomers.prepare()
    many = await stage(connection, metadata.slug, official.entries(source, audit), newcomers.take, progress)
    if newcomers.arrived:
        # What follows must not take a list for empty that has just come.
        await _analyze(connection, _TOUCHED)
    _refuse_unaccounted(audit)
    await refuse_twice(connection)
    if options.shrink is not None:
        await _refuse_shrunk(connection, metadata, dataset, many, options.shrink)
    await resolve(connection, dataset, audit)
    await merge(connection, dataset, options.as_of)
    if known and (known["checksum"] != source.checksum or await _revision(connection)):
        await _declare(connection, metadata, dataset, source, options.as_of)
    revision = await _revision(connection)
    if revision:
        await searched.catch_up(connection, revision)
        await _analyze(connection, KEPT if newcomers.arrived else (*_TOUCHED, *KEPT))
    return await _report(connection, official, options, audit, (many, newcomers.left_out, revision))


async def _analyze(connection: Connection, tables: Iterable[str]) -> None:
    await connection.execute(f"ANALYZE {', '.join(tables)}")


async def _refuse_day(connection: Connection, as_of: date, known: asyncpg.Record | None) -> None:
    """History goes on from the list that is loaded, and not beyond today."""
    if as_of > await connection.fetchval("SELECT current_date") + timedelta(days=1):
        raise ListRefused(f"the list is as of {as_of}, which is to come", "correct the day.")
    if known and known["published_on"] and as_of < known["published_on"]:
        raise ListRefused(
            f"this list is as of {as_of}, and one as of {known['published_on']} is loaded",
            "load lists in the order of their days; `--as-of DATE` says what day a file without one stands for.",
        )


def _refuse_unaccounted(audit: Audit) -> None:
    for file, many in audit.unaccounted():
        raise ListRefused(
            f"{file}: {many:,} records have no account", "report this: the reader of this list forgets some"
        )


async def _refuse_shrunk(
    connection: Connection, metadata: Metadata, dataset: int, many: int, share: float
) -> None:
    override = "take the list again; if it has become that short, say so with `--allow-shrinking`."
    if many < metadata.expected:
        what = f"{metadata.title} has {metadata.expected:,} entries or more, and here are {many:,}"
        raise ListRefused(what, override)
    sizes = await connection.fetchrow(_SIZES, dataset)
    assert sizes is not None
    if sizes["gone"] > share * sizes["before"]:
        what = f"{sizes['gone']:,} of {sizes['before']:,} entries are missing, more than {share:.0%}"
        raise ListRefused(what, override)


async def _declare(
    connection: Connection, metadata: Metadata, dataset: int, source: Input, as_of: date
) -> None:
    """Write the list down as a data set and as a source, with the day and the checksum of this reading."""
    slug, name, country = metadata.publisher
    publisher, own = identify("Organization", slug), identify("Source", metadata.slug)
    await connection.execute(_PUBLISHER, publisher, slug, name, country and identify("Country", country))
    about = (metadata.title, metadata.home, as_of.isoformat(), metadata.license)
    await connection.execute(_SOURCE, own, metadata.slug, publisher, *about)
    await connection.execute(
        _DATASET, dataset, metadata.slug, metadata.title, publisher, metadata.home, metadata.license, as_of,
        source.checksum, own,
    )  # fmt: skip
    for table, row in (("organization", publisher), ("source", own)):
        await connection.execute(_DECLARED, dataset, table, row)


async def _revision(connection: Connection) -> int | None:
    revision = await connection.fetchval("SELECT current_setting('detente.revision', true)")
    return int(revision) if revision else None


async def _report(
    connection: Connection,
    official: OfficialList[Any],
    options: Options,
    audit: Audit,
    sizes: tuple[int, int, int | None],
) -> Report:
    entries, left_out, revision = sizes
    dataset = identify("DatasetSource", official.metadata.slug)
    day = f"DATE '{options.as_of.isoformat()}'"
    how: dict[str, int] = {}
    shown: list[Difference] = []
    if revision:
        await connection.execute(_MOVES.format(revision=revision, dataset=dataset, day=day))
        how = {
            row["how"]: row["many"]
            for row in await connection.fetch("SELECT how, count(*) AS many FROM entry_move GROUP BY 1")
        }
        shown = [Difference(*row.values()) for row in await connection.fetch(_SHOW, SHOWN)]
    return Report(
        list=official.metadata.slug,
        as_of=options.as_of.isoformat(),
        entries=entries - left_out,
        added=how.get("new", 0),
        changed=how.get("changed", 0),
        returned=how.get("back", 0),
        gone=how.get("gone", 0),
        joined=await connection.fetchval(_JOINED, dataset),
        left_out=left_out,
        revision=revision,
        dry_run=options.dry_run,
        differences=tuple(shown),
        audit=audit,
    )
