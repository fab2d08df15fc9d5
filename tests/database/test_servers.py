"""Several servers are read as one: load is spread, lag is seen, and time never runs backwards."""

import asyncio
import dataclasses
from collections.abc import AsyncIterator, Iterator

import asyncpg
import pytest

from api.database import urls
from api.database.connect import connected
from api.database.embedded import Server
from api.database.reader import PoolLimits, make_reader
from api.database.servers import Member, Servers
from api.database.urls import Urls
from api.errors import DatabaseUnavailable
from tests import databases
from tests.database.commits import commit

LIMITS = PoolLimits(size=1, patience=5.0, statement_timeout_ms=5000)
NUMBER = "SELECT '{}'::json, (SELECT max(number) FROM revision)"


@pytest.fixture
def behind(server: Server, database: Urls) -> Iterator[Urls]:
    """A copy of `database` for a replica that may lag."""
    del database
    name = "behind"
    asyncio.run(databases.clone(server, databases.MIGRATED, name))
    yield urls.embedded(server, name)
    asyncio.run(databases.drop(server, name))


@pytest.fixture
async def pair(database: Urls, behind: Urls) -> AsyncIterator[Servers]:
    """A primary and a replica, both with revision 1, known to nobody yet."""
    for each in (database, behind):
        await commit(each)
    primary = Member("primary", make_reader(database.reader, LIMITS), primary=True)
    replica = Member("replica", make_reader(behind.reader, LIMITS))
    yield Servers((replica, primary))
    for member in (primary, replica):
        await member.reader.pool.close()


def _names(servers: Servers) -> tuple[Member, Member]:
    replica, primary = servers.members
    return replica, primary


async def _asked(servers: Servers) -> str:
    """The database that a statement is run on."""
    row = await servers.row("SELECT current_database()")
    assert row is not None
    return "replica" if row[0] == "behind" else "primary"


async def test_a_replica_is_asked_before_the_primary(pair: Servers) -> None:
    """Reading leaves the primary alone as long as a replica has all there is."""
    pair.revisions.learn(1)
    replica, _ = _names(pair)
    replica.seen(1, 1)
    assert await _asked(pair) == "replica"


async def test_a_lagging_replica_is_left_alone(pair: Servers) -> None:
    """What is known to be newer is read from the primary."""
    pair.revisions.learn(1)
    assert await _asked(pair) == "primary"


async def test_a_busy_replica_is_helped_by_the_primary(pair: Servers) -> None:
    """Nobody waits at one server while another has room."""
    replica, _ = _names(pair)
    held = await replica.reader.pool.acquire()
    assert await _asked(pair) == "primary"
    replica.reader.pool.release(held)
    assert await _asked(pair) == "replica"


async def test_a_replica_that_cannot_be_reached_is_replaced_by_the_primary(
    pair: Servers, server: Server, behind: Urls
) -> None:
    """The request is answered all the same, and the next one does not try again at once."""
    async with connected(server.url("postgres", "postgres")) as superuser:
        await superuser.execute("ALTER DATABASE behind CONNECTION LIMIT 0")
    assert await _asked(pair) == "primary"
    assert not pair.members[0].up
    assert behind.reader


async def test_a_lost_connection_is_unseen(pair: Servers, server: Server) -> None:
    """A statement whose session ends is read again elsewhere."""
    slow = asyncio.create_task(
        pair.row("SELECT pg_sleep(CASE current_database() WHEN 'behind' THEN 30 END), current_database()")
    )
    while not pair.members[0].reader.pool.busy:
        await asyncio.sleep(0.005)
    async with connected(server.url("postgres", "postgres")) as superuser:
        while not await superuser.fetchval(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = 'behind' AND query LIKE 'SELECT pg_sleep%'"
        ):
            await asyncio.sleep(0.01)
    row = await slow
    assert row is not None
    assert row[1] != "behind"


async def test_time_never_runs_backwards(pair: Servers, database: Urls) -> None:
    """Once somebody was answered with a revision, nobody is answered with an older one."""
    replica, _ = _names(pair)
    assert (await pair.read(NUMBER, ())).revision == 1
    held = await replica.reader.pool.acquire()
    await commit(database)
    assert (await pair.read(NUMBER, ())).revision == 2
    replica.reader.pool.release(held)
    assert (await pair.read(NUMBER, ())).revision == 2


async def test_an_answer_that_was_overtaken_is_read_again(pair: Servers, database: Urls) -> None:
    """A slow statement that began before a newer answer went out does not follow it with an older one."""
    slow = asyncio.create_task(
        pair.read(
            "SELECT '{}'::json, number FROM (SELECT max(number) AS number FROM revision), pg_sleep(0.2)", ()
        )
    )
    while not pair.members[0].reader.pool.busy:
        await asyncio.sleep(0.005)
    await commit(database)
    assert (await pair.read(NUMBER, ())).revision == 2
    assert (await slow).revision == 2


async def test_what_a_client_has_seen_is_waited_for(pair: Servers, behind: Urls) -> None:
    """Without a primary, a replica gets a moment to catch up with what the client names."""
    replica, primary = _names(pair)
    primary.reader.down_until = float("inf")

    async def catch_up() -> None:
        await commit(behind)
        replica.seen(2, 2)
        pair.revisions.learn(2)

    late = asyncio.create_task(catch_up())
    assert (await pair.read(NUMBER, (), at_least=2)).revision == 2
    await late


async def test_a_revision_that_no_server_at_hand_has_is_refused(
    pair: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After that moment the answer is a refusal, not an older revision."""
    monkeypatch.setattr("api.database.servers.CATCH_UP", 0.02)
    _, primary = _names(pair)
    primary.reader.down_until = float("inf")
    pair.revisions.learn(2)
    with pytest.raises(DatabaseUnavailable, match="revision 2"):
        await pair.read(NUMBER, (), at_least=2)


async def test_a_revision_that_does_not_exist_is_refused(pair: Servers) -> None:
    """The primary knows; nothing is waited for."""
    with pytest.raises(DatabaseUnavailable, match="Revision 9 was asked for, and the newest is 1"):
        await pair.read(NUMBER, (), at_least=9)


async def test_a_primary_that_lost_revisions_is_believed(pair: Servers) -> None:
    """After a restore the data go on from what was restored: refusing all answers would help nobody."""
    pair.revisions.learn(7)
    pair.revisions.answered = 7
    assert not await pair.confirm(8)
    assert (pair.revisions.newest, pair.revisions.answered) == (1, 1)


async def test_a_primary_that_was_replaced_is_not_believed(pair: Servers, database: Urls) -> None:
    """While another primary has more, a lower number is that of a server left behind."""
    await commit(database)
    for member in pair.members:
        member.primary = True
    state = await pair.ask()
    replaced, promoted = pair.members
    pair.settle(promoted, dataclasses.replace(state, revision=2), 1)
    pair.settle(replaced, dataclasses.replace(state, revision=1), 2)
    assert pair.revisions.newest == 2


async def test_where_no_server_answers_the_refusal_is_quick(pair: Servers) -> None:
    """Servers that were just seen to be down are not tried by every request."""
    for member in pair.members:
        member.reader.down_until = float("inf")
    with pytest.raises(DatabaseUnavailable, match="cannot be reached"):
        await pair.row("SELECT 1")
    assert all(member.reader.pool.load == 0 for member in pair.members)


async def test_a_statement_that_fails_everywhere_fails(pair: Servers) -> None:
    """What is wrong with a statement is no reason to ask another server."""
    with pytest.raises(asyncpg.UndefinedTableError):
        await pair.row("SELECT * FROM nothing")
