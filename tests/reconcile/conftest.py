"""The service on the real data, asked as OpenRefine and clients of 1.0-draft ask it."""

import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest_asyncio

from api import settings
from api.app import create_app
from api.database.attach import open_servers
from api.database.reader import PoolLimits
from api.database.servers import Servers
from api.database.urls import Urls
from api.engine import Engine
from tests.reconcile import schemas
from tests.recorder import Recorder

# What all tests of a module may cost together.
RICH = 10**9
NEW = {"Accept": "application/reconciliation.v1+json"}
Body = dict[str, Any]
Value = str | float | bool | Body


@dataclass(slots=True)
class Service:
    """The service, and every statement that it runs."""

    http: httpx.AsyncClient
    recorder: Recorder

    async def get(self, path: str = "", **parameters: str | int) -> httpx.Response:
        """Ask by GET."""
        return await self.http.get(f"/reconcile{path}", params=parameters)

    async def match(self, **queries: Body) -> dict[str, list[Body]]:
        """Send a batch as 0.2 does; the answer must be as its specification has it."""
        answer = await self.http.post("/reconcile", data={"queries": json.dumps(queries)})
        assert answer.status_code == 200, answer.text
        schemas.check(answer.json(), schemas.OLD_RESULTS)
        return {key: found["result"] for key, found in answer.json().items()}

    async def find(self, query: str | None = None, **more: object) -> list[Body]:
        """Send one query."""
        asked = {"query": query, **more} if query is not None else more
        return (await self.match(q=asked))["q"]

    async def match_new(self, *queries: Body) -> list[list[Body]]:
        """Send a batch as 1.0-draft does; the answer must be as its specification has it."""
        answer = await self.http.post("/reconcile/match", json={"queries": queries})
        assert answer.status_code == 200, answer.text
        schemas.check(answer.json(), schemas.NEW_RESULTS)
        return [found["candidates"] for found in answer.json()["results"]]

    async def extend(self, ids: list[str], *properties: str, **settings: object) -> Body:
        """Fetch properties as 0.2 does; the rows by id and property."""
        asked = {"ids": ids, "properties": [{"id": each, "settings": settings} for each in properties]}
        answer = await self.http.post("/reconcile", data={"extend": json.dumps(asked)})
        assert answer.status_code == 200, answer.text
        schemas.check(answer.json(), schemas.OLD_EXTENSION)
        rows: Body = answer.json()["rows"]
        return rows

    async def id_of(self, field: str, key: str) -> str:
        """The id of something, by its slug or code: ("target", 'slug: "belaruskali"')."""
        answer = await self.http.post("/graphql", json={"query": f"{{ {field}({key}) {{ id }} }}"})
        found: str = answer.json()["data"][field]["id"]
        return found

    async def statements(self) -> list[str]:
        """What was run since this was asked before."""
        seen = list(await self.recorder.seen())
        self.recorder.clear()
        return seen


@contextlib.asynccontextmanager
async def opened(
    urls: Urls, engine: Engine, **chosen: object
) -> AsyncIterator[tuple[httpx.AsyncClient, Servers]]:
    """A client of the application on a database, which keeps no answers: each request runs its statement."""
    limits = PoolLimits(size=1, statement_timeout_ms=10_000)
    async with open_servers([urls.reader], limits) as servers:
        set_so = settings.load().model_copy(
            update={"answer_cache_bytes": 0, "anonymous_budget": RICH, **chosen}
        )
        transport = httpx.ASGITransport(create_app(set_so, engine, servers, version=0))
        async with httpx.AsyncClient(transport=transport, base_url="http://detente") as client:
            yield client, servers


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def service(seeded: Urls, engine: Engine) -> AsyncIterator[Service]:
    """The service on all the seeds."""
    async with (
        opened(seeded, engine) as (client, servers),
        Recorder.on(servers.members[0].reader.pool) as recorder,
    ):
        yield Service(client, recorder)
