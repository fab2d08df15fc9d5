"""The documents of a collection: its list and its item, whole or trimmed to some fields."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    parse,
    print_ast,
)

Fragments = Mapping[str, FragmentDefinitionNode]


@dataclass(frozen=True, slots=True)
class Shape:
    """One operation, its fragments spread out.

    Attributes:
        root: The field that it asks: "releases".
        way: The response keys from the root to what is told of one row: ("releases", "nodes").
        fields: What can be asked of a row, in its order, with dots for what lies below: "country.name".
    """

    operation: OperationDefinitionNode
    root: str
    way: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def selection(self) -> SelectionSetNode:
        """What is asked of one row."""
        return _below(self.operation.selection_set, self.way)

    def text(self, fields: Iterable[str] | None = None) -> str:
        """Return the document; with some fields, it asks for these of a row, and for nothing else."""
        if fields is None:
            return print_ast(self.operation)
        trimmed = _trimmed(self.operation.selection_set, self.way, frozenset(fields))
        return print_ast(replace(self.operation, selection_set=trimmed))


def read_shapes(text: str) -> tuple[Shape, Shape]:
    """Return the list and the item that a file declares, in this order."""
    definitions = parse(text, no_location=True).definitions
    fragments = {each.name.value: each for each in definitions if isinstance(each, FragmentDefinitionNode)}
    many, one = (each for each in definitions if isinstance(each, OperationDefinitionNode))
    return _shape(many, fragments, ("nodes",)), _shape(one, fragments, ())


def about(text: str) -> str:
    """Return what the comment at the head of a file says."""
    return text.partition("\n")[0].lstrip("# ")


def _shape(written: OperationDefinitionNode, fragments: Fragments, below: tuple[str, ...]) -> Shape:
    operation = replace(written, selection_set=_spread_out(written.selection_set, fragments))
    (root,) = operation.selection_set.selections
    assert isinstance(root, FieldNode)
    way = (root.name.value, *below)
    fields = tuple(_paths(_below(operation.selection_set, way)))
    return Shape(operation, root.name.value, way, fields)


def _spread_out(selection: SelectionSetNode, fragments: Fragments) -> SelectionSetNode:
    """A selection with the fields of its fragments in their places."""
    made: list[SelectionNode] = []
    for each in selection.selections:
        if isinstance(each, FragmentSpreadNode):
            made += _spread_out(fragments[each.name.value].selection_set, fragments).selections
        elif isinstance(each, FieldNode | InlineFragmentNode) and each.selection_set:
            made.append(replace(each, selection_set=_spread_out(each.selection_set, fragments)))
        else:
            made.append(each)
    return SelectionSetNode(selections=tuple(made))


def _trimmed(selection: SelectionSetNode, way: tuple[str, ...], wanted: frozenset[str]) -> SelectionSetNode:
    """A selection that asks for what is wanted of a row, and for all that stands beside the rows."""
    if not way:
        return _chosen(selection, wanted, "")
    made = [
        replace(each, selection_set=_trimmed(each.selection_set, way[1:], wanted))
        if isinstance(each, FieldNode) and each.selection_set and each.name.value == way[0]
        else each
        for each in selection.selections
    ]
    return SelectionSetNode(selections=tuple(made))


def _chosen(selection: SelectionSetNode, wanted: frozenset[str], before: str) -> SelectionSetNode:
    made: list[SelectionNode] = []
    for each in selection.selections:
        if isinstance(each, InlineFragmentNode):
            inner = _chosen(each.selection_set, wanted, before)
            made += [replace(each, selection_set=inner)] if inner.selections else []
        elif isinstance(each, FieldNode):
            path = before + each.name.value
            if path in wanted:
                made.append(each)
            elif each.selection_set:
                inner = _chosen(each.selection_set, wanted, f"{path}.")
                made += [replace(each, selection_set=inner)] if inner.selections else []
    return SelectionSetNode(selections=tuple(made))


def fields_of(selection: SelectionSetNode) -> Iterator[FieldNode]:
    """Return the fields of a selection, those on one of several types among them."""
    for each in selection.selections:
        if isinstance(each, FieldNode):
            yield each
        elif isinstance(each, InlineFragmentNode):
            yield from fields_of(each.selection_set)


def _paths(selection: SelectionSetNode, before: str = "") -> Iterator[str]:
    for field in fields_of(selection):
        path = before + field.name.value
        yield path
        if field.selection_set:
            yield from _paths(field.selection_set, f"{path}.")


def _below(selection: SelectionSetNode, way: tuple[str, ...]) -> SelectionSetNode:
    for name in way:
        inner = next(each for each in fields_of(selection) if each.name.value == name).selection_set
        assert inner
        selection = inner
    return selection
