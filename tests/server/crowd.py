"""Twenty clients that ask without a pause, and count what became of each request."""

import asyncio
import collections
import contextlib
from collections.abc import AsyncIterator, Callable

CLIENTS = 20
LIMIT = 20.0
_BODY = b'{"query": "{ country(iso2: \\"US\\") { name } }"}'
_REQUEST = (
    b"POST /graphql HTTP/1.1\r\nHost: detente\r\nContent-Type: application/json\r\n"
    b"Content-Length: %d\r\n\r\n%b" % (len(_BODY), _BODY)
)


class Crowd:
    """What the clients met: statuses by number, and "refused" or "cut off" where there was none."""

    def __init__(self, address: str) -> None:
        host, _, port = address.removeprefix("http://").partition(":")
        self.where = host, int(port)
        self.met: collections.Counter[str] = collections.Counter()

    async def until(self, reached: Callable[[], bool]) -> None:
        """Go on until something is so."""
        async with asyncio.timeout(LIMIT):
            while not reached():
                await asyncio.sleep(0.02)

    async def ask(self) -> None:
        """Be one client, on one connection for as long as the server keeps it, until nobody is there."""
        while True:
            try:
                reader, writer = await asyncio.open_connection(*self.where)
            except ConnectionRefusedError:
                self.met["refused"] += 1
                return
            with contextlib.closing(writer):
                try:
                    while await self._once(reader, writer):
                        pass
                except (ConnectionError, asyncio.IncompleteReadError):
                    self.met["cut off"] += 1

    async def _once(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Ask once; whether the connection can be used again."""
        writer.write(_REQUEST)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        await reader.readexactly(int(head.partition(b"content-length: ")[2].split(b"\r\n")[0]))
        self.met[head.split(b" ")[1].decode()] += 1
        return b"connection: close" not in head


@contextlib.asynccontextmanager
async def crowd(address: str) -> AsyncIterator[Crowd]:
    """The clients, asking until the block ends or nobody is there any more."""
    found = Crowd(address)
    tasks = [asyncio.create_task(found.ask()) for _ in range(CLIENTS)]
    try:
        await found.until(lambda: found.met["200"] >= CLIENTS)
        yield found
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
