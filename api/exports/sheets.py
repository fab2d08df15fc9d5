"""Collections as sheets: what is read of each, its rows, and its columns."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphql import GraphQLEnumType, GraphQLNamedType, GraphQLSchema, get_named_type

from api.asking.operations import Operation
from api.collections import exchanges
from api.collections.collection import Collection, Page
from api.collections.nearest import meant
from api.collections.parameters import read_question
from api.collections.question import LARGEST, Question
from api.errors import IllFormedRequest, NotFound
from api.exports.cells import Kind
from api.exports.columns import KINDS, Column, Row, columns_of, several, single
from api.exports.sayings import SAYINGS
from api.exports.titles import joined, title_of, word_of

Pairs = tuple[tuple[str, str], ...]
# An export is whole: what would cut a page out of it is passed over, so that a list's own address can be used.
_PAGING = frozenset({"limit", "after", "before", "total"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be exported.

    Attributes:
        question: Which rows.
        filters: The parameters as they were sent, to be told beside the rows.
        fields: The fields that are asked for; None for all.
    """

    question: Question
    filters: Pairs = ()
    fields: tuple[str, ...] | None = None


class Sheet:
    """One collection: a row for each of its things."""

    def __init__(self, collection: Collection, schema: GraphQLSchema) -> None:
        self.collection = collection
        self.name = collection.plural
        self.title = title_of(collection.plural)
        self.columns = self._columns(schema)

    def read(self, pairs: Iterable[tuple[str, str]] = ()) -> Wanted:
        """Return what parameters ask for; refuse those that there are not."""
        filters = tuple((name, text) for name, text in pairs if name not in _PAGING and text.strip())
        question = read_question(self.collection, filters)
        # A sheet reads whole rows, and shows some of their columns.
        return Wanted(replace(question, limit=LARGEST, fields=None), filters, question.fields)

    def trimmed(self, wanted: Wanted) -> Wanted:
        """Return the same, but that nothing is read which is not asked for: for formats without columns."""
        return replace(wanted, question=replace(wanted.question, fields=wanted.fields))

    def page(self, wanted: Wanted, after: str | None = None) -> Operation:
        """Return the operation that reads the page behind a cursor."""
        return self.collection.read_list(replace(wanted.question, after=after))

    def found(self, data: Mapping[str, Any]) -> Page:
        """Return the page that an answer holds."""
        return self.collection.page(data)

    def count(self, wanted: Wanted) -> Operation:
        """Return the operation that counts the rows."""
        question = replace(wanted.question, limit=1, total=True, fields=(self.collection.list.fields[0],))
        return replace(self.collection.read_list(question), fixed=True)

    def rows(self, wanted: Wanted, things: Sequence[Row]) -> Sequence[Row]:  # noqa: ARG002 - others choose
        """Return the rows of some things."""
        return things

    def shown(self, wanted: Wanted) -> tuple[Column, ...]:
        """Return the columns that are asked for."""
        fields = wanted.fields
        if fields is None:
            return self.columns
        return tuple(each for each in self.columns if any(_touch(each.name, field) for field in fields))

    def _columns(self, schema: GraphQLSchema) -> tuple[Column, ...]:
        return columns_of(schema, self.collection.type, self.collection.list.selection)


