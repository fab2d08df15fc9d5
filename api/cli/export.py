"""`detente export`: writes everything into files, for those who take it all every night."""

import asyncio
from pathlib import Path

import click

from api.asking.operations import Operation
from api.cli.databases import Database, opened
from api.cli.engine import make_engine
from api.cli.group import say
from api.collections.registry import Collections
from api.database.reader import PoolLimits, make_reader
from api.database.servers import Member, Servers
from api.database.snapshots import open_snapshot
from api.database.urls import place
from api.engine import Prepared
from api.exports.bulk.manifest import Manifest
from api.exports.bulk.writing import BulkWriter
from api.exports.ftm.sheets import make_entities
from api.exports.reading import Reading
from api.exports.sheets import make_sheets
from api.settings import Settings

# Nobody waits for it, and some pages of a large database are read for the first time.
PATIENCE_MS = 60_000


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def export(settings: Settings, folder: Path) -> None:
    """Write everything into FOLDER: each collection as CSV and JSON lines, and all of FollowTheMoney.

    All files are of one moment. They appear at once, when all are written; the set before stays beside them, all older
    ones are removed. `manifest.json` names the files with sizes, rows and checksums. The server shows the folder at
    /bulk if DETENTE_BULK_DIR names it.
    """
    if settings.reader_url and not settings.database_url:
        # Nothing is written to the database: the reader's login is enough.
        manifest = asyncio.run(_written(settings, settings.reader_url.split()[0], folder))
    else:
        with opened(settings) as database:
            manifest = asyncio.run(_prepared(settings, database, folder))
    size = sum(each.bytes for each in manifest.files)
    say(f"{len(manifest.files)} files of revision {manifest.revision}, {size:,} bytes, in {folder}.")


async def _prepared(settings: Settings, database: Database, folder: Path) -> Manifest:
    if database.server:
        await database.migrate()
    return await _written(settings, database.urls.reader, folder)


async def _written(settings: Settings, url: str, folder: Path) -> Manifest:
    engine = make_engine()

    async def prepare(operation: Operation) -> Prepared:
        return engine.prepare(operation.text, operation.variables, None, trusted=True)

    collections = Collections(engine.schema)
    tables, entities = make_sheets(collections, engine.schema), make_entities(collections, engine.schema)
    limits = PoolLimits(1, statement_timeout_ms=PATIENCE_MS)
    servers = Servers((Member(place(url), make_reader(url, limits)),))
    address = f"{(settings.public_url or '').rstrip('/')}/bulk"
    async with open_snapshot(servers) as snapshot:
        return await BulkWriter(folder, tables, entities, address, say).write(Reading(snapshot, prepare))
