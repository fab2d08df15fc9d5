"""One type as a list and as an item: its operations, its filters, and how a page is read from an answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graphql import GraphQLInputObjectType, GraphQLSchema

from api.asking.operations import Operation
from api.collections.documents import Shape, about, read_shapes
from api.collections.filters import Filter, Typed
from api.collections.question import Question
from api.collections.sorting import sort_keys

Row = dict[str, Any]

TRIMMED = 256
"""Trimmed documents of a collection that are kept."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What is said of a collection by hand.

    Attributes:
        plural: Its name in addresses, as GraphQL has it: "releases".
        type: The type of its rows.
        key: The field by which an address names an item: slug, code, iso2 or id.
        example: The key of an item that is worth looking at; None where keys are ids.
        sort: What to sort by where nobody says; None for the order that GraphQL has.
        flat: Whether its list is told in flat rows.
    """

    plural: str
    type: str
    key: str
    filters: tuple[Filter, ...]
    example: str | None = None
    sort: str | None = None
    flat: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its rows, the cursors of its neighbours, and how many rows there are in all, if that was asked."""

    rows: list[Row]
    next: str | None
    previous: str | None
    total: int | None


class Collection:
    """One collection over the schema."""

    def __init__(self, declared: Declared, document: str, schema: GraphQLSchema) -> None:
        self.plural, self.type, self.key = declared.plural, declared.type, declared.key
        self.example, self.sort, self.flat = declared.example, declared.sort, declared.flat
        self.about = about(document)
        self.list, self.item = read_shapes(document)
        self.where = _input(schema, f"{self.type}Where")
        self.filters: Mapping[str, Typed] = {each.name: Typed(each, self.where) for each in declared.filters}
        self.sort_keys = sort_keys(_input(schema, f"{self.type}Order"))
        self._text = lru_cache(TRIMMED)(Shape.text)

    def read_list(self, question: Question) -> Operation:
        """Return the operation that reads a page."""
        text = self._text(self.list, question.fields)
        return Operation(text, question.variables(), fixed=question.fields is None)

    def read_item(self, key: str, fields: Iterable[str] | None = None) -> Operation:
        """Return the operation that reads one item by its key."""
        trimmed = None if fields is None else tuple(fields)
        return Operation(self._text(self.item, trimmed), {"key": key}, fixed=fields is None)

    def page(self, data: Mapping[str, Any]) -> Page:
        """Return the page that an answer holds."""
        found = data[self.list.root]
        info = found["pageInfo"]
        return Page(
            found["nodes"],
            info["endCursor"] if info["hasNextPage"] else None,
            info["startCursor"] if info["hasPreviousPage"] else None,
            found.get("totalCount"),
        )

    def found(self, data: Mapping[str, Any]) -> Row | None:
        """Return the item that an answer holds; None where there is none, or one of another type."""
        return data[self.item.root] or None


def _input(schema: GraphQLSchema, name: str) -> GraphQLInputObjectType:
    found = schema.type_map[name]
    assert isinstance(found, GraphQLInputObjectType)
    return found
