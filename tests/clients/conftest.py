"""The whole application with small budgets, and keys for it."""

import asyncio
import contextlib
import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any

import asyncpg
import httpx
import pytest

from api.app import create_app
from api.clients import redis_storage, secrets
from api.database import keys, migrations, urls
from api.database.attach import open_servers
from api.database.embedded import Server
from api.database.keys import KeyRecord, NewKey
from api.database.reader import PoolLimits
from api.database.urls import Urls
from api.engine import Engine
from api.settings import Settings
from tests import databases
from tests.logged import logged
from tests.serving import serving

Lines = Callable[[], list[dict[str, Any]]]
Serve = Callable[..., AbstractAsyncContextManager[httpx.AsyncClient]]
MakeKey = Callable[..., Awaitable[tuple[str, KeyRecord]]]


@pytest.fixture(scope="session")
def database(server: Server, _migrated: str) -> Iterator[Urls]:
    """One database for all tests here: keys do not get into each other's way."""
    name = f"clients_{os.getpid()}"
    asyncio.run(databases.clone(server, _migrated, name))
    yield urls.embedded(server, name)
    asyncio.run(databases.drop(server, name))


@pytest.fixture
def log_lines() -> Iterator[Lines]:
    """What was logged since the test began."""
    with logged() as stream:
        yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test's Redis may take longer on a busy machine than a request would wait."""
    monkeypatch.setattr(redis_storage, "PATIENCE_SECONDS", 10.0)


@pytest.fixture
def serve(database: Urls, engine: Engine) -> Serve:
    """Serves the application on an empty database, with settings of the test's own."""

    @contextlib.asynccontextmanager
    async def run(**chosen: object) -> AsyncIterator[httpx.AsyncClient]:
        limits = PoolLimits(size=2, statement_timeout_ms=5_000)
        async with open_servers([database.reader], limits) as servers:
            app = create_app(Settings.model_validate(chosen), engine, servers, len(migrations.read()))
            async with serving(app) as client:
                yield client

    return run


@pytest.fixture
def make_key(owner: asyncpg.Connection) -> MakeKey:
    """Makes keys in that database."""

    async def make(
        budget: int = 50_000, scopes: tuple[str, ...] = ("read",), expires_at: datetime | None = None
    ) -> tuple[str, KeyRecord]:
        key = secrets.new()
        new = NewKey("Newsroom", None, scopes, budget, expires_at, secrets.start(key), secrets.digest(key))
        return key, await keys.create(owner, new)

    return make
