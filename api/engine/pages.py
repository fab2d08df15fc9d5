"""Renders a page of a connection: its rows once, and whatever parts of it are asked for.

Where only the rows are asked for, a limit does. Else one row more than the page holds is read, so that
whether there is more costs nothing:

    FROM (SELECT json_agg(p.v1) FILTER (WHERE p.place <= $1) AS v1, count(*) AS rows …
          FROM (SELECT … AS v1, … AS cursor, t.place
                FROM (SELECT s.*, row_number() OVER () AS place
                      FROM (SELECT t.* FROM … ORDER BY … LIMIT 501) s LIMIT $1 + 1) t) p) a
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.engine.inputs import PageSize
from api.engine.plan import (
    ConnectionValue,
    Entry,
    NodesValue,
    PageCursor,
    PageFlag,
    PageInfoValue,
    TotalValue,
    TypenameValue,
    Value,
)
from api.engine.windows import Window

if TYPE_CHECKING:
    from api.engine.render import Renderer


@dataclass(slots=True)
class PageSql:
    """Renders one connection under one parent row."""

    renderer: "Renderer"
    value: ConnectionValue
    parent: str

    @property
    def window(self) -> Window:
        """The rows of the page."""
        return Window(self.renderer, self.value.rows, self.value.page, self.parent)

    def render(self) -> str:
        """Return the JSON object of the connection."""
        parts = self.value.parts
        shown = [part for part in parts if isinstance(part.value, NodesValue)]
        counted = any(isinstance(part.value, PageInfoValue) for part in parts)
        if not counted and len(shown) <= 1 and not self.value.page.backward:
            return self.plain()
        return self.aggregated(shown)

    # The rows and nothing else

    def plain(self) -> str:
        """Return the object whose list is read by a limit alone."""
        return self.renderer.object_of([(part.key, self._plain(part.value)) for part in self.value.parts], "")

    def _plain(self, value: Value) -> str:
        if not isinstance(value, NodesValue):
            return self._fixed(value)
        own = self.renderer.alias("t")
        return self.renderer.list(value.entries, own, self.window.tail(own, self._size()))

    # The rows, and where they stand in the whole

    def aggregated(self, shown: list[Entry]) -> str:
        """Return the object whose parts all come from one reading of the rows."""
        inner, page = self.renderer.alias("p"), self.renderer.alias("a")
        names = {part.key: f"v{index}" for index, part in enumerate(shown)}
        rows = self._rows(shown, names)
        columns = [
            (part.key, f"{page}.{names[part.key]}" if part.key in names else self._part(part.value, page))
            for part in self.value.parts
        ]
        totals = ",\n  ".join([*(self._list(inner, name) for name in names.values()), *self._marks(inner)])
        return self.renderer.object_of(columns, f"\n FROM (SELECT {totals}\n FROM ({rows}) {inner}) {page}")

    def _rows(self, shown: list[Entry], names: dict[str, str]) -> str:
        read, numbered, size = self.renderer.alias("s"), self.renderer.alias("t"), self._size()
        columns = [
            f"CASE WHEN {numbered}.place <= {size} THEN {self._row(part.value, numbered)} END AS {names[part.key]}"
            for part in shown
        ]
        if self._shows_cursors():
            columns.append(f"{self.renderer.cursor(self.value.page.order, numbered)} AS cursor")
        columns.append(f"{numbered}.place")
        return (
            "SELECT " + ",\n  ".join(columns) + f"\n FROM (SELECT {read}.*, row_number() OVER () AS place"
            f"{self.window.tail(read, f'{size} + 1')}) {numbered}"
        )

    def _row(self, value: Value, row: str) -> str:
        assert isinstance(value, NodesValue)
        return self.renderer.object(value.entries, row, "")

    def _list(self, inner: str, name: str) -> str:
        order = f" ORDER BY {inner}.place DESC" if self.value.page.backward else ""
        kept = f"FILTER (WHERE {inner}.place <= {self._size()})"
        return f"coalesce(json_agg({inner}.{name}{order}) {kept}, '[]'::json) AS {name}"

    def _marks(self, inner: str) -> list[str]:
        marks = ["count(*) AS rows"]
        if self._shows_cursors():
            kept = f"FILTER (WHERE {inner}.place <= {self._size()})"
            marks.append(f"(array_agg({inner}.cursor ORDER BY {inner}.place) {kept})[1] AS head")
            marks.append(f"(array_agg({inner}.cursor ORDER BY {inner}.place DESC) {kept})[1] AS tail")
        return marks

    def _shows_cursors(self) -> bool:
        return any(
            isinstance(entry.value, PageCursor)
            for part in self.value.parts
            if isinstance(part.value, PageInfoValue)
            for entry in part.value.entries
        )

    def _part(self, value: Value, page: str) -> str:
        if not isinstance(value, PageInfoValue):
            return self._fixed(value)
        return self.renderer.object_of(
            [(each.key, self._info(each.value, page)) for each in value.entries], ""
        )

    def _info(self, value: Value, page: str) -> str:
        match value:
            case PageFlag(forward):
                return self._more(page, forward=forward)
            case PageCursor(last):
                return f"{page}.tail" if last is not self.value.page.backward else f"{page}.head"
            case _:
                return self._fixed(value)

    def _more(self, page: str, *, forward: bool) -> str:
        """Return whether rows lie behind the page (forward) or before it: more than it holds, or past a cursor."""
        bound = self.value.page.before if forward else self.value.page.after
        ways = [] if forward is self.value.page.backward else [f"{page}.rows > {self._size()}"]
        if bound is not None:
            ways.append(self.window.at_or_past(bound))
        return " OR ".join(ways) or "false"

    # What both ways share

    def _fixed(self, value: Value) -> str:
        match value:
            case TypenameValue(name):
                return f"'{name}'::text"
            case TotalValue():
                return self._total()
            case _:  # pragma: no cover - the plan holds no other parts
                raise AssertionError(value)

    def _total(self) -> str:
        """Return how many rows there are on all pages; of a whole table, the number that is kept of it."""
        rows, own = self.value.rows, self.renderer.alias("t")
        where = self.renderer.where(rows, own, self.parent)
        if not where and not rows.arguments:
            return f"(SELECT {own}.count FROM row_count {own} WHERE {own}.table_name = '{rows.table}')"
        return f"(SELECT count(*)::integer\n FROM {self.renderer.table(rows, self.parent)} {own}{where})"

    def _size(self) -> str:
        return self.renderer.parameter(PageSize(self.value.page.site))
