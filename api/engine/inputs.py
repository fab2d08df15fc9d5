"""Binds what a request brings: its arguments, and the values of parameters."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from graphql import VariableValues

from api.engine.cursors import Cursor, CursorError, decode
from api.engine.errors import bad_input
from api.engine.orders import Order, OrderError, default_order, read_order
from api.engine.sites import Site
from schema.catalog import sql_type

DEFAULT_PAGE = 25
LARGEST_PAGE = 500
LARGEST_LIST = 100
_GLOBAL_ID = re.compile(r"([A-Z][A-Za-z]*):([0-9]{1,19})")
_LARGEST_ID = 2**63 - 1


@dataclass(slots=True)
class Inputs:
    """The coerced variables of one request, and the arguments of its fields as they are asked for."""

    variables: VariableValues
    injected: Mapping[str, str] = field(default_factory=dict)
    _arguments: dict[Site, dict[str, Any]] = field(default_factory=dict)
    _orders: dict[Site, Order] = field(default_factory=dict)
    _cursors: dict[tuple[Site, str], Cursor | None] = field(default_factory=dict)

    def arguments(self, site: Site) -> dict[str, Any]:
        """Return the coerced arguments of a field."""
        found = self._arguments.get(site) if site.arguments is None else site.arguments
        if found is None:
            found = self._arguments[site] = site.coerce(self.variables)
        return found

    def order(self, site: Site) -> Order:
        """Return the order that a connection is asked for, or its own."""
        given = self.arguments(site).get("orderBy")
        if not given:
            if site.own_order is None:
                site.own_order = default_order(site.table, site.order)
            return site.own_order
        if site not in self._orders:
            try:
                self._orders[site] = read_order(
                    site.table, site.definition.args["orderBy"].type, given, site.order
                )
            except OrderError as error:
                raise bad_input(f"`orderBy`: {error}.", site) from error
        return self._orders[site]

    def cursor(self, site: Site, side: str) -> Cursor | None:
        """Return the decoded `after` or `before` of a connection."""
        if (site, side) not in self._cursors:
            text = self.arguments(site).get(side)
            self._cursors[site, side] = None if text is None else self._decode(text, side, site)
        return self._cursors[site, side]

    def _decode(self, text: str, side: str, site: Site) -> Cursor:
        try:
            return decode(text, self.order(site))
        except CursorError as error:
            remedy = "give one that `cursor` or `pageInfo` of this same list, in this same order, returned"
            raise bad_input(f"`{side}` {error}; {remedy}.", site) from error

    def page_size(self, site: Site) -> int:
        """Return how many rows a page may show, checked against the limit."""
        arguments = self.arguments(site)
        first, last = arguments.get("first"), arguments.get("last")
        if first is not None and last is not None:
            raise bad_input("`first` and `last` exclude one another; give one of them.", site)
        name, size = ("first", first) if last is None else ("last", last)
        if size is None:
            return DEFAULT_PAGE
        if not 0 <= size <= LARGEST_PAGE:
            raise bad_input(f"`{name}: {size}` is out of range; a page holds 0 to {LARGEST_PAGE} rows.", site)
        return int(size)

    def items(self, site: Site, argument: str) -> list[dict[str, Any]]:
        """Return the input objects given, checked against the limits on how many, and on the rows each asks for."""
        given: list[dict[str, Any]] = self.arguments(site)[argument]
        if len(given) > LARGEST_LIST:
            raise bad_input(f"{len(given)} {argument} are too many; give {LARGEST_LIST} at the most.", site)
        for place, item in enumerate(given):
            _check_first(item, place, argument, site)
        return given

    def ids(self, site: Site, argument: str) -> list[tuple[str, int]]:
        """Return the type and number in each global id given."""
        given = self.arguments(site)[argument]
        texts = given if isinstance(given, list) else [given]
        if len(texts) > LARGEST_PAGE:
            raise bad_input(f"{len(texts)} ids are too many; give {LARGEST_PAGE} at the most.", site)
        return [_split(text, site) for text in texts]


def _check_first(item: dict[str, Any], place: int, name: str, site: Site) -> None:
    """Refuse an item that asks for more rows than one of many may show."""
    first = item.get("first")
    if first is not None and not 0 <= first <= LARGEST_LIST:
        where = f"{name}.{place}.first: {first}"
        raise bad_input(f"`{where}` is out of range; ask for 0 to {LARGEST_LIST} rows.", site)


def _split(text: str, site: Site) -> tuple[str, int]:
    match = _GLOBAL_ID.fullmatch(text)
    if match is None or int(match[2]) > _LARGEST_ID:
        raise bad_input(f"{text[:80]!r} is no id; give one that an `id` field returned.", site)
    return match[1], int(match[2])


def plain(value: object, name: str, site: Site) -> object:
    """Return a value as the driver takes it."""
    if isinstance(value, list):
        return [plain(each, name, site) for each in value]
    if isinstance(value, dict):
        return {key: plain(each, f"{name}.{key}", site) for key, each in value.items()}
    if isinstance(value, str) and not _is_text(value):
        raise bad_input(f"`{name}` holds a NUL or half a character; remove it.", site)
    return value.value if isinstance(value, Enum) else value


def _is_text(value: str) -> bool:
    """Return whether Postgres can hold a string."""
    try:
        return b"\0" not in value.encode()
    except UnicodeEncodeError:
        return False


# Parameters: what stands behind a $1 of the statement.


@dataclass(frozen=True, slots=True)
class ArgumentValue:
    """An argument of a field as the client gave it."""

    site: Site
    name: str

    @property
    def type(self) -> str:
        """The SQL type it is bound as."""
        return sql_type(self.site.definition.args[self.name].type)

    def bind(self, inputs: Inputs) -> object:
        """Return the value."""
        return plain(inputs.arguments(self.site).get(self.name), self.name, self.site)


@dataclass(frozen=True, slots=True)
class PageSize:
    """How many rows a page may show."""

    site: Site
    type: str = "integer"

    def bind(self, inputs: Inputs) -> object:
        """Return the number."""
        return inputs.page_size(self.site)


@dataclass(frozen=True, slots=True)
class CursorKey:
    """One key value of a cursor."""

    site: Site
    side: str
    index: int
    type: str

    def bind(self, inputs: Inputs) -> object:
        """Return the value."""
        cursor = inputs.cursor(self.site, self.side)
        return None if cursor is None else cursor.keys[self.index]


@dataclass(frozen=True, slots=True)
class FilterValue:
    """A value in `where`, found by its path."""

    site: Site
    path: tuple[str | int, ...]
    type: str

    def bind(self, inputs: Inputs) -> object:
        """Return the value."""
        return plain(_at(inputs, self.site, self.path), "where", self.site)


@dataclass(frozen=True, slots=True)
class FilterId:
    """A global id, or several, in `where`: bound as the numbers of those that are of the type filtered."""

    site: Site
    path: tuple[str | int, ...]
    type: str
    name: str

    def bind(self, inputs: Inputs) -> object:
        """Return the number, or the numbers; -1, which no row has, for an id of another type."""
        given = _at(inputs, self.site, self.path)
        return [self._number(each) for each in given] if isinstance(given, list) else self._number(given)

    def _number(self, text: str) -> int:
        name, number = _split(text, self.site)
        return number if name == self.name else -1


def _at(inputs: Inputs, site: Site, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - coercion has checked it
    found: Any = inputs.arguments(site)["where"]
    for step in path:
        found = found[step]
    return found


@dataclass(frozen=True, slots=True)
class IdTypes:
    """The type names in the global ids given."""

    site: Site
    argument: str
    type: str = "text[]"

    def bind(self, inputs: Inputs) -> object:
        """Return the names, in order."""
        return [name for name, _ in inputs.ids(self.site, self.argument)]


@dataclass(frozen=True, slots=True)
class IdNumbers:
    """The numbers in the global ids given."""

    site: Site
    argument: str
    type: str = "bigint[]"

    def bind(self, inputs: Inputs) -> object:
        """Return the numbers, in order."""
        return [number for _, number in inputs.ids(self.site, self.argument)]


@dataclass(frozen=True, slots=True)
class Injected:
    """JSON that the engine itself answered, under its response key."""

    key: str
    type: str = "text"

    def bind(self, inputs: Inputs) -> object:
        """Return the JSON text."""
        return inputs.injected[self.key]


@dataclass(frozen=True, slots=True)
class ItemsValue:
    """An argument that is a list of input objects, as JSON.

    It travels as text: the driver is told to hand JSON over as bytes.
    """

    site: Site
    name: str
    type: str = "text::json"

    def bind(self, inputs: Inputs) -> object:
        """Return the JSON text."""
        return json.dumps(plain(inputs.items(self.site, self.name), self.name, self.site), ensure_ascii=False)


Parameter = (
    ArgumentValue
    | ItemsValue
    | PageSize
    | CursorKey
    | FilterValue
    | FilterId
    | IdTypes
    | IdNumbers
    | Injected
)
