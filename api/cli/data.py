"""`detente migrate`, `seed` and `check`: what changes or proves the data."""

import asyncio
from pathlib import Path

import click

from api.cli.databases import opened
from api.cli.group import fail, say
from api.cli.loading import load_seeds
from api.database.connect import connected
from api.settings import Settings
from seeds.check import Violation, invariants, violations


@click.command()
@click.pass_obj
def migrate(settings: Settings) -> None:
    """Bring the database's tables to what this code needs."""
    with opened(settings) as database:
        asyncio.run(database.migrate())
    say("The tables are up to date.")


@click.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.pass_obj
def seed(settings: Settings, folder: Path | None) -> None:
    """Load the dossiers and the reference data.

    They are read below FOLDER or, without it, are those that come with the program. A second run changes nothing.
    """

    async def run() -> None:
        await database.migrate()
        await load_seeds(database.urls.writer, folder)

    with opened(settings) as database:
        asyncio.run(run())


@click.command()
@click.pass_obj
def check(settings: Settings) -> None:
    """Prove the invariants of the data.

    Whatever is in the database is looked at, and each row that breaks one is printed.
    """

    async def run() -> list[Violation]:
        await database.migrate()
        async with connected(database.urls.writer) as writer:
            return await violations(writer)

    with opened(settings) as database:
        found = asyncio.run(run())
    for violation in found:
        click.echo(str(violation))
    if found:
        fail(f"{len(found)} rows break an invariant.\n  Fix: correct the dossiers, then run `detente seed`.")
    say(f"All {len(invariants()) + 1} invariants hold.")
