"""The API's pool: fixed session settings, JSON as bytes, plans kept, limits translated."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from api.database.cluster import SUPERUSER
from api.database.connect import connected
from api.database.embedded import Server
from api.database.reader import ONE_PLAN, Reader, open_reader
from api.database.urls import Urls
from api.errors import StatementTimeout
from tests.recorder import Recorder


@pytest.fixture
async def pool(database: Urls) -> AsyncIterator[Reader]:
    """A pool with one connection and a short limit."""
    async with open_reader(database.reader, size=1, statement_timeout_ms=100) as reader:
        yield reader


async def _value(reader: Reader, sql: str) -> object:
    row = await reader.row(sql)
    assert row is not None
    return row[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("jit", "off"),
        ("TimeZone", "UTC"),
        ("DateStyle", "ISO, YMD"),
        ("statement_timeout", "100ms"),
        ("search_path", "public"),
        ("default_transaction_read_only", "on"),
    ],
)
async def test_a_session_is_set_up_the_same_everywhere(pool: Reader, name: str, value: str) -> None:
    """Answers do not depend on how a server or a role is configured."""
    assert await _value(pool, f"SHOW {name}") == value


async def test_json_comes_as_the_bytes_postgres_wrote(pool: Reader) -> None:
    """Nothing is decoded: key order, spaces and repeats stay."""
    assert await _value(pool, """SELECT '{"b": 1,  "a": "é"}'::json""") == '{"b": 1,  "a": "é"}'.encode()


async def test_a_long_statement_is_prepared_once(pool: Reader) -> None:
    """However long its text, the second run needs no new plan."""
    long = "SELECT 1 /* " + "x" * 20_000 + " */"
    await pool.row(long)
    await pool.row(long)
    assert (
        await _value(pool, "SELECT count(*) FROM pg_prepared_statements WHERE length(statement) > 20000") == 1
    )


async def test_a_call_is_one_statement(pool: Reader) -> None:
    """Taking a connection and giving it back costs no round trip."""
    async with Recorder.on(pool.pool) as recorder:
        await pool.row("SELECT 1")
        await pool.row("SELECT 2")
    assert await recorder.seen() == ["SELECT 1", "SELECT 2"]


async def test_a_session_plans_as_the_statement_needs_it(pool: Reader) -> None:
    """What is steady is planned once, for any values; what is not, as Postgres sees fit, whichever came before."""
    for steady, mode in ((True, ONE_PLAN), (False, "auto"), (False, "auto"), (True, ONE_PLAN)):
        row = await pool.row("SHOW plan_cache_mode", steady=steady)
        assert row is not None
        assert row[0] == mode


async def test_sessions_are_chosen_by_how_they_plan(database: Urls) -> None:
    """Where both kinds of sessions are idle, none is turned round."""
    async with (
        open_reader(database.reader, size=2, statement_timeout_ms=1_000) as reader,
        Recorder.on(reader.pool) as recorder,
    ):
        await reader.row("SHOW plan_cache_mode", steady=False)
        await recorder.seen()
        recorder.clear()
        for steady in (True, False, True):
            await reader.row("SHOW plan_cache_mode", steady=steady)
        assert await recorder.seen() == ["SHOW plan_cache_mode"] * 3
        assert recorder.set_up == 0


async def test_a_slow_statement_is_a_timeout_and_the_pool_goes_on(pool: Reader) -> None:
    """The limit ends the statement, not the connection."""
    with pytest.raises(StatementTimeout):
        await pool.row("SELECT pg_sleep(5)")
    assert await _value(pool, "SELECT 1") == 1


async def test_a_lost_connection_is_replaced(pool: Reader, server: Server) -> None:
    """When the server drops a connection, the pool makes another."""
    lost = await _value(pool, "SELECT pg_backend_pid()")
    async with connected(server.url(SUPERUSER, "postgres")) as superuser:
        await superuser.execute("SELECT pg_terminate_backend($1)", lost)
    await asyncio.sleep(0.05)
    assert await _value(pool, "SELECT pg_backend_pid()") != lost
