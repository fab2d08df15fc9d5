"""Says how a GraphQL field is read from the database: the metadata that every field of schema.types carries.

SQL templates name what they stand on in braces: ``{row}`` is the row of the field's own table, ``{parent}``
the row of the object the field belongs to, ``{owner}`` that object's table, and any other name an argument
of the field, which is always bound as a parameter.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument

BINDING = "binding"
TABLE = "__detente_table__"

C = TypeVar("C", bound=type)


@dataclass(frozen=True, slots=True)
class Key:
    """One column that rows are ordered by; nulls come last in either direction.

    Attributes:
        via: The foreign keys that lead to the column's table, each with the table it points at.
        words: For an enum, its labels: what a cursor may hold.
    """

    column: str
    type: str
    descending: bool = False
    nullable: bool = False
    collation: str | None = None
    via: tuple[tuple[str, str], ...] = ()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RowCondition:
    """A condition of its own in a type's filter: an SQL expression over ``{row}`` and the one ``{value}`` it takes."""

    name: str
    type: str
    description: str
    sql: str


@dataclass(frozen=True, slots=True)
class Table:
    """The table (or view) behind a GraphQL type, and the order its rows come in when nobody asks for another."""

    name: str
    order: tuple[Key, ...]
    conditions: tuple[RowCondition, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the object's own row. ``name`` None means: named like the field.

    What is filterable or sortable is indexed.
    """

    name: str | None = None
    filterable: bool = True
    sortable: bool = True


@dataclass(frozen=True, slots=True)
class GlobalId:
    """The object's global id, made from its type's name and its ``id`` column."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A value computed by an SQL expression over ``{row}`` and the field's arguments; it must never fail."""

    sql: str
    filterable: bool = False


@dataclass(frozen=True, slots=True)
class Embedded:
    """An object made from columns of the same row, each with this prefix: ``total`` reads ``total_value``."""

    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """The one row that a foreign key of this row points at. ``column`` None means: the field's name and ``_id``."""

    column: str | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of another table: one, a list or a connection, as the field's type says.

    Attributes:
        where: The condition on each row.
        filters: Conditions that hold only where their argument is given.
        table: Another table than the type's. It may be a function of arguments and of columns of the parent, such as
            ``search_hits({query}, {types})`` or ``search_words_of({parent}.words)``; its rows are not filtered or
            ordered otherwise.
        order: Another order than the type's.
        reads: The rows that a function touches to find its own.
    """

    where: str
    filters: tuple[tuple[str, str], ...] = ()
    table: str | None = None
    order: tuple[Key, ...] | None = None
    reads: int = 0


@dataclass(frozen=True, slots=True)
class OneOf:
    """The one row that exactly one of several foreign keys points at: pairs of type name and column."""

    branches: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AnyNode:
    """The row of any type that a pair of columns names, where it still exists.

    ``types`` are pairs of a type and the word that the column has for it; none: all that have ids, by their names.
    """

    type_column: str
    id_column: str
    types: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NodeById:
    """The row, or rows, that global ids given as an argument name."""

    argument: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """One thing that rows can be grouped by: its word, the column of the figure, and how ``{row}`` gives it."""

    word: str
    column: str
    type: str
    expression: str
    join: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Rows of a type, grouped and counted.

    Attributes:
        type: The type whose rows are counted, and whose filter `where` is.
        dimensions: What they can be grouped by.
        measures: The columns of a figure, over ``{group}`` (a row and what it is grouped by) and ``{counted}``.
        counted: What is counted of a group's row, by the words it must be grouped by; the first that fits holds.
        empty: Words that together make groups nobody is in: such groups are left out where nobody is named.
        base: A condition on every row.
    """

    type: str
    dimensions: tuple[Dimension, ...]
    measures: tuple[tuple[str, str], ...]
    counted: tuple[tuple[tuple[str, ...], str], ...]
    base: str = "true"
    empty: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PagePart:
    """A part of a connection: its nodes, edges, pageInfo or totalCount."""


Binding = (
    Column | GlobalId | Computed | Embedded | Link | Rows | OneOf | AnyNode | NodeById | Figures | PagePart
)


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a field: its name in Python, its type and what a reader is told about it."""

    name: str
    type: object
    description: str


def table(name: str, *order: Key, conditions: tuple[RowCondition, ...] = ()) -> Callable[[C], C]:
    """Declare the table of a GraphQL type; put it above ``@strawberry.type``."""

    def declare(cls: C) -> C:
        setattr(cls, TABLE, Table(name, (*order, tie_break(order)), conditions))
        return cls

    return declare


def value_table(name: str, *order: Key) -> Callable[[C], C]:
    """Declare the table of a type whose rows have no id of their own and are ordered fully by these keys."""

    def declare(cls: C) -> C:
        setattr(cls, TABLE, Table(name, order))
        return cls

    return declare


def tie_break(order: tuple[Key, ...]) -> Key:
    """Ties are broken by id, in the direction of the last key, so that one index serves the whole order."""
    return Key("id", "bigint", descending=bool(order) and order[-1].descending)


def bound(binding: Binding, description: str, *arguments: Argument, graphql_name: str | None = None) -> Any:
    """Return a Strawberry field without a resolver: the engine compiles its binding instead."""
    declared = strawberry.field(description=description, metadata={BINDING: binding}, name=graphql_name)
    declared.arguments = [
        StrawberryArgument(
            python_name=argument.name,
            graphql_name=None,
            type_annotation=StrawberryAnnotation(argument.type),
            description=argument.description,
        )
        for argument in arguments
    ]
    return declared


def column(
    description: str,
    name: str | None = None,
    *,
    graphql_name: str | None = None,
    filterable: bool = True,
    sortable: bool = True,
) -> Any:
    """Return a field that reads a column."""
    return bound(Column(name, filterable, sortable), description, graphql_name=graphql_name)


def computed(description: str, sql: str, *arguments: Argument, filterable: bool = False) -> Any:
    """Return a field computed by SQL."""
    return bound(Computed(sql, filterable), description, *arguments)


def embedded(description: str, prefix: str = "") -> Any:
    """Return a field whose object is made from columns of the same row."""
    return bound(Embedded(prefix), description)


def link(description: str, name: str | None = None) -> Any:
    """Return a field that follows a foreign key."""
    return bound(Link(name), description)


def rows(
    description: str,
    where: str,
    *arguments: Argument,
    filters: dict[str, str] | None = None,
    table: str | None = None,
    order: tuple[Key, ...] | None = None,
) -> Any:
    """Return a field of one row or a plain list of rows."""
    return bound(Rows(where, tuple((filters or {}).items()), table, order), description, *arguments)


PAGE_ARGUMENTS = (
    Argument("first", int | None, "Take this many from the start (25 unless told, 500 at the most)."),
    Argument("after", str | None, "Start behind the row that has this cursor."),
    Argument("last", int | None, "Take this many from the end (500 at the most)."),
    Argument("before", str | None, "End before the row that has this cursor."),
)


def connection(
    description: str,
    where: str,
    *arguments: Argument,
    filters: dict[str, str] | None = None,
    order: tuple[Key, ...] | None = None,
) -> Any:
    """Return a field of many rows, read page by page."""
    binding = Rows(where, tuple((filters or {}).items()), None, order)
    return bound(binding, description, *PAGE_ARGUMENTS, *arguments)
