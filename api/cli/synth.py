"""`detente synth`: makes data up, or removes what was made up, to measure how the API carries it."""

import asyncio
import contextlib
import sys
from collections.abc import Callable, Iterator

import click

from api.cli.databases import opened
from api.cli.group import say
from api.database.connect import connected
from api.settings import Settings
from seeds import synthetic
from seeds.synthetic.remove import STEPS


@click.command()
@click.option(
    "--detainees", type=click.IntRange(1), default=10_000, show_default=True, help="How many people."
)
@click.option(
    "--sanctions", type=click.IntRange(0), default=20_000, show_default=True, help="How many sanctions."
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed makes up the same data.")
@click.option("--remove", is_flag=True, help="Remove all that was made up, and make up nothing.")
@click.pass_obj
def synth(settings: Settings, detainees: int, sanctions: int, seed: int, *, remove: bool) -> None:
    """Make up people, releases, sanctions and claims beside the seeds, for measuring.

    All of it belongs to the data set `synthetic`, and every slug of it begins with `synthetic-`. It is one
    revision. Use a database that you can drop: dropping it is the fastest way to remove a lot.
    """
    sizes = synthetic.Sizes(detainees, sanctions)

    async def run() -> str:
        await database.migrate()
        async with connected(database.urls.writer) as writer:
            if remove:
                with _bar(STEPS, "Removing") as progress:
                    return f"Removed {await synthetic.remove(writer, progress):,} rows."
            with _bar(detainees + sanctions, "Making up") as progress:
                return str(await synthetic.synthesize(writer, sizes, seed, progress))

    with opened(settings) as database:
        say(asyncio.run(run()))


@contextlib.contextmanager
def _bar(length: int, label: str) -> Iterator[Callable[[int], None]]:
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield bar.update
