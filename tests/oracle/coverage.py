"""Counts what operations ask of the schema: fields, arguments, fields of inputs, and words that are arguments."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    OperationDefinitionNode,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    get_argument_values,
    get_named_type,
    get_variable_values,
    is_input_object_type,
    parse,
    visit,
)

from tests.oracle.operations import Operation
from tests.oracle.system import type_system

Coordinates = Iterator[str]


def everything() -> set[str]:
    """Return the coordinates of all that can be asked, as the specification writes them."""
    found = set()
    for name, kind in type_system().type_map.items():
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType) and not name.startswith("__"):
            for field, each in kind.fields.items():
                found |= {f"{name}.{field}", *(f"{name}.{field}({argument}:)" for argument in each.args)}
                found |= {word for argument in each.args.values() for word in _words(argument.type)}
        if isinstance(kind, GraphQLInputObjectType):
            found |= {f"{name}.{field}" for field in kind.fields}
    return found


def _words(kind: Any) -> set[str]:  # noqa: ANN401 - any input type
    named = get_named_type(kind)
    return {f"{named.name}.{word}" for word in named.values} if isinstance(named, GraphQLEnumType) else set()


def asked(operation: Operation) -> Counter[str]:
    """Return how often an operation asks for each coordinate; what is null asks for nothing."""
    document, info = parse(operation.text), TypeInfo(type_system())
    run = next(
        each
        for each in document.definitions
        if isinstance(each, OperationDefinitionNode)
        and (operation.name is None or (each.name and each.name.value == operation.name))
    )
    variables: Any = get_variable_values(type_system(), run.variable_definitions or (), operation.variables)
    found: Counter[str] = Counter()

    class Count(Visitor):
        def enter_field(self, node: FieldNode, *_: object) -> None:
            parent, field = info.get_parent_type(), info.get_field_def()
            if parent is None or field is None or node.name.value.startswith("__"):
                return
            coordinate = f"{parent.name}.{node.name.value}"
            found[coordinate] += 1
            for name, value in get_argument_values(field, node, variables).items():
                if value is not None:
                    found[f"{coordinate}({name}:)"] += 1
                    found.update(_inside(field.args[name].type, value))

    visit(document, TypeInfoVisitor(info, Count()))
    return found


def _inside(kind: Any, value: Any) -> Coordinates:  # noqa: ANN401 - any input type and value
    if isinstance(kind, GraphQLNonNull):
        yield from _inside(kind.of_type, value)
    elif isinstance(kind, GraphQLList):
        for each in value:
            yield from _inside(kind.of_type, each)
    elif is_input_object_type(kind):
        for name, each in value.items():
            if each is not None:
                yield f"{kind.name}.{name}"
                yield from _inside(kind.fields[name].type, each)
    elif isinstance(kind, GraphQLEnumType):
        yield f"{kind.name}.{value}"
