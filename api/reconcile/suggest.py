"""Suggestions while somebody types: types and properties from our own lists, entities by search."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypeVar

from api.asking.operations import Operation
from api.reconcile.asked import entity_id
from api.reconcile.entities import Node, description, name_of, type_list
from api.reconcile.kinds import TYPES, Scope
from api.reconcile.operations import Operations
from api.reconcile.paths import Paths
from api.reconcile.properties import PROPERTIES, Property, properties_of
from seeds.records.discretion import words_of

USUAL = 10
MOST = 100
DEEPEST = 400
"""How far into the suggestions for entities one can go."""


_NOT_AT_ALL = 3


class Named(Protocol):
    """What is suggested from a list of ours."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """Its name."""


T = TypeVar("T", bound=Named)


def types(prefix: str) -> list[dict[str, object]]:
    """Return the types that begin like this, by id or by a word of their name."""
    return [each.shown() for each in _beginning(TYPES.values(), prefix)]


def properties(prefix: str, type_id: str | None) -> list[dict[str, object]]:
    """Return the properties that begin like this; of a type, if it is one of ours."""
    return [dict(each.shown()) for each in _beginning(_properties(type_id), prefix)]


def proposals(type_id: str | None) -> list[dict[str, object]]:
    """Return the properties that entities of a type may have; all, where the type is none of ours."""
    return [dict(each.shown()) for each in _properties(type_id)]


def _properties(type_id: str | None) -> Iterable[Property]:
    known = TYPES.get(type_id or "")
    return properties_of(known.nodes) if known else PROPERTIES.values()


def _beginning(listed: Iterable[T], prefix: str) -> list[T]:
    """Those whose name begins so come before those of which only a word does, or the id."""
    text = prefix.strip().casefold()
    ranks = [(_rank(each, text), each) for each in listed]
    return [each for rank, each in sorted(ranks, key=lambda pair: pair[0]) if rank < _NOT_AT_ALL]


def _rank(each: Named, text: str) -> int:
    if each.id.casefold() == text:
        return 0
    if each.name.casefold().startswith(text):
        return 1
    words = words_of(each.name)
    return (
        2
        if each.id.casefold().startswith(text) or any(word.startswith(text) for word in words)
        else _NOT_AT_ALL
    )


class Entities:
    """Suggests entities over one schema."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._operations = Operations(paths)

    def operation(self, prefix: str, scope: Scope, first: int) -> Operation:
        """Return the operation that finds them."""
        filters = {"types": scope.types, "kinds": scope.kinds}
        return self._operations.suggest(prefix, filters, first, [prefix] if entity_id(prefix) else [])

    def suggested(self, scope: Scope, data: Mapping[str, Any]) -> list[dict[str, object]]:
        """Return the suggestions, from the operation's data."""
        named = [(node, None) for node in data["named"] if node]
        hits = [(hit["node"], hit["matched"]) for hit in data["found"]["nodes"]]
        once = {node["id"]: (node, matched) for node, matched in (*hits, *named)}
        return [self._shown(node, matched) for node, matched in once.values() if scope.holds(node)]

    def _shown(self, node: Node, matched: str | None) -> dict[str, object]:
        return {
            "id": node["id"],
            "name": name_of(self._paths, node),
            "description": description(self._paths, node, matched),
            "notable": type_list(node),
        }
