"""Fields that take arguments, and what of these no request can change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    ArgumentNode,
    FieldNode,
    GraphQLError,
    GraphQLField,
    ListValueNode,
    ObjectValueNode,
    ValueNode,
    VariableNode,
    VariableValues,
)
from graphql.execution.values import get_argument_values

from api.engine.errors import bad_input
from api.engine.orders import Order
from schema.binding import Key


@dataclass(eq=False, slots=True)
class Site:
    """One field that takes arguments; equal only to itself. Keeps what no request can change, once it is known.

    Attributes:
        arguments: Its arguments, if no variable stands in them.
        steady: Those in which none stands, if each of the others is a variable and nothing else.
        variables: The names of these others, and of their variables.
    """

    path: tuple[str, ...]
    node: FieldNode
    definition: GraphQLField
    table: str = ""
    order: tuple[Key, ...] = ()
    arguments: dict[str, Any] | None = None
    steady: dict[str, Any] | None = None
    variables: tuple[tuple[str, str], ...] = ()
    own_order: Order | None = None

    def coerce(self, variables: VariableValues) -> dict[str, Any]:
        """Return the arguments as their types have them."""
        if self.steady is not None:
            given = {name: variables.coerced.get(variable) for name, variable in self.variables}
            if None not in given.values():
                return self.steady | given
        try:
            found = get_argument_values(self.definition, self.node, variables)
        except GraphQLError as error:
            raise bad_input(error.message, self) from error
        varying = [argument for argument in self.node.arguments or () if _varies(argument.value)]
        if varying:
            self._remember(found, varying)
        else:
            self.arguments = found
        return found

    def _remember(self, found: dict[str, Any], varying: Sequence[ArgumentNode]) -> None:
        named = tuple(
            (self._name(argument), argument.value.name.value)
            for argument in varying
            if isinstance(argument.value, VariableNode)
        )
        if len(named) == len(varying):
            self.steady = {name: value for name, value in found.items() if name not in dict(named)}
            self.variables = named

    def _name(self, argument: ArgumentNode) -> str:
        """The name that its coerced value goes by."""
        return self.definition.args[argument.name.value].out_name or argument.name.value


def _varies(value: ValueNode) -> bool:
    """Return whether a variable stands anywhere in a value."""
    match value:
        case VariableNode():
            return True
        case ListValueNode():
            return any(map(_varies, value.values))
        case ObjectValueNode():
            return any(_varies(each.value) for each in value.fields)
    return False
