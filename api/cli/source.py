"""What `serve` answers from: a database that it prepares as its owner, or one that it may only read."""

import asyncio
import contextlib
import functools
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass

from api.cli.databases import Database, opened
from api.cli.engine import check_catalog
from api.cli.group import say
from api.cli.loading import keep_seeds
from api.database import migrations, urls
from api.database.connect import connected
from api.database.embedded import Server
from api.errors import DatabaseUnavailable, MigrationError
from api.settings import Settings
from schema.catalog import Catalog

RETRY_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Source:
    """Where workers read, and what must be done before they do; `server` is the embedded one, if it is that."""

    readers: tuple[str, ...]
    server: Server | None
    prepare: Callable[[Catalog], Awaitable[None]]


@contextlib.contextmanager
def sourced(settings: Settings) -> Iterator[Source]:
    """The source that the settings name, for as long as it is served from."""
    if settings.reader_url and not settings.database_url:
        readers = urls.each_server(settings.reader_url)
        yield Source(readers, None, functools.partial(_await_tables, readers, settings.wait_seconds))
        return
    with opened(settings) as database:
        yield Source(database.urls.readers, database.server, functools.partial(_prepare, database))


async def _prepare(database: Database, catalog: Catalog) -> None:
    """Migrate and load, as the owner and the writer."""
    await database.migrate()
    await check_catalog(catalog, database.urls.reader)
    await keep_seeds(database.urls.writer)


async def _await_tables(readers: Sequence[str], seconds: float, catalog: Catalog) -> None:
    """Wait until a server has the tables of this code: who may only read depends on others to make them."""
    deadline = time.monotonic() + seconds
    needed = len(migrations.read())
    said = False
    while (lack := await _lack(readers, needed, catalog)) is not None:
        if time.monotonic() > deadline:
            raise lack
        if not said:
            say(f"Waiting up to {seconds:g} seconds: {lack.message}")
            said = True
        await asyncio.sleep(RETRY_SECONDS)


async def _lack(
    readers: Sequence[str], needed: int, catalog: Catalog
) -> MigrationError | DatabaseUnavailable | None:
    """Why no server can be read from yet; None if one can."""
    lack: MigrationError | DatabaseUnavailable | None = None
    for url in readers:
        try:
            async with connected(url) as reader:
                known = await reader.fetchval("SELECT to_regclass('public.migration') IS NOT NULL")
                found = await reader.fetchval("SELECT max(version) FROM migration") if known else None
            if (found or 0) >= needed:
                await check_catalog(catalog, url)
                return None
        except DatabaseUnavailable as error:
            lack = lack or error
        else:
            lack = MigrationError(
                f"The tables are at version {found or 0}, and this code needs {needed}.",
                "run this version's `detente migrate` with DATABASE_URL set to the owner's address.",
            )
    return lack
