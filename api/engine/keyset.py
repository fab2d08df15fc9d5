"""Renders the place of a cursor in an order: the rows behind it, before it, and at it.

Nulls come last in every order, so behind a null there is only a larger id, and before a null is all that is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from schema.binding import Key


@dataclass(frozen=True, slots=True)
class Place:
    """A cursor in an order.

    Attributes:
        columns: The ordered expression of each key.
        values: The placeholder of each of the cursor's values; None where the value is null.
    """

    keys: Sequence[Key]
    columns: Sequence[str]
    values: Sequence[str | None]

    def beyond(self, *, forward: bool) -> list[str]:
        """Return the conditions that a row lies strictly behind (forward) or before the cursor."""
        if not self.keys[0].nullable and comparable(self.keys, [value is None for value in self.values]):
            return [self._row_comparison(forward=forward)]
        beyond = _any(self._terms(forward=forward))
        return [beyond] if self._starts_anywhere() else [self._bound(forward=forward), beyond]

    def at(self) -> list[str]:
        """Return the conditions that a row lies at the cursor."""
        return [
            f"{column} IS NULL" if value is None else f"{column} = {value}"
            for column, value in zip(self.columns, self.values, strict=True)
        ]

    def _starts_anywhere(self) -> bool:
        return len(self.keys) < 2 or self.keys[0].nullable or self.values[0] is None  # noqa: PLR2004 - one is compared alone

    def _bound(self, *, forward: bool) -> str:
        """Return a condition on the first key alone that holds for all rows beyond: an index can start there."""
        return f"{self.columns[0]} {sign(self.keys[0], forward=forward)}= {self.values[0]}"

    def _row_comparison(self, *, forward: bool) -> str:
        compared = sign(self.keys[0], forward=forward)
        return f"({', '.join(self.columns)}) {compared} ({', '.join(map(str, self.values))})"

    def _terms(self, *, forward: bool) -> list[str]:
        equal = self.at()
        passed = [self._passed(index, forward=forward) for index in range(len(self.keys))]
        return [" AND ".join([*equal[:index], term]) for index, term in enumerate(passed) if term is not None]

    def _passed(self, index: int, *, forward: bool) -> str | None:
        key, column, value = self.keys[index], self.columns[index], self.values[index]
        if value is None:
            return None if forward else f"{column} IS NOT NULL"
        compared = f"{column} {sign(key, forward=forward)} {value}"
        return f"({compared} OR {column} IS NULL)" if forward and key.nullable else compared


def comparable(keys: Sequence[Key], nulls: Sequence[bool]) -> bool:
    """Return whether a cursor can be compared as one row, of a table that has the first key in each row read."""
    alike = len({(key.descending, key.via) for key in keys}) == 1
    return alike and not any(nulls) and not any(key.nullable for key in keys[1:])


def sign(key: Key, *, forward: bool) -> str:
    """Return how a key's values compare that lie behind (forward) or before another."""
    return "<" if key.descending is forward else ">"


def _any(terms: list[str]) -> str:
    return "(" + " OR ".join(terms) + ")" if terms else "false"
