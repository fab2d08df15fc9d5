"""Orders as a plain parameter: `?sort=-announcedOn,title` as the `orderBy` of GraphQL."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graphql import GraphQLEnumType, GraphQLInputObjectType, get_named_type

from api.collections.filters import placed
from api.collections.nearest import meant
from api.errors import IllFormedRequest

Order = list[dict[str, Any]]

MOST = 5
"""Keys of one order."""


def sort_keys(order: GraphQLInputObjectType) -> Mapping[str, str]:
    """Return the keys that rows can be sorted by, and what each is: their own, and those of what they lead to."""
    return dict(_keys(order, deeper=True))


def _keys(order: GraphQLInputObjectType, *, deeper: bool) -> Iterator[tuple[str, str]]:
    for name, field in order.fields.items():
        inner = get_named_type(field.type)
        if isinstance(inner, GraphQLEnumType):
            yield name, field.description or ""
        elif deeper and isinstance(inner, GraphQLInputObjectType):
            yield from ((f"{name}.{key}", about) for key, about in _keys(inner, deeper=False))


def order_by(texts: Sequence[str], keys: Mapping[str, str]) -> Order:
    """Return the order that keys stand for: ["-announcedOn"] → [{"announcedOn": "DESC"}]."""
    if len(texts) > MOST:
        raise IllFormedRequest(f"sort has {len(texts)} keys.", f"give {MOST} at the most.")
    return [_key(text, keys) for text in texts]


def _key(text: str, keys: Mapping[str, str]) -> dict[str, Any]:
    name = text.removeprefix("-")
    if name not in keys:
        hint = f"use some of {', '.join(keys)}; with a minus before it, the largest or latest comes first."
        raise IllFormedRequest(f"There is no sorting by {name[:60]!r}.{meant(name, keys)}", hint)
    return placed(name, "DESC" if text.startswith("-") else "ASC")
