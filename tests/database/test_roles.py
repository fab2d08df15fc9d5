"""Three roles log in as themselves, and each may do its own work only."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from api.database import connect, embedded, migrations, roles, urls
from api.database.bootstrap import bootstrap
from api.database.connect import connected
from api.database.embedded import Server
from api.database.urls import Urls
from api.errors import DatabaseError, DatabaseUnavailable, RoleError


@pytest.fixture
async def as_reader(database: Urls) -> AsyncIterator[asyncpg.Connection]:
    """A connection to `database` as the reader."""
    async with connected(database.reader) as connection:
        yield connection


async def test_the_reader_logs_in_as_itself(as_reader: asyncpg.Connection) -> None:
    """There is no role behind the session that RESET ROLE could give back."""
    await as_reader.execute("RESET ROLE")
    assert (
        await as_reader.fetchval("SELECT ARRAY[session_user, current_user]::text[]") == ["detente_reader"] * 2
    )


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO revision (number) VALUES (1)",
        "CREATE TABLE mine (id integer)",
        "CREATE TEMPORARY TABLE mine (id integer)",
        "SET ROLE detente_owner",
        "SET SESSION AUTHORIZATION detente_owner",
        "SELECT * FROM confidential.detainee_name",
        "SELECT before FROM change",
        "COPY (SELECT 1) TO PROGRAM 'cat'",
        "SELECT pg_read_file('PG_VERSION')",
    ],
)
async def test_the_reader_may_only_read(as_reader: asyncpg.Connection, statement: str) -> None:
    """Not even after it has switched the read-only default off."""
    await as_reader.execute("SET default_transaction_read_only = off")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await as_reader.execute(statement)


async def test_the_reader_reads_only_by_default(as_reader: asyncpg.Connection) -> None:
    """Its transactions are read-only and end at a limit before any statement says so."""
    shown = [
        await as_reader.fetchval(f"SHOW {name}") for name in ("transaction_read_only", "statement_timeout")
    ]
    assert shown[0] == "on"
    assert shown[1] != "0"


async def test_the_writer_may_not_change_tables(database: Urls) -> None:
    """It loads rows; only the owner migrates."""
    async with connected(database.writer) as writer:
        assert await writer.fetchval("SELECT session_user") == "detente_writer"
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await writer.execute("CREATE TABLE mine (id integer)")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await writer.execute("DROP TABLE revision")


async def test_the_owner_is_no_superuser(owner: asyncpg.Connection) -> None:
    """What the embedded server needs, a managed Postgres grants too."""
    assert await owner.fetchval("SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False


async def test_an_owner_that_may_not_make_roles_is_told_the_remedy(
    server: Server, empty_database: Urls
) -> None:
    """The message has the SQL for a superuser to run."""
    name = "powerless"
    superuser = server.url("postgres", empty_database.owner.partition("?")[0].rpartition("/")[2])
    async with connected(superuser) as connection:
        await connection.execute(f"DROP ROLE IF EXISTS {name}; CREATE ROLE {name} LOGIN")
    async with connected(urls.as_role(empty_database.owner, name)) as powerless:
        with pytest.raises(RoleError, match="ALTER ROLE powerless CREATEROLE"):
            await roles.check_rights(powerless)


async def test_an_older_postgres_is_refused(database: Urls, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names both versions."""
    monkeypatch.setattr(connect, "MAJOR_VERSION", 99)
    with pytest.raises(DatabaseError, match="is Postgres 18; Détente needs 99 or later"):
        await connect.open_connection(database.reader)


async def test_a_database_out_of_reach_is_named_without_its_password() -> None:
    """The message shows the address and hides the password."""
    with pytest.raises(DatabaseUnavailable, match=r"postgresql://o:\*\*\*@127\.0\.0\.1:1/d"):
        await connect.open_connection("postgresql://o:s3cret@127.0.0.1:1/d")


def test_derived_passwords_let_the_roles_in() -> None:
    """Where logins need passwords, `migrate` gives both roles those that their addresses carry."""
    folder = Path(tempfile.mkdtemp(prefix="detente-test-"))
    try:
        with embedded.use(folder, lambda _: None, {"fsync": "off"}) as server:
            asyncio.run(_log_in_by_password(server))
    finally:
        shutil.rmtree(folder)


async def _log_in_by_password(server: Server) -> None:
    await bootstrap(server)
    async with connected(server.url("postgres", "postgres")) as superuser:
        await superuser.execute("ALTER ROLE detente_owner PASSWORD 'p@ss'")
        (server.cluster / "pg_hba.conf").write_text("local all postgres trust\nlocal all all scram-sha-256\n")
        await superuser.execute("SELECT pg_reload_conf()")
    found = urls.external(server.url("detente_owner:p%40ss", "detente"))
    async with connected(found.owner) as owner:
        await migrations.migrate(owner, migrations.read())
        with pytest.raises(DatabaseUnavailable, match="password"):
            await connect.open_connection(found.reader)
        await roles.set_passwords(owner, found)
    for url, role in ((found.reader, urls.READER), (found.writer, urls.WRITER)):
        async with connected(url) as connection:
            assert await connection.fetchval("SELECT session_user") == role
