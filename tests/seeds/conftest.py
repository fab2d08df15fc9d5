"""Fixtures for the seeds: a story to change, and the writer that loads it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest

from api.database import urls
from api.database.connect import connected, open_connection
from api.database.embedded import Server
from api.database.urls import Urls
from seeds.loader import load
from tests import databases
from tests.seeds.stories import STORY, Story


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """A copy of the small story."""
    return Story.copy(tmp_path)


@pytest.fixture
async def writer(database: Urls) -> AsyncIterator[asyncpg.Connection]:
    """The role that loads, on an empty database."""
    connection = await open_connection(database.writer)
    yield connection
    await connection.close()


@pytest.fixture(scope="session")
def _told(server: Server, _migrated: str, worker_id: str) -> Iterator[str]:
    """The writer's address of a database with the story, for tests that undo what they do."""
    name = f"story_{worker_id}"
    asyncio.run(databases.clone(server, _migrated, name))
    writer = urls.embedded(server, name).writer
    asyncio.run(_load(writer))
    yield writer
    asyncio.run(databases.drop(server, name))


async def _load(url: str) -> None:
    async with connected(url) as connection:
        await load(connection, STORY)


@pytest.fixture
async def told(_told: str) -> AsyncIterator[asyncpg.Connection]:
    """The story, loaded; whatever the test changes is undone."""
    async with connected(_told) as connection:
        change = connection.transaction()
        await change.start()
        yield connection
        await change.rollback()
