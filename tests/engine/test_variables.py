"""Variables that are plain scalars take a shorter way, and come out as graphql-core has them."""

import pytest
from graphql import OperationDefinitionNode, parse
from graphql.execution.values import get_variable_values

from api.engine import Engine, Refused
from api.engine.limits import Limits
from api.engine.variables import signature

VALUES = [5, -(2**31), 2**31, True, "5", "", 5.0, 5.5, None, [5], {"a": 5}]


@pytest.mark.parametrize("declared", ["Int", "Int!", "String", "String!", "ID!", "Boolean", "Date", "[Int!]"])
@pytest.mark.parametrize("default", ["", " = null"])
@pytest.mark.parametrize("given", [{}, *({"v": value} for value in VALUES), {"v": 5, "other": "6"}])
def test_values_come_out_as_in_graphql_core(
    engine: Engine, declared: str, default: str, given: dict[str, object]
) -> None:
    """Those that fit are the same, and those that do not are refused."""
    (operation,) = parse(f"query ($v: {declared}{default}) {{ __typename }}").definitions
    assert isinstance(operation, OperationDefinitionNode)
    expected = get_variable_values(engine.schema, operation.variable_definitions or (), given)
    short = signature(engine.schema, operation)
    if isinstance(expected, list):
        with pytest.raises(Refused) as refused:
            short.coerce(engine.schema, given, Limits())
        assert len(refused.value.errors) == len(expected)
    else:
        found = short.coerce(engine.schema, given, Limits()).coerced
        assert found == expected.coerced
        assert [type(value) for value in found.values()] == [
            type(value) for value in expected.coerced.values()
        ]


@pytest.mark.parametrize("given", [{"first": 1}, {}, {"first": None}, {"first": 2}])
def test_arguments_are_those_of_the_request(engine: Engine, given: dict[str, object]) -> None:
    """A field whose argument is a variable remembers nothing of who asked before."""
    query = "query ($first: Int) { countries(first: $first) { nodes { name } } }"
    engine.prepare(query, {"first": 7}, None)
    size = given.get("first") or 25
    assert size in engine.prepare(query, given, None).arguments
