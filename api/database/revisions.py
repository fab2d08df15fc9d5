"""What a process knows of the data's revisions: which is the newest, and which it has answered with."""

import asyncio
import contextlib
from dataclasses import dataclass, field
from typing import NamedTuple

import asyncpg

CHANNEL = "detente_revision"
NEWEST = 2**31 - 1
# Of how many revisions we remember when they were made; only the newest few are asked for.
REMEMBERED = 16

STATE = """
SELECT coalesce(r.number, 0) AS revision, coalesce(extract(epoch FROM r.at)::text, '') AS made,
    t.version AS tables, NOT pg_is_in_recovery() AS primary
FROM (SELECT coalesce(max(version), 0) AS version FROM migration) t
LEFT JOIN LATERAL (SELECT number, at FROM revision WHERE number <= $1 ORDER BY number DESC LIMIT 1) r ON true
"""


@dataclass(frozen=True, slots=True)
class State:
    """What a server says of its data.

    Attributes:
        revision: The number of a revision.
        made: When that was made: another of the same number, after a restore, was made at another time.
        tables: The last migration.
        primary: Whether the server takes writes.
    """

    revision: int
    made: str
    tables: int
    primary: bool

    @classmethod
    def read(cls, row: asyncpg.Record | None) -> "State":
        """The answer to STATE."""
        assert row is not None, "it has one row, whatever there is"
        return cls(row["revision"], row["made"], row["tables"], row["primary"])


class Edition(NamedTuple):
    """What the data were when they were read: equal editions give equal answers."""

    revision: int
    made: str
    tables: int


@dataclass(slots=True)
class Revisions:
    """The process's knowledge.

    Attributes:
        newest: The newest revision that is known to be committed.
        answered: The newest that anybody was answered with; nobody is answered from an older one.
        tables: The last migration that is known.
        heard: Who listens to a primary: while somebody does, a new revision is known at once.
    """

    newest: int = 0
    answered: int = 0
    tables: int = 0
    heard: set[object] = field(default_factory=set)
    _made: dict[int, str] = field(default_factory=dict)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def watched(self) -> bool:
        """Whether a new revision would be known at once."""
        return bool(self.heard)

    @property
    def edition(self) -> Edition | None:
        """The newest one; None while it is not known whole."""
        made = self._made.get(self.newest)
        return None if made is None else Edition(self.newest, made, self.tables)

    def edition_of(self, revision: int) -> Edition | None:
        """That of an older revision, if it is remembered."""
        made = self._made.get(revision)
        return None if made is None else Edition(revision, made, self.tables)

    def learn(self, revision: int) -> None:
        """Know that there is such a revision."""
        if revision > self.newest:
            self.newest = revision
            self.tell()

    def learn_whole(self, state: State) -> None:
        """Know a revision, when it was made, and the tables it was read from."""
        self._made[state.revision] = state.made
        self.tables = max(self.tables, state.tables)
        while len(self._made) > REMEMBERED:
            del self._made[min(self._made)]
        self.learn(state.revision)

    def rewind(self, state: State) -> None:
        """Take back what was known: the database was restored, or lost its last commits in a failover."""
        self.newest = self.answered = state.revision
        self.tables = state.tables
        self._made.clear()
        self.learn_whole(state)
        self.tell()

    def tell(self) -> None:
        """Wake all who wait for news."""
        self._news.set()
        self._news = asyncio.Event()

    async def news(self, seconds: float) -> None:
        """Wait until something changes, but no longer than this."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._news.wait()
