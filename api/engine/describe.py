"""Describes a plan as a tree that people can read: for each key of the answer, what is read, and where from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import singledispatch
from textwrap import dedent

from api.engine import inputs, plan
from api.engine.orders import Order
from api.engine.sites import Site
from schema.binding import Key


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the tree, what is said further of it, and the lines below it."""

    text: str
    notes: Sequence[str] = ()
    below: Sequence["Line"] = ()


def describe(whole: plan.Plan) -> str:
    """Return the tree of a plan, one key of the answer to a line."""
    return "\n".join(row for entry in whole.entries for row in _draw(_keyed(entry), "", ""))


def _draw(line: Line, first: str, rest: str) -> Iterator[str]:
    yield first + line.text
    bar = "│  " if line.below else "   "
    for note in line.notes:
        yield from (rest + bar + each for each in dedent(note).strip().splitlines())
    for place, each in enumerate(line.below, start=1):
        last = place == len(line.below)
        yield from _draw(each, rest + ("└─ " if last else "├─ "), rest + ("   " if last else "│  "))


def _keyed(entry: plan.Entry) -> Line:
    line = words(entry.value)
    return Line(f"{entry.key}: {line.text}", line.notes, line.below)


def _all(entries: Sequence[plan.Entry]) -> list[Line]:
    return [_keyed(entry) for entry in entries]


@singledispatch
def words(value: object) -> Line:
    """Return how a value is come by; each kind of value has words of its own."""
    raise NotImplementedError(type(value).__name__)


@words.register
def _(value: plan.ColumnValue) -> Line:
    return Line(f"column {value.column}")


@words.register
def _(value: plan.TypenameValue) -> Line:
    return Line(f"the word {value.name}")


@words.register
def _(value: plan.GlobalIdValue) -> Line:
    return Line(f"global id of the {value.type}")


@words.register
def _(value: plan.ComputedValue) -> Line:
    return Line("computed", [_plain(value.expression)])


@words.register
def _(value: plan.EmbeddedValue) -> Line:
    return Line("object of the same row", below=_all(value.entries))


@words.register
def _(value: plan.RowValue) -> Line:
    return Line(f"the row of {value.rows.table}", _conditions(value.rows), _all(value.rows.entries))


@words.register
def _(value: plan.ListValue) -> Line:
    notes = [*_conditions(value.rows), *_order(value.rows.order)]
    return Line(f"all rows of {value.rows.table}", notes, _all(value.rows.entries))


@words.register
def _(value: plan.ConnectionValue) -> Line:
    notes = [*_conditions(value.rows), *_order(value.page.order.keys), *_page(value.page)]
    return Line(f"a page of {value.rows.table}", notes, _all(value.parts))


@words.register
def _(value: plan.NodesValue) -> Line:
    return Line("of each row of the page", below=_all(value.entries))


@words.register
def _(value: plan.PageInfoValue) -> Line:
    return Line("of the page", below=_all(value.entries))


@words.register
def _(_: plan.CursorValue) -> Line:
    return Line("cursor of the row")


@words.register
def _(value: plan.PageFlag) -> Line:
    return Line(f"whether there are rows {'behind' if value.forward else 'before'} the page")


@words.register
def _(value: plan.PageCursor) -> Line:
    return Line(f"cursor of the {'last' if value.last else 'first'} row")


@words.register
def _(_: plan.TotalValue) -> Line:
    return Line("number of rows on all pages")


@words.register
def _(value: plan.OneOfValue) -> Line:
    return Line("the first of these that there is", below=[_branch(each) for each in value.branches])


@words.register
def _(value: plan.FiguresValue) -> Line:
    notes = [f"where {_filter(each)}" for each in value.filters]
    by = ", ".join(value.words) or "nothing"
    return Line(f"figures of {value.table} by {by}", notes, _all(value.entries))


@words.register
def _(value: plan.NodesByIdValue) -> Line:
    text = "for each id, by its type" if value.many else "by the type of the id"
    return Line(text, below=[_branch(each) for each in value.branches])


@words.register
def _(_: plan.JsonValue) -> Line:
    return Line("answered from the schema, before the statement runs")


def _branch(branch: plan.Branch) -> Line:
    notes = [f"when {_plain(branch.when)}", *_conditions(branch.rows)]
    return Line(f"the row of {branch.rows.table}", notes, _all(branch.rows.entries))


def _conditions(rows: plan.Selection) -> list[str]:
    return [
        f"where {_plain(each) if isinstance(each, plan.Condition) else _filter(each)}"
        for each in rows.conditions
    ]


def _order(keys: tuple[Key, ...]) -> list[str]:
    return [f"by {_plain(keys)}"] if keys else []


def _page(page: plan.Page) -> list[str]:
    """Return what makes this page another than the first: only what is set is told."""
    return [
        f"{name} {_plain(value)}" if value is not True else name
        for name, value in _members(page)
        if value and not isinstance(value, Site | Order)
    ]


def _plain(value: object) -> str:
    """Return a part of a plan on one line: SQL and words as they stand, the rest by name and members."""
    match value:
        case plan.Condition(sql, arguments):
            given = [f"{{{name}}} = {_plain(each)}" for name, each in arguments if _differs(name, each)]
            return f"{sql} with {', '.join(given)}" if given else sql
        case inputs.ArgumentValue(_, name) | inputs.ItemsValue(_, name):
            return f"argument {name}"
        case Key():
            name = ".".join([*(column for column, _ in value.via), value.column])
            return f"{name} DESC" if value.descending else name
        case tuple():
            return ", ".join(_plain(each) for each in value) or "nothing"
        case _ if is_dataclass(value):
            shown = [_plain(each) for _, each in _members(value) if not isinstance(each, Site)]
            return f"{type(value).__name__}({'; '.join(shown)})"
    return str(value)


def _filter(part: plan.Filter) -> str:
    """Return a filter as a sentence, each value by its path in `where`."""
    match part:
        case plan.Compared(sql, value):
            path = getattr(value, "path", None)
            name = ".".join(map(str, path)) if path else _plain(value)
            return sql.replace("{value}", f"<{name}>")
        case plan.All(parts):
            return _joined(" and ", parts) or "everything"
        case plan.AnyOf(parts):
            return _joined(" or ", parts) or "nothing"
        case plan.Not(inner):
            return f"not ({_filter(inner)})"
        case plan.Exists(table, tie, inner):
            return f"a row of {table} ({tie.where}) has {_filter(inner)}"


def _joined(word: str, parts: Sequence[plan.Filter]) -> str:
    told = [_filter(each) for each in parts]
    return told[0] if len(told) == 1 else word.join(f"({each})" for each in told)


def _differs(name: str, given: inputs.Parameter) -> bool:
    return not (isinstance(given, inputs.ArgumentValue | inputs.ItemsValue) and given.name == name)


def _members(value: object) -> Iterator[tuple[str, object]]:
    assert is_dataclass(value)
    return ((field.name, getattr(value, field.name)) for field in fields(value))
