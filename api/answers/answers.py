"""Answers prepared operations: from memory where nothing can be newer, else by one statement.

An answer is a function of its statement, its arguments and the edition of the data; of the day too, where the
statement asks what day it is. So the entity tag is a digest of these, known before anything is read.
"""

import asyncio
import contextlib
from base64 import urlsafe_b64encode
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import NamedTuple

from api import logs
from api.answers.conditions import NONE, Conditions
from api.answers.entries import Entries, Entry
from api.database.revisions import Edition
from api.database.servers import Read, Servers
from api.engine import Prepared
from api.errors import DatabaseError, DetenteError, Headers, Overloaded, StatementTimeout
from api.web.timeouts import Deadline, Timeouts, deadlines

Flight = tuple[bytes, Edition]
Ticket = AbstractAsyncContextManager[object]
FREE: Ticket = contextlib.nullcontext()

DIGEST_BYTES = 16
# Around midnight the database and we may not agree on the day.
DOUBTFUL = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back.

    Attributes:
        body: The whole body; empty where it is not modified.
        headers: ETag, Cache-Control and, where data were read, Detente-Revision.
        entry: Where it may be kept, compressed too.
        not_modified: Whether the client has this answer already.
    """

    body: bytes
    headers: Headers
    entry: Entry
    not_modified: bool = False


@dataclass(frozen=True, slots=True)
class _Question:
    """What to run, and what tells it from others."""

    key: bytes | None
    sql: str
    arguments: tuple[object, ...]
    steady: bool


class _Basis(NamedTuple):
    """The revision that a client needs, and the edition that an answer would be of now."""

    needed: int
    edition: Edition | None


@dataclass(slots=True)
class Answers:
    """Answers for one process.

    Attributes:
        servers: Where statements run.
        entries: The answers that are kept.
        seconds: Longest that an answer may take, all waiting and retrying included.
        max_age: For how long others may keep an answer without asking, in seconds.
        now: The time, in UTC.
    """

    servers: Servers
    entries: Entries
    seconds: float = 15.0
    max_age: int = 0
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    _flights: "dict[Flight, asyncio.Future[Read | None]]" = field(default_factory=dict)
    _deadlines: Timeouts[Deadline] = field(default_factory=deadlines)

    async def answer(
        self, prepared: Prepared, conditions: Conditions = NONE, ticket: Ticket = FREE
    ) -> Answer:
        """Return the answer to an operation, on data as new as the client asks and nobody has seen newer.

        Args:
            prepared: The operation.
            conditions: What the client has.
            ticket: Entered while a statement runs; not where the answer is known.
        """
        if prepared.sql is None:
            return self._from_schema(prepared, conditions)
        key = _key(prepared, self.now)
        basis = self._basis_at_hand(conditions)
        if basis and (known := self._known(prepared, key, basis, conditions)):
            return known
        question = _Question(key, prepared.sql, prepared.arguments, prepared.steady)
        try:
            with Deadline(self._deadlines, self.seconds):
                return await self._from_data(prepared, question, basis, conditions, ticket)
        except TimeoutError:
            raise StatementTimeout(
                f"The answer took longer than {self.seconds:g} seconds.",
                "Ask for fewer rows or fewer levels, or try again later.",
            ) from None

    def keep_coded(self, entry: Entry, coding: str, body: bytes) -> None:
        """Keep the body of an answer in one more coding, if the answer is kept."""
        self.entries.keep_coded(entry, coding, body)

    def _from_schema(self, prepared: Prepared, conditions: Conditions) -> Answer:
        logs.note(statements=0, cache="off")
        body = prepared.respond(None, None)
        return self._reply(prepared, conditions, Entry(b"", body, None, f'"schema-{_digest(body)}"'))

    async def _from_data(
        self,
        prepared: Prepared,
        question: _Question,
        basis: _Basis | None,
        conditions: Conditions,
        ticket: Ticket,
    ) -> Answer:
        if basis is None:
            basis = _Basis(await self._needed(conditions), await self._edition(question.key, conditions))
            if known := self._known(prepared, question.key, basis, conditions):
                return known
        read = await self._read(question, basis, ticket)
        body = prepared.respond(read.data, read.revision)
        edition = self.servers.revisions.edition_of(read.revision) or await self._ask_edition(read.revision)
        return self._reply(prepared, conditions, self._keep(question.key, body, read, edition))

    def _known(
        self, prepared: Prepared, key: bytes | None, basis: _Basis, conditions: Conditions
    ) -> Answer | None:
        """The answer, if it is kept here or by the client."""
        edition = basis.edition
        if key is None or edition is None or edition.revision < basis.needed:
            return None
        entry = self.entries.get(key, edition)
        if entry is None and conditions.tags and conditions.keeps(tag := _tag(key, edition)):
            entry = Entry(key, b"", edition.revision, tag)
        if entry is None:
            return None
        self.servers.revisions.answered = edition.revision
        logs.note(statements=0, cache="hit")
        return self._reply(prepared, conditions, entry)

    def _basis_at_hand(self, conditions: Conditions) -> _Basis | None:
        """What an answer rests on, where that is known without asking anybody."""
        revisions = self.servers.revisions
        if revisions.watched and conditions.seen <= revisions.newest:
            return _Basis(max(conditions.at_least, conditions.seen), revisions.edition)
        return None

    async def _needed(self, conditions: Conditions) -> int:
        """The revision that the answer must have: what the client names, and what it has if there is such a one."""
        if conditions.seen <= self.servers.revisions.newest or await self.servers.confirm(conditions.seen):
            return max(conditions.at_least, conditions.seen)
        return conditions.at_least

    async def _edition(self, key: bytes | None, conditions: Conditions) -> Edition | None:
        """The edition that an answer would be of now; without a listener it is asked for where that can pay."""
        revisions = self.servers.revisions
        if revisions.watched:
            return revisions.edition
        if key is None or not (conditions.tags or self.entries.has(key)):
            return None
        state = await self.servers.ask()
        return revisions.edition if state.revision == revisions.newest else None

    async def _read(self, question: _Question, basis: _Basis, ticket: Ticket) -> Read:
        """Run the statement; who asks the same at the same time waits for the same rows, and needs no ticket."""
        needed, edition = basis
        if question.key is None or edition is None or edition.revision < needed:
            async with ticket:
                return await self._run(question, needed)
        flight = question.key, edition
        read = await self._join(flight, needed) if flight in self._flights else None
        if read is None:
            async with ticket:
                # Another may have begun while we waited for our turn.
                read = await self._join(flight, needed) if flight in self._flights else None
                read = read or await self._lead(flight, question, needed)
        return read

    async def _join(self, flight: Flight, needed: int) -> Read | None:
        while running := self._flights.get(flight):
            read = await asyncio.shield(running)
            if read and read.revision >= max(needed, self.servers.revisions.answered):
                logs.note(statements=0, cache="hit")
                return read
        return None

    async def _lead(self, flight: Flight, question: _Question, needed: int) -> Read:
        running: asyncio.Future[Read | None] = asyncio.get_running_loop().create_future()
        self._flights[flight] = running
        read = None
        try:
            read = await self._run(question, needed)
        except (DatabaseError, Overloaded) as failure:
            running.set_exception(failure)
            # Nobody need have waited.
            running.exception()
            raise
        finally:
            del self._flights[flight]
            if not running.done():
                # None where we ended for reasons of our own: the others begin anew.
                running.set_result(read)
        return read

    async def _run(self, question: _Question, needed: int) -> Read:
        logs.note(statements=1, cache="miss", _sql=question.sql)
        with logs.stage("run"):
            return await self.servers.read(question.sql, question.arguments, needed, steady=question.steady)

    def _keep(self, key: bytes | None, body: bytes, read: Read, edition: Edition | None) -> Entry:
        """Give an answer its tag, and keep it if it is of the newest edition."""
        if key is None or edition is None or edition.tables != read.tables:
            return Entry(b"", body, read.revision, f'"{read.revision}-{_digest(body)}"')
        entry = Entry(key, body, read.revision, _tag(key, edition))
        if edition == self.servers.revisions.edition:
            self.entries.put(entry, edition)
        return entry

    async def _ask_edition(self, revision: int) -> Edition | None:
        """The edition of an answer that came before the news of it."""
        with contextlib.suppress(DetenteError):
            await self.servers.ask(revision)
        return self.servers.revisions.edition_of(revision)

    def _reply(self, prepared: Prepared, conditions: Conditions, entry: Entry) -> Answer:
        known = conditions.keeps(entry.tag)
        body = b"" if known else entry.body
        logs.note(revision=entry.revision, bytes=len(body))
        if known:
            logs.note(cache="304")
        headers = [(b"etag", f"W/{entry.tag}".encode()), (b"cache-control", self._cache_control(prepared))]
        if entry.revision is not None:
            headers.append((b"detente-revision", b"%d" % entry.revision))
        if self.max_age:
            # Others must not answer from an older revision than the client names, either.
            headers.append((b"vary", b"detente-revision"))
        return Answer(body, tuple(headers), entry, not_modified=known)

    def _cache_control(self, prepared: Prepared) -> bytes:
        if prepared.budget is not None:
            # What it may cost is said to this client.
            return b"private, no-cache"
        return b"public, max-age=%d" % self.max_age if self.max_age else b"public, no-cache"


def _key(prepared: Prepared, clock: Callable[[], datetime]) -> bytes | None:
    """Tells requests with different answers apart; None while a moment may belong to two days."""
    day = ""
    if prepared.dated:
        now = clock()
        if (now - DOUBTFUL).date() != (now + DOUBTFUL).date():
            return None
        day = now.date().isoformat()
    told = None if prepared.budget is None else (prepared.budget, prepared.cost)
    facts = repr((prepared.arguments, told, day)).encode(errors="surrogatepass")
    return blake2b(prepared.digest + facts, digest_size=DIGEST_BYTES).digest()


def _tag(key: bytes, edition: Edition) -> str:
    made = f"{edition.made} {edition.tables}".encode()
    return f'"{edition.revision}-{_digest(key + made)}"'


def _digest(data: bytes) -> str:
    return urlsafe_b64encode(blake2b(data, digest_size=DIGEST_BYTES).digest()).rstrip(b"=").decode()
