"""Says what a field of a filter or order means in SQL: the extension that every such input field carries.

In the templates ``{column}`` is the expression that is compared, ``{value}`` the bound parameter, ``{row}`` the row
of the type that is filtered and ``{parent}`` the row that its relation starts from.
"""

from dataclasses import dataclass

from graphql import GraphQLInputField, GraphQLInputType, GraphQLList, GraphQLNamedInputType, GraphQLNonNull

from schema.binding import Key

EXTENSION = "detente"


@dataclass(frozen=True, slots=True)
class Operator:
    """A comparison of ``{column}``; ``type`` is what its value is bound as, None where the value shapes the SQL."""

    sql: str
    type: str | None


@dataclass(frozen=True, slots=True)
class Filtered:
    """A value of the row that operators compare: an SQL expression over ``{row}``."""

    expression: str


@dataclass(frozen=True, slots=True)
class FilteredId:
    """The row's global id."""

    type: str


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on the row that takes one value."""

    sql: str
    type: str


@dataclass(frozen=True, slots=True)
class Part:
    """An object made of the row's own columns: its filter applies to the same row."""

    prefix: str


@dataclass(frozen=True, slots=True)
class ToOne:
    """The one row of another table; ``optional`` where there may be none."""

    table: str
    where: str
    optional: bool


@dataclass(frozen=True, slots=True)
class ToMany:
    """Rows of another table, of which some, every or none are asked for."""

    table: str
    where: str


@dataclass(frozen=True, slots=True)
class Quantifier:
    """One of some, every, none."""

    word: str


@dataclass(frozen=True, slots=True)
class Logic:
    """One of and, or, not."""

    word: str


@dataclass(frozen=True, slots=True)
class NoRow:
    """Whether an optional relation has no row."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """A key that rows can be ordered by."""

    key: Key


@dataclass(frozen=True, slots=True)
class OrderedBy:
    """A to-one relation by whose fields rows can be ordered."""

    column: str
    table: str
    optional: bool


Meaning = (
    Operator
    | Filtered
    | FilteredId
    | Condition
    | Part
    | ToOne
    | ToMany
    | Quantifier
    | Logic
    | NoRow
    | Ordered
    | OrderedBy
)


def input_field(type_: GraphQLInputType, description: str, meaning: Meaning) -> GraphQLInputField:
    """Return an input field that carries its meaning."""
    return GraphQLInputField(type_, description=description, extensions={EXTENSION: meaning})


def meaning_of(field: GraphQLInputField) -> Meaning:
    """Return the meaning that an input field carries."""
    meaning: Meaning = field.extensions[EXTENSION]
    return meaning


def list_of(type_: GraphQLNamedInputType) -> GraphQLInputType:
    """Return the type of a list without nulls."""
    return GraphQLList(GraphQLNonNull(type_))
