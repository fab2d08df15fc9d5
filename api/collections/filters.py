"""Filters as plain parameters: `?nationality=US&year=2025` as the `where` of GraphQL.

A filter is a name and the places in `where` that it stands for; what values it takes follows from their type.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLError,
    GraphQLInputObjectType,
    GraphQLNamedType,
    GraphQLScalarType,
    get_named_type,
)

from api.collections.nearest import meant
from api.errors import IllFormedRequest

Where = dict[str, Any]

MOST = 100
"""Values of one filter."""
ALTERNATIVES = 20
"""Values of a filter that each are a condition of their own."""
LONGEST = 200
"""Characters of one value."""
SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
"""What slugs look like; the tables hold no others."""
_LARGEST = 2**31
_TRUTHS = {"true": True, "false": False}
# Operators that take one value; of several, one must hold.
_SINGLE = {"during", "has"}


@dataclass(frozen=True, slots=True)
class Filter:
    """One parameter.

    Attributes:
        paths: Where its value stands in `where`, with dots: "country.iso2.in"; of several places, one must hold.
        example: A value that finds something.
        pattern: What a value looks like, where its type does not say.
        upper: Whether small letters stand for large ones, as in codes of countries.
        sides: Whether the places are the two sides of a swap: whatever else is asked must hold of the same side.
        rows: Whether it chooses among the flat rows of an exchange, and not among exchanges.
    """

    name: str
    description: str
    paths: tuple[str, ...]
    example: str
    pattern: str = ""
    upper: bool = False
    sides: bool = False
    rows: bool = False


class Typed:
    """A filter of one type of rows."""

    def __init__(self, declared: Filter, where: GraphQLInputObjectType) -> None:
        self.declared = declared
        self.name = declared.name
        self._where = where

    @cached_property
    def type(self) -> GraphQLNamedType:
        """The type of its values."""
        kind: Any = self._where
        for step in self.declared.paths[0].split("."):
            kind = get_named_type(kind).fields[step].type
        named: GraphQLNamedType = get_named_type(kind)
        return named

    @cached_property
    def operator(self) -> str:
        """The comparison: in, during, contains and so on."""
        return self.declared.paths[0].rpartition(".")[2]

    @cached_property
    def takes_many(self) -> bool:
        """Whether several values may be given, of which one must hold."""
        return self.operator in {"in", "hasAny"} | _SINGLE

    @cached_property
    def pattern(self) -> str:
        """What a value looks like, where its type does not say; slugs are all alike."""
        is_slug = self.declared.paths[0].split(".")[-2:-1] == ["slug"]
        return self.declared.pattern or (SLUG if is_slug else "")

    @property
    def most(self) -> int:
        """How many values may be given."""
        return (ALTERNATIVES if self.operator in _SINGLE else MOST) if self.takes_many else 1

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The values there are, where they can be listed."""
        if isinstance(self.type, GraphQLEnumType):
            return tuple(self.type.values)
        return tuple(_TRUTHS) if self.type.name == "Boolean" else ()

    def conditions(self, texts: Sequence[str]) -> list[Where]:
        """Return the `where` that values stand for, one for each place; refuse what is no value."""
        if len(texts) > self.most:
            raise IllFormedRequest(f"{self.name} has {len(texts)} values.", f"give {self.most} at the most.")
        values = [self._value(text) for text in texts]
        if self.declared.rows:
            return [{}]
        return [self._placed(path, values) for path in self.declared.paths]

    def _placed(self, path: str, values: list[object]) -> Where:
        if self.takes_many and self.operator not in _SINGLE:
            return placed(path, values)
        return any_of([placed(path, value) for value in values])

    def _value(self, text: str) -> object:
        if len(text) > LONGEST:
            raise IllFormedRequest(f"{self.name} has {len(text)} characters.", f"send {LONGEST} at the most.")
        if self.words and text not in self.words:
            hint = f"use one of {', '.join(self.words)}."
            raise IllFormedRequest(f"{self.name} cannot be {text!r}.{meant(text, self.words)}", hint)
        if self.type.name == "Boolean":
            return _TRUTHS[text]
        if self.type.name == "Int":
            return self._integer(text)
        sent, text = text, text.upper() if self.declared.upper else text
        if self.pattern and not re.fullmatch(self.pattern, text):
            raise IllFormedRequest(
                f"{self.name} cannot be {sent[:40]!r}.", f"write it as {self.declared.example}."
            )
        if isinstance(self.type, GraphQLScalarType) and self.type.name not in {"String", "ID"}:
            try:
                self.type.parse_value(text)
            except GraphQLError as error:
                raise IllFormedRequest(
                    f"{self.name}: {error.message}", f"write it as {self.declared.example}."
                ) from None
        return text

    def _integer(self, text: str) -> int:
        if not (text.isascii() and text.isdigit() and int(text[:11]) < _LARGEST):
            raise IllFormedRequest(f"{self.name} cannot be {text[:20]!r}.", "send a number from 0 on.")
        return int(text)


def placed(path: str, value: object) -> Where:
    """Return a value in its place: ("a.b", 1) → {"a": {"b": 1}}."""
    for step in reversed(path.split(".")):
        value = {step: value}
    assert isinstance(value, dict)
    return value


def any_of(conditions: list[Where]) -> Where:
    """Return that one of these holds."""
    return conditions[0] if len(conditions) == 1 else {"or": conditions}


def all_of(conditions: list[Where]) -> Where:
    """Return that all of these hold."""
    return conditions[0] if len(conditions) == 1 else {"and": conditions} if conditions else {}
