"""A real primary and a real replica, lost and found again: clients get answers or clear refusals, never older ones."""

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import asyncpg
import httpx
import pytest

from api import settings
from api.app import create_app
from api.database import migrations, urls
from api.database.attach import open_servers
from api.database.connect import connected
from api.database.reader import PoolLimits
from api.database.servers import Servers
from api.database.urls import Urls
from api.engine import Engine
from tests.answers.conftest import QUERY
from tests.database.commits import commit
from tests.deploy.topology import Postgres, Topology, standing
from tests.serving import serving

# What no client may read of our inside.
INSIDE = ("asyncpg", "127.0.0.1", "detente_reader", "FATAL", "Traceback", "/tmp")


@pytest.fixture(scope="module")
def topology() -> Iterator[Topology]:
    """Both servers, with tables and one revision."""
    with standing() as found:
        asyncio.run(_fill(found))
        yield found


async def _fill(topology: Topology) -> None:
    async with connected(topology.primary.url("owner")) as owner:
        await migrations.migrate(owner, migrations.read())
    await commit(_primary(topology))


def _primary(topology: Topology) -> Urls:
    return urls.external(topology.primary.url("owner"), topology.primary.url("writer"))


@pytest.fixture
async def servers(topology: Topology) -> AsyncIterator[Servers]:
    """The replica and the primary, as the API reads them; both up, and the replica with all there is."""
    addresses = [topology.replica.url("reader"), topology.primary.url("reader")]
    async with open_servers(addresses, PoolLimits(size=4, statement_timeout_ms=10_000)) as opened:
        await _until(lambda: _well(opened))
        yield opened


def _well(servers: Servers) -> bool:
    replica, primary = servers.members
    caught_up = replica.revision == servers.revisions.newest
    return servers.revisions.watched and primary.primary and not replica.primary and caught_up


@pytest.fixture
async def client(servers: Servers, engine: Engine) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application."""
    async with serving(create_app(settings.load(), engine, servers, version=1)) as opened:
        yield opened


async def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.01)


async def _ask(client: httpx.AsyncClient, number: int = 0, named: int | None = None) -> httpx.Response:
    """Ask something that is not kept yet: each number is another question."""
    headers = {} if named is None else {"Detente-Revision": str(named)}
    query = QUERY.replace("country", f"a{number}: country", 1)
    return await client.post("/graphql", json={"query": query}, headers=headers)


async def _until_answered(ask: Callable[[], Awaitable[httpx.Response]]) -> httpx.Response:
    deadline = time.monotonic() + 30
    while (response := await ask()).status_code != 200:
        _assert_clear(response)
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)
    return response


def _assert_clear(response: httpx.Response) -> None:
    """A refusal says what is wrong and when to come back, and nothing of the inside."""
    (error,) = response.json()["errors"]
    assert (response.status_code, error["extensions"]["code"]) == (503, "UNAVAILABLE")
    assert int(response.headers["retry-after"]) > 0
    assert not any(word in json.dumps(error) for word in INSIDE)


@contextlib.asynccontextmanager
async def _held(server: Postgres) -> AsyncIterator[asyncpg.Connection]:
    """A superuser's session on one server."""
    connection = await asyncpg.connect(
        f"postgresql://postgres@/detente?host={server.folder}&port={server.port}"
    )
    yield connection
    await connection.close()


async def test_a_replica_that_is_lost_is_not_missed(client: httpx.AsyncClient, topology: Topology) -> None:
    """Every request is answered: by the primary, until the replica is back."""
    assert (await _ask(client)).status_code == 200
    await asyncio.to_thread(topology.replica.kill)
    try:
        responses = [await _ask(client, number) for number in range(1, 20)]
    finally:
        await asyncio.to_thread(topology.replica.start)
    assert {response.status_code for response in responses} == {200}


async def test_without_a_primary_the_replica_answers(
    client: httpx.AsyncClient, topology: Topology, servers: Servers
) -> None:
    """What it has; who has seen more is told to come back, and is answered when the primary is there again."""
    newest = servers.revisions.newest
    async with _held(topology.replica) as superuser:
        await superuser.execute("SELECT pg_wal_replay_pause()")
        revision = await commit(_primary(topology))
        assert (await _ask(client, named=revision)).headers["detente-revision"] == str(revision)
        # This process has answered with the new one, so it gives the old one to nobody any more; another may.
        servers.revisions.answered = newest
        await asyncio.to_thread(topology.primary.kill)
        try:
            await _until(lambda: not servers.revisions.watched)
            assert (await _ask(client, 1)).headers["detente-revision"] == str(newest)
            _assert_clear(await _ask(client, 2, named=revision))
        finally:
            await superuser.execute("SELECT pg_wal_replay_resume()")
            await asyncio.to_thread(topology.primary.start)
    response = await _until_answered(lambda: _ask(client, 3, named=revision))
    assert response.headers["detente-revision"] == str(revision)


async def test_without_any_server_the_refusal_is_clear_and_short(
    client: httpx.AsyncClient, topology: Topology, servers: Servers
) -> None:
    """Running requests are refused, nothing hangs, and all is well by itself when the servers are back."""
    both = (topology.primary, topology.replica)
    slow = [asyncio.create_task(servers.row("SELECT pg_sleep(30)")) for _ in range(4)]
    await _until(lambda: sum(member.reader.pool.busy for member in servers.members) == len(slow))
    for server in both:
        await asyncio.to_thread(server.kill)
    try:
        done, _ = await asyncio.wait(slow, timeout=20)
        assert len(done) == len(slow)
        responses = await asyncio.gather(*(_ask(client, number) for number in range(10)))
        for response in responses:
            _assert_clear(response)
    finally:
        for server in both:
            await asyncio.to_thread(server.start)
    assert all(task.exception() for task in slow)
    assert (await _until_answered(lambda: _ask(client, 99))).json()["data"]
    await _until(lambda: servers.revisions.watched)


async def test_too_many_requests_at_once_are_refused_quickly(topology: Topology, engine: Engine) -> None:
    """Beyond the queue there is 503 at once; those in it are answered or refused within its time."""
    limits = PoolLimits(size=1, queue=2, patience=0.2, statement_timeout_ms=10_000)
    async with (
        open_servers([topology.primary.url("reader")], limits) as servers,
        serving(create_app(settings.load(), engine, servers, version=1)) as client,
        connected(topology.primary.url("owner")) as owner,
    ):
        async with owner.transaction():
            await owner.execute("LOCK TABLE country")
            tasks = [asyncio.create_task(_ask(client, number)) for number in range(8)]
            done, running = await asyncio.wait(tasks, timeout=1)
            codes = [task.result().json()["errors"][0]["extensions"]["code"] for task in done]
            assert (codes, len(running)) == (["OVERLOADED"] * 7, 1)
            assert all("retry-after" in task.result().headers for task in done)
        assert (await running.pop()).status_code == 200
