"""REST on the real data, and GraphQL beside it."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import pytest_asyncio

from api.collections.registry import Collections
from api.database.urls import Urls
from api.engine import Engine
from tests.reconcile.conftest import opened
from tests.recorder import Recorder

Body = dict[str, Any]


@dataclass(slots=True)
class Rest:
    """REST, GraphQL beside it, and every statement that is run."""

    http: httpx.AsyncClient
    recorder: Recorder

    async def get(
        self, path: str, parameters: Mapping[str, str | int] | None = None, **headers: str
    ) -> httpx.Response:
        """Ask by GET; the names of headers have _ for -."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.http.get(path, params=parameters or None, headers=named)

    async def read(self, path: str, **parameters: str | int) -> Body:
        """Ask what must be answered; one statement answers it."""
        await self.forget()
        answer = await self.http.get(path, params=parameters or None)
        assert answer.status_code == 200, answer.text
        assert len(await self.recorder.seen()) == 1
        body: Body = answer.json()
        return body

    async def refused(
        self, path: str, parameters: Mapping[str, str | int] | None = None, status: int = 400
    ) -> Body:
        """Ask what must be refused, without asking the database; what the problem says."""
        await self.forget()
        answer = await self.http.get(path, params=parameters or None)
        assert answer.status_code == status, answer.text
        assert answer.headers["content-type"] == "application/problem+json"
        assert not await self.recorder.seen()
        problem: Body = answer.json()
        assert problem["status"] == status
        return problem

    async def forget(self) -> None:
        """Forget the statements that were run until now."""
        await self.recorder.seen()
        self.recorder.clear()

    async def graphql(self, query: str, **variables: object) -> Body:
        """Ask the same of GraphQL."""
        answer = await self.http.post("/graphql", json={"query": query, "variables": variables})
        body: Body = answer.json()
        assert "errors" not in body, body
        data: Body = body["data"]
        return data


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def rest(seeded: Urls, engine: Engine) -> AsyncIterator[Rest]:
    """REST on all the seeds; no answers are kept, so that each request runs its statement."""
    async with (
        opened(seeded, engine) as (client, servers),
        Recorder.on(servers.members[0].reader.pool) as recorder,
    ):
        yield Rest(client, recorder)


@pytest.fixture(scope="session")
def collections(engine: Engine) -> Collections:
    """All collections over the schema."""
    return Collections(engine.schema)
