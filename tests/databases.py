"""Template databases, made once per run by whichever worker comes first, and their clones."""

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import asyncpg

from api.database import migrations, urls
from api.database.bootstrap import bootstrap
from api.database.cluster import SUPERUSER
from api.database.connect import connected
from api.database.embedded import Server
from api.database.urls import OWNER
from seeds import loader

# A run makes and drops hundreds of databases, each of hundreds of files: in memory, that takes a third off its time.
MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30

MIGRATED = "template_migrated"
SEEDED = "template_seeded"

# CREATE DATABASE copies what is in a database, not what is said of it.
_COPY_SETTINGS = """
INSERT INTO pg_db_role_setting (setdatabase, setrole, setconfig)
SELECT (SELECT oid FROM pg_database WHERE datname = $2), setrole, setconfig
FROM pg_db_role_setting WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = $1)
"""
_COPY_RIGHTS = """
UPDATE pg_database SET datacl = (SELECT datacl FROM pg_database WHERE datname = $1) WHERE datname = $2
"""


def place() -> Path | None:
    """Where a run keeps its databases: in memory, where there is room, or in the usual folder of what is temporary."""
    in_memory = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ROOM
    return MEMORY if in_memory else None


async def make_owner(server: Server, folder: Path) -> None:
    """Make the owner and its database, once per run."""
    with _once(folder / OWNER) as first:
        if first:
            await bootstrap(server)


async def make_migrated(server: Server, folder: Path) -> None:
    """Make the migrated template, once per run."""
    with _once(folder / MIGRATED) as first:
        if not first:
            return
        await clone(server, "template1", MIGRATED)
        async with connected(urls.embedded(server, MIGRATED).owner) as owner:
            await migrations.migrate(owner, migrations.read())


async def make_seeded(server: Server, folder: Path) -> None:
    """Make the template with all the seeds, once per run."""
    with _once(folder / SEEDED) as first:
        if not first:
            return
        await clone(server, MIGRATED, SEEDED)
        async with connected(urls.embedded(server, SEEDED).writer) as writer:
            await loader.load(writer)


async def clone(server: Server, template: str, name: str) -> None:
    """A database like another, with its rights and role settings."""
    # Copied files are to be written before and after: on a disk, pages written to the log are sooner there.
    strategy = "file_copy" if server.cluster.is_relative_to(MEMORY) else "wal_log"
    async with connected(server.url(SUPERUSER, "postgres")) as connection:
        await connection.execute(
            f"CREATE DATABASE {name} OWNER {OWNER} TEMPLATE {template} STRATEGY {strategy}"
        )
        if template != "template1":
            await _copy_what_is_said(connection, template, name)


async def drop(server: Server, name: str) -> None:
    """Remove a database, whoever is still connected."""
    async with connected(server.url(SUPERUSER, "postgres")) as connection:
        await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


async def _copy_what_is_said(connection: asyncpg.Connection, template: str, name: str) -> None:
    await connection.execute(_COPY_SETTINGS, template, name)
    await connection.execute(_COPY_RIGHTS, template, name)


@contextlib.contextmanager
def _once(mark: Path) -> Iterator[bool]:
    """True for the first of all workers, whom the others await."""
    with mark.with_suffix(".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield not mark.exists()
        mark.touch()
