"""Reads an `orderBy`: which keys it names, how each is found in a row, and how its values rank."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from graphql import GraphQLEnumType, GraphQLNamedType, GraphQLObjectType, GraphQLSchema, get_named_type

from tests.oracle.orders import ID, NEWEST_ID, Key, Order, day_of, rank_day, rank_word
from tests.oracle.words import snake_case
from tests.oracle.world import Row, World

Find = Callable[..., Any]

# Foreign keys that are not named like their field.
COLUMNS = {"listedAs": "target_id"}


def read_order(schema: GraphQLSchema, find: Find, kind: str, given: list[dict[str, Any]]) -> Order:
    """Return the keys of an order, each once, and the id, in the direction of the last."""
    keys: dict[str, Key] = {}
    for each in given:
        key = _key(schema, find, kind, each)
        keys.setdefault(key.name, key)
    last = list(keys.values())[-1]
    return (*keys.values(), NEWEST_ID if last.descending else ID)


def _key(schema: GraphQLSchema, find: Find, kind: str, given: dict[str, Any]) -> Key:
    ((name, value),) = ((name, value) for name, value in given.items() if value is not None)
    owner = schema.type_map[kind]
    assert isinstance(owner, GraphQLObjectType)
    target = get_named_type(owner.fields[name].type)
    if isinstance(value, str):
        return _leaf(find, kind, name, target, descending=value == "DESC")
    inner = _key(schema, find, target.name, value)

    def read(world: World, row: Row) -> Any:  # noqa: ANN401 - whatever the column holds
        found = find(kind, name)(world, row)
        return None if found is None else inner.read(world, found)

    return replace(inner, name=f"{COLUMNS.get(name, snake_case(name) + '_id')}.{inner.name}", read=read)


def _leaf(find: Find, kind: str, name: str, target: GraphQLNamedType, *, descending: bool) -> Key:
    def read(world: World, row: Row) -> Any:  # noqa: ANN401 - whatever the column holds
        return find(kind, name)(world, row)

    column = snake_case(name)
    if target.name == "FuzzyDate":
        return Key(f"{column}_earliest", descending, lambda world, row: day_of(read(world, row)), rank_day)
    if target.name == "DateTime":
        return Key(column, descending, read, lambda _, text: dt.datetime.fromisoformat(text))
    if isinstance(target, GraphQLEnumType):
        return Key(column, descending, read, rank_word(snake_case(target.name)))
    return Key(column, descending, read)
