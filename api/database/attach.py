"""Opens all servers of a database, each with its listener."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence

from api.database.listener import Listener
from api.database.reader import PoolLimits, make_reader
from api.database.servers import Member, Servers
from api.database.urls import place

# Longest wait for all servers to say what they have; without them we start nevertheless, and recover.
FIRST_WORD = 1.0


@contextlib.asynccontextmanager
async def open_servers(urls: Sequence[str], limits: PoolLimits) -> AsyncIterator[Servers]:
    """The servers at these addresses."""
    servers = Servers(tuple(Member(place(url), make_reader(url, limits)) for url in urls))
    listeners = [Listener(url, member, servers) for url, member in zip(urls, servers.members, strict=True)]
    tasks = [asyncio.create_task(listener.run()) for listener in listeners]
    try:
        await _first_word(servers, listeners)
        yield servers
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for member in servers.members:
            await member.reader.pool.close()


async def _first_word(servers: Servers, listeners: Sequence[Listener]) -> None:
    """Wait until all servers have spoken, but only a moment for those that cannot."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(FIRST_WORD):
            while not _all_known(servers, listeners):
                await asyncio.sleep(0.01)


def _all_known(servers: Servers, listeners: Sequence[Listener]) -> bool:
    primary = any(member.primary for member in servers.members)
    return all(listener.connected for listener in listeners) and (servers.revisions.watched or not primary)
