"""Says what a field of a filter or order means in SQL: the extension that every such input field carries.

In the templates ``{column}`` is the expression that is compared, ``{value}`` the bound parameter, ``{row}`` the row
of the type that is filtered and ``{parent}`` the row that its relation starts from.
"""

import re
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
class Between:
    """The rows of the one table that a SELECT reads: ``a.x`` of ``table a`` where a condition holds."""

    table: str
    column: str
    where: str


@dataclass(frozen=True, slots=True)
class Tie:
    """How the rows of a relation are found: by a condition, or as those whose ``column`` a SELECT names.

    The planner finds a row of the SELECT by an index and joins the rest to it; as `IN (SELECT …)`, within another
    condition, it would try every row of the table. Where the SELECT reads one table, that stands ``between``, and the
    planner may as well begin at the other end.
    """

    where: str
    column: str | None = None
    select: str | None = None
    between: Between | None = None


_AMONG = re.compile(r"\{row\}\.(\w+) (?:IN|=) \((SELECT .*)\)", re.DOTALL)
# A list of few rows is read before it is put in order, where the planner might walk a whole order in search of them.
_AMONG_FEW = re.compile(r"\{row\}\.(\w+) = ANY \(ARRAY\((SELECT .*)\)\)", re.DOTALL)
_BETWEEN = re.compile(r"SELECT ((\w+)\.\w+) FROM (\w+ \2) WHERE ((?:(?! UNION | OR ).)*)", re.DOTALL)


def tie_of(where: str) -> Tie:
    """Return how a relation's condition ties its rows."""
    match = _AMONG_FEW.fullmatch(where) or _AMONG.fullmatch(where)
    if match is None or not _is_one_bracket(match[2]):
        return Tie(where)
    between = _BETWEEN.fullmatch(match[2])
    return Tie(where, match[1], match[2], between and Between(between[3], between[1], between[4]))


def _is_one_bracket(inner: str) -> bool:
    """Return whether no bracket closes that the text did not open."""
    depth = 0
    for sign in inner:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return False
    return True


@dataclass(frozen=True, slots=True)
class ToOne:
    """The one row of another table; ``optional`` where there may be none."""

    table: str
    tie: Tie
    optional: bool


@dataclass(frozen=True, slots=True)
class ToMany:
    """Rows of another table, of which some, every or none are asked for."""

    table: str
    tie: Tie


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
