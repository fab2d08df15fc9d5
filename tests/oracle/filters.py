"""Says whether a row satisfies a `where`, as the descriptions of its inputs promise; what is not known does not hold."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from graphql import GraphQLField, GraphQLObjectType, GraphQLSchema, get_named_type, is_leaf_type

from tests.oracle import facts
from tests.oracle.dates import first_day, last_day
from tests.oracle.orders import Page
from tests.oracle.world import World

EVERYTHING = 1_000_000
Where = dict[str, Any]
Find = Callable[..., Any]


class Filter:
    """Filters of one world; `find` is how a field's value is found."""

    def __init__(self, world: World, schema: GraphQLSchema, find: Find) -> None:
        self.world = world
        self.schema = schema
        self.find = find

    def holds(self, kind: str, row: Any, where: Where | None) -> bool:  # noqa: ANN401 - a row, or a part of one
        """Return whether all conditions hold of a row, or of nothing."""
        return all(self._holds(kind, row, name, given) for name, given in (where or {}).items())

    def _holds(self, kind: str, row: Any, name: str, given: Any) -> bool:  # noqa: ANN401, PLR0911
        if given is None:
            return True
        match name:
            case "and":
                return all(self.holds(kind, row, each) for each in given)
            case "or":
                return any(self.holds(kind, row, each) for each in given)
            case "not":
                return not self.holds(kind, row, given)
            case "isNull":
                return (row is None) is given
            case "inForceOn":
                return row is not None and facts.binds(self.world, row, dt.date.fromisoformat(given))
        return self._field(kind, row, name, given)

    def _field(self, kind: str, row: Any, name: str, given: Where) -> bool:  # noqa: ANN401
        owner = self.schema.type_map[kind]
        assert isinstance(owner, GraphQLObjectType)
        field = owner.fields[name]
        target = get_named_type(field.type)
        value = None if row is None else self.value(kind, row, name, field)
        if name == "contested":
            value = value is True  # nothing is said of what is not there, so nothing of it is contested
        if is_leaf_type(target):
            return all(compares(self.world, target.name, value, word, asked) for word, asked in given.items())
        if isinstance(value, list) or "[" in str(field.type) or target.name.endswith("Connection"):
            return self._many(target.name.removesuffix("Connection"), value or [], given)
        if not given:
            return True
        if value is None and not asks_for_none(given):
            return False
        return self.holds(target.name, value, given)

    def value(self, kind: str, row: Any, name: str, field: GraphQLField) -> Any:  # noqa: ANN401
        """Return the value of a field, of a connection all its rows."""
        pages = {"first": EVERYTHING} if "first" in field.args else {}
        found = self.find(kind, name)(self.world, row, **pages)
        return found.rows if isinstance(found, Page) else found

    def _many(self, kind: str, rows: list[Any], given: Where) -> bool:
        for word, where in given.items():
            if where is None:
                continue
            held = [self.holds(kind, row, where) for row in rows]
            if not {"some": any(held), "every": all(held), "none": not any(held)}[word]:
                return False
        return True


def asks_for_none(given: Where) -> bool:
    """Return whether a filter on what may be absent asks for its absence."""
    parts = [
        *(given.get("and") or []),
        *(given.get("or") or []),
        *([given["not"]] if given.get("not") else []),
    ]
    return given.get("isNull") is not None or any(asks_for_none(each) for each in parts)


def compares(world: World, scalar: str, value: Any, word: str, asked: Any) -> bool:  # noqa: ANN401
    """Return whether one comparison holds; of what has no value, only isNull can."""
    if word == "isNull":
        return (value is None) is asked
    if value is None:
        return False
    if word == "during":
        return bool(first_day(value) >= first_day(asked) and last_day(value) <= last_day(asked))  # type: ignore[operator]
    if word in ("contains", "startsWith"):
        text, part = world.folded(value), world.folded(asked)
        return part in text if word == "contains" else text.startswith(part)
    read = READ.get(scalar, lambda each: each)
    # A month is over, and something later, only after its last day.
    ends = scalar == "FuzzyDate" and word in ("lte", "gt")
    return bool(COMPARISONS[word](_each(read, value), _each(last_day if ends else read, asked)))


def _each(read: Callable[[Any], Any], value: Any) -> Any:  # noqa: ANN401
    return [read(each) for each in value] if isinstance(value, list) else read(value)


READ: dict[str, Callable[[Any], Any]] = {"FuzzyDate": first_day, "DateTime": dt.datetime.fromisoformat}

COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda value, asked: value == asked,
    "ne": lambda value, asked: value != asked,
    "in": lambda value, asked: value in asked,
    "notIn": lambda value, asked: value not in asked,
    "lt": lambda value, asked: value < asked,
    "lte": lambda value, asked: value <= asked,
    "gt": lambda value, asked: value > asked,
    "gte": lambda value, asked: value >= asked,
    "has": lambda value, asked: asked in value,
    "hasAny": lambda value, asked: bool(set(value) & set(asked)),
    "hasNone": lambda value, asked: not set(value) & set(asked),
}
