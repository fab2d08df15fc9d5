"""A client of the whole application, over HTTP."""

import io
import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx
import pytest

from api import logs, settings
from api.app import create_app
from api.cli.engine import make_engine
from api.database import migrations
from api.database.attach import open_servers
from api.database.reader import PoolLimits
from api.database.servers import Servers
from api.database.urls import Urls
from tests.serving import serving

Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def log_lines() -> Iterator[Lines]:
    """What was logged since the test began."""
    stream = io.StringIO()
    logs.configure("json", "debug", stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logs.configure("json", "error")


@pytest.fixture
async def pool(database: Urls) -> AsyncIterator[Servers]:
    """The one server of an empty, migrated database."""
    async with open_servers([database.reader], PoolLimits(size=2, statement_timeout_ms=500)) as servers:
        yield servers


@pytest.fixture
async def client(pool: Servers, log_lines: Lines) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application on an empty, migrated database."""
    assert log_lines() == []
    app = create_app(settings.load(), make_engine(), pool, version=len(migrations.read()))
    async with serving(app) as opened:
        yield opened
