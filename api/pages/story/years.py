"""How many nationals of a country were freed in each year, as far as anybody counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Year:
    """One year.

    Attributes:
        share: Of the largest number in any year, in percent.
        uncounted: Releases that give no number.
    """

    year: int | None
    least: int | None
    most: int | None
    events: int
    uncounted: int
    share: float


def years(figures: Iterable[Mapping[str, Any]], iso2: str) -> list[Year]:
    """Return the years in order; figures of those of other nationalities are left out."""
    own = [each for each in figures if (each["nationality"] or {}).get("iso2") == iso2]
    largest = max((each["peopleMin"] or 0 for each in own), default=0)
    return [
        Year(
            each["year"],
            each["peopleMin"],
            each["peopleMax"],
            each["events"],
            each["uncounted"],
            round(100 * (each["peopleMin"] or 0) / largest, 1) if largest else 0.0,
        )
        for each in sorted(own, key=lambda each: each["year"] or 0)
    ]
