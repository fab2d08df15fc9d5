"""Fixtures for lists: a database of one's own that holds the story."""

import itertools
import os
from collections.abc import AsyncIterator

import asyncpg
import pytest

from api.database import urls
from api.database.connect import connected
from api.database.embedded import Server
from api.database.urls import Urls
from tests import databases

_numbers = itertools.count()


@pytest.fixture
async def storied(server: Server, _told: str, worker_id: str) -> AsyncIterator[Urls]:
    """A copy of the database with the story, to load lists into."""
    name = f"list_{os.getpid()}_{next(_numbers)}"
    await databases.clone(server, f"story_{worker_id}", name)
    yield urls.embedded(server, name)
    await databases.drop(server, name)


@pytest.fixture
async def told(storied: Urls) -> AsyncIterator[asyncpg.Connection]:
    """The writer, on a copy of the database with the story."""
    async with connected(storied.writer) as writer:
        yield writer


@pytest.fixture
async def filled(seeded_copy: Urls) -> AsyncIterator[asyncpg.Connection]:
    """The writer, on a database of one's own with all the seeds."""
    async with connected(seeded_copy.writer) as writer:
        yield writer
