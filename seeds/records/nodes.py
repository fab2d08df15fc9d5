"""Turns YAML text into plain values, each with the line it stands on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

Loc: TypeAlias = tuple[str | int, ...]
Plain: TypeAlias = Any

_NOTHING = frozenset({"", "~", "null"})
_ORDINARY = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "null", "bool", "int", "float", "timestamp")
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one place of a file, and the remedy."""

    line: int
    loc: Loc
    message: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A file's content as mappings, lists, text and None, with the line of every part."""

    value: Plain = None
    lines: Mapping[Loc, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def line(self, loc: Loc) -> int:
        """The line of a part, or of the nearest part around it."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


def parse(text: str) -> Tree:
    """Read one YAML document; every scalar stays text, so 2025-12-13 is no datetime and NO is no False."""
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return Tree(faults=(_unreadable(error),))
    except yaml.YAMLError as error:
        return Tree(faults=(Fault(1, (), f"is not YAML ({error}); save it as plain UTF-8 text"),))
    if root is None:
        return Tree(faults=(Fault(1, (), "is empty; write a dossier into it or remove the file"),))
    reading = _Reading()
    return Tree(reading.value(root, ()), reading.lines, tuple(reading.faults))


def _unreadable(error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    remedy = (
        "check indentation (spaces, no tabs) and quotes: text that holds ': ' or ' #' must stand in quotes"
    )
    return Fault(line, (), f"is not YAML ({error.problem}); {remedy}")


class _Reading:
    """One pass over a node graph that notes lines and faults on its way."""

    def __init__(self) -> None:
        self.lines: dict[Loc, int] = {}
        self.faults: list[Fault] = []
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, loc: Loc) -> Plain:
        self.lines.setdefault(loc, node.start_mark.line + 1)
        if id(node) in self._seen:
            self._fault(node, loc, "repeats another part through a YAML alias (*); write it out")
            return None
        self._seen.add(id(node))
        match node:
            case yaml.ScalarNode():
                return self._scalar(node, loc)
            case yaml.SequenceNode():
                return [self.value(item, (*loc, index)) for index, item in enumerate(node.value)]
            case yaml.MappingNode():
                return {key: self.value(item, (*loc, key)) for key, item in self._items(node, loc)}
        raise TypeError(f"YAML knows no {type(node).__name__}")

    def _items(self, node: yaml.MappingNode, loc: Loc) -> Iterator[tuple[str, yaml.Node]]:
        first: dict[str, int] = {}
        for key_node, item in node.value:
            key, line = key_node.value, key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode) or key == "<<":
                self._fault(
                    key_node, loc, "has a key that is no plain word; write each field as `name: value`"
                )
            elif key in first:
                message = f"stands twice (first on line {first[key]}); keep one of the two"
                self._fault(key_node, (*loc, key), message)
            else:
                first[key] = self.lines[*loc, key] = line
                yield key, item

    def _scalar(self, node: yaml.ScalarNode, loc: Loc) -> str | None:
        if node.tag not in _ORDINARY:
            self._fault(node, loc, f"carries a YAML tag ({node.tag}); remove it, or put the text in quotes")
        if not node.style and node.value in _NOTHING:
            return None
        return str(node.value)

    def _fault(self, node: yaml.Node, loc: Loc, message: str) -> None:
        self.faults.append(Fault(node.start_mark.line + 1, loc, message))
