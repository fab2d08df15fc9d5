"""Renders the rows that a page shows: the table, what is asked of it, its order, the cursors and the limit.

A limit that is a parameter, Postgres takes for a tenth of the table when it plans for any value. So the largest
page is named as well: it shows that an index which gives the rows in order will do.

    FROM (SELECT t.* FROM … ORDER BY … LIMIT 501) t LIMIT $1

Where no one index gives the whole order, the rows come from several readings, one behind the other:

    FROM (SELECT b1.* FROM (SELECT t.* … WHERE t.k IS NOT NULL AND (t.k, t.id) < ($1, $2) ORDER BY … LIMIT 501) b1
          UNION ALL
          SELECT b2.* FROM (SELECT t.* … WHERE t.k IS NULL ORDER BY t.id LIMIT 501) b2) t LIMIT $3

In an order by a to-one, a cursor names the few rows there that its own row leads to, mostly one:

    FROM organization j CROSS JOIN LATERAL (SELECT t.* … WHERE t.authority_id = j.id … ORDER BY … LIMIT 501) t
    WHERE j.name = $1 ORDER BY … LIMIT 501
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from api.engine import links
from api.engine.inputs import LARGEST_PAGE, CursorKey
from api.engine.keyset import Place
from api.engine.plan import Bound, Page, Selection
from api.engine.readings import Fact, Reading, readings
from api.engine.sought import sought_by
from schema.binding import Key

if TYPE_CHECKING:
    from api.engine.render import Renderer


@dataclass(frozen=True, slots=True)
class Join:
    """A to-one that an order goes through; ``inner`` where every row has one."""

    alias: str
    table: str
    start: str
    column: str
    inner: bool

    def __str__(self) -> str:
        """Return JOIN … ON …."""
        join = "JOIN" if self.inner else "LEFT JOIN"
        return f"\n {join} {self.table} {self.alias} ON {self.alias}.id = {self.start}.{self.column}"


@dataclass(frozen=True, slots=True)
class Ordering:
    """The keys of an order as expressions over one reading of the table, and the joins these need."""

    keys: tuple[Key, ...]
    columns: tuple[str, ...]
    joined: tuple[Join, ...]

    @property
    def joins(self) -> str:
        """The joins, one behind the other."""
        return "".join(map(str, self.joined))

    def order_by(self, *, backward: bool) -> str:
        """Return ORDER BY …, nulls last; backward is the same order read from its end."""
        parts = (
            _ordered(key, column, backward=backward)
            for key, column in zip(self.keys, self.columns, strict=True)
        )
        return "\n ORDER BY " + ", ".join(parts)

    def rest(self, start: int, *, valued: bool) -> "Ordering":
        """Return the order by the keys from here on; ``valued`` where every row has the first of them."""
        keys = self.keys[start:]
        if valued:
            keys = (replace(keys[0], nullable=False), *keys[1:])
        return replace(self, keys=keys, columns=self.columns[start:])


def _ordered(key: Key, column: str, *, backward: bool) -> str:
    direction = "DESC" if key.descending is not backward else "ASC"
    return f"{column} {direction}" + (f" NULLS {'FIRST' if backward else 'LAST'}" if key.nullable else "")


@dataclass(frozen=True, slots=True)
class Window:
    """The rows of one page."""

    renderer: "Renderer"
    rows: Selection
    page: Page
    parent: str

    def tail(self, own: str, limit: str) -> str:
        """Return FROM … of the page's rows, in order, under an alias."""
        return f"\n FROM ({self._rows()}) {own}\n LIMIT {limit}"

    def at_or_past(self, bound: Bound) -> str:
        """Return whether rows lie at a cursor, as they mostly do, or on the side of it that the page does not reach."""
        return f"{self._exists(bound, at=True)} OR {self._exists(bound, at=False)}"

    def _exists(self, bound: Bound, *, at: bool) -> str:
        own = self.renderer.alias("t")
        ordering = self.ordering(own)
        place = self._place(bound, ordering)
        conditions = place.at() if at else place.beyond(forward=bound.side != "after")
        return f"EXISTS (SELECT{self._from(own, ordering)}{self._where(own, conditions)})"

    def ordering(self, own: str) -> Ordering:
        """Return the order over one reading of the table."""
        joins: dict[tuple[tuple[str, str], ...], Join] = {}
        for key in self.page.order.keys:
            for depth in range(1, len(key.via) + 1):
                path = key.via[:depth]
                if path not in joins:
                    (column, table) = path[-1]
                    start = joins[path[:-1]].alias if depth > 1 else own
                    joins[path] = Join(
                        self.renderer.alias("j"), table, start, column, self._always_leads(path)
                    )
        keys = self.page.order.keys
        columns = tuple(expression(key, joins[key.via].alias if key.via else own) for key in keys)
        return Ordering(keys, columns, tuple(joins.values()))

    def _always_leads(self, path: tuple[tuple[str, str], ...]) -> bool:
        """Return whether foreign keys lead to a row from every row: only then may the planner start from there."""
        return any(not key.nullable and key.via[: len(path)] == path for key in self.page.order.keys)

    def _place(self, bound: Bound, ordering: Ordering, start: int = 0) -> Place:
        """Return a cursor in an order by the keys from ``start`` on."""
        values = [
            None if null else self._value(bound, index)
            for index, null in enumerate(bound.nulls[start:], start)
        ]
        return Place(ordering.keys, ordering.columns, values)

    def _value(self, bound: Bound, index: int) -> str:
        key = self.page.order.keys[index]
        return self.renderer.parameter(CursorKey(self.page.site, bound.side, index, _bound_type(key)))

    # The rows, from one reading of the table or several

    def _rows(self) -> str:
        if (linked := links.links_of(self.rows)) is not None:
            condition = links.found(linked)
            return self._both_ways(
                partial(links.few, self.rows, linked),
                partial(links.many, self.rows, linked),
                lambda: self.renderer.condition(condition, "", self.parent),
            )
        if (sought := sought_by(self.rows)) is not None:
            return self._both_ways(sought.few, sought.many, lambda: sought.ids(self.renderer))
        return self._joined(self._branches())

    def _both_ways(
        self, few: Callable[[str], Selection], many: Callable[[str], Selection], ids: Callable[[], str]
    ) -> str:
        """Return the rows that ids name: read by these if they are few, else found while the order is walked."""
        found, rows = self.renderer.alias("i"), self.renderer.alias("t")
        read = replace(self, rows=few(f"{found}.ids"))
        walked = replace(self, rows=many(f"{found}.ids"))
        branches = self._joined([read._read(Reading(bounds=self.page.bounds)), *walked._branches()])  # noqa: SLF001 - its own
        return f"SELECT {rows}.*\n FROM {ids()} {found}\n CROSS JOIN LATERAL ({branches}) {rows}"

    def _joined(self, branches: Sequence[str]) -> str:
        if len(branches) == 1:
            return branches[0]
        aliased = [(self.renderer.alias("b"), sql) for sql in branches]
        return "\n UNION ALL ".join(f"SELECT {alias}.* FROM ({sql}) {alias}" for alias, sql in aliased)

    def _branches(self) -> list[str]:
        return [self._read(reading) for reading in readings(self.page)] or [self._nothing()]

    def _nothing(self) -> str:
        own = self.renderer.alias("t")
        ordering = self.ordering(own)
        return f"{self._select(own, ordering)}{self._from(own, ordering)}\n WHERE false"

    # Clauses

    def _select(self, own: str, ordering: Ordering) -> str:
        """Return SELECT of the whole row and of the keys that stand in other tables."""
        named = (
            f", {column} AS {_key_name(index)}"
            for index, (key, column) in enumerate(zip(self.page.order.keys, ordering.columns, strict=False))
            if key.via
        )
        return f"SELECT {own}.*" + "".join(named)

    def _read(self, reading: Reading) -> str:
        """Return SELECT … of the rows of a reading, as many as may be on the page."""
        own = self.renderer.alias("t")
        ordering = self.ordering(own)
        rest = ordering.rest(reading.start, valued=reading.valued)
        facts = [self._fact(fact, ordering) for fact in reading.facts]
        conditions = []
        for bound in reading.bounds:
            place = self._place(bound, rest, reading.start)
            conditions += place.beyond(forward=bound.side == "after")
        # Indexes of single columns are as Postgres has nulls; those of a type's order and of groups have them last.
        by_column = reading.valued and reading.start == 0 and not self.page.order.indexed
        order_by = ordering.rest(reading.start, valued=by_column).order_by(backward=self.page.backward)
        ordered = f"{order_by}\n LIMIT {LARGEST_PAGE + 1}"
        if (join := self._settled(reading, ordering)) is not None:
            return self._of_each(join, reading, ordering, [*facts, *conditions], ordered)
        rows = f"{self._from(own, ordering)}{self._where(own, [*facts, *conditions])}"
        return f"{self._select(own, ordering)}{rows}{ordered}"

    def _settled(self, reading: Reading, ordering: Ordering) -> Join | None:
        """Return the one join of an order, where a cursor says which few rows there the reading is about."""
        keys = self.page.order.keys
        settled = reading.facts and reading.facts[0].test == "=" and keys[0].via
        if not settled or len(ordering.joined) > 1 or any(key.via for key in keys[reading.start :]):
            return None
        return ordering.joined[0] if ordering.joined[0].inner else None

    def _of_each(
        self, join: Join, reading: Reading, ordering: Ordering, conditions: list[str], ordered: str
    ) -> str:
        """Return SELECT … of the same rows, read in order for each of those few: else all of theirs are sorted."""
        keys, own = self.page.order.keys, join.start
        there = [self._fact(fact, ordering) for fact in reading.facts if keys[fact.index].via]
        here = [f"{own}.{join.column} = {join.alias}.id", *(each for each in conditions if each not in there)]
        rows = f"SELECT {own}.*\n FROM {self.renderer.table(self.rows, self.parent)} {own}{self._where(own, here)}{ordered}"
        return (
            f"{self._select(own, ordering)}\n FROM {join.table} {join.alias}\n CROSS JOIN LATERAL ({rows}) {own}"
            f"\n WHERE {' AND '.join(there)}{ordered}"
        )

    def _fact(self, fact: Fact, ordering: Ordering) -> str:
        value = "" if fact.bound is None else f" {self._value(fact.bound, fact.index)}"
        return f"{ordering.columns[fact.index]} {fact.test}{value}"

    def _from(self, own: str, ordering: Ordering) -> str:
        return f"\n FROM {self.renderer.table(self.rows, self.parent)} {own}{ordering.joins}"

    def _where(self, own: str, conditions: Sequence[str]) -> str:
        return self.renderer.where(self.rows, own, self.parent, conditions)


def cursor_columns(keys: Sequence[Key], own: str) -> list[str]:
    """Return the key values of a row that a window has read."""
    return [f"{own}.{_key_name(index) if key.via else key.column}" for index, key in enumerate(keys)]


def _key_name(index: int) -> str:
    return f"ordered_{index}"


def expression(key: Key, own: str) -> str:
    """Return the ordered expression of a key: t1.name COLLATE "C"."""
    return f"{own}.{key.column}" + (f' COLLATE "{key.collation}"' if key.collation else "")


def _bound_type(key: Key) -> str:
    """Return what a key's value is bound as; an enum travels as text."""
    return f"text::{key.type}" if key.words else key.type
