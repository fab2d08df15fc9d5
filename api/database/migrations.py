"""Brings a database to the tables this code needs: each numbered file once, all pending ones at once."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from api.database.revisions import CHANNEL
from api.database.urls import READER, WRITER
from api.errors import MigrationError

FOLDER = Path(__file__).parents[2] / "schema" / "tables"
# Any constant will do, as long as every version of this code takes the same lock.
LOCK = 0x64E7E17E

_LEDGER = """
CREATE TABLE IF NOT EXISTS migration (
    version integer PRIMARY KEY,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE migration IS 'Which files of schema/tables have been applied to this database.';
COMMENT ON COLUMN migration.version IS 'The number the file starts with.';
COMMENT ON COLUMN migration.name IS 'The file''s name.';
COMMENT ON COLUMN migration.checksum IS 'SHA-256 of the file''s text: an applied file must not change.';
COMMENT ON COLUMN migration.applied_at IS 'When it was applied.';
"""


@dataclass(frozen=True, slots=True)
class Migration:
    """One file of schema/tables."""

    version: int
    name: str
    sql: str

    @property
    def checksum(self) -> str:
        """SHA-256 of the text."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def read(folder: Path = FOLDER) -> list[Migration]:
    """The migrations of a folder in their order; refuses names and numbers that leave the order open."""
    found = []
    for path in sorted(folder.glob("*.sql")):
        match = re.fullmatch(r"(\d{4})_[a-z0-9_]+", path.stem)
        if match is None:
            raise MigrationError(f"{path} is not named like 0001_words.sql.", "rename the file.")
        found.append(Migration(int(match[1]), path.name, path.read_text(encoding="utf-8")))
    for place, migration in enumerate(found, start=1):
        if migration.version != place:
            raise MigrationError(
                f"{folder / migration.name} should have the number {place:04}.",
                "number the files 0001, 0002, … without gaps or repeats.",
            )
    return found


async def migrate(connection: asyncpg.Connection, migrations: Sequence[Migration]) -> list[Migration]:
    """Apply what is pending, all in one transaction; what was applied."""
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock($1)", LOCK)
        await connection.execute("SET LOCAL client_min_messages = warning")
        if await connection.fetchval("SELECT to_regclass('public.migration') IS NULL"):
            await connection.execute(_LEDGER)
        pending = await check(connection, migrations)
        if await connection.fetchval("SELECT to_regproc('show_limit') IS NOT NULL"):
            # A function may not be given a setting of an extension whose library is not loaded.
            await connection.execute("SELECT show_limit()")
        for migration in pending:
            await _apply(connection, migration)
        if pending:
            await _show_ledger(connection)
            # Other tables may give other answers from the same revision.
            await connection.execute("SELECT pg_notify($1, '0')", CHANNEL)
    return pending


async def check(connection: asyncpg.Connection, migrations: Sequence[Migration]) -> list[Migration]:
    """The pending migrations; refuses a database that is newer than the code, or differs from it."""
    applied = await connection.fetch("SELECT version, name, checksum FROM migration ORDER BY version")
    if len(applied) > len(migrations):
        beyond = applied[len(migrations)]
        raise MigrationError(
            f"The database is newer than this code: it has {beyond['name']}, which this code does not know.",
            "run the newer code, or use another database.",
        )
    for row, migration in zip(applied, migrations, strict=False):
        if (row["version"], row["checksum"]) != (migration.version, migration.checksum):
            raise MigrationError(
                f"{migration.name} is not the file that was applied to this database as {row['name']}.",
                "restore the file and put the change into a new one; "
                "or, if the data can be loaded anew, use a new database.",
            )
    return list(migrations[len(applied) :])


async def _apply(connection: asyncpg.Connection, migration: Migration) -> None:
    try:
        await connection.execute(migration.sql)
    except asyncpg.PostgresError as fault:
        where = f"line {_line(migration.sql, fault)}" if getattr(fault, "position", None) else "no line given"
        raise MigrationError(
            f"{migration.name}, {where}: {fault} (SQLSTATE {fault.sqlstate}). Nothing was applied.",
            getattr(fault, "hint", None) or "correct the file and run `detente migrate` again.",
        ) from fault
    await connection.execute(
        "INSERT INTO migration (version, name, checksum) VALUES ($1, $2, $3)",
        migration.version,
        migration.name,
        migration.checksum,
    )


def _line(sql: str, fault: asyncpg.PostgresError) -> int:
    return sql.count("\n", 0, int(str(getattr(fault, "position", "1")))) + 1


async def _show_ledger(connection: asyncpg.Connection) -> None:
    """The ready check runs as the reader, the check of all tables as the writer; the first migration makes both."""
    for role in (READER, WRITER):
        if await connection.fetchval("SELECT true FROM pg_roles WHERE rolname = $1", role):
            await connection.execute(f"GRANT SELECT ON migration TO {role}")
