"""Proves the data's invariants on whatever is in a database, and returns each row that breaks one."""

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

import asyncpg

from seeds.records.discretion import names_in, words_of

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

# Every table and view with rows but the change log, which the reader may not look into.
_TABLES = """
SELECT relname FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'm') AND relname <> 'change'
ORDER BY relname
"""
# All words of the name in one row, in any order, case or accent: "Smith, John" is John Smith.
_WORDS = "regexp_split_to_array(lower(unaccent({}) COLLATE pg_c_utf8), '[^[:alnum:]]+')"
_SHOWS = """
SELECT '{table}' AS "table", coalesce(to_jsonb(t) ->> 'id', t.ctid::text) AS row_id, n.slug AS detainee
FROM {table} t JOIN hidden n ON {words} @> n.words
"""
_HIDDEN = """
WITH hidden AS MATERIALIZED (
    SELECT d.slug, {words} AS words
    FROM confidential.detainee_name n JOIN public.detainee d ON d.id = n.detainee_id
)
"""
_NAMES = "SELECT name FROM confidential.detainee_name"
WITHHELD = "withheld-names-show-nowhere"
WITHHELD_SENTENCE = "The name of a person who is withheld stands in no row that the public can read."


@dataclass(frozen=True, slots=True)
class Invariant:
    """Something that must hold, and the query for the rows where it does not."""

    name: str
    sentence: str
    query: str


@dataclass(frozen=True, slots=True)
class Violation:
    """One row that breaks an invariant."""

    invariant: Invariant
    row: Mapping[str, object]

    def __str__(self) -> str:
        """The invariant, its sentence and the row."""
        cells = ", ".join(f"{name}={value}" for name, value in self.row.items())
        return f"{self.invariant.name}: {self.invariant.sentence} Here: {cells}"


async def violations(connection: Connection) -> list[Violation]:
    """Every row that breaks an invariant; the connection must be the writer's or the owner's."""
    if connection.is_in_transaction():
        return [violation async for violation in _violations(connection)]
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        return [violation async for violation in _violations(connection)]


async def _violations(connection: Connection) -> AsyncIterator[Violation]:
    hidden = [words_of(row["name"]) for row in await connection.fetch(_NAMES)]
    for invariant in [*invariants(), await _withheld(connection)]:
        for row in await connection.fetch(invariant.query):
            yield Violation(invariant, {name: _discreet(cell, hidden) for name, cell in row.items()})


@cache
def invariants() -> tuple[Invariant, ...]:
    """The invariants that are the same in every database, in the order of their files."""
    return tuple(_read())


def _discreet(cell: object, hidden: Iterable[frozenset[str]]) -> object:
    """What may be printed of one cell."""
    return "(withheld)" if isinstance(cell, str) and names_in(cell, hidden) else cell


def _read() -> Iterator[Invariant]:
    for file in sorted(files(__package__).joinpath("invariants").iterdir(), key=lambda file: file.name):
        sentence, _, query = file.read_text("utf-8").partition("\n")
        yield Invariant(file.name[3:].removesuffix(".sql"), sentence.removeprefix("-- "), query)


async def _withheld(connection: Connection) -> Invariant:
    """One query over all tables there are, those of later migrations included."""
    tables = [row["relname"] for row in await connection.fetch(_TABLES)]
    words = _WORDS.format("t::text")
    shows = "UNION ALL".join(_SHOWS.format(table=table, words=words) for table in tables)
    query = _HIDDEN.format(words=_WORDS.format("n.name")) + shows + "ORDER BY 1, 2"
    return Invariant(WITHHELD, WITHHELD_SENTENCE, query)
