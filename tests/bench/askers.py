"""Clients that ask without end, and a ledger of all that they were told: what was wrong, late or too old."""

import asyncio
import collections
import contextlib
import itertools
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

CLIENTS = 16
THINK_SECONDS = 0.02
# Longer than the server may take for anything.
PATIENCE = 20.0
ATTEMPTS = 5

MARKER = '{ country(iso2: "XX") { name } }'
VARIED = 'query($code: String!) { country(iso2: "XX") { name } other: country(iso2: $code) { name } }'
DEEP = (
    '{ country(iso2: "US") { nationalsReleased(first: 3) { totalCount nodes { title total { value } } } } }'
)
GOOD = {200, 304}
UNAVAILABLE = {503, 504}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request and what became of it; status 0 where no answer came."""

    began: float
    ended: float
    status: int
    revision: int = 0
    named: int = 0


@dataclass(slots=True)
class Ledger:
    """Everything that was asked, committed and found wrong."""

    asked: list[Asked] = field(default_factory=list)
    cut_off: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    committed: list[tuple[float, int]] = field(default_factory=list)
    _bodies: dict[tuple[str, int], object] = field(default_factory=dict)

    def note(self, asked: Asked) -> None:
        """Write down what became of a request, and whether the promise was kept."""
        self.asked.append(asked)
        if asked.status in GOOD and asked.revision < asked.named:
            self.wrong.append(f"revision {asked.named} was named, and {asked.revision} came")
        if asked.status not in GOOD | UNAVAILABLE:
            self.wrong.append(f"status {asked.status}")

    def check(self, query: str, revision: int, data: object) -> None:
        """Compare an answer with what it must be, and with the other answers of that revision."""
        country = data["country"] if isinstance(data, dict) else None
        if "XX" in query and (not country or country["name"] != f"R{revision}"):
            self.wrong.append(f"at revision {revision} the country is {country}")
        if self._bodies.setdefault((query, revision), data) != data and "$" not in query:
            self.wrong.append(f"two answers to {query} at revision {revision}")

    def between(self, start: float, end: float) -> Iterator[Asked]:
        """The requests that began in a stretch of time."""
        return (each for each in self.asked if start <= each.began < end)

    def staleness(self, asked: Asked) -> float:
        """For how long a newer revision had been committed when an answer was asked for."""
        newer = [at for at, number in self.committed if number > asked.revision and at < asked.began]
        return asked.began - min(newer) if newer else 0.0


@dataclass(slots=True)
class Asker:
    """One client with a connection of its own; every second one names a revision, every fourth sends the tag it keeps."""

    number: int
    where: tuple[str, int]
    ledger: Ledger
    seen: int = 0
    tag: str = ""
    _streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    # The newest answer on this connection, which ends in one process.
    _on_connection: int = 0

    async def ask(self) -> None:
        """Ask until cancelled."""
        kinds = itertools.cycle([VARIED, MARKER, VARIED, DEEP, VARIED])
        for query in kinds:
            began = time.monotonic()
            named = self._named()
            status, revision = 0, 0
            for _ in range(ATTEMPTS):
                try:
                    async with asyncio.timeout(PATIENCE):
                        status, revision = await self._once(query, named)
                    break
                except TimeoutError:
                    self._leave()
                    break
                except (OSError, asyncio.IncompleteReadError):
                    self.ledger.cut_off.append(time.monotonic())
                    self._leave()
                    await asyncio.sleep(0.05)
            self.ledger.note(Asked(began, time.monotonic(), status, revision, named))
            await asyncio.sleep(THINK_SECONDS)

    def _named(self) -> int:
        """What it names: nothing, what it has seen, or what it has just heard was committed."""
        match self.number % 4:
            case 1:
                return self.seen
            case 3:
                return self.ledger.committed[-1][1]
        return 0

    async def _once(self, query: str, named: int) -> tuple[int, int]:
        if self._streams is None:
            self._streams = await asyncio.open_connection(*self.where)
            self._on_connection = 0
        reader, writer = self._streams
        writer.write(self._request(query, named))
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        lines = [line.partition(": ") for line in head.split("\r\n")[1:] if line]
        headers = {name.lower(): value for name, _, value in lines}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        if headers.get("connection") == "close":
            self._leave()
        status = int(head.split(" ")[1])
        revision = int(headers.get("detente-revision", "0"))
        if status in GOOD:
            self._learn(query, status, revision, headers["etag"], body)
        return status, revision

    def _learn(self, query: str, status: int, revision: int, tag: str, body: bytes) -> None:
        if revision < self._on_connection:
            self.ledger.wrong.append(f"one process answered {self._on_connection} and then {revision}")
        self._on_connection = revision
        self.seen = max(self.seen, revision)
        if status == 304:
            if tag != self.tag:
                self.ledger.wrong.append("not modified, but the tag is another")
            return
        answer = json.loads(body)
        if answer["extensions"]["revision"] != revision:
            self.ledger.wrong.append("body and header name different revisions")
        self.ledger.check(query, revision, answer["data"])
        if query == MARKER:
            self.tag = tag

    def _request(self, query: str, named: int) -> bytes:
        codes = {"code": random.choice("ABCDEFGH") + random.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}  # noqa: S311
        body = json.dumps({"query": query, "variables": codes if query == VARIED else {}}).encode()
        lines = ["POST /graphql HTTP/1.1", "Host: detente", "Content-Type: application/json"]
        lines += [f"Content-Length: {len(body)}"]
        if named:
            lines.append(f"Detente-Revision: {named}")
        if query == MARKER and self.tag and self.number % 4 == 0:
            lines.append(f"If-None-Match: {self.tag}")
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + body

    def _leave(self) -> None:
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


@contextlib.asynccontextmanager
async def asking(address: str, ledger: Ledger) -> "collections.abc.AsyncIterator[Sequence[Asker]]":
    """The clients, asking until the block ends."""
    host, _, port = address.removeprefix("http://").partition(":")
    askers = [Asker(number, (host, int(port)), ledger) for number in range(CLIENTS)]
    tasks = [asyncio.create_task(asker.ask()) for asker in askers]
    try:
        yield askers
    finally:
        for task in tasks:
            task.cancel()
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(ended, Exception):
                ledger.wrong.append(f"a client failed: {ended!r}")
