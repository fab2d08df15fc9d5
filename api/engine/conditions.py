"""Renders what a filter asks of a row.

Every condition is true, false or unknown, as in SQL; only `not` and `every` look through unknown, so that a
filter and its negation part the rows in two.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.engine.plan import All, AnyOf, Compared, Exists, Filter, Not
from schema.inputs.meaning import Between

if TYPE_CHECKING:
    from api.engine.render import Renderer


@dataclass(frozen=True, slots=True)
class FilterSql:
    """Renders filters on one row."""

    renderer: "Renderer"
    row: str

    def render(self, asked: Filter) -> str:
        """Return an SQL condition."""
        match asked:
            case Compared():
                return self._compared(asked)
            case All(parts):
                return self._joined(parts, "AND", "true")
            case AnyOf(parts):
                return self._joined(parts, "OR", "false")
            case Not(part, strict):
                text = self.render(part)
                return f"NOT ({text})" if strict or isinstance(part, Exists) else f"({text}) IS NOT TRUE"
            case Exists():
                return self._exists(asked)

    def _compared(self, compared: Compared) -> str:
        text = compared.sql.replace("{row}", self.row)
        return (
            text
            if compared.value is None
            else text.replace("{value}", self.renderer.parameter(compared.value))
        )

    def _joined(self, parts: tuple[Filter, ...], word: str, empty: str) -> str:
        texts = [self.render(part) for part in parts]
        if word == "AND":
            texts = [text for text in texts if text != "true"]
        if len(texts) < 2:  # noqa: PLR2004 - one needs no word between
            return texts[0] if texts else empty
        return "(" + f" {word} ".join(texts) + ")"

    def _exists(self, exists: Exists) -> str:
        return f"EXISTS (SELECT\n FROM {self._tied(exists)}" + ("\n OFFSET 0)" if exists.by_row else ")")

    def _tied(self, exists: Exists) -> str:
        own = self.renderer.alias("t")
        asked = FilterSql(self.renderer, own).render(exists.part)
        tie = self._filled(exists.tie.where, own)
        if exists.optional:
            return f"(SELECT) one\n LEFT JOIN {exists.table} {own} ON {tie}\n WHERE {asked}"
        if exists.tie.between is not None:
            return self._between(exists, exists.tie.between, own, asked)
        if exists.tie.select is not None:
            among = self.renderer.alias("i")
            ids = f"({self._filled(exists.tie.select, own)}) {among} (id)"
            source = f"{ids}\n JOIN {exists.table} {own} ON {own}.{exists.tie.column} = {among}.id"
            return source + ("" if asked == "true" else f"\n WHERE {asked}")
        tie = f"({tie})" if " OR " in tie else tie
        more = "" if asked == "true" else f"\n AND {asked}"
        return f"{exists.table} {own}\n WHERE {tie}{more}"

    def _between(self, exists: Exists, between: Between, own: str, asked: str) -> str:
        where = self._filled(between.where, own) + ("" if asked == "true" else f"\n AND {asked}")
        joined = f"JOIN {exists.table} {own} ON {own}.{exists.tie.column} = {between.column}"
        return f"{between.table}\n {joined}\n WHERE {where}"

    def _filled(self, sql: str, own: str) -> str:
        return sql.replace("{row}", own).replace("{parent}", self.row)
