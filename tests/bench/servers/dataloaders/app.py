"""The server: Strawberry's own ASGI application, with the caches that its documentation advises for speed.

The database is that of DATABASE_URL, POOL_SIZE the connections; it listens on PORT.
"""

import contextlib
import os
from collections.abc import AsyncIterator

import asyncpg
import strawberry
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.extensions import ParserCache, ValidationCache

from tests.bench.servers.dataloaders import types as t
from tests.bench.servers.dataloaders.loaders import Loaders


@strawberry.type
class SearchHit:
    """Something found."""

    matched: str
    score: float


@strawberry.type
class Query:
    """The questions that are compared."""

    @strawberry.field
    async def release(self, info: t.Asked, slug: str) -> t.Release | None:
        """One release."""
        row = await info.context.pool.fetchrow(f"SELECT {t.RELEASE} FROM release x WHERE slug = $1", slug)
        return t.Release(**row) if row else None

    @strawberry.field
    async def agreement(self, info: t.Asked, slug: str) -> t.Agreement | None:
        """One agreement."""
        sql = "SELECT id, slug, title, kind, status, announced_on, summary FROM agreement WHERE slug = $1"
        row = await info.context.pool.fetchrow(sql, slug)
        return t.Agreement(**row) if row else None

    @strawberry.field
    async def country(self, info: t.Asked, iso2: str) -> t.Country | None:
        """One country."""
        row = await info.context.pool.fetchrow("SELECT id, iso2, name FROM country WHERE iso2 = $1", iso2)
        return t.Country(**row) if row else None

    @strawberry.field
    async def detentions(self, info: t.Asked, first: int = 25) -> t.Connection[t.Detention]:
        """The newest detentions."""
        sql = f"SELECT {t.DETENTION} FROM detention ORDER BY started_on_earliest DESC NULLS LAST, id DESC LIMIT $1"
        return t.Connection(nodes=[t.Detention(**row) for row in await info.context.pool.fetch(sql, first)])

    @strawberry.field
    async def search(self, info: t.Asked, query: str, first: int = 25) -> t.Connection[SearchHit]:
        """What has such a name."""
        sql = "SELECT matched, score FROM search_hits($1) ORDER BY distance, type, id LIMIT $2"
        return t.Connection(
            nodes=[SearchHit(**row) for row in await info.context.pool.fetch(sql, query, first)]
        )


class Endpoint(GraphQL[Loaders, None]):
    """Strawberry's endpoint, with loaders of its own for each request."""

    pool: asyncpg.Pool

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Loaders:  # noqa: ARG002 - the name is Strawberry's
        """Loaders that nobody else has filled."""
        return Loaders(self.pool)


def make_app() -> Starlette:
    """The application; its pool opens when the server starts."""
    endpoint = Endpoint(strawberry.Schema(Query, extensions=[ParserCache, ValidationCache]))

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        size = int(os.environ["POOL_SIZE"])
        async with asyncpg.create_pool(
            os.environ["DATABASE_URL"], min_size=size, max_size=size, server_settings={"jit": "off"}
        ) as pool:
            endpoint.pool = pool
            yield

    return Starlette(routes=[Route("/graphql", endpoint)], lifespan=lifespan)


def main() -> None:
    """Serve until the end."""
    port = int(os.environ["PORT"])
    uvicorn.run(make_app(), port=port, loop="uvloop", http="httptools", access_log=False, log_level="warning")


if __name__ == "__main__":
    main()
