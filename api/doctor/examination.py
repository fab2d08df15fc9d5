"""Looks at everything in turn: what cannot be looked at because of something worse is left out."""

from collections.abc import AsyncIterator

from api.database.connect import connected
from api.database.pool import Connection
from api.database.urls import place
from api.doctor import rights, servers, settings, tables
from api.doctor.findings import Finding, fail, ok
from api.doctor.patient import Patient
from api.errors import DetenteError


async def examine(patient: Patient) -> AsyncIterator[Finding]:
    """Yield what is found, as it is found."""
    for finding in settings.check(patient):
        yield finding
    if patient.server:
        yield servers.disk(patient.server.cluster.parent)
    for login, url in (("owner", patient.owner), ("writer", patient.writer)):
        if url is None:
            yield ok("login", f"the {login}'s is not known here, so what it may do is left out.")
            continue
        async for finding in _login(login, url):
            yield finding
    newest: int | None = None
    # The primary's revision is what a replica's is compared with, and it is named last.
    for url in reversed(patient.readers):
        async for finding, revision in _server(patient, url, newest):
            newest = revision if newest is None else newest
            yield finding


async def _login(login: str, url: str) -> AsyncIterator[Finding]:
    try:
        async with connected(url) as connection:
            yield ok("login", f"the {login} reaches {place(url)}.")
            if login == "owner":
                async for finding in rights.check_owner(connection):
                    yield finding
            elif await _has_tables(connection):
                async for finding in rights.check_writer(connection):
                    yield finding
    except DetenteError as error:
        yield fail("login", f"the {login}: {error.message}", error.hint or "see that the server runs.")


async def _server(
    patient: Patient, url: str, newest: int | None
) -> AsyncIterator[tuple[Finding, int | None]]:
    """What one server shows the reader, each with the revision it has."""
    revision: int | None = None
    try:
        async with connected(url) as reader:
            version = (await reader.fetchval("SHOW server_version")).split()[0]
            yield ok("server", f"{place(url)} is Postgres {version}."), None
            yield await servers.clock(reader), None
            yield await servers.room(reader, patient.settings), None
            if not patient.server:
                yield await servers.size(reader), None
            migrated = await tables.migrated(reader)
            yield migrated, None
            if migrated.level != "ok":
                return
            revision = await reader.fetchval("SELECT max(number) FROM revision")
            async for finding in _of_tables(patient, reader, newest):
                yield finding, revision
    except DetenteError as error:
        yield fail("server", error.message, error.hint or "see that the server runs."), None


async def _of_tables(patient: Patient, reader: Connection, newest: int | None) -> AsyncIterator[Finding]:
    async for finding in servers.replication(reader, newest):
        yield finding
    async for finding in rights.check_reader(reader):
        yield finding
    async for finding in tables.check(reader, patient.engine):
        yield finding


async def _has_tables(connection: Connection) -> bool:
    found: bool = await connection.fetchval("SELECT to_regclass('public.migration') IS NOT NULL")
    return found
