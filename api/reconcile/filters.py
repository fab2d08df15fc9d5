"""Turns conditions on properties into the `where` of a list, for queries that give no name."""

import re
from collections.abc import Mapping

from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLSchema, get_named_type

from api.reconcile.agreement import Asked, plain, span_of
from api.reconcile.asked import Condition, entity_id
from api.reconcile.paths import Path, Paths, called
from api.reconcile.wheres import Where, all_of, any_of

LISTS: Mapping[str, str] = {
    "Detainee": "detainees",
    "Target": "targets",
    "Organization": "organizations",
    "Country": "countries",
    "SanctionProgram": "programs",
    "Agreement": "agreements",
    "Release": "releases",
    "Relief": "reliefs",
}
"""The root field that lists each GraphQL type."""
# Written in capitals; readers do not always.
_CODES = {"iso2", "iso3"}
_INT = re.compile(r"-?[0-9]{1,9}")


class Filters:
    """Makes filters of one schema."""

    def __init__(self, schema: GraphQLSchema, paths: Paths) -> None:
        self._schema = schema
        self._paths = paths

    def can(self, type_name: str, conditions: tuple[Condition, ...]) -> bool:
        """Whether a type's rows can be filtered by all these conditions."""
        paths = [self._paths.of(type_name, each.own) for each in conditions]
        return all(path is not None and self._leads(type_name, path) for path in paths)

    def where(self, type_name: str, conditions: tuple[Condition, ...]) -> Where | None:
        """Return what all conditions together ask of a type's rows; None where no row can be like that."""
        parts = [self._condition(type_name, each) for each in conditions]
        known = [each for each in parts if each is not None]
        return all_of(known) if len(known) == len(parts) else None

    def _leads(self, type_name: str, path: Path) -> bool:
        """Whether the fields on the way can be filtered by."""
        found: object = self._schema.type_map[f"{type_name}Where"]
        for step in path.steps:
            if isinstance(found, GraphQLInputObjectType) and "some" in found.fields:
                found = get_named_type(found.fields["some"].type)
            if not isinstance(found, GraphQLInputObjectType) or step.field not in found.fields:
                return False
            found = get_named_type(found.fields[step.field].type)
        # Lists of plain words have operators of their own, which nobody asks for without a name.
        return path.entity or path.steps[-1].shape == "one"

    def _condition(self, type_name: str, condition: Condition) -> Where | None:
        path = self._paths.of(type_name, condition.own)
        assert path is not None, "asked of types that have the property"
        parts = [_value(self._schema, path, each) for each in condition.values]
        known = [each for each in parts if each is not None]
        match condition.quantifier:
            case "any":
                return any_of(known) if known else None
            case "all":
                return all_of(known) if len(known) == len(parts) else None
            case "none":
                return {"not": any_of(known)} if known else {}


def _value(schema: GraphQLSchema, path: Path, asked: Asked) -> Where | None:
    """What one value asks of a row: {"nationalities": {"some": {"country": …}}}; None where no row can have it."""
    inner = _entity(path, asked) if path.entity else _scalar(schema, path, asked)
    if inner is None:
        return None
    for step in reversed(path.steps):
        if step.field == "identifiers" and path.scheme:
            inner |= {"scheme": {"eq": path.scheme}}
        inner = {step.field: inner if step.shape == "one" else {"some": inner}}
    return inner


def _entity(path: Path, asked: Asked) -> Where | None:
    text = asked["id"] if isinstance(asked, Mapping) and entity_id(asked["id"]) else plain(asked)
    if entity_id(text):
        return {"id": {"eq": text}}
    names = [name for name in called(path.leaf) if name != "aliases"]
    return {"or": [{name: {"eq": text.upper() if name in _CODES else text}} for name in names]}


def _scalar(schema: GraphQLSchema, path: Path, asked: Asked) -> Where | None:
    if path.leaf == "FuzzyDate":
        span = span_of(asked)
        return {"gte": span[0].isoformat(), "lte": span[1].isoformat()} if span else None
    text = plain(asked)
    leaf = schema.type_map[path.leaf]
    if isinstance(leaf, GraphQLEnumType):
        return {"eq": text.upper()} if text.upper() in leaf.values else None
    if path.leaf == "Boolean":
        return {"eq": text.lower() == "true"} if text.lower() in {"true", "false"} else None
    if path.leaf == "Int":
        return {"eq": int(text)} if _INT.fullmatch(text) else None
    return {"eq": text.upper() if path.steps[-1].field in _CODES else text}
