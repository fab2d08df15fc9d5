"""Reads from several servers of one database: which to ask, and whom to ask instead; never back in time."""

import time
from collections.abc import Collection
from dataclasses import dataclass, field

import asyncpg

from api import logs
from api.database.reader import Reader
from api.database.revisions import NEWEST, STATE, Revisions, State
from api.errors import LATER, DatabaseUnavailable

# How often a statement is tried again, elsewhere if possible: reading twice does no harm.
RETRIES = 2
# How often it is read again because another answer was newer.
OVERTAKEN = 5
# Longest wait for a replica to receive a revision that is known.
CATCH_UP = 1.0


@dataclass(slots=True, eq=False)
class Member:
    """One server.

    Attributes:
        name: Its host and port.
        reader: Reads from it.
        primary: Whether it takes writes, as it last said.
        revision: The newest revision it was seen with.
        tables: The last migration it was seen with.
    """

    name: str
    reader: Reader
    primary: bool = False
    revision: int = 0
    tables: int = 0
    _fresh_at: float = field(default_factory=time.monotonic)

    @property
    def up(self) -> bool:
        """Whether it could be reached when last tried."""
        return not self.reader.down

    def lag_seconds(self, newest: int) -> float:
        """For how long it has lacked the newest revision."""
        return 0.0 if self.revision >= newest else time.monotonic() - self._fresh_at

    def seen(self, revision: int, newest: int) -> None:
        """Know that it has a revision."""
        self.revision = max(self.revision, revision)
        if self.revision >= newest:
            self._fresh_at = time.monotonic()


@dataclass(frozen=True, slots=True)
class Read:
    """What a statement of the engine returned; ``tables`` is the migration that was known when it began."""

    data: bytes
    revision: int
    tables: int


@dataclass(slots=True)
class Servers:
    """All servers; replicas are asked first, and the primary where they lag, fail or are busy."""

    members: tuple[Member, ...]
    revisions: Revisions = field(default_factory=Revisions)

    async def row(self, sql: str, *arguments: object) -> asyncpg.Record | None:
        """The first row of one statement, read anywhere."""
        _, row, _ = await self._row(sql, arguments, self.revisions.answered)
        return row

    async def read(
        self, sql: str, arguments: tuple[object, ...], at_least: int = 0, *, steady: bool = False
    ) -> Read:
        """Run a statement of the engine: on data of this revision or newer, and no older than any answer before."""
        if at_least > self.revisions.newest and not await self.confirm(at_least):
            raise _unborn(at_least, self.revisions.newest)
        for _ in range(OVERTAKEN):
            least = max(at_least, self.revisions.answered)
            member, row, tables = await self._row(sql, arguments, least, steady=steady)
            assert row is not None, "a statement of the engine returns one row"
            data, revision = row
            self.revisions.learn(revision)
            member.seen(revision, self.revisions.newest)
            if revision >= at_least and revision >= self.revisions.answered:
                self.revisions.answered = revision
                return Read(data, revision, tables)
        raise DatabaseUnavailable("The data changed too often while they were read.", LATER)

    async def ask(self, revision: int = NEWEST) -> State:
        """Ask for the newest revision, or when an older one was made."""
        known = self.revisions.newest
        member, row, _ = await self._row(STATE, (revision,), self.revisions.answered)
        state = State.read(row)
        if revision == NEWEST:
            self.settle(member, state, known)
        else:
            self.revisions.learn_whole(state)
        return state

    async def member(self, at_least: int = 0) -> Member:
        """The server to read from now, on data of this revision or newer."""
        if at_least > self.revisions.newest and not await self.confirm(at_least):
            raise _unborn(at_least, self.revisions.newest)
        return self._ready(at_least, ()) or await self._await_ready(at_least, ())

    async def confirm(self, revision: int) -> bool:
        """Make sure that there is such a revision; False where the primary has none."""
        deadline = time.monotonic() + CATCH_UP
        while self.revisions.newest < revision:
            for member in [each for each in self.members if each.primary and each.up]:
                known = self.revisions.newest
                try:
                    self.settle(member, State.read(await member.reader.row(STATE, NEWEST)), known)
                except DatabaseUnavailable:
                    continue
                return self.revisions.newest >= revision
            if time.monotonic() > deadline:
                raise _lagging(revision)
            await self.revisions.news(deadline - time.monotonic() + 0.01)
        return True

    def settle(self, member: Member, state: State, known: int) -> bool:
        """Take in what a member says; return whether it is the primary that the others follow.

        Args:
            member: Who says it.
            state: What it says.
            known: The newest revision that was known before it was asked.
        """
        member.primary, member.tables = state.primary, state.tables
        outdated = state.revision < known and self._is_outdated(member, state)
        if state.primary and state.revision < known and not outdated:
            logs.log.error("revisions_lost", server=member.name, known=known, found=state.revision)
            for each in self.members:
                each.revision = 0
            self.revisions.rewind(state)
        else:
            self.revisions.learn_whole(state)
        member.seen(state.revision, self.revisions.newest)
        return state.primary and not outdated

    def _is_outdated(self, member: Member, state: State) -> bool:
        """Whether another primary has more: then this one was replaced, and does not know it yet."""
        return any(
            each.primary and each.up and each.revision > state.revision
            for each in self.members
            if each is not member
        )

    async def _row(
        self, sql: str, arguments: tuple[object, ...], at_least: int, *, steady: bool = True
    ) -> tuple[Member, asyncpg.Record | None, int]:
        failed: set[Member] = set()
        for left in reversed(range(RETRIES + 1)):
            member = self._ready(at_least, failed) or await self._await_ready(at_least, failed)
            tables = member.tables
            try:
                return member, await member.reader.row(sql, *arguments, steady=steady), tables
            except DatabaseUnavailable:
                failed.add(member)
                if not left:
                    raise
        raise AssertionError

    def _ready(self, at_least: int, failed: Collection[Member]) -> Member | None:
        """The member to ask: one that has the newest revision if any has, and at any rate this one."""
        up = [member for member in self.members if member.up]
        if not up:
            raise DatabaseUnavailable("The database cannot be reached.", LATER)
        if failed:
            up = [member for member in up if member not in failed] or up
        newest = self.revisions.newest
        ready = [member for member in up if member.primary or member.revision >= newest] or [
            member for member in up if member.revision >= at_least
        ]
        if len(ready) > 1:
            return min(ready, key=_burden)
        return ready[0] if ready else None

    async def _await_ready(self, at_least: int, failed: Collection[Member]) -> Member:
        """Wait, but not long, until there is one."""
        deadline = time.monotonic() + CATCH_UP
        while (member := self._ready(at_least, failed)) is None:
            now = time.monotonic()
            if now >= deadline:
                raise _lagging(at_least)
            await self.revisions.news(deadline - now)
        return member


def _burden(member: Member) -> tuple[bool, bool, int]:
    """Sorts members: those with room first, among them replicas, and then by load."""
    pool = member.reader.pool
    full = pool.load >= pool.size
    return full, member.primary and not full, pool.load


def _unborn(revision: int, newest: int) -> DatabaseUnavailable:
    return DatabaseUnavailable(
        f"Revision {revision} was asked for, and the newest is {newest}.",
        "Ask for no newer revision than an answer has named.",
    )


def _lagging(revision: int) -> DatabaseUnavailable:
    return DatabaseUnavailable(f"No server at hand has revision {revision} yet.", LATER)
