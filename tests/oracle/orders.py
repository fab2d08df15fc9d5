"""Sorts rows, marks their places with cursors, and cuts pages: naively, in whole lists."""

import base64
import functools
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.oracle.dates import day_from_text, day_text, first_day
from tests.oracle.world import Row, World

DEFAULT_PAGE = 25

Read = Callable[[World, Row], Any]


@dataclass(frozen=True)
class Key:
    """One thing that rows are ordered by. A date stands for the first day that it may mean."""

    name: str
    descending: bool = False
    date: bool = False
    read: Read = field(default=lambda _, row: row, compare=False)

    def of(self, world: World, row: Row) -> Any:  # noqa: ANN401 - whatever the column holds
        """Return what a row is compared by."""
        return self.read(world, row)


def by(column: str, *, descending: bool = False) -> Key:
    """Return the key of a plain column; text compares by code point."""
    return Key(column, descending, read=lambda _, row: row[column])


def by_day(column: str) -> Key:
    """Return the key of a fuzzy date, newest first."""
    return Key(f"{column}_earliest", descending=True, date=True, read=lambda _, row: first_day(row[column]))


def by_word(column: str, enum: str) -> Key:
    """Return the key of an enum: its labels in the order in which SQL declares them."""
    return Key(column, read=lambda world, row: world.enums[enum].index(row[column]))


ID = by("id")
NEWEST_ID = by("id", descending=True)

ORDERS: dict[str, tuple[Key, ...]] = {
    "country": (by("name"), ID),
    "organization": (by("name"), ID),
    "source": (by_day("published_on"), NEWEST_ID),
    "instrument": (by_day("issued_on"), NEWEST_ID),
    "detainee": (by("name"), ID),
    "detainee_name": (by("position"),),
    "detainee_identifier": (by_word("scheme", "identifier_scheme"), by("value")),
    "nationality": (by_word("kind", "nationality_kind"), by("country_id")),
    "recognition": (by("organization_id"), by_word("label", "recognition_label")),
    "detention": (by_day("started_on"), NEWEST_ID),
    "charge": (by("position"), ID),
    "agreement": (by_day("announced_on"), NEWEST_ID),
    "party": (by("position"),),
    "term": (by("position"), ID),
    "exchange": (by("position"), ID),
    "release": (by_day("released_on"), NEWEST_ID),
    "release_count": (by("position"),),
    "release_member": (by("position"), ID),
    "relief": (by_day("announced_on"), NEWEST_ID),
    "sanction_program": (by("name"), ID),
    "sanction": (by_day("listed_on"), NEWEST_ID),
    "sanction_identifier": (by_word("scheme", "identifier_scheme"), by("value")),
    "target": (by("name"), ID),
    "target_name": (by("position"),),
    "target_identifier": (by_word("scheme", "identifier_scheme"), by("value")),
    "claim": (by("position"), ID),
    "published_change": (ID,),
    "dataset_source": (by("slug"),),
}


def compare(order: tuple[Key, ...], ours: list[Any], theirs: list[Any]) -> int:
    """Return less than 0 where ours come first, more where theirs do; nulls come last in either direction."""
    for key, one, other in zip(order, ours, theirs, strict=True):
        if one == other:
            continue
        if one is None or other is None:
            return 1 if one is None else -1
        return 1 if (one > other) is not key.descending else -1
    return 0


def values(world: World, order: tuple[Key, ...], row: Row) -> list[Any]:
    """Return what a row is compared by, key by key."""
    return [key.of(world, row) for key in order]


def in_order(world: World, rows: list[Row], order: tuple[Key, ...] | None = None) -> list[Row]:
    """Return rows in an order; in that of their table unless told."""
    keys = order or (ORDERS[rows[0].table] if rows else ())
    places = functools.cmp_to_key(
        lambda a, b: compare(keys, values(world, keys, a), values(world, keys, b))  # type: ignore[arg-type]
    )
    return sorted(rows, key=places)


def signature(table: str, order: tuple[Key, ...]) -> str:
    """Return the mark by which a cursor of one order is told from that of another."""
    text = ",".join(key.name + ("-" if key.descending else "+") for key in order)
    return hashlib.sha256(f"{table}:{text}".encode()).hexdigest()[:8]


def write_cursor(world: World, order: tuple[Key, ...], row: Row) -> str:
    """Return a row's cursor."""
    keys = [
        day_text(value) if key.date and value is not None else value
        for key, value in zip(order, values(world, order, row), strict=True)
    ]
    text = json.dumps([signature(row.table, order), *keys], ensure_ascii=False)
    return base64.b64encode(text.encode()).decode()


def read_cursor(order: tuple[Key, ...], text: str) -> list[Any]:
    """Return what the row of a cursor was compared by."""
    _, *keys = json.loads(base64.b64decode(text))
    return [
        day_from_text(value) if key.date and value is not None else value
        for key, value in zip(order, keys, strict=True)
    ]


@dataclass(frozen=True)
class Page:
    """A part of a list: its rows, how many there are in all, and whether some lie before or behind."""

    world: World
    order: tuple[Key, ...]
    rows: list[Row]
    total: int
    before: bool
    behind: bool

    def cursor(self, row: Row) -> str:
        """Return the cursor of one of the rows."""
        return write_cursor(self.world, self.order, row)


@dataclass(frozen=True)
class PageArguments:
    """Which part of a list is asked for."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None


def cut(world: World, table: str, rows: list[Row], asked: PageArguments) -> Page:
    """Return the page that is asked for."""
    order = ORDERS[table]
    whole = in_order(world, rows, order)
    start, end = asked.after, asked.before
    earlier = [row for row in whole if start is not None and _place(world, order, row, start) <= 0]
    later = [row for row in whole if end is not None and _place(world, order, row, end) >= 0]
    between = [row for row in whole if row not in earlier and row not in later]
    if asked.last is None:
        page = between[: DEFAULT_PAGE if asked.first is None else asked.first]
        return Page(world, order, page, len(whole), bool(earlier), len(page) < len(between) or bool(later))
    page = between[len(between) - min(asked.last, len(between)) :]
    return Page(world, order, page, len(whole), len(page) < len(between) or bool(earlier), bool(later))


def _place(world: World, order: tuple[Key, ...], row: Row, cursor: str) -> int:
    return compare(order, values(world, order, row), read_cursor(order, cursor))
