"""A light client, as a process of its own: asks every 20 ms until its standard input ends, and tells what it waited.

Run as: python -m tests.bench.hostile.light PORT KEY
"""

import asyncio
import json
import sys
import time
from dataclasses import dataclass, field

EVERY = 0.02
PATIENCE = 20.0
# Countries and sizes, so that most answers are not in the cache but come from Postgres.
CODES = [
    "BY",
    "US",
    "RU",
    "IR",
    "VE",
    "LT",
    "UA",
    "CN",
    "CU",
    "DE",
    "FR",
    "GB",
    "PL",
    "JP",
    "KP",
    "SY",
    "TR",
    "IL",
    "QA",
    "EG",
    "MM",
    "NI",
    "PK",
    "AF",
    "SE",
    "IT",
    "ES",
    "CA",
    "AU",
    "CH",
]
SIZES = 500
ROUND = len(CODES) * SIZES
# Each so many asks for the same again.
AGAIN = 10
QUERY = (
    "query ($code: String!, $first: Int!) "
    "{ country(iso2: $code) { name nationalsReleased(first: $first) { totalCount nodes { title releasedOn } } } }"
)

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass(slots=True)
class Light:
    """The client: its connections, and what it was told."""

    port: int
    key: str
    idle: list[Streams] = field(default_factory=list)

    async def ask(self, number: int, due: float) -> None:
        """Ask once, on a connection that is free, and tell how long it took since it was due."""
        status, answer = 0, ""
        try:
            async with asyncio.timeout(PATIENCE):
                status, answer = await self._once(number)
        except (OSError, TimeoutError, asyncio.IncompleteReadError):
            pass
        waited = time.monotonic() - due
        line = {"due": due, "waited": waited, "status": status, "what": number, "answer": answer}
        sys.stdout.write(json.dumps(line) + "\n")

    async def _once(self, number: int) -> tuple[int, str]:
        reader, writer = await self._connection()
        writer.write(self._request(number))
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(head.partition("content-length: ")[2].partition("\r\n")[0])
        body = await reader.readexactly(length)
        if "connection: close" in head:
            writer.close()
        else:
            self.idle.append((reader, writer))
        return int(head.split(" ", 2)[1]), str(hash(body))

    async def _connection(self) -> Streams:
        """One that is free, unless the server has closed it meanwhile, or else a new one."""
        while self.idle:
            streams = self.idle.pop()
            if not streams[0].at_eof():
                return streams
        return await asyncio.open_connection("127.0.0.1", self.port)

    def _request(self, number: int) -> bytes:
        variables = {"code": CODES[number % len(CODES)], "first": number // len(CODES) + 1}
        body = json.dumps({"query": QUERY, "variables": variables}).encode()
        head = (
            f"POST /graphql HTTP/1.1\r\nhost: detente\r\ncontent-type: application/json\r\n"
            f"authorization: Bearer {self.key}\r\ncontent-length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


async def _ask_on(light: Light) -> None:
    loop = asyncio.get_running_loop()
    over = loop.run_in_executor(None, sys.stdin.read)
    tasks: set[asyncio.Task[None]] = set()
    start, number = time.monotonic(), 0
    while not over.done():
        due = start + number * EVERY
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        task = asyncio.create_task(light.ask(number % ROUND if number % AGAIN else 0, due))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        number += 1
    await asyncio.gather(*tasks)


def main() -> None:
    """Ask until standard input ends."""
    asyncio.run(_ask_on(Light(int(sys.argv[1]), sys.argv[2])))


if __name__ == "__main__":
    main()
