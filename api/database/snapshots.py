"""Reads with many statements from one moment of the data: what is too long for one of them."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

import asyncpg

from api.database.connect import translated
from api.database.pool import CLOSE_LIMIT, Connection
from api.database.reader import ONE_PLAN
from api.database.revisions import NEWEST, STATE, Edition, State
from api.database.servers import OVERTAKEN, Servers
from api.errors import LATER, DatabaseError, DatabaseUnavailable

# Who reads page by page may wait between two of them, for the client or for its budget.
IDLE_SECONDS = 120
_BEGIN = f"""
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL idle_in_transaction_session_timeout = '{IDLE_SECONDS}s';
"""


@dataclass(slots=True)
class Snapshot:
    """One moment of the data, on a connection of its own: a long transaction takes none from the pool.

    Attributes:
        edition: What the data were at that moment.
    """

    connection: Connection
    edition: Edition
    _steady: bool = True

    async def read(self, sql: str, arguments: tuple[object, ...], *, steady: bool = False) -> bytes:
        """Run a statement of the engine, and return its data."""
        with translated():
            if steady is not self._steady:
                mode = ONE_PLAN if steady else "auto"
                await self.connection.execute(f"SET LOCAL plan_cache_mode = {mode}")
                self._steady = steady
            row = await self.connection.fetchrow(sql, *arguments)
        assert row is not None, "a statement of the engine returns one row"
        data, revision = row
        assert (revision or 0) == self.edition.revision, "all statements see the same moment"
        return bytes(data)


@contextlib.asynccontextmanager
async def open_snapshot(servers: Servers, at_least: int = 0) -> AsyncIterator[Snapshot]:
    """A snapshot of data of this revision or newer, and no older than any answer before."""
    connection, edition = await _begin(servers, at_least)
    try:
        yield Snapshot(connection, edition)
    except BaseException:
        # A statement may still run.
        connection.terminate()
        raise
    else:
        await _close(connection)


async def _begin(servers: Servers, at_least: int) -> tuple[Connection, Edition]:
    for _ in range(OVERTAKEN):
        least = max(at_least, servers.revisions.answered)
        member = await servers.member(least)
        try:
            with translated():
                connection = await member.reader.pool.connect()
        except DatabaseError:
            # There may be another.
            member.reader.leave_alone()
            continue
        try:
            with translated():
                await connection.execute(_BEGIN)
                state = State.read(await connection.fetchrow(STATE, NEWEST))
        except BaseException:
            connection.terminate()
            raise
        servers.revisions.learn_whole(state)
        if state.revision >= max(least, servers.revisions.answered):
            servers.revisions.answered = state.revision
            return connection, Edition(state.revision, state.made, state.tables)
        await _close(connection)
    raise DatabaseUnavailable("No server at hand has the newest data.", LATER)


async def _close(connection: Connection) -> None:
    """Leave; the server ends what was begun."""
    with contextlib.suppress(OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
        await connection.close(timeout=CLOSE_LIMIT)
