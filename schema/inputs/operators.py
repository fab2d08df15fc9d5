"""Makes the filters of scalars: which comparisons each takes, and how SQL says them."""

from collections.abc import Iterator

from graphql import (
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLInputField,
    GraphQLNamedType,
    GraphQLScalarType,
)

from schema.catalog import SQL_TYPES, snake_case
from schema.inputs.meaning import Operator, input_field, list_of

COMPARABLE = {"Int", "Float", "Date", "DateTime"}
Fields = dict[str, GraphQLInputField]


def scalar_operators(scalar: GraphQLNamedType) -> Fields:
    """Return the comparisons of a scalar or enum."""
    assert isinstance(scalar, GraphQLScalarType | GraphQLEnumType)
    if scalar.name == "Boolean":
        return {
            "eq": input_field(scalar, "Is this.", Operator("{column}", None)),
            "isNull": _is_null("{column}"),
        }
    if scalar.name == "FuzzyDate":
        return _fuzzy(scalar)
    fields = dict(_equality(scalar, _column(scalar), "{value}", _bound(scalar)))
    if scalar.name in COMPARABLE:
        fields |= _comparisons(scalar, "{column}", "{value}", _bound(scalar))
    if scalar.name == "String":
        fields |= dict(_text(scalar))
    return fields | {"isNull": _is_null("{column}")}


def id_operators(scalar: GraphQLNamedType) -> Fields:
    """Return the comparisons of a global id, which is bound as the number in it."""
    assert isinstance(scalar, GraphQLScalarType)
    return dict(_equality(scalar, "{column}", "{value}", "bigint"))


def list_operators(element: GraphQLNamedType) -> Fields:
    """Return the comparisons of a list of words."""
    assert isinstance(element, GraphQLScalarType | GraphQLEnumType)
    bound = _bound(element)
    return {
        "has": input_field(element, "Holds this.", Operator("{column} @> ARRAY[{value}]", bound)),
        "hasAny": input_field(
            list_of(element), "Holds at least one of these.", Operator("{column} && {value}", _array(bound))
        ),
        "hasNone": input_field(
            list_of(element), "Holds none of these.", Operator("NOT {column} && {value}", _array(bound))
        ),
    }


def _bound(scalar: GraphQLNamedType) -> str:
    """Return what a value is bound as; an enum travels as text."""
    if isinstance(scalar, GraphQLEnumType):
        return f"text::{snake_case(scalar.name)}"
    return SQL_TYPES[scalar.name]


def _array(bound: str) -> str:
    return "::".join(f"{step}[]" for step in bound.split("::"))


def _column(scalar: GraphQLNamedType) -> str:
    """Text is indexed, and so compared, by code point."""
    return '{column} COLLATE "C"' if scalar.name in {"String", "URL"} else "{column}"


def _equality(
    scalar: GraphQLScalarType | GraphQLEnumType, column: str, value: str, bound: str
) -> Iterator[tuple[str, GraphQLInputField]]:
    yield "eq", input_field(scalar, "Is this.", Operator(f"{column} = {value}", bound))
    different = "Is something else; what has no value is left out."
    yield "ne", input_field(scalar, different, Operator(f"{column} <> {value}", bound))
    many = _array(bound)
    among = Operator(f"{column} = ANY ({value})", many)
    yield "in", input_field(list_of(scalar), "Is one of these; of an empty list nothing is.", among)
    outside = Operator(_outside(column, value), many)
    yield "notIn", input_field(list_of(scalar), "Is none of these; what has no value is left out.", outside)


def _outside(column: str, values: str) -> str:
    """Return that a value is none of these; of an empty list, even what has no value would be none."""
    return f"({column} IS NOT NULL AND {column} <> ALL ({values}))"


def _comparisons(scalar: GraphQLScalarType | GraphQLEnumType, column: str, value: str, bound: str) -> Fields:
    words = {
        "lt": ("<", "Is less than this, or earlier."),
        "lte": ("<=", "Is this, less or earlier."),
        "gt": (">", "Is more than this, or later."),
        "gte": (">=", "Is this, more or later."),
    }
    return {
        word: input_field(scalar, description, Operator(f"{column} {sign} {value}", bound))
        for word, (sign, description) in words.items()
    }


def _fuzzy(scalar: GraphQLScalarType | GraphQLEnumType) -> Fields:
    """A fuzzy date is compared by its earliest day, with all the days that it is compared with."""
    column, first, last = "{column}_earliest", "edtf_earliest({value})", "edtf_latest({value})"
    fields = dict(_equality(scalar, column, first, "text"))
    for word in ("in", "notIn"):
        days = "edtf_earliest_of({value})"
        sql = f"{column} = ANY ({days})" if word == "in" else _outside(column, days)
        fields[word] = input_field(fields[word].type, fields[word].description or "", Operator(sql, "text[]"))
    # That it begins by the latest day follows; said, it lets an index find both ends.
    during = f"({column} >= {first} AND {column} <= {last} AND {{column}}_latest <= {last})"
    words = {
        "lt": (f"{column} < {first}", "Begins before this day, month, year or interval."),
        "lte": (f"{column} <= {last}", "Begins before the end of this day, month, year or interval."),
        "gt": (f"{column} > {last}", "Begins after this day, month, year or interval."),
        "gte": (f"{column} >= {first}", "Begins with this day, month, year or interval, or later."),
        "during": (during, "Lies wholly within this day, month, year or interval."),
    }
    for word, (sql, description) in words.items():
        fields[word] = input_field(scalar, description, Operator(sql, "text"))
    return fields | {"isNull": _is_null(column)}


def _text(scalar: GraphQLScalarType | GraphQLEnumType) -> Iterator[tuple[str, GraphQLInputField]]:
    within = Operator("folded({column}) LIKE pattern_within({value})", "text")
    yield "contains", input_field(scalar, "Contains this, whatever the case and the accents.", within)
    start = Operator("folded({column}) LIKE pattern_at_start({value})", "text")
    yield "startsWith", input_field(scalar, "Starts with this, whatever the case and the accents.", start)


def _is_null(column: str) -> GraphQLInputField:
    return input_field(GraphQLBoolean, "Whether it has no value.", Operator(f"{column} IS NULL", None))
