"""An application that is watched, and what its metrics and its log say."""

import contextlib
import io
import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from api import logs, settings
from api.app import create_app
from api.database import migrations
from api.database.attach import open_servers
from api.database.reader import PoolLimits
from api.database.urls import Urls
from api.engine import Engine
from api.watch.watch import Watch
from tests.serving import serving

Lines = Callable[[], list[dict[str, Any]]]
Watched = Callable[..., AbstractAsyncContextManager[httpx.AsyncClient]]
Samples = dict[str, dict[tuple[str, ...], float]]


@pytest.fixture
def log_lines() -> Iterator[Lines]:
    """What was logged since the test began."""
    stream = io.StringIO()
    logs.configure("json", "info", stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logs.configure("json", "error")


@pytest.fixture
def watched(database: Urls, engine: Engine) -> Watched:
    """Open a client of an application on an empty database, watched as asked."""

    @contextlib.asynccontextmanager
    async def opened(watch: Watch | None = None, **chosen: object) -> AsyncIterator[httpx.AsyncClient]:
        limits = PoolLimits(size=2, statement_timeout_ms=5000)
        set_so = settings.load().model_copy(update=chosen)
        async with open_servers([database.reader], limits) as servers:
            app = create_app(set_so, engine, servers, len(migrations.read()), watch=watch or Watch(set_so))
            async with serving(app) as client:
                yield client

    return opened


async def ask(client: httpx.AsyncClient, query: str, **variables: object) -> httpx.Response:
    """Ask by POST."""
    return await client.post("/graphql", json={"query": query, "variables": variables})


async def samples(client: httpx.AsyncClient) -> Samples:
    """What /metrics says: by name, then by the values of all labels but `worker`."""
    answer = await client.get("/metrics")
    assert answer.status_code == 200
    found: Samples = {}
    for family in text_string_to_metric_families(answer.text):
        for sample in family.samples:
            labels = tuple(value for name, value in sorted(sample.labels.items()) if name != "worker")
            found.setdefault(sample.name, {})[labels] = sample.value
    return found
