"""The servers below the database: room for connections, replication, the clock, the disk."""

import shutil
import time
from collections.abc import AsyncIterator
from pathlib import Path

from api.database.pool import Connection
from api.doctor.findings import Finding, fail, ok, warn
from api.settings import Settings

# A listener and a health check of each worker stand beside its pool; an operator wants to get in too.
BESIDE_POOL = 2
FOR_PEOPLE = 3
LAG_SECONDS = 60.0
CLOCK_WARN, CLOCK_FAIL = 2.0, 60.0
DISK_WARN, DISK_FAIL = 5 * 1024**3, 512 * 1024**2

_ROOM = """
SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
        - current_setting('reserved_connections')::int AS room,
    (SELECT rolconnlimit FROM pg_roles WHERE rolname = current_user) AS role_limit,
    (SELECT datconnlimit FROM pg_database WHERE datname = current_database()) AS database_limit
"""
_REPLICA = """
SELECT pg_is_in_recovery() AS is_replica,
    current_setting('hot_standby_feedback') = 'on' AS feedback,
    pg_last_wal_receive_lsn() IS NULL AS detached,
    CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
        ELSE coalesce(extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()), 0) END::float8 AS lag,
    (SELECT max(number) FROM revision) AS revision
"""
_IDLE_SLOTS = """
SELECT string_agg(slot_name, ', ' ORDER BY slot_name) FROM pg_replication_slots WHERE NOT active
"""


async def room(connection: Connection, settings: Settings) -> Finding:
    """Whether every worker gets its connections."""
    found = await connection.fetchrow(_ROOM)
    assert found is not None
    limits = [found["room"]] + [
        limit for limit in (found["role_limit"], found["database_limit"]) if limit is not None and limit >= 0
    ]
    most = min(limits)
    need = settings.workers * (settings.pool_size + settings.exports + BESIDE_POOL)
    message = f"{settings.workers} workers want up to {need}, and there is room for {most}."
    if need > most:
        return fail(
            "connections",
            message,
            "set DETENTE_POOL_SIZE or DETENTE_WORKERS lower, or max_connections of Postgres higher.",
        )
    if need + FOR_PEOPLE > most:
        return warn("connections", message, "leave room for loads, and for you: raise max_connections.")
    return ok("connections", message)


async def replication(reader: Connection, newest: int | None) -> AsyncIterator[Finding]:
    """Whether a replica follows, or what a primary keeps for replicas that do not."""
    found = await reader.fetchrow(_REPLICA)
    assert found is not None
    if not found["is_replica"]:
        if idle := await reader.fetchval(_IDLE_SLOTS):
            yield warn(
                "replication",
                f"nobody reads from {idle}, for which the primary keeps its log.",
                "start the replica again, or drop the slot: SELECT pg_drop_replication_slot('…');",
            )
        else:
            yield ok("replication", "this is the primary.")
        return
    behind = newest is not None and (found["revision"] or 0) < newest
    message = f"a replica at revision {found['revision'] or 0}, {found['lag']:.1f} seconds behind."
    if found["detached"]:
        yield fail(
            "replication", "a replica that receives nothing.", "see its log: can it reach the primary?"
        )
    elif found["lag"] > LAG_SECONDS or behind:
        yield warn("replication", message, "see whether it is overloaded, or replays behind a long read.")
    elif not found["feedback"]:
        yield warn(
            "replication",
            f"{message} It does not tell the primary what it reads.",
            "set hot_standby_feedback = on there, or long reads are cancelled by vacuum on the primary.",
        )
    else:
        yield ok("replication", message)


async def clock(connection: Connection) -> Finding:
    """Whether the server has the same time as this machine: keys end by its clock, and limits by ours."""
    before = time.time()
    theirs = await connection.fetchval("SELECT extract(epoch FROM clock_timestamp())::float8")
    after = time.time()
    off = max(before - theirs, theirs - after, 0.0)
    if off > CLOCK_WARN:
        judge = fail if off > CLOCK_FAIL else warn
        return judge(
            "clock", f"the server's is {off:.0f} seconds off ours.", "have both follow an NTP server."
        )
    return ok("clock", "the server's agrees with ours.")


def disk(folder: Path) -> Finding:
    """Whether the embedded server has room to write."""
    free = shutil.disk_usage(folder).free
    message = f"{free / 1024**3:.1f} GiB are free in {folder}."
    if free < DISK_FAIL:
        return fail("disk", message, "make room now: Postgres stops when it cannot write its log.")
    if free < DISK_WARN:
        return warn("disk", message, "make room.")
    return ok("disk", message)


async def size(connection: Connection) -> Finding:
    """How large the database is, where its disk cannot be seen from here."""
    found = await connection.fetchval("SELECT pg_size_pretty(pg_database_size(current_database()))")
    return ok("disk", f"the database takes {found}; its disk is another machine's, so watch it there.")
