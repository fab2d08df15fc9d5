"""Sorts rows, marks their places with cursors, and cuts pages: naively, in whole lists."""

import base64
import functools
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.oracle.dates import day_from_text, day_text, first_day
from tests.oracle.world import Row, World

DEFAULT_PAGE = 25

Read = Callable[[World, Row], Any]
Rank = Callable[[World, Any], Any]


@dataclass(frozen=True)
class Key:
    """One thing that rows are ordered by: what a cursor holds of it, and how that ranks."""

    name: str
    descending: bool
    read: Read
    rank: Rank = lambda _, value: value


def by(column: str, *, descending: bool = False) -> Key:
    """Return the key of a plain column; text compares by code point."""
    return Key(column, descending, lambda _, row: row[column])


def by_day(column: str) -> Key:
    """Return the key of a fuzzy date, newest first; it stands for the first day that it may mean."""
    return Key(f"{column}_earliest", True, lambda _, row: day_of(row[column]), rank_day)


def by_word(column: str, enum: str) -> Key:
    """Return the key of an enum: its labels in the order in which SQL declares them."""
    return Key(column, False, lambda _, row: row[column], rank_word(enum))


def day_of(edtf: str | None) -> str | None:
    """Return the first day of a fuzzy date, as Postgres writes it."""
    first = first_day(edtf)
    return None if first is None else day_text(first)


def rank_day(_: World, text: str) -> Any:  # noqa: ANN401 - as all ranks
    """Return how a day compares."""
    return day_from_text(text)


def rank_word(enum: str) -> Rank:
    """Return how the labels of an enum compare."""
    return lambda world, label: world.enums[enum].index(label)


Order = tuple[Key, ...]

ID = by("id")
NEWEST_ID = by("id", descending=True)

ORDERS: dict[str, Order] = {
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
    "target_address": (by("position"), by("dataset_id")),
    "target_detail": (by("position"), by("dataset_id")),
    "target_link": (by("position"), by("dataset_id")),
    "list_entry": (by("first_seen_on"), by("dataset_id"), by("key")),
    "target_identifier": (by_word("scheme", "identifier_scheme"), by("value")),
    "claim": (by("position"), ID),
    "published_change": (by("revision"), ID),
    "dataset_source": (by("slug"),),
}


def compare(world: World, order: Order, ours: list[Any], theirs: list[Any]) -> int:
    """Return less than 0 where ours come first, more where theirs do; nulls come last in either direction."""
    for key, one, other in zip(order, ours, theirs, strict=True):
        if one == other:
            continue
        if one is None or other is None:
            return 1 if one is None else -1
        return 1 if (key.rank(world, one) > key.rank(world, other)) is not key.descending else -1
    return 0


def values(world: World, order: Order, row: Row) -> list[Any]:
    """Return what a row is compared by, key by key, as its cursor holds it."""
    return [key.read(world, row) for key in order]


def in_order(world: World, rows: list[Row], order: Order | None = None) -> list[Row]:
    """Return rows in an order; in that of their table unless told."""
    keys = order or (ORDERS[rows[0].table] if rows else ())

    def which_first(one: Row, other: Row) -> int:
        return compare(world, keys, values(world, keys, one), values(world, keys, other))

    return sorted(rows, key=functools.cmp_to_key(which_first))


def signature(table: str, order: Order) -> str:
    """Return the mark by which a cursor of one order is told from that of another."""
    text = ",".join(key.name + ("-" if key.descending else "+") for key in order)
    return hashlib.sha256(f"{table}:{text}".encode()).hexdigest()[:8]


def write_cursor(world: World, order: Order, row: Row) -> str:
    """Return a row's cursor."""
    text = json.dumps([signature(row.table, order), *values(world, order, row)], ensure_ascii=False)
    return base64.b64encode(text.encode()).decode()


def read_cursor(text: str) -> list[Any]:
    """Return what the row of a cursor was compared by."""
    held: list[Any] = json.loads(base64.b64decode(text))
    return held[1:]


@dataclass(frozen=True)
class Page:
    """A part of a list: its rows, how many there are in all, and whether some lie before or behind."""

    world: World
    order: Order
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


def cut(world: World, order: Order, rows: list[Row], asked: PageArguments) -> Page:
    """Return the page that is asked for."""
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


def _place(world: World, order: Order, row: Row, cursor: str) -> int:
    return compare(world, order, values(world, order, row), read_cursor(cursor))
