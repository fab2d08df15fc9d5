"""Finds what belongs to an entity wherever in the file it stands, on disk and not in memory."""

import sqlite3
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import NamedTuple, Self

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -32768;
CREATE TABLE entity (id TEXT PRIMARY KEY, line INTEGER NOT NULL, caption TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE thing (line INTEGER PRIMARY KEY, offset INTEGER NOT NULL, length INTEGER NOT NULL);
CREATE TABLE part (
    holder TEXT NOT NULL, schema TEXT NOT NULL, line INTEGER NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL
);
CREATE TABLE listed (id TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_USES = """
SELECT schema, state, count(*) FROM (
    SELECT p.line, p.schema, max(CASE WHEN l.id IS NOT NULL THEN 2 WHEN e.id IS NOT NULL THEN 1 ELSE 0 END) AS state
    FROM part p LEFT JOIN listed l ON l.id = p.holder LEFT JOIN entity e ON e.id = p.holder
    GROUP BY p.line, p.schema
)
GROUP BY schema, state ORDER BY schema, state DESC
"""
_ORPHANS = """
SELECT p.line, p.schema, p.holder FROM part p
WHERE NOT EXISTS (SELECT 1 FROM entity e WHERE e.id = p.holder) ORDER BY p.line
"""


class Spot(NamedTuple):
    """A line of the file: its number, where it begins and how long it is."""

    line: int
    offset: int
    length: int


class Index:
    """Every entity's id, every thing's line, and what belongs to whom; gone when it is closed."""

    def __init__(self) -> None:
        # Without a name it is a file that nobody else sees, gone with this process however that ends. A load reads
        # in one thread after another, never in two at once.
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._database.executescript(_SCHEMA)
        self._database.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def add(
        self,
        entities: list[tuple[str, int, str]],
        things: list[Spot],
        parts: list[tuple[str, str, int, int, int]],
    ) -> tuple[int, int, str] | None:
        """Note some lines; of an id that stands twice, give both lines and the id."""
        before = self._database.total_changes
        self._database.executemany("INSERT OR IGNORE INTO entity VALUES (?, ?, ?)", entities)
        if self._database.total_changes - before != len(entities):
            return next(self._twice(entities))
        self._database.executemany("INSERT INTO thing VALUES (?, ?, ?)", things)
        self._database.executemany("INSERT INTO part VALUES (?, ?, ?, ?, ?)", parts)
        return None

    def sort(self) -> None:
        """Make ready to be asked what belongs to whom."""
        self._database.execute("CREATE INDEX part_holder ON part (holder)")

    def things(self) -> Iterator[Spot]:
        """Where each thing stands, in the order of the file."""
        cursor = self._database.execute("SELECT line, offset, length FROM thing ORDER BY line")
        while rows := cursor.fetchmany(1_000):
            yield from map(Spot._make, rows)

    def parts(self, holder: str) -> list[tuple[str, int, int, int]]:
        """What belongs to an entity: kind and place of each, in the order of the file."""
        statement = "SELECT schema, line, offset, length FROM part WHERE holder = ? ORDER BY line"
        return self._database.execute(statement, (holder,)).fetchall()

    def caption(self, entity: str) -> str | None:
        """What an entity is called, if the file holds it."""
        row = self._database.execute("SELECT caption FROM entity WHERE id = ?", (entity,)).fetchone()
        return None if row is None else str(row[0])

    def mark(self, ids: Iterable[str]) -> None:
        """Note entities that are used."""
        self._database.executemany("INSERT OR IGNORE INTO listed VALUES (?)", ((each,) for each in ids))

    def uses(self) -> Iterator[tuple[str, int, int]]:
        """Of each kind of part how many belong to somebody listed (2), to somebody else (1), to nobody (0)."""
        yield from self._database.execute(_USES)

    def orphans(self) -> Iterator[tuple[int, str, str]]:
        """Line and kind of each part whose holder is not in the file, and the holder."""
        yield from self._database.execute(_ORPHANS)

    def _twice(self, entities: list[tuple[str, int, str]]) -> Iterator[tuple[int, int, str]]:
        for each, line, _ in entities:
            first = self._database.execute("SELECT line FROM entity WHERE id = ?", (each,)).fetchone()[0]
            if first != line:
                yield first, line, each
