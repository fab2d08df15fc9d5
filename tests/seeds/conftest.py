"""Fixtures for the seeds: a story to change, and the writer that loads it."""

from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from api.database.connect import open_connection
from api.database.urls import Urls
from tests.seeds.stories import Story


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
