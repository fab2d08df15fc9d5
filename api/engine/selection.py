"""Collects the fields that a selection asks of an object of one type, as the specification's CollectFields does."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from graphql import (
    BooleanValueNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    NamedTypeNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    is_abstract_type,
)

Fields = dict[str, list[FieldNode]]


@dataclass(frozen=True, slots=True)
class Collector:
    """Collects fields within one document; ``flag`` answers the value of a variable in @skip or @include."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    flag: Callable[[str], bool]

    def collect(self, type_name: str, selections: Iterable[SelectionSetNode | None]) -> Fields:
        """Return the field nodes under each response key, in the order the answer has them."""
        fields: Fields = {}
        visited: set[str] = set()
        for selection_set in selections:
            if selection_set is not None:
                self._collect(type_name, selection_set, fields, visited)
        return fields

    def _collect(
        self, type_name: str, selections: SelectionSetNode, fields: Fields, visited: set[str]
    ) -> None:
        for selection in selections.selections:
            if not self._included(selection):
                continue
            match selection:
                case FieldNode():
                    key = selection.alias.value if selection.alias else selection.name.value
                    fields.setdefault(key, []).append(selection)
                case InlineFragmentNode():
                    if self._applies(selection.type_condition, type_name):
                        self._collect(type_name, selection.selection_set, fields, visited)
                case FragmentSpreadNode():
                    self._spread(type_name, selection.name.value, fields, visited)

    def _spread(self, type_name: str, name: str, fields: Fields, visited: set[str]) -> None:
        if name in visited:
            return
        visited.add(name)
        fragment = self.fragments[name]
        if self._applies(fragment.type_condition, type_name):
            self._collect(type_name, fragment.selection_set, fields, visited)

    def _applies(self, condition: NamedTypeNode | None, type_name: str) -> bool:
        if condition is None or condition.name.value == type_name:
            return True
        wanted = self.schema.type_map[condition.name.value]
        return is_abstract_type(wanted) and self.schema.is_sub_type(wanted, self.schema.type_map[type_name])

    def _included(self, selection: SelectionNode) -> bool:
        for directive in selection.directives or ():
            name = directive.name.value
            if name in ("skip", "include"):
                (condition,) = directive.arguments or ()
                if self._condition(condition.value) is (name == "skip"):
                    return False
        return True

    def _condition(self, value: object) -> bool:
        if isinstance(value, VariableNode):
            return self.flag(value.name.value)
        assert isinstance(value, BooleanValueNode)
        return value.value
