"""The small world of world.sql: one database for all golden cases, read through the API's own pool."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from api.database import urls
from api.database.connect import open_connection
from api.database.embedded import Server
from api.database.reader import Reader, open_reader
from api.database.urls import Urls
from api.engine import Engine
from schema.build import graphql_schema
from schema.catalog import read_catalog
from tests import databases
from tests.recorder import Recorder

WORLD = Path(__file__).with_name("world.sql")


async def _fill(database: Urls) -> None:
    connection = await open_connection(database.owner)
    try:
        async with connection.transaction():
            await connection.execute(WORLD.read_text(encoding="utf-8"))
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def world(server: Server, _migrated: str, worker_id: str) -> Iterator[Urls]:
    """The small world, for reading only."""
    name = f"golden_{worker_id}"
    asyncio.run(databases.clone(server, _migrated, name))
    found = urls.embedded(server, name)
    asyncio.run(_fill(found))
    yield found
    asyncio.run(databases.drop(server, name))


@pytest.fixture
async def world_reader(world: Urls) -> AsyncIterator[Reader]:
    """The API's pool on the small world."""
    async with open_reader(world.reader, size=1, statement_timeout_ms=10_000) as opened:
        yield opened


@pytest.fixture
async def world_recorder(world_reader: Reader) -> AsyncIterator[Recorder]:
    """Every statement that `world_reader` runs."""
    async with Recorder.on(world_reader.pool) as recording:
        yield recording


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The engine over the whole schema."""
    schema = graphql_schema()
    return Engine(schema, read_catalog(schema))
