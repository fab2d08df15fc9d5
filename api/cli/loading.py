"""Loads the seeds and says what that changed."""

from api.cli.group import say
from api.database.connect import connected
from seeds import loader


async def load_seeds(url: str) -> None:
    """Load everything in seeds/ as the writer; nothing changes if nothing differs."""
    async with connected(url) as writer:
        report = await loader.load(writer, progress=lambda step: say(f"  {step}"))
    say(f"Seeds: {report}" if report.revision else "Seeds: nothing has changed.")
