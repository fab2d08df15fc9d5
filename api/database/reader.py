"""Reads from one server: logged in as the reader, one statement per operation."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar
from weakref import WeakSet

import asyncpg

from api.database.connect import SESSION, translated
from api.database.pool import Connection, Pool
from api.errors import LATER, DatabaseError, DatabaseUnavailable, StatementCancelled, StatementTimeout

ARRAYS = ("text", "bigint", "integer", "date", "boolean", "timestamptz")

# A statement that asyncpg may not cache would be parsed and planned anew at each call.
UNLIMITED = 0
# Short, for a request waits; and another server may be at hand.
OPEN_LIMIT = 3.0
# How long a server that could not be reached is left alone, so that nobody waits for it in vain.
PAUSE = 0.25

# Planning a deep statement takes longer than running it. What Postgres weighs against that is too low a guess.
ONE_PLAN = "force_generic_plan"

T = TypeVar("T")


@dataclass(slots=True)
class Reader:
    """Runs statements as the reader; each is tried once, and whole."""

    pool: Pool
    statement_timeout_ms: int
    down_until: float = 0.0
    _choosy: "WeakSet[Connection]" = field(default_factory=WeakSet)

    @property
    def down(self) -> bool:
        """Whether it could not be reached a moment ago."""
        return time.monotonic() < self.down_until

    async def row(self, sql: str, *arguments: object, steady: bool = True) -> asyncpg.Record | None:
        """The first row of one statement; a steady one is planned once, for any values."""
        return await self._run(asyncpg.Connection.fetchrow, sql, arguments, steady=steady)

    async def rows(self, sql: str, *arguments: object) -> list[asyncpg.Record]:
        """All rows of one statement."""
        return await self._run(asyncpg.Connection.fetch, sql, arguments, steady=True)

    async def _run(
        self, fetch: Callable[..., Awaitable[T]], sql: str, arguments: tuple[object, ...], *, steady: bool
    ) -> T:
        idle = self.pool.take(lambda each: (each in self._choosy) is not steady)
        connection = idle or await self._connection(steady=steady)
        started = time.monotonic()
        try:
            with translated():
                if (connection in self._choosy) is steady:
                    await self._turn(connection, steady=steady)
                return await fetch(connection, sql, *arguments)
        except StatementTimeout as timeout:
            # Postgres says the same of a statement that somebody cancels.
            early = (time.monotonic() - started) * 1000 < self.statement_timeout_ms
            if early and isinstance(timeout.__cause__, asyncpg.QueryCanceledError):
                raise StatementCancelled("The statement was cancelled in the database.", LATER) from None
            raise
        except DatabaseError:
            # The session is gone, or not what it was.
            connection.terminate()
            raise
        except asyncpg.PostgresError:
            raise
        except BaseException:
            # The statement may still run.
            connection.terminate()
            raise
        finally:
            self.pool.release(connection)

    async def _connection(self, *, steady: bool) -> Connection:
        try:
            with translated():
                return await self.pool.acquire(lambda each: (each in self._choosy) is not steady)
        except DatabaseError as refusal:
            self.leave_alone()
            raise DatabaseUnavailable("The database cannot be reached.", LATER) from refusal

    async def _turn(self, connection: Connection, *, steady: bool) -> None:
        """Let a session plan statements once, or as Postgres sees fit: by their values, if that seems to pay."""
        await connection.execute(f"SET plan_cache_mode = {ONE_PLAN if steady else 'auto'}")
        (self._choosy.discard if steady else self._choosy.add)(connection)

    def leave_alone(self, seconds: float = PAUSE) -> None:
        """Ask nothing of the server for a while."""
        self.down_until = max(self.down_until, time.monotonic() + seconds)


@dataclass(frozen=True, slots=True)
class PoolLimits:
    """What the pool of one server may do.

    Attributes:
        size: Most connections.
        queue: Most requests that wait for one.
        patience: Longest that one of them waits, in seconds.
        statement_timeout_ms: Longest that a statement may run.
    """

    size: int
    queue: int = 100
    patience: float = 1.0
    statement_timeout_ms: int = 5000


def make_reader(url: str, limits: PoolLimits) -> Reader:
    """A reader that opens its connections as it needs them."""
    settings = {**SESSION, "plan_cache_mode": ONE_PLAN, "statement_timeout": str(limits.statement_timeout_ms)}

    async def connect() -> Connection:
        async with asyncio.timeout(OPEN_LIMIT):
            connection = await asyncpg.connect(
                url,
                max_cacheable_statement_size=UNLIMITED,
                max_cached_statement_lifetime=UNLIMITED,
                server_settings=settings,
            )
            try:
                await _prepare_types(connection)
            except BaseException:
                # Who opens it may be out of patience.
                connection.terminate()
                raise
        return connection

    return Reader(Pool(connect, limits.size, limits.queue, limits.patience), limits.statement_timeout_ms)


@contextlib.asynccontextmanager
async def open_reader(url: str, *, size: int, statement_timeout_ms: int) -> AsyncIterator[Reader]:
    """A reader with one connection made, so that a wrong address fails now."""
    reader = make_reader(url, PoolLimits(size, statement_timeout_ms=statement_timeout_ms))
    try:
        with translated():
            await reader.pool.warm(1)
        yield reader
    finally:
        await reader.pool.close()


async def _prepare_types(connection: Connection) -> None:
    """Settle all questions of types now: asyncpg asks the database about arrays when it first meets them."""
    await connection.set_type_codec(
        "json", schema="pg_catalog", encoder=_as_is, decoder=_as_is, format="binary"
    )
    # The driver takes the first and the last day that Python has for the infinities.
    await connection.set_type_codec("date", schema="pg_catalog", encoder=str, decoder=str, format="text")
    await connection.prepare(f"SELECT {', '.join(f'${n}::{each}[]' for n, each in enumerate(ARRAYS, 1))}")


def _as_is(value: bytes) -> bytes:
    return value
