"""Attackers, as a process of their own: one attack for some seconds, and what became of it as JSON.

Run as: python -m tests.bench.hostile.attackers, told on standard input what to do.
"""

import asyncio
import collections
import contextlib
import itertools
import json
import resource
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from tests.bench.hostile.requests import FLOODS, KEY, Make, get, post

CONNECTIONS = 16
# Longer than the server may take for anything.
PATIENCE = 20.0
MANY = 1000
_LIGHT = post(b'{"query": "{ __typename }"}')
_LONG = post(b'{"query": "{ __schema { types { name description fields { name description } } } }"}')

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass(slots=True)
class Tally:
    """What the attackers saw: answers by status, those that were cut off or never came, the longest wait."""

    statuses: collections.Counter[str] = field(default_factory=collections.Counter)
    longest: float = 0.0


@dataclass(slots=True)
class Attack:
    """One attack under way."""

    port: int
    key: bytes
    until: float
    tally: Tally = field(default_factory=Tally)

    async def connect(self) -> Streams:
        """Open a connection."""
        return await asyncio.open_connection("127.0.0.1", self.port, limit=2**24)

    def keyed(self, request: bytes) -> bytes:
        """The request with the sender's key, if there is one."""
        return request.replace(KEY, self.key, 1)

    def lasts(self) -> bool:
        """Whether to go on."""
        return time.monotonic() < self.until

    async def answer(self, reader: asyncio.StreamReader) -> bool:
        """Read one answer and count it; whether the connection stays."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        length = head.partition("content-length: ")[2].partition("\r\n")[0]
        await reader.readexactly(int(length or 0))
        self.tally.statuses[head.split(" ", 2)[1]] += 1
        return "connection: close" not in head


async def _flood(attack: Attack, make: Make, numbers: "itertools.count[int]") -> None:
    """Send one request after the other, each as soon as the last one is answered."""
    streams: Streams | None = None
    while attack.lasts():
        began = time.monotonic()
        try:
            async with asyncio.timeout(PATIENCE):
                streams = streams or await attack.connect()
                sending = asyncio.ensure_future(_send(streams[1], attack.keyed(make(next(numbers)))))
                stays = await attack.answer(streams[0])
                await sending
        except TimeoutError:
            attack.tally.statuses["no answer"] += 1
            stays = False
        except (OSError, asyncio.IncompleteReadError):
            attack.tally.statuses["cut off"] += 1
            stays = False
        attack.tally.longest = max(attack.tally.longest, time.monotonic() - began)
        if not stays and streams:
            streams[1].close()
            streams = None


async def _send(writer: asyncio.StreamWriter, request: bytes) -> None:
    with contextlib.suppress(OSError):
        writer.write(request)
        await writer.drain()


async def _slowly(attack: Attack, request: bytes, pause: float) -> None:
    """Send one request byte by byte, again and again."""
    while attack.lasts():
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            _, writer = await attack.connect()
            attack.tally.statuses["dribbled"] += 1
            for at in range(len(request)):
                if not attack.lasts():
                    break
                writer.write(request[at : at + 1])
                await asyncio.sleep(pause)
            writer.close()


async def _silent(attack: Attack) -> None:
    """Hold a connection and say nothing."""
    with contextlib.suppress(OSError):
        reader, writer = await attack.connect()
        attack.tally.statuses["held"] += 1
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, attack.until - time.monotonic())):
                await reader.read()
        writer.close()


async def _knock(attack: Attack) -> None:
    """Connect and leave, without end."""
    while attack.lasts():
        with contextlib.suppress(OSError):
            _, writer = await attack.connect()
            attack.tally.statuses["left"] += 1
            writer.transport.abort()


async def _leave_early(attack: Attack, make: Make) -> None:
    """Ask and leave before the answer."""
    for number in itertools.count():
        if not attack.lasts():
            return
        with contextlib.suppress(OSError):
            _, writer = await attack.connect()
            writer.write(attack.keyed(make(number)))
            await asyncio.sleep(0.01)
            attack.tally.statuses["left"] += 1
            writer.transport.abort()


async def _deaf(attack: Attack) -> None:
    """Ask for a lot in one go, and read nothing."""
    with contextlib.suppress(OSError):
        _, writer = await attack.connect()
        writer.transport.set_write_buffer_limits(high=2**16)
        while attack.lasts():
            writer.write(attack.keyed(_LONG) * 20)
            attack.tally.statuses["asked"] += 20
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(max(0.01, attack.until - time.monotonic())):
                    await writer.drain()
        writer.transport.abort()


async def _pipeline(attack: Attack) -> None:
    """Send requests by the hundred, and read the answers."""
    reader, writer = await attack.connect()
    with contextlib.suppress(OSError, asyncio.IncompleteReadError):
        while attack.lasts():
            began = time.monotonic()
            writer.write(attack.keyed(_LIGHT) * 200)
            for _ in range(200):
                await attack.answer(reader)
            attack.tally.longest = max(attack.tally.longest, time.monotonic() - began)
    writer.close()


_ALL = tuple(FLOODS.values())
# Each run begins at another number, so that no document was seen before.
_NUMBERS: "itertools.count[int]" = itertools.count(int(time.time() * 1000) % 10**9)
_HEAD = get("/graphql?query={__typename}", {f"x-{n}": "a" * 20 for n in range(80)})
_BODY = post(b'{"query": "' + b"a" * 60_000 + b'"}')
_TREE = FLOODS["28 aliases of a tree"]


def _file(number: int) -> bytes:
    return get(f"/v1/sanctions.{'csv' if number % 2 else 'xlsx'}")


# Attacks that are no floods of requests: what one connection does, and how many of them there are.
OTHERS: Mapping[str, tuple[int, Callable[[Attack], Awaitable[None]]]] = MappingProxyType(
    {
        "heads byte by byte, 300 connections": (
            300,
            lambda attack: _slowly(attack, attack.keyed(_HEAD), 0.05),
        ),
        "bodies byte by byte, 300 connections": (
            300,
            lambda attack: _slowly(attack, attack.keyed(_BODY), 0.05),
        ),
        "1,000 connections that say nothing": (MANY, _silent),
        "1,000 connections that ask for little": (
            MANY,
            lambda attack: _flood(attack, lambda _: _LIGHT, itertools.count()),
        ),
        "1,000 connections that ask for new documents": (
            MANY,
            lambda attack: _flood(attack, FLOODS["a grid of inline fragments"], _NUMBERS),
        ),
        "connections that come and go": (CONNECTIONS, _knock),
        "requests whose sender leaves": (CONNECTIONS, lambda attack: _leave_early(attack, _TREE)),
        "files of everything, whose reader leaves": (CONNECTIONS, lambda attack: _leave_early(attack, _file)),
        "50 connections that do not read": (50, _deaf),
        "requests by the hundred on one connection": (CONNECTIONS, _pipeline),
        "all documents in turn": (
            CONNECTIONS,
            lambda attack: _flood(attack, lambda number: _ALL[number % len(_ALL)](number), _NUMBERS),
        ),
    }
)


def attacks() -> tuple[str, ...]:
    """The names of all attacks."""
    return (*FLOODS, *OTHERS)


async def _attack(name: str, attack: Attack) -> None:
    if name in FLOODS:
        numbers, make = _NUMBERS, FLOODS[name]
        await asyncio.gather(*(_flood(attack, make, numbers) for _ in range(CONNECTIONS)))
        return
    many, one = OTHERS[name]
    await asyncio.gather(*(one(attack) for _ in range(many)))


def main() -> None:
    """Attack as told: {name, port, key, seconds}."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    told = json.loads(sys.stdin.read())
    key = f"authorization: Bearer {told['key']}\r\n".encode() if told["key"] else b""
    attack = Attack(told["port"], key, time.monotonic() + told["seconds"])
    began = time.monotonic()
    asyncio.run(_attack(told["name"], attack))
    found = {
        "statuses": attack.tally.statuses,
        "longest": attack.tally.longest,
        "began": began,
        "ended": time.monotonic(),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
