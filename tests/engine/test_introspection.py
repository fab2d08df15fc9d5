"""Introspection is answered as graphql-core's executor answers it, and never for more work than a little."""

import json
from typing import Any

import pytest
from graphql import ExecutionResult, execute, get_introspection_query, parse

from api.engine import Engine, Refused

_ALL = get_introspection_query(
    schema_description=True,
    specified_by_url=True,
    directive_is_repeatable=True,
    input_value_deprecation=True,
)
_MERGED = """
query ($name: String!, $deprecated: Boolean!, $no: Boolean = false) {
  __schema { __typename queryType { name } description @include(if: $no) }
  again: __schema { types { ...T } directives { name args(includeDeprecated: true) { name defaultValue } } }
  __schema { queryType { kind fields(includeDeprecated: $deprecated) { name } } subscriptionType { name } }
  __type(name: $name) { ...T ...T possibleTypes { name } interfaces { name } }
  none: __type(name: "Nothing") { name }
}
fragment T on __Type { kind enumValues { name } inputFields { type { ofType { name } } defaultValue } isOneOf }
"""


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        (_ALL, {}),
        (_MERGED, {"name": "Release", "deprecated": True}),
        (_MERGED, {"name": "SearchResult", "deprecated": False, "no": True}),
    ],
)
def test_it_equals_the_executors_answer(engine: Engine, query: str, variables: dict[str, Any]) -> None:
    """Every field of the schema about the schema, merged, aliased, included or not, in the same order."""
    expected = execute(engine.schema, parse(query), variable_values=variables)
    assert isinstance(expected, ExecutionResult)
    assert expected.errors is None
    answer = engine.prepare(query, variables, None).respond(None, None)
    assert json.dumps(json.loads(answer)["data"]) == json.dumps(expected.data)


@pytest.mark.parametrize(
    "query",
    [
        "{" + " ".join(f"a{n}: __schema {{ types {{ fields {{ name }} }} }}" for n in range(100)) + "}",
        "{ __schema { types { fields { " + " ".join(f"a{n}: description" for n in range(150)) + " } } } }",
    ],
)
def test_too_much_of_it_is_refused(engine: Engine, query: str) -> None:
    """The schema is large: asked for many times over, whole or in its texts, it is no cheap answer."""
    with pytest.raises(Refused, match="too much of the schema"):
        engine.prepare(query, {}, None)


def test_a_null_where_none_may_be_is_refused(engine: Engine) -> None:
    """A variable may not do what a literal may not."""
    query = "query ($x: Boolean = false) { __schema { directives { args(includeDeprecated: $x) { name } } } }"
    with pytest.raises(Refused) as refused:
        engine.prepare(query, {"x": None}, None)
    assert refused.value.errors[0]["extensions"]["code"] == "BAD_USER_INPUT"