class Exchanges(Sheet):
    """The flat answer to the main question: a row for each exchange and nationality."""

    def read(self, pairs: Iterable[tuple[str, str]] = ()) -> Wanted:
        """Return what parameters ask for; fields are those of the flat rows."""
        pairs = tuple(pairs)
        fields = [part.strip() for name, text in pairs if name == "fields" for part in text.split(",")]
        for each in fields:
            if each and each not in exchanges.NAMES:
                hint = f"use some of {', '.join(exchanges.NAMES)}."
                raise IllFormedRequest(
                    f"There is no field {each[:60]!r}{meant(each, exchanges.NAMES)}.", hint
                )
        wanted = super().read(pair for pair in pairs if pair[0] != "fields")
        kept = tuple(pair for pair in pairs if pair in wanted.filters or pair[0] == "fields")
        cells = tuple(filter(None, fields)) or None
        return Wanted(exchanges.asked(wanted.question, cells), kept, cells)

    def trimmed(self, wanted: Wanted) -> Wanted:
        """Return the same: these rows have only what is asked for."""
        return wanted

    def page(self, wanted: Wanted, after: str | None = None) -> Operation:
        """Return the operation that reads the page behind a cursor."""
        return replace(super().page(wanted, after), fixed=wanted.fields is None)

    def rows(self, wanted: Wanted, things: Sequence[Row]) -> Sequence[Row]:
        """Return the rows of some exchanges, without those that the filters leave out."""
        given, filters = wanted.question.given, self.collection.filters
        return [row for each in things for row in exchanges.rows(dict(each), given, filters, wanted.fields)]

    def _columns(self, schema: GraphQLSchema) -> tuple[Column, ...]:
        return tuple(_flat(schema, cell) for cell in exchanges.CELLS)


def make_sheets(collections: Mapping[str, Collection], schema: GraphQLSchema) -> Mapping[str, Sheet]:
    """Return the sheets of all collections, by their plurals."""
    kinds = {"exchanges": Exchanges}
    return {name: kinds.get(name, Sheet)(each, schema) for name, each in collections.items()}


def find(sheets: Mapping[str, Sheet], plural: str) -> Sheet:
    """Return a sheet by its name; refuse a name of none."""
    if plural not in sheets:
        raise NotFound(
            f"There is no collection {plural[:60]!r} in this format{meant(plural, sheets)}.",
            f"take one of {', '.join(sheets)}.",
        )
    return sheets[plural]


_TITLES = {
    "number": ("People",),
    "min": ("People", "At least"),
    "max": ("People", "At most"),
    "completeness": ("People", "How exact"),
    "total": ("People in all",),
    "totalCompleteness": ("People in all", "How exact"),
    "label": ("People counted",),
    "exchange": ("Exchange", "ID"),
    "announcedOn": ("Relief", "Announced on"),
    "issuedOn": ("Relief", "Issued on"),
    "effectiveOn": ("Relief", "Effective on"),
    "captor": ("Captor",),
    "authority": ("Relief", "Authority"),
}
_CODED = frozenset({"country", "nationality", "counterpart"})
_KEYED = frozenset({"agreement", "release", "relief", "counterRelease"})


def _flat(schema: GraphQLSchema, cell: exchanges.Cell) -> Column:
    target = _type(schema, cell.needs[0]) if cell.needs else None
    words = isinstance(target, GraphQLEnumType) or target is None
    kind = Kind.TEXT if target is None else KINDS.get(target.name, Kind.TEXT)
    path, say = (cell.name,), word_of if words else None
    if target is not None and target.name in SAYINGS:
        read = several(path, SAYINGS[target.name])
    else:
        read = single(path, say)
    return Column(cell.name, joined(*_titles(cell.name)), cell.description, kind, read)


def _titles(name: str) -> tuple[str, ...]:
    if name in _TITLES:
        return _TITLES[name]
    if name in _CODED:
        return title_of(name), "Code"
    if name in _KEYED:
        return title_of(name), "Key"
    for ending in ("Name", "Title"):
        name = name.removesuffix(ending)
    return (title_of(name),)


def _type(schema: GraphQLSchema, path: str) -> GraphQLNamedType:
    kind: Any = schema.type_map["Exchange"]
    for step in path.split("."):
        kind = get_named_type(kind.fields[step].type)
    assert isinstance(kind, GraphQLNamedType)
    return kind


def _touch(column: str, field: str) -> bool:
    """Whether a column holds a field, or a part of it, or is a part of it."""
    return column == field or column.startswith(f"{field}.") or field.startswith(f"{column}.")
