"""Draws what is made up: skewed choices, dates as vague as real ones, names."""

from bisect import bisect
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")

FIRST_DAY = date(1990, 1, 1)
DAYS = [(FIRST_DAY + timedelta(days)).isoformat() for days in range((date(2026, 7, 1) - FIRST_DAY).days)]


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_STARTS = _split("A Be Da E Fa Ga Ha I Ka La Ma Na O Pa Ra Sa Ta U Va Yu Za Ale Niko Mari Vla Ser Dmi")
_MIDDLES = _split("ra li no shi ve da mi ko sa re du ki la zo ne ta")
_ENDS = _split("n s rin ra lov vich ko ny yan zade shvili nko ev ski mi r")
_CYRILLIC = str.maketrans(
    {**dict(zip("abdefghiklmnoprstuvyz", "абдефгхиклмнопрстувйз", strict=True)), "c": "ц", "j": "й"}
)


class Weighted(Generic[T]):
    """Things of which some are drawn more often than others."""

    def __init__(self, weights: Mapping[T, float]) -> None:
        self.items = tuple(weights)
        self.sums = tuple(accumulate(weights.values()))


def zipf(items: Sequence[T], exponent: float = 1.0) -> Weighted[T]:
    """The first is drawn twice as often as the second, three times as often as the third."""
    return Weighted({item: 1 / rank**exponent for rank, item in enumerate(items, start=1)})


def words(text: str) -> Weighted[str]:
    """Words with weights: "FREED:85 DIED:1"."""
    return Weighted(
        {word: float(weight) for word, _, weight in (each.partition(":") for each in text.split())}
    )


class Chance(Random):
    """A seeded source of everything that is made up; the same seed draws the same."""

    def happens(self, probability: float) -> bool:
        """True as often as that."""
        return self.random() < probability

    def draw(self, weighted: Weighted[T]) -> T:
        """One of the things."""
        return weighted.items[bisect(weighted.sums, self.random() * weighted.sums[-1])]

    def up_to(self, most: int) -> int:
        """A number from 0 to most."""
        return int(self.random() * (most + 1))

    def crowd(self) -> int:
        """How many people one story is about: 40 on average, mostly few, seldom hundreds."""
        return min(int(self.paretovariate(1.25) * 11), 1_500)

    def day(self, first: int = 0, last: int = len(DAYS) - 1) -> int:
        """A day, by its place in DAYS; recent ones are likelier."""
        return first + int((last - first) * self.random() ** 0.5)

    def later(self, day: int, most: int) -> int:
        """A day after that one, within so many days, and not in the future."""
        return min(day + 1 + self.up_to(most), len(DAYS) - 1)

    def fuzzy(self, day: int) -> str:
        """The day as well as somebody may know it: mostly exactly, else its month or its year."""
        luck = self.random()
        return DAYS[day][: 10 if luck < 0.86 else 7 if luck < 0.96 else 4]  # noqa: PLR2004 - shares

    def name(self) -> str:
        """A name that nobody is meant by."""
        return f"{self._word()} {self._word()}"

    def company(self) -> str:
        """A company's name."""
        return (
            f"{self._word()} {self.choice(('Potash', 'Holding', 'Bank', 'Shipping', 'Trade House', 'Group'))}"
        )

    def _word(self) -> str:
        middle = self.choice(_MIDDLES) if self.happens(0.5) else ""
        return self.choice(_STARTS) + self.choice(_MIDDLES) + middle + self.choice(_ENDS)


def cyrillic(name: str) -> str:
    """The same name in another script, roughly."""
    return name.lower().translate(_CYRILLIC).title()
