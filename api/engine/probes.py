"""Asks the few facts about a request that shape the SQL: equal facts give equal text."""

from collections.abc import Hashable
from dataclasses import dataclass

from api.engine.inputs import Inputs, plain
from api.engine.orders import Order
from api.engine.sites import Site


@dataclass(frozen=True, slots=True)
class Flag:
    """The value of a variable in @skip or @include."""

    variable: str

    def ask(self, inputs: Inputs) -> Hashable:
        """Return the flag."""
        return bool(inputs.variables.coerced[self.variable])


@dataclass(frozen=True, slots=True)
class Given:
    """Whether an argument has a value."""

    site: Site
    name: str

    def ask(self, inputs: Inputs) -> Hashable:
        """Return whether it is there and not null."""
        return inputs.arguments(self.site).get(self.name) is not None


@dataclass(frozen=True, slots=True)
class CursorNulls:
    """Which key values of a cursor are null; None where there is no cursor."""

    site: Site
    side: str

    def ask(self, inputs: Inputs) -> Hashable:
        """Return a flag for each key."""
        cursor = inputs.cursor(self.site, self.side)
        return None if cursor is None else tuple(key is None for key in cursor.keys)


@dataclass(frozen=True, slots=True)
class WordsGiven:
    """The words in an argument that is a list of them, each once, in their order."""

    site: Site
    name: str

    def ask(self, inputs: Inputs) -> Hashable:
        """Return the words."""
        given = inputs.arguments(self.site)[self.name]
        return tuple(dict.fromkeys(str(plain(word, self.name, self.site)) for word in given))


@dataclass(frozen=True, slots=True)
class PageAllowed:
    """Whether a connection is asked for a page that it may show: asked so that a page nobody reads is refused too."""

    site: Site

    def ask(self, inputs: Inputs) -> Hashable:
        """Return whether any row may be shown."""
        return inputs.page_size(self.site) >= 0


@dataclass(frozen=True, slots=True)
class OrderGiven:
    """The order that a connection is asked for."""

    site: Site

    def ask(self, inputs: Inputs) -> Order:
        """Return the order."""
        return inputs.order(self.site)


@dataclass(frozen=True, slots=True)
class FilterGiven:
    """The skeleton of `where`: what is asked, without the values it is asked with."""

    site: Site

    def ask(self, inputs: Inputs) -> Hashable:
        """Return the skeleton."""
        return _skeleton(inputs.arguments(self.site).get("where"))


def _skeleton(value: object) -> Hashable:
    match value:
        case dict():
            return tuple((key, _skeleton(each)) for key, each in value.items())
        case [dict(), *_]:
            return tuple(_skeleton(each) for each in value)
        case []:
            return ()
        case None | bool():
            return value
        case _:
            return "…"


@dataclass(frozen=True, slots=True)
class IdTypesGiven:
    """Which types the global ids given are of."""

    site: Site
    argument: str

    def ask(self, inputs: Inputs) -> Hashable:
        """Return the type names, each once, sorted."""
        return tuple(sorted({name for name, _ in inputs.ids(self.site, self.argument)}))


Probe = Flag | Given | WordsGiven | PageAllowed | CursorNulls | OrderGiven | FilterGiven | IdTypesGiven
