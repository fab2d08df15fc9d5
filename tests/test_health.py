"""The probes tell apart a living process, a ready one, and what is missing."""

import contextlib
from collections.abc import AsyncIterator

import httpx

from api import settings
from api.app import create_app
from api.cli.engine import make_engine
from api.database import migrations
from api.database.attach import open_servers
from api.database.connect import connected
from api.database.embedded import Server
from api.database.reader import PoolLimits
from api.database.urls import Urls
from tests import databases
from tests.serving import serving


@contextlib.asynccontextmanager
async def _client(urls: Urls, version: int) -> AsyncIterator[httpx.AsyncClient]:
    async with (
        open_servers([urls.reader], PoolLimits(size=1, statement_timeout_ms=1000)) as servers,
        serving(create_app(settings.load(), make_engine(), servers, version)) as client,
    ):
        yield client


async def _probe(urls: Urls, version: int) -> tuple[int, httpx.Response]:
    async with _client(urls, version) as client:
        return (await client.get("/healthz")).status_code, await client.get("/readyz")


async def test_a_database_without_data_is_not_ready(database: Urls) -> None:
    """The process lives; the probe names what is missing."""
    alive, ready = await _probe(database, len(migrations.read()))
    assert (alive, ready.status_code) == (200, 503)
    assert ready.json()["checks"] == {"reachable": True, "migrated": True, "seeded": False, "staying": True}


async def test_a_database_with_data_is_ready(database: Urls) -> None:
    """One revision is enough."""
    async with connected(database.owner) as owner:
        await owner.execute("INSERT INTO revision (number) VALUES (1)")
    _, ready = await _probe(database, len(migrations.read()))
    assert (ready.status_code, ready.json()["status"]) == (200, "ready")


async def test_a_database_of_another_version_is_not_ready(database: Urls) -> None:
    """Tables that this code was not written for are not served."""
    _, ready = await _probe(database, len(migrations.read()) + 1)
    assert ready.json()["checks"]["migrated"] is False


async def test_a_lost_database_is_not_ready(empty_database: Urls, server: Server) -> None:
    """Without its database the process still lives."""
    async with connected(empty_database.owner) as owner:
        await migrations.migrate(owner, migrations.read())
    async with _client(empty_database, 1) as client:
        name = empty_database.owner.partition("?")[0].rpartition("/")[2]
        await databases.drop(server, name)
        assert (await client.get("/healthz")).status_code == 200
        assert (await client.get("/readyz")).json()["checks"]["reachable"] is False
    await databases.clone(server, "template1", name)
