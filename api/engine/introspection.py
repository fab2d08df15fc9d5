"""Answers introspection: graphql-core runs those root fields, and only those, before the statement runs."""

import json
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    execute,
)

from api.engine.document import Document
from api.engine.errors import refuse_all

META_FIELDS = ("__schema", "__type")


def introspect(
    schema: GraphQLSchema,
    document: Document,
    operation: OperationDefinitionNode,
    nodes: list[FieldNode],
    variables: dict[str, Any],
) -> dict[str, str]:
    """Return the JSON text under each response key of the root fields that ask about the schema."""
    narrowed = OperationDefinitionNode(
        operation=operation.operation,
        name=operation.name,
        variable_definitions=operation.variable_definitions,
        directives=(),
        selection_set=SelectionSetNode(selections=tuple(nodes)),
    )
    definitions = (narrowed, *document.fragments.values())
    result = execute(schema, DocumentNode(definitions=definitions), variable_values=variables)
    assert isinstance(result, ExecutionResult)
    if result.errors or result.data is None:
        raise refuse_all(result.errors or [], "BAD_USER_INPUT")
    return {key: json.dumps(value, ensure_ascii=False) for key, value in result.data.items()}
