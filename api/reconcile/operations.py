"""Writes the operations that reconciliation asks: one for a batch, one for suggestions, one for columns of data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from api.asking.operations import Operation
from api.reconcile.filters import LISTS
from api.reconcile.kinds import NODES
from api.reconcile.paths import Paths
from api.reconcile.properties import PROPERTIES, Property
from api.reconcile.wheres import Where

NAME = PROPERTIES["name"]
DESCRIBING: Mapping[str, tuple[str, ...]] = {
    "Detainee": ("status", "nationalities", "bornOn"),
    "Target": ("countries", "bornOn"),
    "Organization": ("countries",),
    "Country": ("iso2",),
    "SanctionProgram": ("code",),
    "Agreement": ("announcedOn",),
    "Release": ("countries", "releasedOn"),
    "Relief": ("status", "announcedOn"),
}
"""The properties that tell namesakes apart, in a line."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of one type's rows, by a filter."""

    type_name: str
    where: Where
    first: int


class Operations:
    """Writes operations over one schema."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths

    def match(
        self,
        queries: list[dict[str, Any]],
        ids: list[str],
        listings: Mapping[str, Listing],
        properties: Iterable[Property],
    ) -> Operation | None:
        """Return the one operation of a batch; None where it asks for nothing.

        Args:
            queries: The names, as `searchMany` takes them.
            ids: The ids of entities that are asked for by id.
            listings: The lists that are read because there is no name, by the key that each answer comes under.
            properties: What is compared.
        """
        fields: list[str] = []
        declared: list[str] = []
        variables: dict[str, Any] = {}
        if queries:
            declared.append("$queries: [SearchQuery!]!")
            fields.append(f"found: searchMany(queries: $queries) {{ hits {{ score matched node {_ANY} }} }}")
            variables["queries"] = queries
        if ids:
            declared.append("$ids: [ID!]!")
            fields.append(f"named: nodes(ids: $ids) {_ANY}")
            variables["ids"] = ids
        for key, each in listings.items():
            declared.append(f"$where_{key}: {each.type_name}Where, $first_{key}: Int")
            fields.append(_list(key, each))
            variables |= {f"where_{key}": each.where, f"first_{key}": each.first}
        types = NODES if queries or ids else tuple({each.type_name for each in listings.values()})
        return self._operation("Match", fields, declared, variables, (types, properties)) if fields else None

    def suggest(self, prefix: str, filters: Mapping[str, object], first: int, ids: list[str]) -> Operation:
        """Return the operation for entities whose names begin with, or are like, a prefix."""
        declared = [
            "$prefix: String!, $types: [SearchType!], $kinds: [TargetKind!], $first: Int, $ids: [ID!]!"
        ]
        search = "search(query: $prefix, types: $types, kinds: $kinds, first: $first)"
        fields = [
            f"found: {search} {{ nodes {{ score matched node {_ANY} }} }}",
            f"named: nodes(ids: $ids) {_ANY}",
        ]
        variables = {"prefix": prefix, "first": first, "ids": ids, **filters}
        return self._operation("Suggest", fields, declared, variables, (NODES, ()))

    def extend(self, ids: list[str], properties: Iterable[Property]) -> Operation:
        """Return the operation for properties of entities."""
        fields = [f"named: nodes(ids: $ids) {_ANY}"]
        return self._operation("Extend", fields, ["$ids: [ID!]!"], {"ids": ids}, (NODES, properties))

    def _operation(
        self,
        name: str,
        fields: list[str],
        declared: list[str],
        variables: dict[str, Any],
        facts: tuple[tuple[str, ...], Iterable[Property]],
    ) -> Operation:
        types, properties = facts
        wanted = {each.id for each in properties}
        fragments = [self._fragment(each, wanted) for each in types]
        head = f"query Reconcile{name}({', '.join(declared)}) {{\n  " + "\n  ".join(fields) + "\n}"
        return Operation("\n".join((head, *fragments)), variables)

    def _fragment(self, type_name: str, wanted: set[str]) -> str:
        """What is asked of entities of one type: in one order, whatever the reader's is, to be compiled once."""
        wanted = {NAME.id, *DESCRIBING[type_name], *wanted}
        selection = self._paths.selection(
            type_name, [each for each in PROPERTIES.values() if each.id in wanted]
        )
        # Only of targets the kind decides which types they are of.
        own = "id kind" if type_name == "Target" else "id"
        return f"fragment {type_name}Facts on {type_name} {{ {own} {selection} }}"


_ANY = "{ __typename " + " ".join(f"...{name}Facts" for name in NODES) + " }"


def _list(key: str, listing: Listing) -> str:
    field = f"{LISTS[listing.type_name]}(where: $where_{key}, first: $first_{key})"
    return f"{key}: {field} {{ nodes {{ __typename ...{listing.type_name}Facts }} }}"
