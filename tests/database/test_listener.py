"""A new revision is known at once; while nobody listens, that is known too, and mends itself."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable

import asyncpg
import pytest

from api.database import attach, migrations
from api.database.attach import open_servers
from api.database.cluster import SUPERUSER
from api.database.connect import connected
from api.database.embedded import Server
from api.database.listener import Listener
from api.database.migrations import Migration
from api.database.reader import PoolLimits
from api.database.servers import Member, Servers
from api.database.urls import Urls
from tests.database.commits import commit, commit_on

LIMITS = PoolLimits(size=2, statement_timeout_ms=5000)
LISTENERS = "FROM pg_stat_activity WHERE application_name = 'detente listener' AND datname = $1"


@pytest.fixture
async def servers(database: Urls) -> AsyncIterator[Servers]:
    """The one server of an empty database, listened to."""
    async with open_servers([database.reader], LIMITS) as opened:
        yield opened


@pytest.fixture
async def superuser(server: Server) -> AsyncIterator[asyncpg.Connection]:
    """Who may end the sessions of others."""
    async with connected(server.url(SUPERUSER, "postgres")) as connection:
        yield connection


async def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.005)


def _heard(servers: Servers) -> list[Member]:
    return [each.member for each in servers.revisions.heard if isinstance(each, Listener)]


def _name(database: Urls) -> str:
    return database.reader.partition("@/")[2].partition("?")[0]


async def test_at_the_start_the_newest_revision_is_known(database: Urls) -> None:
    """With when it was made and the tables it stands in."""
    await commit(database)
    async with open_servers([database.reader], LIMITS) as servers:
        edition = servers.revisions.edition
        assert servers.revisions.watched
        assert edition
        assert (edition.revision, edition.tables) == (1, len(migrations.read()))
        assert float(edition.made) == pytest.approx(time.time(), abs=60)


async def test_a_new_revision_is_told(servers: Servers, database: Urls) -> None:
    """It need not be asked for: waiting ends when it commits."""
    news = asyncio.create_task(servers.revisions.news(20))
    await commit(database)
    await news
    assert servers.revisions.newest == 1
    await _until(lambda: servers.revisions.edition is not None)


async def test_a_lost_listener_is_known_at_once_and_comes_back(
    servers: Servers, database: Urls, superuser: asyncpg.Connection
) -> None:
    """Nothing is believed to be newest meanwhile, and what was missed is learned."""
    revisions = servers.revisions
    async with connected(database.writer) as writer:
        await superuser.execute(f"ALTER DATABASE {_name(database)} CONNECTION LIMIT 0")
        await superuser.fetch(f"SELECT pg_terminate_backend(pid) {LISTENERS}", _name(database))
        await _until(lambda: not revisions.watched)
        await commit_on(writer)
    assert revisions.newest == 0
    await superuser.execute(f"ALTER DATABASE {_name(database)} CONNECTION LIMIT -1")
    await _until(lambda: revisions.watched)
    assert revisions.newest == 1


async def test_a_server_that_is_away_at_the_start_is_found_later(
    database: Urls, superuser: asyncpg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process starts without it, and recovers by itself."""
    monkeypatch.setattr(attach, "FIRST_WORD", 0.05)
    await superuser.execute(f"ALTER DATABASE {_name(database)} CONNECTION LIMIT 0")
    async with open_servers([database.reader], LIMITS) as servers:
        assert not servers.revisions.watched
        await superuser.execute(f"ALTER DATABASE {_name(database)} CONNECTION LIMIT -1")
        await _until(lambda: servers.revisions.watched)


async def test_a_silent_server_is_noticed(database: Urls, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that takes statements and does not answer is not listened to, and nobody waits for it."""
    monkeypatch.setattr("api.database.listener.HEARTBEAT", 0.05)
    monkeypatch.setattr("api.database.listener.ANSWER_LIMIT", 0.1)
    async with open_servers([database.reader], LIMITS) as servers, connected(database.owner) as owner:
        async with owner.transaction():
            slow = asyncio.create_task(servers.row("SELECT pg_sleep(30)"))
            await owner.execute("LOCK TABLE revision IN ACCESS EXCLUSIVE MODE")
            await _until(lambda: not servers.revisions.watched)
            done, _ = await asyncio.wait([slow], timeout=20)
        assert done
        await _until(lambda: servers.revisions.watched)
    assert slow.exception()


async def test_new_tables_are_noticed(database: Urls, servers: Servers) -> None:
    """A migration may change what a revision says, though it makes none."""
    before = servers.revisions.edition
    known = migrations.read()
    async with connected(database.owner) as owner:
        await migrations.migrate(owner, [*known, Migration(len(known) + 1, "new.sql", "SELECT 1")])
    await _until(lambda: servers.revisions.tables > len(known))
    assert servers.revisions.edition != before


@pytest.fixture
async def silent() -> AsyncIterator[str]:
    """The address of a server that takes connections and says nothing."""

    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
    async with server:
        yield f"postgresql://detente_reader@127.0.0.1:{server.sockets[0].getsockname()[1]}/detente"


async def test_a_replica_that_never_answers_holds_nobody_up(
    database: Urls, silent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its listener finds out, and until that succeeds all is read elsewhere."""
    monkeypatch.setattr(attach, "FIRST_WORD", 0.05)
    monkeypatch.setattr("api.database.listener.OPEN_LIMIT", 0.05)
    async with open_servers([silent, database.reader], LIMITS) as servers:
        replica, primary = servers.members
        await _until(lambda: not replica.up and primary.primary)
        await asyncio.gather(*(servers.row("SELECT 1") for _ in range(20)))
        assert replica.reader.pool.load == 0
        assert not replica.up


async def test_a_primary_that_was_replaced_is_not_listened_to(database: Urls, seeded: Urls) -> None:
    """While another one has more, its silence says nothing."""
    await commit(database)
    async with open_servers([database.reader, seeded.reader], LIMITS) as servers:
        leading, replaced = servers.members
        assert replaced.primary
        await commit(database)
        await _until(lambda: leading.revision > replaced.revision)
        await _until(lambda: _heard(servers) == [leading])
