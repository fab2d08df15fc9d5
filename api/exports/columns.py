"""The columns of a table: derived from what an operation asks of each row, titled and explained by the schema."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
)

from api.exports.cells import Cell, Kind
from api.exports.sayings import SAYINGS, WITHHELD
from api.exports.titles import joined, title_of, word_of

Row = Mapping[str, Any]
Read = Callable[[Row], Cell]
SEPARATOR = "; "
KINDS = {
    "Int": Kind.INTEGER,
    "Float": Kind.NUMBER,
    "Boolean": Kind.BOOLEAN,
    "Date": Kind.DATE,
    "DateTime": Kind.MOMENT,
    "FuzzyDate": Kind.FUZZY,
}
# The fields that stand for the whole of a thing, and so are called what it is called.
_LABELS = frozenset({"name", "title", "value", "text"})
# What tells a row from others, for programs.
_KEYS = frozenset({"slug", "id"})
# What is told of a thing beside what is said of it: the field, and its title.
_BESIDE: Mapping[str, tuple[tuple[str, ...], str]] = {
    "Source": (("url",), "Links"),
    "Nationality": (("country", "iso2"), "Code"),
    "Identifier": (("url",), "Links"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: For programs: where its value stands in the answer, with dots.
        title: For people.
        description: What it means, as the schema says.
        kind: What it holds; several values are text.
        read: Takes its cell from a row.
    """

    name: str
    title: str
    description: str
    kind: Kind
    read: Read


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a row one is."""

    path: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    description: str = ""
    many: bool = False

    def to(self, key: str, field: GraphQLField) -> "_Place":
        label = key in _LABELS and bool(self.titles)
        return _Place(
            (*self.path, key),
            self.titles if label else (*self.titles, title_of(key)),
            self.description if label else (field.description or ""),
            self.many or isinstance(get_nullable_type(field.type), GraphQLList),
        )

    def beside(self, path: tuple[str, ...], title: str) -> "_Place":
        return _Place((*self.path, *path), (*self.titles, title), self.description, self.many)

    def column(self, kind: Kind, say: Callable[[Any], Cell] | None = None, missing: Cell = None) -> Column:
        read = several(self.path, say, missing) if self.many else single(self.path, say, missing)
        title = joined(*self.titles)
        return Column(".".join(self.path), title, self.description, Kind.TEXT if self.many else kind, read)


def columns_of(schema: GraphQLSchema, type_name: str, selection: SelectionSetNode) -> tuple[Column, ...]:
    """Return the columns of a type's rows, as far as they are selected; what is for programs comes last."""
    kind = schema.type_map[type_name]
    found = tuple(_Deriving(schema).columns(kind, selection, _Place()))
    own = sorted((column for column in found if column.name in _KEYS), key=lambda column: column.name == "id")
    return (*_named_first(column for column in found if column.name not in _KEYS), *own)


def _named_first(columns: Iterable[Column]) -> Iterator[Column]:
    """Put what a thing is called before its key and code: ("Captor: key", "Captor") → ("Captor", "Captor: key")."""
    for _, group in itertools.groupby(columns, key=lambda column: column.name.rpartition(".")[0]):
        # A row's own fields stand as they are asked.
        yield from sorted(
            group, key=lambda column: "." in column.name and column.name.rpartition(".")[2] not in _LABELS
        )


@dataclass(frozen=True, slots=True)
class _Deriving:
    schema: GraphQLSchema

    def columns(self, kind: GraphQLNamedType, selection: SelectionSetNode, place: _Place) -> Iterator[Column]:
        for each in selection.selections:
            if isinstance(each, InlineFragmentNode):
                condition = each.type_condition
                inner = self.schema.type_map[condition.name.value] if condition else kind
                yield from self.columns(inner, each.selection_set, place)
            elif isinstance(each, FieldNode) and each.name.value == "__typename":
                yield place.beside(((each.alias or each.name).value,), "Type").column(Kind.TEXT)
            elif isinstance(each, FieldNode):
                yield from self._field(kind, each, place)

    def _field(self, owner: GraphQLNamedType, node: FieldNode, place: _Place) -> Iterator[Column]:
        assert isinstance(owner, GraphQLObjectType | GraphQLInterfaceType)
        field = owner.fields[node.name.value]
        target = get_named_type(field.type)
        there = place.to((node.alias or node.name).value, field)
        if isinstance(target, GraphQLEnumType):
            yield there.column(Kind.TEXT, word_of)
        elif is_leaf_type(target):
            missing = WITHHELD if (owner.name, node.name.value) == ("Detainee", "name") else None
            yield there.column(KINDS.get(target.name, Kind.TEXT), missing=missing)
        elif target.name in SAYINGS:
            yield there.column(Kind.TEXT, SAYINGS[target.name])
            if target.name in _BESIDE:
                yield there.beside(*_BESIDE[target.name]).column(Kind.TEXT)
        elif node.selection_set:
            yield from self.columns(target, node.selection_set, there)


def single(path: tuple[str, ...], say: Callable[[Any], Cell] | None = None, missing: Cell = None) -> Read:
    """Return what reads the one value at a path."""
    *above, last = path

    def read(row: Row) -> Cell:
        item: Any = row
        for key in above:
            item = item.get(key)
            if item is None:
                return None
        value = item.get(last)
        if value is None:
            return missing
        return say(value) if say else value

    return read


def several(path: tuple[str, ...], say: Callable[[Any], Cell] | None = None, missing: Cell = None) -> Read:
    """Return what reads all values at a path that leads through lists."""

    def read(row: Row) -> Cell:
        found = [missing if value is None else say(value) if say else value for value in _values([row], path)]
        # What has no value keeps its place, so that columns of the same things can be read side by side.
        return SEPARATOR.join("" if cell is None else str(cell) for cell in found) if any(found) else None

    return read


def _values(items: Iterable[Any], path: tuple[str, ...]) -> Iterable[Any]:
    """What stands at a path below some things; None where a thing on the way is not there."""
    for key in path:
        items = [
            found
            for item in items
            for value in ((item.get(key) if item is not None else None),)
            for found in (value if isinstance(value, list) else (value,))
        ]
    return items
