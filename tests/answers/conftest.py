"""Answers over one database of one's own, and questions to ask them."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from api.answers import Answers, Entries
from api.database.attach import open_servers
from api.database.pool import Pool
from api.database.reader import PoolLimits
from api.database.servers import Servers
from api.database.urls import Urls
from api.engine import Engine, Prepared
from tests.database.commits import commit
from tests.recorder import Recorder

QUERY = '{ country(iso2: "XX") { name } }'
Ask = Callable[..., Prepared]


@pytest.fixture
async def filled(database: Urls) -> Urls:
    """A database with one country, at revision 1."""
    await commit(database)
    return database


@pytest.fixture
async def servers(filled: Urls) -> AsyncIterator[Servers]:
    """Its server, listened to."""
    async with open_servers([filled.reader], PoolLimits(size=4, statement_timeout_ms=10_000)) as opened:
        yield opened


@pytest.fixture
def answers(servers: Servers) -> Answers:
    """Answers that are kept."""
    return Answers(servers, Entries(10_000_000))


@pytest.fixture
def pool(servers: Servers) -> Pool:
    """The pool through which all statements go."""
    return servers.members[0].reader.pool


@pytest.fixture
async def recorder(pool: Pool) -> AsyncIterator[Recorder]:
    """The statements that are run."""
    async with Recorder.on(pool) as recording:
        yield recording


@pytest.fixture
def question(engine: Engine) -> Prepared:
    """What the country is called."""
    return engine.prepare(QUERY, None, None)


@pytest.fixture
def slow(question: Prepared) -> Prepared:
    """A question that takes a while after its revision is read."""
    return Prepared(
        "SELECT to_json(max(number)), max(number) FROM revision, pg_sleep(0.3)",
        (),
        question.plan,
        1,
        digest=b"slow",
    )


async def until_busy(pool: Pool) -> None:
    """Wait until a statement runs."""
    while not pool.busy:
        await asyncio.sleep(0.002)
    await asyncio.sleep(0.05)
