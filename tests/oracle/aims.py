"""Names all that the schema lets one ask for, and the shortest way there, so that nothing is left to luck alone."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphql import (
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    get_named_type,
)

from tests.oracle.system import type_system


@dataclass(frozen=True)
class Aim:
    """A field, one of its arguments, or a field within that.

    Attributes:
        fields: The fields that lead from the root to it, itself the last.
        argument: The argument of the last field that is to be given.
        inputs: The fields within the argument that lead to the one that is to be given.
    """

    fields: tuple[str, ...]
    argument: str | None = None
    inputs: tuple[str, ...] = ()


@cache
def aims() -> tuple[Aim, ...]:
    """Return one aim for each field, argument and field of an input."""
    places = [Aim((*way, field)) for kind, way in _ways().items() for field in kind.fields]
    given = [Aim(place.fields, argument) for place in places for argument in _field(place).args]
    return (*places, *given, *_inputs(given))


def share_of(number: int, shares: int) -> tuple[Aim, ...]:
    """Return one of so many shares of all aims."""
    return aims()[number::shares]


def _ways() -> dict[GraphQLObjectType | GraphQLInterfaceType, tuple[str, ...]]:
    """Return the shortest way from the root to each type that has fields."""
    query = type_system().query_type
    assert query is not None
    ways: dict[GraphQLObjectType | GraphQLInterfaceType, tuple[str, ...]] = {query: ()}
    waiting: deque[GraphQLObjectType | GraphQLInterfaceType] = deque([query])
    while waiting:
        kind = waiting.popleft()
        for name, field in kind.fields.items():
            target = get_named_type(field.type)
            if isinstance(target, GraphQLObjectType | GraphQLInterfaceType) and target not in ways:
                ways[target] = (*ways[kind], name)
                waiting.append(target)
    return ways


def _inputs(given: list[Aim]) -> Iterator[Aim]:
    """Return an aim for each field of each input, by the shortest way from any argument."""
    waiting = deque((_argument(aim), aim) for aim in given)
    seen: set[GraphQLInputObjectType] = set()
    while waiting:
        kind, aim = waiting.popleft()
        if not isinstance(kind, GraphQLInputObjectType) or kind in seen:
            continue
        seen.add(kind)
        for name, field in kind.fields.items():
            within = Aim(aim.fields, aim.argument, (*aim.inputs, name))
            yield within
            waiting.append((get_named_type(field.type), within))


def _argument(aim: Aim) -> GraphQLNamedType:
    assert aim.argument is not None
    return get_named_type(_field(aim).args[aim.argument].type)


def _field(aim: Aim) -> GraphQLField:
    kind: GraphQLNamedType | None = type_system().query_type
    for name in aim.fields[:-1]:
        assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
        kind = get_named_type(kind.fields[name].type)
    assert isinstance(kind, GraphQLObjectType | GraphQLInterfaceType)
    field: GraphQLField = kind.fields[aim.fields[-1]]
    return field
