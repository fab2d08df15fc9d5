"""Renders figures: rows filtered, put into groups, counted.

FROM (SELECT g.year, NULL::bigint AS country_id …, count(DISTINCT g.id) AS events …
      FROM (SELECT DISTINCT r.id, year_of(r.released_on) AS year FROM release r … WHERE …) g
      CROSS JOIN LATERAL (SELECT … AS low, … AS high) c
      GROUP BY g.year) t
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.engine.conditions import FilterSql
from api.engine.plan import FiguresValue
from schema.binding import Dimension

if TYPE_CHECKING:
    from api.engine.render import Renderer

TIME = ("year", "month")


@dataclass(frozen=True, slots=True)
class FiguresSql:
    """Renders the groups of one field."""

    renderer: "Renderer"
    value: FiguresValue

    def render(self) -> str:
        """Return the JSON list of the figures."""
        own = self.renderer.alias("t")
        tail = f"\n FROM ({self._groups()}) {own}{self._order(own)}"
        return self.renderer.list(self.value.entries, own, tail)

    def _chosen(self) -> list[Dimension]:
        return [each for each in self.value.figures.dimensions if each.word in self.value.words]

    def _groups(self) -> str:
        group, counted = self.renderer.alias("g"), self.renderer.alias("c")
        names = {"{group}": group, "{counted}": counted}
        columns = [self._key(each, group) for each in self.value.figures.dimensions]
        columns += [f"{_filled(sql, names)} AS {name}" for name, sql in self.value.figures.measures]
        keys = ", ".join(f"{group}.{each.column}" for each in self._chosen()) or "()"
        return (
            "SELECT " + ",\n  ".join(columns) + f"\n FROM ({self._members()}) {group}"
            f"\n CROSS JOIN LATERAL ({_filled(self._counted(), names)}) {counted}\n GROUP BY {keys}{self._having(counted)}"
        )

    def _having(self, counted: str) -> str:
        """Two things that a release has several of make groups that nobody is in."""
        empty = self.value.figures.empty
        return f"\n HAVING sum({counted}.named) > 0" if empty and empty.issubset(self.value.words) else ""

    def _key(self, dimension: Dimension, group: str) -> str:
        if dimension.word in self.value.words:
            return f"{group}.{dimension.column}"
        return f"NULL::{dimension.type} AS {dimension.column}"

    def _members(self) -> str:
        row = self.renderer.alias("r")
        columns = [f"{row}.id", *(f"{each.expression} AS {each.column}" for each in self._chosen())]
        joins = "".join(f"\n {each.join}" for each in self._chosen() if each.join)
        text = f"SELECT DISTINCT {', '.join(columns)}\n FROM {self.value.table} {row}{joins}"
        conditions = [
            self.value.figures.base,
            *(FilterSql(self.renderer, row).render(each) for each in self.value.filters),
        ]
        held = [each for each in conditions if each != "true"]
        return _filled(text + ("\n WHERE " + "\n AND ".join(held) if held else ""), {"{row}": row})

    def _counted(self) -> str:
        words = set(self.value.words)
        return next(sql for needed, sql in self.value.figures.counted if words.issuperset(needed))

    def _order(self, own: str) -> str:
        """In time first, then the largest; the keys settle the rest."""
        columns = [each.column for each in self._chosen()]
        timed = [f"{own}.{column} ASC NULLS LAST" for column in columns if column in TIME]
        largest = [f"{own}.{name} DESC NULLS LAST" for name, _ in self.value.figures.measures]
        return "\n ORDER BY " + ", ".join([*timed, *largest, *(f"{own}.{column}" for column in columns)])


def _filled(sql: str, names: dict[str, str]) -> str:
    for name, alias in names.items():
        sql = sql.replace(name, alias)
    return sql
