"""The pool lends connections, lets few wait and none for long, and survives what happens to connections."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from api.database.cluster import SUPERUSER
from api.database.connect import connected
from api.database.embedded import Server
from api.database.pool import Pool
from api.database.reader import PoolLimits, Reader, make_reader
from api.database.urls import READER, Urls
from api.errors import DatabaseUnavailable, Overloaded, StatementCancelled

ONE = PoolLimits(size=1, queue=2, patience=5.0, statement_timeout_ms=10_000)
SLOW = "SELECT pg_sleep(30)"


@pytest.fixture
async def reader(database: Urls) -> AsyncIterator[Reader]:
    """A reader with one connection, for which two may wait."""
    made = make_reader(database.reader, ONE)
    yield made
    await made.pool.close()


@pytest.fixture
async def superuser(server: Server) -> AsyncIterator[asyncpg.Connection]:
    """Who may end the sessions of others."""
    async with connected(server.url(SUPERUSER, "postgres")) as connection:
        yield connection


async def _until_busy(pool: Pool, waiting: int = 0) -> None:
    while pool.busy == 0 or pool.waiting < waiting:
        await asyncio.sleep(0.005)


async def _pid(reader: Reader) -> int:
    row = await reader.row("SELECT pg_backend_pid()")
    assert row is not None
    pid: int = row[0]
    return pid


async def test_who_waits_is_served_in_turn(reader: Reader) -> None:
    """A connection that comes back goes to whoever has waited longest, and no second one is opened."""
    done: list[int] = []

    async def ask(number: int) -> int:
        pid = await _pid(reader)
        done.append(number)
        return pid

    held = await reader.pool.acquire()
    tasks = [asyncio.create_task(ask(number)) for number in range(2)]
    await _until_busy(reader.pool, waiting=2)
    reader.pool.release(held)
    assert len(set(await asyncio.gather(*tasks))) == 1
    assert done == [0, 1]


async def test_a_full_queue_refuses_at_once(reader: Reader) -> None:
    """Beyond the queue's length a request is told to come back, and the pool does not grow."""
    held = await reader.pool.acquire()
    tasks = [asyncio.create_task(_pid(reader)) for _ in range(2)]
    await _until_busy(reader.pool, waiting=2)
    with pytest.raises(Overloaded, match="2 requests wait"):
        await reader.row("SELECT 1")
    reader.pool.release(held)
    await asyncio.gather(*tasks)


async def test_nobody_waits_for_long(database: Urls) -> None:
    """Patience ends with a refusal, and the place in the queue is free again."""
    reader = make_reader(database.reader, PoolLimits(size=1, patience=0.01))
    held = await reader.pool.acquire()
    with pytest.raises(Overloaded, match="too busy"):
        await reader.row("SELECT 1")
    assert reader.pool.waiting == 0
    reader.pool.release(held)
    await reader.pool.close()


async def test_who_stops_waiting_takes_no_connection_along(reader: Reader) -> None:
    """A connection handed over at the moment its taker is cancelled goes to the next."""
    held = await reader.pool.acquire()
    task = asyncio.create_task(reader.pool.acquire())
    await _until_busy(reader.pool, waiting=1)
    reader.pool.release(held)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (reader.pool.busy, len(reader.pool.idle)) == (0, 1)


async def test_a_cancelled_request_breaks_its_connection(reader: Reader) -> None:
    """Its statement may still run, so nobody else gets that connection."""
    before = await _pid(reader)
    task = asyncio.create_task(reader.row(SLOW))
    await _until_busy(reader.pool)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await _pid(reader) != before


async def test_a_lost_connection_lets_the_next_in_line_open_one(
    reader: Reader, superuser: asyncpg.Connection
) -> None:
    """When the only connection breaks, who waits for it is served by a new one."""
    pid = await _pid(reader)
    slow = asyncio.create_task(reader.row(SLOW))
    await _until_busy(reader.pool)
    waiting = asyncio.create_task(_pid(reader))
    await _until_busy(reader.pool, waiting=1)
    await superuser.execute("SELECT pg_terminate_backend($1)", pid)
    with pytest.raises(DatabaseUnavailable):
        await slow
    assert await waiting != pid


async def test_a_cancelled_statement_is_not_called_slow(
    reader: Reader, superuser: asyncpg.Connection
) -> None:
    """Who cancels a statement in the database leaves its request with a refusal, and the connection whole."""
    pid = await _pid(reader)
    slow = asyncio.create_task(reader.row(SLOW))
    await _until_busy(reader.pool)
    while not await superuser.fetchval("SELECT count(*) FROM pg_stat_activity WHERE query = $1", SLOW):
        await asyncio.sleep(0.01)
    await superuser.execute("SELECT pg_cancel_backend($1)", pid)
    with pytest.raises(StatementCancelled):
        await slow
    assert await _pid(reader) == pid


async def test_a_silent_servers_connections_can_be_dropped(reader: Reader) -> None:
    """Who waits for its answer is told, and the next request opens a new connection."""
    before = await _pid(reader)
    slow = asyncio.create_task(reader.row(SLOW))
    await _until_busy(reader.pool)
    reader.pool.drop()
    with pytest.raises(DatabaseUnavailable):
        await slow
    assert await _pid(reader) != before


async def test_where_no_more_connections_are_allowed_those_there_are_shared(
    database: Urls, server: Server, superuser: asyncpg.Connection
) -> None:
    """A server that is full refuses a new connection, and the request waits for an old one."""
    name = database.reader.partition("@/")[2].partition("?")[0]
    reader = make_reader(database.reader, PoolLimits(size=5, patience=5.0))
    held = await reader.pool.acquire()
    await superuser.execute(f"ALTER DATABASE {name} CONNECTION LIMIT 1")
    tasks = [asyncio.create_task(_pid(reader)) for _ in range(3)]
    await _until_busy(reader.pool, waiting=3)
    reader.pool.release(held)
    assert len(set(await asyncio.gather(*tasks))) == 1
    assert server.url(READER, name) == database.reader
    await reader.pool.close()


async def test_a_server_without_room_is_unavailable(database: Urls, superuser: asyncpg.Connection) -> None:
    """Without a single connection there is nothing to wait for."""
    name = database.reader.partition("@/")[2].partition("?")[0]
    await superuser.execute(f"ALTER DATABASE {name} CONNECTION LIMIT 0")
    reader = make_reader(database.reader, ONE)
    with pytest.raises(DatabaseUnavailable):
        await reader.row("SELECT 1")
    assert reader.down


async def test_a_changed_table_does_not_break_a_kept_statement(reader: Reader, database: Urls) -> None:
    """A plan that the database no longer accepts is made anew, unseen."""
    async with connected(database.owner) as owner:
        await owner.execute("CREATE VIEW shown AS SELECT 1 AS a; GRANT SELECT ON shown TO detente_reader")
        first = await reader.row("SELECT * FROM shown")
        await owner.execute("DROP VIEW shown; CREATE VIEW shown AS SELECT 1 AS a, 'x' AS b")
        await owner.execute("GRANT SELECT ON shown TO detente_reader")
    second = await reader.row("SELECT * FROM shown")
    assert first is not None
    assert second is not None
    assert (tuple(first), tuple(second)) == ((1,), (1, "x"))
