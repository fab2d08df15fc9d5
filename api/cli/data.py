"""`detente migrate`, `seed` and `check`: what changes or proves the data."""

import asyncio

import click

from api.cli.databases import opened
from api.cli.group import say
from api.cli.loading import load_seeds
from api.settings import Settings


@click.command()
@click.pass_obj
def migrate(settings: Settings) -> None:
    """Bring the database's tables to what this code needs."""
    with opened(settings) as database:
        asyncio.run(database.migrate())
    say("The tables are up to date.")


@click.command()
@click.pass_obj
def seed(settings: Settings) -> None:
    """Load the dossiers and the reference data; a second run changes nothing."""

    async def run() -> None:
        await database.migrate()
        await load_seeds(database.urls.writer)

    with opened(settings) as database:
        asyncio.run(run())
