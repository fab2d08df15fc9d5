"""Splits the rows of a page into readings, one behind the other, each of which one index can give in order.

Nulls come last in every order, forwards, and an index has them at one end only: rows that have the first key and rows
that do not are read apart. And where a cursor cannot be compared as a whole row, rows that equal it in the first key
are read apart from those beyond, so that an index is entered at the cursor, not at the first row with its key:

    status = $1 AND (name, id) > ($2, $3)      ORDER BY name, id
    status = $1 AND name IS NULL               ORDER BY id
    status > $1                                ORDER BY status, name, id
"""

from collections.abc import Sequence
from dataclasses import dataclass

from api.engine.keyset import comparable, sign
from api.engine.plan import Bound, Page
from schema.binding import Key

# Of longer orders, the rest is compared key by key: each split more is one more branch to plan.
SPLITS = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """What holds of one key in a reading: a test, or a comparison with a cursor's value."""

    index: int
    test: str
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Rows of which these facts hold, beyond the bounds, in the order of the keys that are not settled.

    ``valued`` where the first of those keys has a value in each row.
    """

    facts: tuple[Fact, ...] = ()
    start: int = 0
    bounds: tuple[Bound, ...] = ()
    valued: bool = False


def readings(page: Page) -> list[Reading]:
    """Return the readings that give a page's rows, in the direction that the page is read in."""
    apart = bool(page.bounds) or not page.order.indexed
    found = _Splitter(page.order.keys, apart=apart).split((), 0, page.bounds)
    return found[::-1] if page.backward else found


@dataclass(frozen=True, slots=True)
class _Splitter:
    keys: Sequence[Key]
    apart: bool

    def split(self, facts: tuple[Fact, ...], start: int, bounds: tuple[Bound, ...]) -> list[Reading]:
        if not self.keys[start].nullable:
            return self._valued(facts, start, bounds)
        if not self.apart:
            return [Reading(facts, start, bounds)]
        return [*self._present(facts, start, bounds), *self._absent(facts, start, bounds)]

    def _present(self, facts: tuple[Fact, ...], start: int, bounds: tuple[Bound, ...]) -> list[Reading]:
        if any(bound.side == "after" and bound.nulls[start] for bound in bounds):
            return []
        return self._valued(facts, start, tuple(bound for bound in bounds if not bound.nulls[start]))

    def _absent(self, facts: tuple[Fact, ...], start: int, bounds: tuple[Bound, ...]) -> list[Reading]:
        if any(bound.side == "before" and not bound.nulls[start] for bound in bounds):
            return []
        null = tuple(bound for bound in bounds if bound.nulls[start])
        return self.split((*facts, Fact(start, "IS NULL")), start + 1, null)

    def _valued(self, facts: tuple[Fact, ...], start: int, bounds: tuple[Bound, ...]) -> list[Reading]:
        if len(bounds) == 1 and self._splits(start, bounds[0]):
            (bound,) = bounds
            forward = bound.side == "after"
            equal = self.split((*facts, Fact(start, "=", bound)), start + 1, bounds)
            past = Fact(start, sign(self.keys[start], forward=forward), bound)
            beyond = [Reading((*facts, past), start, valued=True)]
            return equal + beyond if forward else beyond + equal
        present = (Fact(start, "IS NOT NULL"),) if self.keys[start].nullable else ()
        return [Reading((*facts, *present), start, bounds, valued=True)]

    def _splits(self, start: int, bound: Bound) -> bool:
        return start < SPLITS and not comparable(self.keys[start:], bound.nulls[start:])
