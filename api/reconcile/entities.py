"""An entity as it stands in an answer: its id, its name, its types, and a line that tells it from namesakes."""

from collections.abc import Mapping
from typing import Any

from api.reconcile.kinds import EntityType, types_of
from api.reconcile.operations import DESCRIBING, NAME
from api.reconcile.paths import Paths
from api.reconcile.properties import PROPERTIES, Property
from seeds.records.discretion import words_of

WITHHELD = "Name withheld"
"""What stands for the name of a person whose name is withheld."""

Node = Mapping[str, Any]


def name_of(paths: Paths, node: Node) -> str:
    """Return what an entity is called."""
    values = paths.values(node, NAME)
    return str(values[0]) if values else WITHHELD


def description(paths: Paths, node: Node, matched: str | None = None) -> str:
    """Return a line about an entity, and the name it was found by where that is another: "Iran · born 1962"."""
    known = (PROPERTIES[each] for each in DESCRIBING[node["__typename"]])
    parts = [_fact(own, value) for own in known for value in paths.values(node, own) or ()]
    if matched is not None and words_of(matched) != words_of(name_of(paths, node)):
        parts.append(f"found as {matched}")
    return " · ".join(parts)


def type_list(node: Node) -> list[dict[str, object]]:
    """Return the types of an entity, the narrowest first."""
    return [{"id": each.id, "name": each.name} for each in types_of(node)]


def narrowest(node: Node) -> EntityType:
    """Return the narrowest type of an entity."""
    return types_of(node)[0]


def _fact(own: Property, value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    text = value["label"] if isinstance(value, Mapping) else value
    return f"born {text}" if own.id == "bornOn" else str(text)
