"""Coerces the variables of a request: at once where they are plain scalars, else as graphql-core does."""

from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError, GraphQLSchema, OperationDefinitionNode, VariableValues, get_nullable_type
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValueSource, get_variable_values

from api.engine.errors import refuse, refuse_all
from api.engine.limits import Limits

# What JSON brings for them is what they mean.
_PLAIN: dict[str, type] = {"Boolean": bool, "ID": str, "Int": int, "String": str}
_INT = range(-(2**31), 2**31)


@dataclass(frozen=True, slots=True)
class Signature:
    """The variables of one operation; `plain` has the type of each value, where all are plain scalars."""

    operation: OperationDefinitionNode
    plain: tuple[tuple[GraphQLVariableSignature, type], ...] | None

    def coerce(self, schema: GraphQLSchema, given: dict[str, Any], limits: Limits) -> VariableValues:
        """Return the variables as their types have them; refuse what does not fit."""
        if self.plain is not None and len(given) == len(self.plain):
            found = _as_they_are(self.plain, given)
            if found is not None:
                return found
        if given and _objects(given) > limits.variable_objects:
            message = f"The variables hold more than {limits.variable_objects} objects; ask for less at once."
            raise refuse(message, "BAD_USER_INPUT")
        definitions = self.operation.variable_definitions or ()
        result = get_variable_values(schema, definitions, given, max_errors=limits.errors)
        if isinstance(result, list):
            raise refuse_all(result, "BAD_USER_INPUT")
        return result


def signature(schema: GraphQLSchema, operation: OperationDefinitionNode) -> Signature:
    """Read the variables that an operation declares."""
    plain = []
    for definition in operation.variable_definitions or ():
        declared = get_variable_signature(schema, definition)
        if isinstance(declared, GraphQLError):
            return Signature(operation, None)
        kind = _PLAIN.get(str(get_nullable_type(declared.type)))
        if kind is None:
            return Signature(operation, None)
        plain.append((declared, kind))
    return Signature(operation, tuple(plain))


def _as_they_are(
    plain: tuple[tuple[GraphQLVariableSignature, type], ...], given: dict[str, Any]
) -> VariableValues | None:
    """Return the variables if each is given a value of its type."""
    sources: dict[str, VariableValueSource] = {}
    coerced: dict[str, Any] = {}
    for declared, kind in plain:
        value = given.get(declared.name)
        if type(value) is not kind or (kind is int and value not in _INT):
            return None
        sources[declared.name] = VariableValueSource(declared, value)
        coerced[declared.name] = value
    return VariableValues(sources, coerced)


def _objects(value: object) -> int:
    """Count the objects in a value, itself included."""
    found, waiting = 0, [value]
    while waiting:
        match waiting.pop():
            case dict() as members:
                found += 1
                waiting.extend(members.values())
            case list() as items:
                waiting.extend(items)
    return found
