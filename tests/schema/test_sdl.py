"""The printed schema: it is what the code declares, and it explains itself."""

from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    is_specified_scalar_type,
)

from schema.build import graphql_schema, sdl

PRINTED = Path(__file__).parents[2] / "schema" / "schema.graphql"
TYPES = [
    each
    for name, each in graphql_schema().type_map.items()
    if not name.startswith("__") and not is_specified_scalar_type(each)
]


def test_printed_schema_is_current() -> None:
    """schema/schema.graphql is what `detente schema` prints; write it anew with `make golden`."""
    assert PRINTED.read_text(encoding="utf-8") == sdl()


@pytest.mark.parametrize("each", TYPES, ids=lambda each: each.name)
def test_everything_is_described(each: object) -> None:
    """Every type, field, argument and enum value has a description that is a sentence."""
    for place, text in descriptions(each):
        assert text, f"{place} has no description"
        assert text[0].isupper(), f"{place}: {text!r} does not begin like a sentence"
        assert text.endswith((".", ".)", "?")), f"{place}: {text!r} does not end like a sentence"


def descriptions(each: object) -> list[tuple[str, str | None]]:
    """Every place in a type that can be described, with its description."""
    name = getattr(each, "name", "")
    found = [(name, getattr(each, "description", None))]
    if isinstance(each, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
        for field_name, field in each.fields.items():
            found.append((f"{name}.{field_name}", field.description))
            arguments = getattr(field, "args", {})
            found += [(f"{name}.{field_name}({key}:)", value.description) for key, value in arguments.items()]
    if isinstance(each, GraphQLEnumType):
        found += [(f"{name}.{key}", value.description) for key, value in each.values.items()]
    return found
