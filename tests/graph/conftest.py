"""A client of the whole application, over HTTP."""

import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import httpx
import pytest

from api import settings
from api.app import create_app
from api.database import migrations
from api.database.attach import open_servers
from api.database.reader import PoolLimits
from api.database.servers import Servers
from api.database.urls import Urls
from api.engine import Engine
from tests.logged import logged
from tests.serving import serving

Lines = Callable[[], list[dict[str, Any]]]
MakeClient = Callable[..., Awaitable[httpx.AsyncClient]]


@pytest.fixture
def log_lines() -> Iterator[Lines]:
    """What was logged since the test began."""
    with logged() as stream:
        yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.fixture
async def pool(database: Urls) -> AsyncIterator[Servers]:
    """The one server of an empty, migrated database."""
    async with open_servers([database.reader], PoolLimits(size=2, statement_timeout_ms=500)) as servers:
        yield servers


@pytest.fixture
async def client(pool: Servers, engine: Engine, log_lines: Lines) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application on an empty, migrated database."""
    assert log_lines() == []
    app = create_app(settings.load(), engine, pool, version=len(migrations.read()))
    async with serving(app) as opened:
        yield opened


@pytest.fixture
async def in_world(world: Urls, engine: Engine) -> AsyncIterator[MakeClient]:
    """Makes clients of the application on the small world, by settings, without a socket between."""
    async with (
        open_servers([world.reader], PoolLimits(size=2, statement_timeout_ms=5000)) as servers,
        contextlib.AsyncExitStack() as stack,
    ):

        async def make(**chosen: Any) -> httpx.AsyncClient:  # noqa: ANN401 - any setting
            app = create_app(settings.load().model_copy(update=chosen), engine, servers, version=0)
            transport = httpx.ASGITransport(app)
            return await stack.enter_async_context(
                httpx.AsyncClient(transport=transport, base_url="http://detente")
            )

        yield make


@pytest.fixture
async def asker(in_world: MakeClient) -> httpx.AsyncClient:
    """A client of the application on the small world, with the settings as they come."""
    return await in_world()
