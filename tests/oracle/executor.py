"""Answers operations the plain way: graphql-core runs them, and each field is looked up among the rows.

It knows nothing of the compiler: slow and obvious, it says what the compiled answer has to be.
"""

from functools import cache
from typing import Any

from graphql import DocumentNode, ExecutionResult, GraphQLResolveInfo, GraphQLSchema, build_schema, execute

from schema.build import sdl
from tests.oracle.resolvers import resolver
from tests.oracle.world import Row, World


@cache
def type_system() -> GraphQLSchema:
    """Return the types alone, without any of the ways in which the program finds values."""
    return build_schema(sdl())


def answer(
    world: World, document: DocumentNode, variables: dict[str, Any], operation_name: str | None = None
) -> dict[str, Any]:
    """Return the data that answers an operation; there are never errors in it."""
    result = execute(
        type_system(),
        document,
        root_value={},
        context_value=world,
        variable_values=variables,
        operation_name=operation_name,
        field_resolver=_resolve,
        type_resolver=_type_of,
    )
    assert isinstance(result, ExecutionResult)
    if result.errors:
        raise result.errors[0]
    assert result.data is not None
    return result.data


def _resolve(source: object, info: GraphQLResolveInfo[World], **arguments: object) -> object:
    return resolver(info.parent_type.name, info.field_name)(info.context, source, **arguments)


def _type_of(row: Row, *_: object) -> str:
    return row.type
