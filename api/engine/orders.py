"""Reads the order that a request asks a connection for."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphql import GraphQLInputObjectType, GraphQLInputType, get_named_type

from schema.binding import Key, tie_break
from schema.inputs.meaning import Ordered, OrderedBy, meaning_of


@dataclass(frozen=True, slots=True)
class Order:
    """The keys of an order, ties broken; ``indexed`` where one index of the table is in this very order."""

    keys: tuple[Key, ...]
    signature: str
    indexed: bool


class OrderError(ValueError):
    """An order that is none; the message says why."""


def default_order(table: str, keys: tuple[Key, ...]) -> Order:
    """Return the order that rows come in when nobody asks for another."""
    return Order(keys, signature(table, keys), indexed=True)


def read_order(
    table: str, type_: GraphQLInputType, given: Sequence[Mapping[str, Any]], usual: tuple[Key, ...]
) -> Order:
    """Return the order that `orderBy` asks for: its keys, each once, and the id; perhaps it is the usual one."""
    owner = get_named_type(type_)
    assert isinstance(owner, GraphQLInputObjectType)
    keys: dict[tuple[object, str], Key] = {}
    for each in given:
        key = _key(owner, each, ())
        keys.setdefault((key.via, key.column), key)
    ordered = tuple(keys.values())
    whole = (*ordered, tie_break(ordered))
    return Order(whole, signature(table, whole), indexed=whole == usual)


def _key(owner: GraphQLInputObjectType, given: Mapping[str, Any], via: tuple[OrderedBy, ...]) -> Key:
    asked = {name: value for name, value in given.items() if value is not None}
    if len(asked) != 1:
        raise OrderError(
            f"each entry names one key, and one of {owner.name} names {len(asked)};"
            " write [{announcedOn: DESC}, {title: ASC}]"
        )
    ((name, value),) = asked.items()
    field = owner.fields[name]
    meaning = meaning_of(field)
    if isinstance(meaning, OrderedBy):
        following = get_named_type(field.type)
        assert isinstance(following, GraphQLInputObjectType)
        return _key(following, value, (*via, meaning))
    assert isinstance(meaning, Ordered)
    return replace(
        meaning.key,
        descending=value == "DESC",
        nullable=meaning.key.nullable or any(step.optional for step in via),
        via=tuple((step.column, step.table) for step in via),
    )


def signature(table: str, keys: Sequence[Key]) -> str:
    """Return a short mark of an order, so that a cursor of another order is told apart."""
    named = (".".join([*(column for column, _ in key.via), key.column]) for key in keys)
    text = ",".join(f"{name}{'-' if key.descending else '+'}" for name, key in zip(named, keys, strict=True))
    return hashlib.sha256(f"{table}:{text}".encode()).hexdigest()[:8]
