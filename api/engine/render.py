"""Renders a plan as SQL: one statement, whatever its depth, in which every user value is a parameter.

An object becomes a row, and the row JSON, so that keys keep the order of the answer:

    (SELECT row_to_json(o2.*)
     FROM (SELECT t1.name AS "name" FROM country t1 WHERE t1.id = t0.country_id) o2)

Aliases are counted, so equal plans give equal text.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from api.engine.conditions import FilterSql
from api.engine.figures import FiguresSql
from api.engine.inputs import FilterId, FilterValue, Parameter
from api.engine.orders import Order
from api.engine.pages import PageSql
from api.engine.plan import (
    Branch,
    ColumnValue,
    ComputedValue,
    Condition,
    ConnectionValue,
    CursorValue,
    EmbeddedValue,
    Entry,
    FiguresValue,
    Filter,
    GlobalIdValue,
    JsonValue,
    ListValue,
    NodesByIdValue,
    OneOfValue,
    Plan,
    RowValue,
    Selection,
    TypenameValue,
    Value,
)
from api.engine.windows import Ordering, cursor_columns, expression

LONGEST_NAME = 63
DIGEST_BYTES = 16
EMPTY_LIST = "'[]'::json"

Columns = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Statement:
    """The text of a statement and what stands behind its $1, $2 and so on.

    Attributes:
        sql: The text.
        parameters: What is bound, in order.
        digest: Tells statements apart.
        dated: Whether its answer may be another tomorrow, though the data be the same.
        steady: Whether one plan is good for all values: keys and sizes of pages are, what filters compare with is not.
    """

    sql: str
    parameters: tuple[Parameter, ...]
    digest: bytes
    dated: bool
    steady: bool


def render(plan: Plan) -> Statement:
    """Return the one statement that answers a plan, with the revision it was read at."""
    renderer = Renderer()
    data = renderer.object(plan.entries, "", "")
    sql = f"SELECT {data} AS data,\n(SELECT coalesce(max(r.number), 0) FROM revision r) AS revision"
    digest = blake2b(sql.encode(), digest_size=DIGEST_BYTES).digest()
    return Statement(
        _layout(sql),
        tuple(renderer.parameters),
        digest,
        dated="current_date" in sql,
        steady=not any(isinstance(each, FilterValue | FilterId) for each in renderer.parameters),
    )


def _layout(sql: str) -> str:
    """Indent each line by the parentheses that are open before it, so that a person can read the statement."""
    lines, depth = [], 0
    for line in sql.split("\n"):
        lines.append("  " * depth + line.lstrip())
        depth += line.count("(") - line.count(")")
    return "\n".join(lines)


@dataclass(slots=True)
class Renderer:
    """Counts the aliases and parameters of one statement."""

    parameters: dict[Parameter, int] = field(default_factory=dict)
    aliases: int = 0

    def alias(self, letter: str) -> str:
        """Return a new alias, such as t1 or o2."""
        self.aliases += 1
        return f"{letter}{self.aliases}"

    def parameter(self, parameter: Parameter) -> str:
        """Return the placeholder of a parameter with its type: $1::text."""
        number = self.parameters.setdefault(parameter, len(self.parameters) + 1)
        return f"${number}::{parameter.type}"

    # Objects and lists

    def object(self, entries: tuple[Entry, ...], row: str, tail: str) -> str:
        """Return the JSON object of the row that the tail (FROM … WHERE …) gives; without a tail, of the current one."""
        return self.object_of(self.columns(entries, row), tail)

    def object_of(self, columns: Columns, tail: str) -> str:
        """Return the JSON object with these keys and expressions."""
        if _has_long_key(columns):
            return f"(SELECT {_long_object(columns)}{tail})"
        alias = self.alias("o")
        return f"(SELECT row_to_json({alias}.*)\n FROM ({_select(columns, tail)}) {alias})"

    def list(self, entries: tuple[Entry, ...], row: str, tail: str) -> str:
        """Return the JSON list of the objects of all rows that the tail gives."""
        columns = self.columns(entries, row)
        alias = self.alias("o")
        if _has_long_key(columns):
            inner, whole = f"SELECT {_long_object(columns)} AS json{tail}", f"{alias}.json"
        else:
            inner, whole = _select(columns, tail), f"{alias}.*"
        return f"(SELECT coalesce(json_agg({whole}), {EMPTY_LIST})\n FROM ({inner}) {alias})"

    def columns(self, entries: tuple[Entry, ...], row: str) -> Columns:
        """Return the key and the expression of each entry."""
        return [(entry.key, self.value(entry.value, row)) for entry in entries]

    # Values

    def value(self, value: Value, row: str) -> str:  # noqa: C901, PLR0911, PLR0912 - one arm for each kind of value
        """Return the SQL expression of a value of the current row."""
        match value:
            case ColumnValue(name):
                return f"{row}.{name}"
            case TypenameValue(name):
                return f"'{name}'::text"
            case GlobalIdValue(type_name):
                return f"'{type_name}:' || {row}.id"
            case ComputedValue(expression):
                return self.condition(expression, row, row)
            case EmbeddedValue(entries):
                return self.object(entries, row, "")
            case RowValue(rows):
                return self.row(rows, row)
            case ListValue(rows):
                own = self.alias("t")
                return self.list(rows.entries, own, self.tail(rows, own, row))
            case ConnectionValue():
                return PageSql(self, value, row).render()
            case CursorValue(order):
                return self.cursor(order, row)
            case FiguresValue():
                return FiguresSql(self, value).render()
            case OneOfValue(branches):
                return self.case(branches, row)
            case NodesByIdValue():
                return self.nodes_by_id(value)
            case JsonValue(json):
                return f"{self.parameter(json)}::json"
            case _:  # pragma: no cover - parts of a page are rendered with their page
                raise AssertionError(value)

    def row(self, rows: Selection, parent: str) -> str:
        """Return the object of the one row selected."""
        own = self.alias("t")
        return self.object(rows.entries, own, self.tail(rows, own, parent))

    def case(self, branches: tuple[Branch, ...], row: str) -> str:
        """Return CASE WHEN … THEN (object) … END over the branches."""
        if not branches:
            return "NULL::json"
        arms = (
            f"WHEN {self.condition(branch.when, row, row)} THEN {self.row(branch.rows, row)}"
            for branch in branches
        )
        return "CASE " + "\n".join(arms) + " END"

    def nodes_by_id(self, value: NodesByIdValue) -> str:
        """Return the objects that pairs of type and number name, in their order."""
        ids = self.alias("n")
        source = f"unnest({self.parameter(value.types)}, {self.parameter(value.ids)})"
        found = self.case(value.branches, ids)
        if not value.many:
            return f"(SELECT {found}\n FROM {source} AS {ids} (type, id))"
        return (
            f"(SELECT coalesce(json_agg({found} ORDER BY {ids}.place), {EMPTY_LIST})\n"
            f" FROM {source} WITH ORDINALITY AS {ids} (type, id, place))"
        )

    def cursor(self, order: Order, row: str) -> str:
        """Return the cursor of a row: base64 of the JSON list of the order's signature and the key values."""
        keys = ", ".join(cursor_columns(order.keys, row))
        text = f"json_build_array('{order.signature}', {keys})::text"
        return f"translate(encode(convert_to({text}, 'UTF8'), 'base64'), E'\\n', '')"

    # Clauses

    def tail(self, rows: Selection, own: str, parent: str) -> str:
        """Return FROM … WHERE … ORDER BY … of a selection."""
        order = ""
        if rows.order:
            order = Ordering(rows.order, tuple(expression(key, own) for key in rows.order), ()).order_by(
                backward=False
            )
        return self.from_where(rows, own, parent) + order

    def from_where(self, rows: Selection, own: str, parent: str) -> str:
        """Return FROM … WHERE … of a selection."""
        return f"\n FROM {self.table(rows, parent)} {own}{self.where(rows, own, parent)}"

    def table(self, rows: Selection, parent: str) -> str:
        """Return the table of a selection, or the function with its arguments."""
        return self._filled(rows.table, rows.arguments, {"parent": parent})

    def where(self, rows: Selection, own: str, parent: str, more: Sequence[str] = ()) -> str:
        """Return WHERE … of a selection, with more conditions, or nothing."""
        conditions = [self.condition(each, own, parent) for each in rows.conditions]
        held = [each for each in (*conditions, *more) if each != "true"]
        return "\n WHERE " + "\n AND ".join(held) if held else ""

    def condition(self, condition: Condition | Filter, own: str, parent: str) -> str:
        """Return a condition on the current row."""
        if not isinstance(condition, Condition):
            return FilterSql(self, own).render(condition)
        text = self._filled(condition.sql, condition.arguments, {"row": own, "parent": parent})
        return f"({text})" if " OR " in text else text

    def _filled(
        self, sql: str, arguments: tuple[tuple[str, Parameter], ...], known: Mapping[str, str]
    ) -> str:
        names = {**known, **{name: self.parameter(each) for name, each in arguments}}
        return re.sub(r"\{(\w+)\}", lambda match: names[match[1]], sql)


def _select(columns: Columns, tail: str) -> str:
    return "SELECT " + ",\n  ".join(f'{sql} AS "{key}"' for key, sql in columns) + tail


def _long_object(columns: Columns) -> str:
    """Return an object made as text: a column name is cut at 63 bytes, and json_build_object ends at 50 keys."""
    pairs = (f"""'"{key}":' || coalesce(to_json({sql})::text, 'null')""" for key, sql in columns)
    return "('{' || " + " || ',' || ".join(pairs) + " || '}')::json"


def _has_long_key(columns: Columns) -> bool:
    return any(len(key) > LONGEST_NAME for key, _ in columns)
