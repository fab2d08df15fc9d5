"""Databases for the tests: one server per run, a fresh clone for whoever changes, one to read for all.

Ask for the smallest that has what the test needs: `database` is migrated and empty, and yours alone;
`seeded` holds all the seeds, is shared, and must not be changed; `seeded_copy` may be.
"""

import asyncio
import itertools
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest

from api.cli.engine import make_engine
from api.database import embedded, urls
from api.database.connect import open_connection
from api.database.embedded import Server
from api.database.reader import Reader, open_reader
from api.database.urls import Urls
from api.engine import Engine
from tests import databases
from tests.recorder import Recorder

# Nothing in a test's database need outlive the machine.
QUICK = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "512MB",
    "max_connections": "200",
}
FOLDER = pytest.StashKey[Path]()
SMALL_WORLD = Path(__file__).parent / "golden" / "world.sql"


def pytest_configure(config: pytest.Config) -> None:
    """The controlling process makes one folder for the run; workers are told of it."""
    told = getattr(config, "workerinput", {}).get("folder")
    config.stash[FOLDER] = Path(told or tempfile.mkdtemp(prefix="detente-tests-", dir=databases.place()))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: object) -> None:
    """Tell a worker the folder."""
    node.workerinput["folder"] = str(node.config.stash[FOLDER])  # type: ignore[attr-defined]


def pytest_unconfigure(config: pytest.Config) -> None:
    """The controlling process removes the folder once all workers have left."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(config.stash[FOLDER], ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def _no_settings() -> None:
    """The caller's own settings must not reach the tests."""
    for name in list(os.environ):
        if name == "DATABASE_URL" or name.startswith(("DETENTE_", "PG")):
            del os.environ[name]


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """The run's Postgres, shared by the workers as processes share it in life."""
    with embedded.use(request.config.stash[FOLDER] / "cluster", lambda _: None, QUICK) as found:
        asyncio.run(databases.make_owner(found, request.config.stash[FOLDER]))
        yield found


@pytest.fixture(scope="session")
def _migrated(server: Server, request: pytest.FixtureRequest) -> str:
    asyncio.run(databases.make_migrated(server, request.config.stash[FOLDER]))
    return databases.MIGRATED


@pytest.fixture(scope="session")
def _seeded_template(server: Server, _migrated: str, request: pytest.FixtureRequest) -> str:
    asyncio.run(databases.make_seeded(server, request.config.stash[FOLDER]))
    return databases.SEEDED


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The engine over the whole schema, its cache shared by all tests of a worker."""
    return make_engine()


_numbers = itertools.count()


@pytest.fixture
def database(server: Server, _migrated: str) -> Iterator[Urls]:
    """A migrated, empty database of one's own."""
    yield from _clone(server, _migrated)


@pytest.fixture
def empty_database(server: Server) -> Iterator[Urls]:
    """A database of one's own with nothing in it, owned as a new one is."""
    yield from _clone(server, "template1")


@pytest.fixture
def seeded_copy(server: Server, _seeded_template: str) -> Iterator[Urls]:
    """A database of one's own with all the seeds."""
    yield from _clone(server, _seeded_template)


@pytest.fixture(scope="session")
def seeded(server: Server, _seeded_template: str) -> Iterator[Urls]:
    """A database with all the seeds, for reading only."""
    yield from _clone(server, _seeded_template)


def _clone(server: Server, template: str) -> Iterator[Urls]:
    name = f"test_{os.getpid()}_{next(_numbers)}"
    asyncio.run(databases.clone(server, template, name))
    yield urls.embedded(server, name)
    asyncio.run(databases.drop(server, name))


@pytest.fixture
async def owner(database: Urls) -> AsyncIterator[asyncpg.Connection]:
    """A connection to `database` as the owner."""
    connection = await open_connection(database.owner)
    yield connection
    await connection.close()


@pytest.fixture
async def reader(seeded: Urls) -> AsyncIterator[Reader]:
    """The API's pool on `seeded`."""
    async with open_reader(seeded.reader, size=2, statement_timeout_ms=10_000) as opened:
        yield opened


@pytest.fixture
async def recorder(reader: Reader) -> AsyncIterator[Recorder]:
    """Every statement that `reader` runs."""
    async with Recorder.on(reader.pool) as recording:
        yield recording


async def _fill(database: Urls) -> None:
    connection = await open_connection(database.owner)
    try:
        async with connection.transaction():
            await connection.execute(SMALL_WORLD.read_text(encoding="utf-8"))
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
