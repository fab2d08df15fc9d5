"""Puts several filters of one form into one: those that differ in a single value ask for any of these values."""

from collections.abc import Iterator, Mapping
from typing import Any

Where = dict[str, Any]
Place = tuple[str | int, ...]

_OPERATORS = {"eq", "gte", "in", "lte"}


def all_of(parts: list[Where]) -> Where:
    """Return what holds where all of some filters do."""
    return parts[0] if len(parts) == 1 else {"and": parts}


def any_of(parts: list[Where]) -> Where:
    """Return what holds where one of some filters does: [{"a": {"eq": 1}}, {"a": {"eq": 2}}] → {"a": {"in": [1, 2]}}."""
    once = list({repr(each): each for each in parts}.values())
    if len(once) == 1:
        return once[0]
    leaves = [dict(_leaves(each)) for each in once]
    first = leaves[0]
    if any(each.keys() != first.keys() for each in leaves):
        return {"or": once}
    differing = [place for place in first if any(each[place] != first[place] for each in leaves)]
    if len(differing) != 1 or differing[0][-1] != "eq":
        return {"or": once}
    (place,) = differing
    merged: Where = _put(once[0], place[:-1], {"in": [each[place] for each in leaves]})
    return merged


def size(where: Any) -> int:  # noqa: ANN401 - whatever a filter holds
    """Return how many conditions a filter has."""
    return sum(place[-1] in _OPERATORS for place, _ in _leaves(where))


def _leaves(where: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:  # noqa: ANN401
    if place and place[-1] in _OPERATORS:
        yield place, where
    elif isinstance(where, Mapping):
        for name, each in where.items():
            yield from _leaves(each, (*place, name))
    else:
        for number, each in enumerate(where):
            yield from _leaves(each, (*place, number))


def _put(where: Any, place: Place, value: Any) -> Any:  # noqa: ANN401
    """The same filter with another value at a place."""
    if not place:
        return value
    step, rest = place[0], place[1:]
    if isinstance(where, list):
        return [_put(each, rest, value) if number == step else each for number, each in enumerate(where)]
    return {name: _put(each, rest, value) if name == step else each for name, each in where.items()}
