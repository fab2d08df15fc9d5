"""Loads the seeds and says what that changed."""

from pathlib import Path

from api.cli.group import say
from api.database.connect import connected
from seeds import loader
from seeds.loader.load import FOLDER


async def keep_seeds(url: str) -> None:
    """Load what comes with the program, unless the database is one for measuring."""
    try:
        await load_seeds(url)
    except loader.SyntheticPresent:
        say("Seeds: left as they are, because the database holds synthetic data.")


async def load_seeds(url: str, folder: Path | None = None) -> None:
    """Load everything in a folder as the writer; nothing changes if nothing differs."""
    async with connected(url) as writer:
        report = await loader.load(writer, folder or FOLDER, progress=lambda step: say(f"  {step}"))
    *tables, total = str(report).splitlines()
    for table in tables:
        say(f"  {table}")
    say(f"Seeds: {total}.")
