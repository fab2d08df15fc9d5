"""The application on the real data, asked for files."""

import contextlib
import csv
import io
import json
from collections.abc import AsyncIterator
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
from api.exports.cells import guarded
from tests.serving import serving

# What all tests of a module may cost together.
RICH = 10**9
Row = dict[str, Any]


@contextlib.asynccontextmanager
async def opened(
    urls: Urls, engine: Engine, **chosen: object
) -> AsyncIterator[tuple[httpx.AsyncClient, Servers]]:
    """A client of the application over real HTTP, for what is streamed is only told apart there."""
    async with open_servers([urls.reader], PoolLimits(size=2, statement_timeout_ms=10_000)) as servers:
        set_so = settings.load().model_copy(update={"anonymous_budget": RICH, **chosen})
        async with serving(create_app(set_so, engine, servers, version=0)) as client:
            yield client, servers


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def http(seeded: Urls, engine: Engine) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application on all the seeds."""
    async with opened(seeded, engine) as (client, _):
        yield client


def read_csv(body: bytes) -> list[dict[str, str]]:
    """The rows of a file, by their titles, as a program reads them: without the marks that spreadsheets need."""
    text = body.decode("utf-8-sig")
    return [
        {
            title: cell[1:] if cell.startswith("'") and guarded(cell[1:]) else cell
            for title, cell in row.items()
        }
        for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


def read_lines(body: bytes) -> list[Row]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in body.decode().splitlines()]
