"""The types of entities that reconciliation knows: those of GraphQL, and narrower and wider ones that readers ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from schema.enums import TargetKind
from schema.types.search import FOUND

# Under which kind search counts what is no target.
_KINDS = {
    "Detainee": TargetKind.PERSON,
    "Organization": TargetKind.ORGANIZATION,
    "Country": TargetKind.COUNTRY,
}
_SEARCHED = dict(FOUND)


@dataclass(frozen=True, slots=True)
class EntityType:
    """A type that entities can be asked for by.

    Attributes:
        nodes: The GraphQL types that its entities are of.
        kind: Only targets of this kind.
        broader: The ids of the types right above it.
    """

    id: str
    name: str
    description: str
    nodes: tuple[str, ...]
    kind: TargetKind | None = None
    broader: tuple[str, ...] = ()

    def bears(self, node: Mapping[str, Any]) -> bool:
        """Whether an entity is of this type: {"__typename": "Target", "kind": "VESSEL"}."""
        name = node["__typename"]
        return name in self.nodes and (
            self.kind is None or name != "Target" or node["kind"] == self.kind.value
        )

    def shown(self) -> dict[str, object]:
        """Return the type as the specification writes it."""
        told: dict[str, object] = {"id": self.id, "name": self.name, "description": self.description}
        if self.broader:
            told["broader"] = [{"id": each, "name": TYPES[each].name} for each in self.broader]
        return told


PERSON = EntityType(
    "Person",
    "Person",
    "Anybody: a detainee, or a person on a sanctions list.",
    ("Detainee", "Target"),
    TargetKind.PERSON,
)


def _listed(kind: TargetKind) -> EntityType:
    word = kind.value.lower()
    above = ("Target", PERSON.id) if kind is TargetKind.PERSON else ("Target",)
    name = f"Sanctioned {word}" if kind is not TargetKind.OTHER else "Sanctioned, of another kind"
    return EntityType(
        f"Target.{kind.value}", name, f"On a sanctions list. {kind.description}", ("Target",), kind, above
    )


_ALL = (
    PERSON,
    EntityType(
        "Detainee", "Detainee", "A person who is or was detained.", ("Detainee",), broader=(PERSON.id,)
    ),
    EntityType("Target", "Target of sanctions", "Whom or what a sanction is aimed at.", ("Target",)),
    *map(_listed, TargetKind),
    EntityType(
        "Organization",
        "Organization",
        "A state body, company, bank, international organization, NGO or news outlet that takes part in a story.",
        ("Organization",),
    ),
    EntityType("Country", "Country", "A country, territory or union of countries.", ("Country",)),
    EntityType(
        "SanctionProgram",
        "Sanctions program",
        "The law or policy under which sanctions are imposed.",
        ("SanctionProgram",),
    ),
    EntityType("Agreement", "Agreement", "An understanding in which people were freed.", ("Agreement",)),
    EntityType("Release", "Release", "One occasion on which people were let go.", ("Release",)),
    EntityType("Relief", "Relief from sanctions", "A step by which sanctions were eased.", ("Relief",)),
)
TYPES: Mapping[str, EntityType] = {each.id: each for each in _ALL}
NODES = tuple(_SEARCHED)
"""The GraphQL types whose rows are entities."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is looked through for some types: the filters of search, and what must hold of each hit.

    Attributes:
        types: None for all.
        kinds: Kinds among them; None for all. They may let too much through, so each hit is asked, too.
        chosen: The types that were asked for.
        every: Whether an entity must be of all of them, in place of one.
    """

    types: tuple[str, ...] | None
    kinds: tuple[str, ...] | None
    chosen: tuple[EntityType, ...]
    every: bool = False

    def holds(self, node: Mapping[str, Any]) -> bool:
        """Whether an entity is of the types asked for."""
        borne = (each.bears(node) for each in self.chosen)
        return all(borne) if self.every else not self.chosen or any(borne)


def scope(ids: Iterable[str], *, every: bool = False) -> Scope:
    """Return what is looked through for types by their ids; KeyError for one that is not known."""
    chosen = tuple(TYPES[each] for each in ids)
    if not chosen:
        return Scope(None, None, ())
    names = [name for name in NODES if any(name in each.nodes for each in chosen)]
    return Scope(tuple(_SEARCHED[name] for name in names), _kinds(chosen, names), chosen, every)


def _kinds(chosen: tuple[EntityType, ...], names: list[str]) -> tuple[str, ...] | None:
    """The kinds that search is narrowed to, where that leaves nothing out."""
    found = {_KINDS.get(name) for name in names if name != "Target"}
    found |= {each.kind for each in chosen if "Target" in each.nodes}
    kinds = sorted(each.value for each in found if each)
    return None if None in found else tuple(kinds)


def types_of(node: Mapping[str, Any]) -> list[EntityType]:
    """Return the types of an entity, the narrowest first."""
    borne = [each for each in TYPES.values() if each.bears(node)]
    return sorted(borne, key=lambda each: -_depth(each))


def _depth(of: EntityType) -> int:
    return 1 + max((_depth(TYPES[each]) for each in of.broader), default=0)
