"""The pool the API reads through: logged in as the reader, one statement per operation."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

import asyncpg

from api.database.connect import CONNECT_LIMIT, SESSION, translated

ARRAYS = ("text", "bigint", "integer", "date", "boolean", "timestamptz")

# A statement that asyncpg may not cache would be parsed and planned anew at each call.
UNLIMITED = 0


@dataclass(frozen=True, slots=True)
class Reader:
    """Runs statements as the reader."""

    pool: "asyncpg.Pool[asyncpg.Record]"

    async def row(self, sql: str, *arguments: object) -> asyncpg.Record | None:
        """The first row of one statement."""
        with translated():
            return await self.pool.fetchrow(sql, *arguments)

    async def rows(self, sql: str, *arguments: object) -> list[asyncpg.Record]:
        """All rows of one statement."""
        with translated():
            return await self.pool.fetch(sql, *arguments)


@contextlib.asynccontextmanager
async def open_reader(url: str, *, size: int, statement_timeout_ms: int) -> AsyncIterator[Reader]:
    """Open the pool with one connection made, so that a wrong address fails now."""
    with translated():
        pool = await asyncpg.create_pool(
            url,
            min_size=1,
            max_size=size,
            timeout=CONNECT_LIMIT,
            max_queries=1_000_000,
            max_inactive_connection_lifetime=0,
            max_cacheable_statement_size=UNLIMITED,
            max_cached_statement_lifetime=UNLIMITED,
            server_settings={**SESSION, "statement_timeout": str(statement_timeout_ms)},
            init=_prepare_types,
            reset=_leave_as_is,
        )
    try:
        yield Reader(pool)
    finally:
        await pool.close()


async def _prepare_types(connection: asyncpg.Connection) -> None:
    """Settle all questions of types now: asyncpg asks the database about arrays when it first meets them."""
    await connection.set_type_codec(
        "json", schema="pg_catalog", encoder=_as_is, decoder=_as_is, format="binary"
    )
    # The driver takes the first and the last day that Python has for the infinities.
    await connection.set_type_codec("date", schema="pg_catalog", encoder=str, decoder=str, format="text")
    await connection.prepare(f"SELECT {', '.join(f'${n}::{each}[]' for n, each in enumerate(ARRAYS, 1))}")


async def _leave_as_is(_: asyncpg.Connection) -> None:
    """Spare each request a round trip: the reader runs single statements and changes no session state."""


def _as_is(value: bytes) -> bytes:
    return value
