"""Answers operations the plain way: graphql-core runs them, and each field is looked up among the rows.

It knows nothing of the compiler: slow and obvious, it says what the compiled answer has to be.
"""

from typing import Any

from graphql import DocumentNode, ExecutionResult, GraphQLResolveInfo, execute

from tests.oracle.resolvers import resolver
from tests.oracle.system import type_system
from tests.oracle.world import Row, World


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
