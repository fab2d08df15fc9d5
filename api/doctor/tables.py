"""The database itself: its version, its tables, its indexes, its data."""

from collections.abc import AsyncIterator

from api.database import migrations
from api.database.inspection import inspect
from api.database.pool import Connection
from api.doctor.findings import Finding, fail, ok, warn
from api.engine import Engine
from api.errors import MigrationError
from schema.conformance import disagreements

_INVALID = """
SELECT string_agg(indexrelid::regclass::text, ', ' ORDER BY indexrelid::regclass::text) FROM pg_index
WHERE NOT (indisvalid AND indisready)
"""
_INDEXES = """
SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
WHERE c.relnamespace = 'public'::regnamespace
"""
_REVISION = """
SELECT max(number) AS number, max(at) AS at, extract(epoch FROM clock_timestamp() - max(at)) / 86400 AS days FROM revision
"""
# A table of some size that was never measured is planned by guesses.
_UNMEASURED = """
SELECT string_agg(oid::regclass::text, ', ' ORDER BY oid::regclass::text) FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND reltuples < 0 AND pg_relation_size(oid) > 1048576
"""
# Transaction ids wrap around at two thousand million; vacuum should have been there long before.
_AGE = "SELECT age(datfrozenxid) FROM pg_database WHERE datname = current_database()"
OLD_AGE = 1_000_000_000
OLD_DAYS = 400


async def migrated(connection: Connection) -> Finding:
    """Whether the tables are those of this code."""
    if await connection.fetchval("SELECT to_regclass('public.migration') IS NULL"):
        return fail("migrations", "the database has no tables.", "run `detente migrate`.")
    known = migrations.read()
    try:
        pending = await migrations.check(connection, known)
    except MigrationError as error:
        return fail("migrations", error.message, error.hint or "use the database that belongs to this code.")
    if pending:
        names = ", ".join(each.name for each in pending)
        return fail("migrations", f"{names} are not applied.", "run `detente migrate`.")
    return ok("migrations", f"all {len(known)} are applied.")


async def check(connection: Connection, engine: Engine) -> AsyncIterator[Finding]:
    """Look at tables, indexes and data; the migrations must be applied."""
    found = disagreements(engine.catalog, await inspect(connection))
    for sentence in found:
        yield fail(
            "catalog", sentence, "undo what was changed in the database by hand, or restore it from a backup."
        )
    if not found:
        yield ok("catalog", "the tables keep what the schema promises.")
    yield await _indexes(connection)
    yield await _statistics(connection)
    yield await _age(connection)
    yield await _revision(connection)


async def _indexes(connection: Connection) -> Finding:
    if invalid := await connection.fetchval(_INVALID):
        fix = "; ".join(f"REINDEX INDEX CONCURRENTLY {name}" for name in invalid.split(", "))
        return fail("indexes", f"{invalid} cannot be used.", f"as the owner: {fix};")
    return ok("indexes", f"all {await connection.fetchval(_INDEXES)} can be used.")


async def _statistics(connection: Connection) -> Finding:
    if await connection.fetchval("SHOW autovacuum") != "on":
        return warn(
            "statistics",
            "autovacuum is off.",
            "set autovacuum = on: without it tables bloat and plans go wrong.",
        )
    if unmeasured := await connection.fetchval(_UNMEASURED):
        return warn(
            "statistics",
            f"{unmeasured} were never analyzed.",
            f"as the owner: ANALYZE {unmeasured};",
        )
    return ok("statistics", "tables are vacuumed and analyzed.")


async def _age(connection: Connection) -> Finding:
    age = await connection.fetchval(_AGE)
    if age > OLD_AGE:
        return fail(
            "transactions",
            f"the oldest is {age:,} old; at 2,000,000,000 Postgres stops.",
            "as a superuser: VACUUM (FREEZE); and see what keeps autovacuum from it.",
        )
    return ok("transactions", f"the oldest is {age:,} old.")


async def _revision(connection: Connection) -> Finding:
    found = await connection.fetchrow(_REVISION)
    if found is None or found["number"] is None:
        return fail("data", "nothing was ever loaded.", "run `detente seed`.")
    message = f"revision {found['number']}, of {found['at']:%Y-%m-%d %H:%M} UTC."
    if found["days"] > OLD_DAYS:
        return warn("data", message, "load what was learned since: `detente seed` of a newer version.")
    return ok("data", message)
