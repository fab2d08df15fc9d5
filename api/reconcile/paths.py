"""Follows a property's path through the GraphQL schema: what to ask for, and where its values stand in the answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from graphql import (
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    get_nullable_type,
    is_list_type,
)

from api.reconcile.kinds import NODES
from api.reconcile.properties import PROPERTIES, Property

Shape = Literal["one", "list", "page"]

PAGE = 100
"""How many rows of a list that may be long are looked at."""
INNER_PAGE = 20
"""How many of a list within such a list: relief for each sanction."""
# What is asked of an entity that is a value: its id, its label, and all that it may be called by.
_CALLED = {"Country": ("iso2", "iso3", "officialName"), "SanctionProgram": ("code", "aliases")}
_TITLED = {"Agreement", "Release", "Relief"}
# Lists whose properties stand beside one another, a row for each: no value is left out, so that they stay level.
_LEVEL = {"addresses", "charges", "detentions", "entries", "recognitions", "releases", "sanctions"}


@dataclass(frozen=True, slots=True)
class Step:
    """One field on the way."""

    field: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class Path:
    """The way from an entity to the values of a property.

    Attributes:
        leaf: The GraphQL type of the values.
        scheme: Of identifiers, only those of this scheme.
    """

    steps: tuple[Step, ...]
    leaf: str
    scheme: str | None = None

    @property
    def entity(self) -> bool:
        """Whether its values are entities."""
        return self.leaf in NODES

    @property
    def level(self) -> bool:
        """Whether its values stand beside those of others, row by row."""
        return self._lists == 1 and self.steps[0].field in _LEVEL

    @property
    def _lists(self) -> int:
        return sum(step.shape != "one" for step in self.steps)

    def selection(self, alias: str) -> str:
        """Return the field to ask for, under an alias: 'x: charges(first: 100) { nodes { title } }'."""
        inner = _entity_fields(self.leaf) if self.entity else ""
        for step in reversed(self.steps):
            inner = f"scheme {inner}" if self.scheme and step.field == "identifiers" else inner
            within = f" {{ {inner} }}" if inner else ""
            inner = (
                f"{step.field}(first: {PAGE if step is self.steps[0] else INNER_PAGE}) {{ nodes{within} }}"
                if step.shape == "page"
                else step.field + within
            )
        return f"{alias}: {inner}"

    def values(self, found: object) -> list[Any]:
        """Return the values that stand under the alias; None for those of a row that has none, where it must stay level."""
        values: list[Any] = [found]
        for place, step in enumerate(self.steps):
            if place:
                values = [each[step.field] if each else None for each in values]
            values = [each for value in values for each in _spread(value, step.shape)]
            if self.scheme and step.field == "identifiers":
                values = [each for each in values if each["scheme"] == self.scheme]
        return values if self.level else _distinct(values)


def _spread(value: Any, shape: Shape) -> list[Any]:  # noqa: ANN401 - whatever JSON holds
    if shape == "one":
        return [value]
    if value is None:
        return []
    return list(value["nodes"] if shape == "page" else value)


def _distinct(values: list[Any]) -> list[Any]:
    """The same without repetitions and without what is not there, in order."""
    kept: dict[object, Any] = {}
    for each in values:
        if each is not None:
            kept.setdefault(each["id"] if isinstance(each, dict) else each, each)
    return list(kept.values())


def label_field(type_name: str) -> str:
    """Return the field that an entity is called by."""
    return "title" if type_name in _TITLED else "name"


def called(type_name: str) -> tuple[str, ...]:
    """Return the fields that an entity may be called by, its label first."""
    return (label_field(type_name), *_CALLED.get(type_name, ()))


def _entity_fields(type_name: str) -> str:
    return " ".join(("id", f"label: {label_field(type_name)}", *_CALLED.get(type_name, ())))


class Paths:
    """The paths of all properties, read from the schema once."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._found = {
            (type_name, own.id): self._read(type_name, path, own)
            for own in PROPERTIES.values()
            for type_name, path in own.paths.items()
        }

    def of(self, type_name: str, own: Property) -> Path | None:
        """Return the path from entities of a GraphQL type; None where they do not have the property."""
        return self._found.get((type_name, own.id))

    def selection(self, type_name: str, properties: Iterable[Property]) -> str:
        """Return the fields of a GraphQL type that give those of these properties which it has."""
        found = ((own, self.of(type_name, own)) for own in properties)
        return " ".join(path.selection(_alias(type_name, own)) for own, path in found if path is not None)

    def values(self, node: Mapping[str, Any], own: Property) -> list[Any] | None:
        """Return the values of a property in an answer; None where the entity's type does not have it."""
        path = self.of(node["__typename"], own)
        return None if path is None else path.values(node[_alias(node["__typename"], own)])

    def _read(self, type_name: str, text: str, own: Property) -> Path:
        steps = []
        for name in text.split("."):
            owner = self._schema.type_map[type_name]
            assert isinstance(owner, GraphQLObjectType | GraphQLInterfaceType), f"{own.id}: {text}"
            declared = owner.fields[name].type
            type_name, shape = self._step(
                get_named_type(declared).name, is_list=is_list_type(get_nullable_type(declared))
            )
            steps.append(Step(name, shape))
        return Path(tuple(steps), type_name, own.scheme.value if own.scheme else None)

    def _step(self, type_name: str, *, is_list: bool) -> tuple[str, Shape]:
        """The type of a field's values, and how they come: a connection's are those of its nodes."""
        target = self._schema.type_map[type_name]
        if isinstance(target, GraphQLObjectType) and "nodes" in target.fields:
            return get_named_type(target.fields["nodes"].type).name, "page"
        return type_name, "list" if is_list else "one"


def _alias(type_name: str, own: Property) -> str:
    # Fields of one name differ in their types from entity to entity, which GraphQL does not allow under one key.
    return f"{type_name}_{own.id}"
