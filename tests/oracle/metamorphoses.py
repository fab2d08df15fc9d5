"""Writes an operation in another way that means the same; where keys are renamed, the answer is renamed back."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInputType,
    InlineFragmentNode,
    NamedTypeNode,
    NameNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    TypeInfo,
    TypeInfoVisitor,
    ValueNode,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    parse,
    parse_type,
    print_ast,
    value_from_ast_untyped,
    visit,
)

from tests.oracle.operations import Operation
from tests.oracle.system import type_system

RENAMED = "_renamed"


def _rewritten(operation: Operation, visitor: Visitor) -> Operation:
    return _printed(operation, visit(parse(operation.text), visitor))


def _printed(operation: Operation, document: DocumentNode) -> Operation:
    return Operation(print_ast(document), operation.variables, operation.name)


# Renaming


class _Rename(Visitor):
    def leave_field(self, node: FieldNode, *_: object) -> FieldNode:
        key = node.alias.value if node.alias else node.name.value
        return replace(node, alias=NameNode(value=key + RENAMED))


def rename_keys(operation: Operation) -> Operation:
    """Give every response key another name."""
    return _rewritten(operation, _Rename())


def named_back(value: Any) -> Any:  # noqa: ANN401 - JSON is what it is
    """Return an answer with the keys that it had before `rename_keys`."""
    if isinstance(value, list):
        return [named_back(each) for each in value]
    if isinstance(value, dict):
        return {key.removesuffix(RENAMED): named_back(each) for key, each in value.items()}
    return value


# Fragments


def inline_fragments(operation: Operation) -> Operation:
    """Write each named fragment out wherever it is spread."""
    document = parse(operation.text)
    named = {
        each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)
    }

    class Inline(Visitor):
        def enter_fragment_spread(self, node: FragmentSpreadNode, *_: object) -> InlineFragmentNode:
            found = named[node.name.value]
            return InlineFragmentNode(
                type_condition=found.type_condition,
                directives=node.directives,
                selection_set=visit(found.selection_set, Inline()),
            )

    kept = tuple(each for each in document.definitions if not isinstance(each, FragmentDefinitionNode))
    return _printed(operation, visit(DocumentNode(definitions=kept), Inline()))


def repeat_selections(operation: Operation) -> Operation:
    """Ask for all fields of the operation and of each fragment once more, in a fragment that adds nothing."""
    document = parse(operation.text)
    definitions = []
    for each in document.definitions:
        assert isinstance(each, OperationDefinitionNode | FragmentDefinitionNode)
        selections = each.selection_set.selections
        again = InlineFragmentNode(
            type_condition=each.type_condition if isinstance(each, FragmentDefinitionNode) else None,
            directives=(),
            selection_set=SelectionSetNode(selections=selections),
        )
        definitions.append(replace(each, selection_set=SelectionSetNode(selections=(*selections, again))))
    return _printed(operation, DocumentNode(definitions=tuple(definitions)))


def wrap_selections(operation: Operation) -> Operation:
    """Put every selection set into an inline fragment on its own type."""
    info = TypeInfo(type_system())

    class Wrap(Visitor):
        def leave_selection_set(self, node: SelectionSetNode, *_: object) -> SelectionSetNode:
            parent = info.get_parent_type()
            assert parent is not None
            inner = InlineFragmentNode(
                type_condition=NamedTypeNode(name=NameNode(value=parent.name)),
                directives=(),
                selection_set=node,
            )
            return SelectionSetNode(selections=(inner,))

    return _printed(operation, visit(parse(operation.text), TypeInfoVisitor(info, Wrap())))


# Literals


@dataclass
class _Lift(Visitor):
    """Turns each literal in an argument into a variable of the argument's type; equal ones into one, as merging wants."""

    info: TypeInfo
    types: dict[str, str] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()

    def enter_argument(self, node: ArgumentNode, *_: object) -> ArgumentNode | None:
        kind = self.info.get_input_type()
        if kind is None or _has_variable(node.value):
            return None
        return replace(node, value=self._variable(kind, node.value))

    def _variable(self, kind: GraphQLInputType, value: ValueNode) -> VariableNode:
        name = self.names.setdefault((str(kind), print_ast(value)), f"lifted{len(self.types)}")
        self.types[name] = str(kind)
        self.values[name] = value_from_ast_untyped(value)
        return VariableNode(name=NameNode(value=name))


