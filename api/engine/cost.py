"""Reckons what an operation may cost before it runs: the rows that it could touch.

A page counts as many rows as it may show, a list as ten, a row as one, a total as a hundred, figures as five
hundred, a search as two thousand; each once for every row it stands under. The sizes of pages, and of lists that are
given, are known only with the request, so a plan keeps the terms, and a request multiplies them out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

from api.engine.inputs import IdNumbers, Inputs, ItemsValue, PageSize
from api.engine.plan import (
    ConnectionValue,
    EmbeddedValue,
    Entry,
    FiguresValue,
    ListValue,
    NodesByIdValue,
    NodesValue,
    OneOfValue,
    Plan,
    RowValue,
    TotalValue,
    Value,
)

LIST_ROWS = 10
TOTAL_ROWS = 100
FIGURES_ROWS = 500

Factor = PageSize | IdNumbers | ItemsValue
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """Rows that are touched once for each of the rows that the factors multiply out to."""

    path: Path
    factors: tuple[Factor, ...]
    rows: int

    def cost(self, inputs: Inputs) -> int:
        """Return the rows, with the sizes that a request asks for."""
        return self.rows * prod(_amount(factor, inputs) for factor in self.factors)


def terms(plan: Plan) -> tuple[Term, ...]:
    """Return the terms of a plan's cost: one for each set of pages that stand within one another."""
    summed: dict[tuple[Factor, ...], Term] = {}
    for term in _entries(plan.entries, (), (), 1):
        known = summed.get(term.factors)
        rows = term.rows + (known.rows if known else 0)
        summed[term.factors] = Term(known.path if known else term.path, term.factors, rows)
    return tuple(summed.values())


def _amount(factor: Factor, inputs: Inputs) -> int:
    if isinstance(factor, PageSize):
        return inputs.page_size(factor.site)
    if isinstance(factor, ItemsValue):
        return len(inputs.items(factor.site, factor.name))
    return len(inputs.ids(factor.site, factor.argument))


def _entries(
    entries: tuple[Entry, ...], path: Path, factors: tuple[Factor, ...], rows: int
) -> Iterator[Term]:
    for entry in entries:
        yield from _value(entry.value, (*path, entry.key), factors, rows)


def _value(value: Value, path: Path, factors: tuple[Factor, ...], rows: int) -> Iterator[Term]:
    match value:
        case EmbeddedValue(entries):
            yield from _entries(entries, path, factors, rows)
        case RowValue(selected):
            yield Term(path, factors, rows)
            yield from _entries(selected.entries, path, factors, rows)
        case ListValue(selected):
            given = tuple(value for _, value in selected.arguments if isinstance(value, ItemsValue))
            within, most = ((*factors, *given), rows) if given else (factors, rows * LIST_ROWS)
            yield Term(path, within, max(most, rows * selected.reads))
            yield from _entries(selected.entries, path, within, most)
        case FiguresValue(entries=entries):
            yield Term(path, factors, rows * FIGURES_ROWS)
            yield from _entries(entries, path, factors, rows * LIST_ROWS)
        case ConnectionValue():
            yield from _connection(value, path, factors, rows)
        case OneOfValue() | NodesByIdValue():
            yield from _branches(value, path, factors, rows)
        case _:
            pass


def _connection(value: ConnectionValue, path: Path, factors: tuple[Factor, ...], rows: int) -> Iterator[Term]:
    within = (*factors, PageSize(value.page.site))
    # A function finds its rows anew for each part that asks for them.
    found = max(1, value.rows.reads)
    yield Term(path, factors, rows * found)
    for part in value.parts:
        match part.value:
            case TotalValue():
                yield Term((*path, part.key), factors, rows * max(TOTAL_ROWS, found))
            case NodesValue(entries):
                yield Term(path, within, rows)
                yield from _entries(entries, (*path, part.key), within, rows)
            case _:
                pass


def _branches(
    value: OneOfValue | NodesByIdValue, path: Path, factors: tuple[Factor, ...], rows: int
) -> Iterator[Term]:
    """Only one branch is made of each row: the costliest may be it, at each of its terms."""
    if isinstance(value, NodesByIdValue):
        factors = (*factors, IdNumbers(value.ids.site, value.ids.argument))
    yield Term(path, factors, rows)
    most: dict[tuple[Factor, ...], Term] = {}
    for branch in value.branches:
        own: dict[tuple[Factor, ...], Term] = {}
        for term in _entries(branch.rows.entries, path, factors, rows):
            known = own.get(term.factors)
            own[term.factors] = Term(term.path, term.factors, term.rows + (known.rows if known else 0))
        for key, term in own.items():
            if key not in most or term.rows > most[key].rows:
                most[key] = term
    yield from most.values()
