"""Finds the rows of a table that a relation of theirs leads to, whether it leads to a few or to most of them.

The planner knows how common a word of a column is, but not how many rows belong to the country that is asked for: it
takes each for average, and may walk a million rows in search of ten. So rows are looked for from the other end first,
up to a number; the rest is as for links.

    FROM (SELECT ARRAY(SELECT n.detainee_id FROM nationality n WHERE n.country_id = … LIMIT 5001) AS ids OFFSET 0) i
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from api.engine import links
from api.engine.conditions import FilterSql
from api.engine.plan import All, AnyOf, Compared, Condition, Exists, Filter, Not, Selection

if TYPE_CHECKING:
    from api.engine.render import Renderer

_TO_ONE = re.compile(r"\{row\}\.id = \{parent\}\.(\w+)")
_TO_MANY = re.compile(r"\{row\}\.(\w+) = \{parent\}\.id")
_BETWEEN = re.compile(r"(\w+\.\w+) = \{parent\}\.id(?: AND (.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sought:
    """A filter by a relation, on the rows of a whole table."""

    rows: Selection
    relation: Exists

    def ids(self, renderer: "Renderer") -> str:
        """Return the SELECT of the ids of rows that it may hold of, as an array: one more than few at the most."""
        own = renderer.alias("t")
        asked = FilterSql(renderer, own).render(self.relation.part)
        key, source, held = self._other_end(own, renderer.alias("t"))
        where = " AND ".join(each for each in (held, asked) if each not in ("", "true"))
        found = f"{key}\n FROM {source}" + (f"\n WHERE {where}" if where else "")
        return f"(SELECT ARRAY(SELECT {found}\n LIMIT {links.FEW + 1}) AS ids OFFSET 0)"

    def few(self, ids: str) -> Selection:
        """Return the rows asked for among these ids; none where they are many."""
        texts = (f"cardinality({ids}) <= {links.FEW}", f"{{row}}.id = ANY ({ids})")
        return replace(self.rows, conditions=(*map(Condition, texts), *self.rows.conditions))

    def many(self, ids: str) -> Selection:
        """Return the rows asked for, the relation of each looked at in its turn; none where the ids are few."""
        asked = (
            each if isinstance(each, Condition) else _by_row(each, self.relation)
            for each in self.rows.conditions
        )
        return replace(self.rows, conditions=(Condition(f"cardinality({ids}) > {links.FEW}"), *asked))

    def _other_end(self, own: str, row: str) -> tuple[str, str, str]:
        """Return the ids' column, the tables that are read for them, and what else must hold."""
        table, tie = self.relation.table, self.relation.tie
        if tie.between is not None and (match := _BETWEEN.fullmatch(tie.between.where)):
            joined = f"{tie.between.table}\n JOIN {table} {own} ON {own}.{tie.column} = {tie.between.column}"
            return match[1], joined, match[2] or ""
        if match := _TO_ONE.fullmatch(tie.where):
            return (
                f"{row}.id",
                f"{table} {own}\n JOIN {self.rows.table} {row} ON {row}.{match[1]} = {own}.id",
                "",
            )
        column = _TO_MANY.sub(r"\1", tie.where)
        return f"{own}.{column}", f"{table} {own}", ""


def sought_by(rows: Selection) -> Sought | None:
    """Return the first relation that rows of a whole table are asked for by, if its other end can be begun at."""
    first, *others = rows.conditions
    if not (isinstance(first, Condition) and first.sql == "true"):
        return None
    return next(
        (Sought(rows, each) for part in others for each in _relations(part) if _has_other_end(each)), None
    )


def _relations(part: Condition | Filter) -> Iterator[Exists]:
    match part:
        case Exists():
            yield part
        case All(parts):
            for each in parts:
                yield from _relations(each)
        case _:
            pass


def _has_other_end(relation: Exists) -> bool:
    """Return whether it is asked of rows that a link or a key leads to; of its own columns the planner knows enough."""
    tie, part = relation.tie, relation.part
    if relation.optional or not _is_plain(part):
        return False
    if tie.between is not None:
        return tie.column == "id" and _BETWEEN.fullmatch(tie.between.where) is not None
    if tie.select is not None:
        return False
    return bool(_TO_ONE.fullmatch(tie.where) or (_TO_MANY.fullmatch(tie.where) and _leads_on(part)))


def _is_plain(part: Filter) -> bool:
    """Return whether a condition is on the row and on single rows that it points at."""
    match part:
        case Compared():
            return True
        case All(parts) | AnyOf(parts):
            return all(map(_is_plain, parts))
        case Not(inner):
            return _is_plain(inner)
        case Exists(tie=tie, part=inner):
            return bool(_TO_ONE.fullmatch(tie.where)) and _is_plain(inner)


def _leads_on(part: Filter) -> bool:
    """Return whether a plain condition needs a row that its row points at."""
    return isinstance(part, Exists) or (isinstance(part, All) and any(map(_leads_on, part.parts)))


def _by_row(part: Filter, relation: Exists) -> Filter:
    match part:
        case Exists() if part is relation:
            return replace(part, by_row=True)
        case All(parts):
            return All(tuple(_by_row(each, relation) for each in parts))
        case _:
            return part