def lift_literals(operation: Operation) -> Operation:
    """Turn literals into variables."""
    info = TypeInfo(type_system())
    lift = _Lift(info)
    document = visit(parse(operation.text), TypeInfoVisitor(info, lift))
    added = tuple(
        VariableDefinitionNode(
            variable=VariableNode(name=NameNode(value=name)), type=parse_type(kind), directives=()
        )
        for name, kind in lift.types.items()
    )
    definitions = tuple(
        replace(each, variable_definitions=(*(each.variable_definitions or ()), *added))
        if isinstance(each, OperationDefinitionNode) and _is_run(each, operation)
        else each
        for each in document.definitions
    )
    return Operation(
        print_ast(DocumentNode(definitions=definitions)), operation.variables | lift.values, operation.name
    )


def _is_run(node: OperationDefinitionNode, operation: Operation) -> bool:
    return operation.name is None or (node.name is not None and node.name.value == operation.name)


def _has_variable(value: ValueNode) -> bool:
    found = []

    class Look(Visitor):
        def enter_variable(self, node: VariableNode, *_: object) -> None:
            found.append(node)

    visit(value, Look())
    return bool(found)


# Splitting


def split(operation: Operation, keys: list[str]) -> list[Operation]:
    """Return one operation for every other key of the answer, and one for the others."""
    inlined = inline_fragments(operation)
    return [_only(inlined, set(part)) for part in (keys[::2], keys[1::2]) if part]


def _only(operation: Operation, keys: set[str]) -> Operation:
    """Return the operation without the root fields that have other keys."""
    (run,) = (
        each
        for each in parse(operation.text).definitions
        if isinstance(each, OperationDefinitionNode) and _is_run(each, operation)
    )
    kept = replace(run, selection_set=_narrowed(run.selection_set, keys))
    used = {name for name in operation.variables | _defaults(run) if f"${name}" in _words(kept)}
    definitions = tuple(each for each in run.variable_definitions or () if each.variable.name.value in used)
    document = DocumentNode(definitions=(replace(kept, variable_definitions=definitions),))
    given = {name: value for name, value in operation.variables.items() if name in used}
    return Operation(print_ast(document), given, operation.name)


def _defaults(run: OperationDefinitionNode) -> dict[str, None]:
    return {each.variable.name.value: None for each in run.variable_definitions or ()}


def _words(run: OperationDefinitionNode) -> set[str]:
    found: set[str] = set()

    class Look(Visitor):
        def enter_variable(self, node: VariableNode, *_: object) -> None:
            found.add(f"${node.name.value}")

    visit(run.selection_set, Look())
    for directive in run.directives or ():
        visit(directive, Look())
    return found


def _narrowed(selections: SelectionSetNode, keys: set[str]) -> SelectionSetNode:
    kept: list[SelectionNode] = []
    for each in selections.selections:
        if isinstance(each, InlineFragmentNode):
            inner = _narrowed(each.selection_set, keys)
            if inner.selections:
                kept.append(replace(each, selection_set=inner))
        elif isinstance(each, FieldNode) and (each.alias or each.name).value in keys:
            kept.append(each)
    return SelectionSetNode(selections=tuple(kept))


# What stays the same

Answer = Callable[[Operation], dict[str, Any]]


def _renamed(operation: Operation, answer: Answer) -> dict[str, Any]:
    data: dict[str, Any] = named_back(answer(rename_keys(operation)))
    return data


def _in_parts(operation: Operation, answer: Answer) -> dict[str, Any]:
    keys = list(answer(operation))
    joined = {key: value for part in split(operation, keys) for key, value in answer(part).items()}
    return {key: joined[key] for key in keys}


WAYS: dict[str, Callable[[Operation, Answer], dict[str, Any]]] = {
    "inlined": lambda operation, answer: answer(inline_fragments(operation)),
    "repeated": lambda operation, answer: answer(repeat_selections(operation)),
    "wrapped": lambda operation, answer: answer(wrap_selections(operation)),
    "lifted": lambda operation, answer: answer(lift_literals(operation)),
    "renamed": _renamed,
    "in parts": _in_parts,
}
"""Ways to ask the same once more; each gives the same answer."""
