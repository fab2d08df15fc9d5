"""Holds all rows of one database as the reader sees them: tables as lists of dictionaries, and nothing clever."""

import datetime as dt
import string
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import asyncpg

from tests.oracle.words import NASTY

TYPES = {
    "country": "Country",
    "organization": "Organization",
    "source": "Source",
    "instrument": "Instrument",
    "detainee": "Detainee",
    "detention": "Detention",
    "charge": "Charge",
    "agreement": "Agreement",
    "term": "Term",
    "exchange": "Exchange",
    "release": "Release",
    "release_member": "ReleaseMember",
    "relief": "Relief",
    "sanction_program": "SanctionProgram",
    "sanction": "Sanction",
    "target": "Target",
    "claim": "Claim",
    "published_change": "Change",
}
"""The tables whose rows have global ids, and the GraphQL types of these."""

TABLES = {name: table for table, name in TYPES.items()}

# A role sees here only what it may read.
_RELATIONS = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
_ENUMS = """
SELECT t.typname, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS labels
FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid GROUP BY 1
"""


_FOLDED = "SELECT c, lower(unaccent(c)) FROM unnest($1::text[]) AS c"

# What search makes of a letter: small ones without accents, a space of punctuation, nothing of an apostrophe.
_SEARCHED = r"""
SELECT c, regexp_replace(
    translate(lower(unaccent(c) COLLATE pg_c_utf8), U&'\0027\02BC\02B9\02BB\0060\00B4', ''), '[^[:alnum:]]', ' ', 'g'
) FROM unnest($1::text[]) AS c
"""
COMPOSED = [chr(each) for each in range(1, 0x3000)]
"""Among these are all letters that others may be composed to."""


class Row(dict[str, Any]):
    """One row, which knows its table."""

    def __init__(self, table: str, values: dict[str, Any]) -> None:
        super().__init__(values)
        self.table = table

    @property
    def type(self) -> str:
        """The GraphQL type of the row."""
        return TYPES[self.table]

    @property
    def global_id(self) -> str:
        """The id that finds the row again, whatever its type."""
        return f"{self.type}:{self['id']}"


@dataclass(frozen=True, repr=False)
class World:
    """All rows, the labels of all enums in their order, and the day on which it is asked.

    Search alone is asked of the database: it is proved by what must hold of its hits.
    """

    tables: dict[str, list[Row]]
    enums: dict[str, list[str]]
    today: dt.date
    letters: dict[str, str]
    searched: dict[str, str]
    ask: Callable[..., list[Any]] = lambda *_: []

    def folded(self, text: str) -> str:
        """Return a text without case and accents, letter by letter."""
        return "".join(self.letters[letter] for letter in text)

    def rows(self, table: str, wanted: Callable[[Row], bool] = lambda _: True) -> list[Row]:
        """Return the rows of a table that are wanted."""
        return [row for row in self.tables[table] if wanted(row)]

    def row(self, table: str, wanted: Callable[[Row], bool]) -> Row | None:
        """Return the one row that is wanted, if there is one."""
        found = self.rows(table, wanted)
        assert len(found) <= 1, f"{table} has {len(found)} rows where one was expected"
        return found[0] if found else None

    def by_id(self, table: str, number: int | None) -> Row | None:
        """Return the row with this id."""
        return self.row(table, lambda row: row["id"] == number)

    def node(self, global_id: str) -> Row | None:
        """Return the row with this global id, of whatever type."""
        name, _, number = global_id.partition(":")
        return self.by_id(TABLES[name], int(number)) if name in TABLES else None


async def enum_labels(connection: asyncpg.Connection) -> dict[str, list[str]]:
    """Return the labels of all enums, in their order."""
    return {record["typname"]: record["labels"] for record in await connection.fetch(_ENUMS)}


async def load_world(url: str) -> World:
    """Read every table and view that this role may read."""
    connection = await asyncpg.connect(url, server_settings={"TimeZone": "UTC"})
    try:
        names = [name for (name,) in await connection.fetch(_RELATIONS)]
        tables = {
            name: [Row(name, dict(record)) for record in await connection.fetch(f"SELECT * FROM {name}")]
            for name in names
        }
        enums = await enum_labels(connection)
        letters = await _mapped(connection, _FOLDED, _letters(tables))
        searched = await _mapped(connection, _SEARCHED, _normal(letters))
    finally:
        await connection.close()
    return World(tables, enums, dt.datetime.now(dt.UTC).date(), letters, searched)


async def _mapped(connection: asyncpg.Connection, sql: str, letters: list[str]) -> dict[str, str]:
    return {record[0]: record[1] for record in await connection.fetch(sql, letters)}


def _letters(tables: dict[str, list[Row]]) -> list[str]:
    """Return all letters that the rows hold, or that may be asked for."""
    texts = [
        value for rows in tables.values() for row in rows for value in row.values() if isinstance(value, str)
    ]
    return sorted(set("".join([*texts, *NASTY, *string.printable])))


def _normal(letters: Iterable[str]) -> list[str]:
    """Return the letters that a text of these has once it is normalized."""
    return sorted(set("".join([*COMPOSED, *(unicodedata.normalize("NFKC", each) for each in letters)])))
