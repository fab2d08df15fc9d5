"""Parses and validates a document, and finds the operation to run in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphql import (
    DefinitionNode,
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    parse,
    validate,
)

from api.engine.errors import NotAQuery, refuse, refuse_all
from api.engine.limits import Limits
from api.engine.rules import rules_for
from api.engine.variables import Signature, signature


@dataclass(frozen=True, slots=True)
class Document:
    """A valid document: its operations by name, with their variables, its fragments by name."""

    node: DocumentNode
    operations: Mapping[str, Signature]
    fragments: Mapping[str, FragmentDefinitionNode]


def read_document(schema: GraphQLSchema, text: str, limits: Limits, name: str | None = None) -> Document:
    """Parse and validate a document; refuse it with every error found, up to a few.

    Whether the operation of that name is a query is asked first: the validation of a schema without mutations
    has another word for it.
    """
    if "\0" in text:
        raise refuse("The document holds a NUL character; remove it.", "GRAPHQL_PARSE_FAILED")
    try:
        node = parse(
            text,
            max_tokens=limits.tokens,
            max_source_length=limits.document_characters,
            max_comments=limits.tokens,
        )
    except GraphQLError as error:
        raise refuse(error, "GRAPHQL_PARSE_FAILED") from error
    _require_query([each for each in node.definitions if _is_operation(each, name)])
    errors = validate(schema, node, rules_for(text), max_errors=limits.errors)
    if errors:
        raise refuse_all(errors, "GRAPHQL_VALIDATION_FAILED")
    return Document(
        node,
        {
            each.name.value if each.name else "": signature(schema, each)
            for each in node.definitions
            if isinstance(each, OperationDefinitionNode)
        },
        {each.name.value: each for each in node.definitions if isinstance(each, FragmentDefinitionNode)},
    )


def choose_operation(document: Document, name: str | None) -> Signature:
    """Return the operation of that name, or the only one."""
    operations = document.operations
    if name:
        if name not in operations:
            known = ", ".join(sorted(operations)) or "none"
            raise refuse(
                f"The document has no operation {name!r}; it has: {known}.", "OPERATION_RESOLUTION_FAILURE"
            )
        operation = operations[name]
    elif len(operations) == 1:
        (operation,) = operations.values()
    else:
        message = (
            "The document holds no operation."
            if not operations
            else "The document holds several operations; say which one to run in `operationName`."
        )
        raise refuse(message, "OPERATION_RESOLUTION_FAILURE")
    _require_query([operation.operation])
    return operation


def _is_operation(node: DefinitionNode, name: str | None) -> bool:
    if not isinstance(node, OperationDefinitionNode):
        return False
    return not name or (node.name is not None and node.name.value == name)


def _require_query(operations: Sequence[DefinitionNode]) -> None:
    """Refuse the only operation that may be meant, where it is no query."""
    match operations:
        case [OperationDefinitionNode(operation=kind)] if kind is not OperationType.QUERY:
            message = f"Only queries can be run here; this is a {kind.value}."
            raise NotAQuery([{"message": message, "extensions": {"code": "OPERATION_NOT_SUPPORTED"}}])
