"""Every filter there is: each field and each operator of each type runs, and parts the rows in two."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
)

from api.database.reader import Reader
from api.engine import Engine
from schema.build import graphql_schema
from tests.engine.conftest import Refusal
from tests.engine.test_pages import ask

SAMPLES: dict[str, object] = {
    "String": "by-2025-12-13",
    "ID": "Release:1",
    "Int": 12,
    "Float": 0.5,
    "Boolean": True,
    "FuzzyDate": "2025-12",
    "Date": "2025-12-13",
    "DateTime": "2025-12-13T10:00:00Z",
    "URL": "https://free.example/1",
}


def roots() -> list[str]:
    """Every connection at the root that can be filtered."""
    query = graphql_schema().query_type
    assert isinstance(query, GraphQLObjectType)
    return [name for name, field in query.fields.items() if {"first", "where"} <= field.args.keys()]


def where_type(root: str) -> GraphQLInputObjectType:
    """The filter of a root's rows."""
    query = graphql_schema().query_type
    assert isinstance(query, GraphQLObjectType)
    found = query.fields[root].args["where"].type
    assert isinstance(found, GraphQLInputObjectType)
    return found


def samples(type_: GraphQLInputObjectType, depth: int = 2) -> Iterator[dict[str, Any]]:
    """A filter for each field and operator, relations to a small depth."""
    for name, field in type_.fields.items():
        for value in _values(type_, field, depth):
            yield {name: value}


def _values(type_: GraphQLInputObjectType, field: GraphQLInputField, depth: int) -> Iterator[Any]:
    inner = get_named_type(field.type)
    if inner is type_ or (isinstance(inner, GraphQLInputObjectType) and depth == 0):
        return
    if isinstance(inner, GraphQLInputObjectType):
        yield from samples(inner, depth - 1)
        return
    value = next(iter(inner.values)) if isinstance(inner, GraphQLEnumType) else SAMPLES[inner.name]
    yield [value] if isinstance(get_nullable_type(field.type), GraphQLList) else value


@pytest.mark.parametrize("root", roots())
async def test_each_field_and_operator(engine: Engine, world_reader: Reader, root: str) -> None:
    """A filter and its negation part the rows in two, whatever the field and the operator."""
    type_ = where_type(root)
    query = (
        f"query ($yes: {type_.name}, $no: {type_.name}) {{ yes: {root}(where: $yes) {{ totalCount }}"
        f" no: {root}(where: $no) {{ totalCount }} all: {root} {{ totalCount }} }}"
    )
    tried = 0
    for sample in samples(type_):
        data = await ask(engine, world_reader, query, yes=sample, no={"not": sample})
        assert data["yes"]["totalCount"] + data["no"]["totalCount"] == data["all"]["totalCount"], sample
        tried += 1
    assert tried > 10


async def test_given_in_any_way(engine: Engine, world_reader: Reader) -> None:
    """A filter means the same as literals, as one variable, and in parts."""
    whole = {"country": {"iso2": {"eq": "BY"}}, "total": {"value": {"gte": 1}}}
    parts = "releases(where: {country: $c, total: {value: {gte: $n}}}) { nodes { slug } }"
    inner = "releases(where: {total: {value: {gte: 1}}, country: {iso2: $f}}) { nodes { slug } }"
    ways: list[tuple[str, dict[str, object]]] = [
        (
            '{ releases(where: {country: {iso2: {eq: "BY"}}, total: {value: {gte: 1}}}) { nodes { slug } } }',
            {},
        ),
        ("query ($w: ReleaseWhere) { releases(where: $w) { nodes { slug } } }", {"w": whole}),
        (
            f"query ($c: CountryWhere, $n: Int) {{ {parts} }}",
            {"c": {"iso2": {"eq": "BY"}}, "n": 1},
        ),
        (
            f"query ($f: StringFilter) {{ {inner} }}",
            {"f": {"eq": "BY"}},
        ),
    ]
    answers = [await ask(engine, world_reader, query, **variables) for query, variables in ways]
    assert answers == [answers[0]] * len(ways)
    assert len(answers[0]["releases"]["nodes"]) == 1


@pytest.mark.parametrize(
    "where",
    [
        "{title: {eq: null}}",
        "{title: {isNull: null}}",
        "{id: {in: null}}",
        "{contested: {eq: null}}",
        "{isNull: null}",
    ],
)
def test_null_of_a_value_is_refused(refusal: Refusal, where: str) -> None:
    """A comparison with null says nothing, and must not be taken for no condition."""
    error = refusal(f"{{ releases(where: {where}) {{ totalCount }} }}")
    assert "leave it out" in str(error["message"])


def test_too_many_conditions(refusal: Refusal) -> None:
    """A filter holds a bounded number of conditions."""
    where = {"or": [{"slug": {"eq": str(number)}} for number in range(200)]}
    error = refusal("query ($w: ReleaseWhere) { releases(where: $w) { totalCount } }", {"w": where})
    assert "more than 200 conditions" in str(error["message"])


@pytest.mark.parametrize("order", ["{}", "{title: ASC, slug: ASC}", "{title: null}", "{country: {}}"])
def test_order_of_one_key(refusal: Refusal, order: str) -> None:
    """Each entry of an order names one key."""
    assert "names one key" in str(refusal(f"{{ releases(orderBy: [{order}]) {{ totalCount }} }}")["message"])


def test_cursor_of_another_order(refusal: Refusal) -> None:
    """A cursor of another order of the same list is told apart."""
    cursor = "WyIyOGJlZDZjMiIsICIyMDI1LTEyLTEzIiwgMl0="
    error = refusal(f'{{ releases(after: "{cursor}", orderBy: [{{title: ASC}}]) {{ nodes {{ slug }} }} }}')
    assert "another order" in str(error["message"])


@pytest.mark.parametrize("first", [501, -1])
def test_page_that_nobody_reads(refusal: Refusal, first: int) -> None:
    """A page size out of range is refused even where only the total is asked for."""
    assert "out of range" in str(refusal(f"{{ releases(first: {first}) {{ totalCount }} }}")["message"])
