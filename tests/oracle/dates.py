"""Reads fuzzy dates anew in Python: the first and the last day that one may mean, as numbers that compare."""

import calendar
import datetime as dt
import math

Day = float
"""The ordinal of a day; infinite for an open end."""


def day(value: dt.date) -> Day:
    """Return a calendar day as a number."""
    return float(value.toordinal())


def first_day(edtf: str | None) -> Day | None:
    """Return the first day that a fuzzy date may mean: 2025-12 → 1 December 2025, ../2016 → -infinity."""
    if edtf is None:
        return None
    start = edtf.split("/")[0]
    return -math.inf if start == ".." else day(dt.date(*_parts(start, 1, 1)))


def last_day(edtf: str | None) -> Day | None:
    """Return the last day that a fuzzy date may mean: 2025-12 → 31 December 2025, 2025/.. → infinity."""
    if edtf is None:
        return None
    end = edtf.split("/")[-1]
    if end == "..":
        return math.inf
    year, month, _ = _parts(end, 12, 1)
    return day(dt.date(*_parts(end, 12, calendar.monthrange(year, month)[1])))


def exact_day(edtf: str | None) -> Day | None:
    """Return the day, where it is known to the day."""
    first = first_day(edtf)
    return first if first == last_day(edtf) else None


def day_text(value: Day) -> str:
    """Return a day as Postgres writes it."""
    if math.isinf(value):
        return "infinity" if value > 0 else "-infinity"
    return dt.date.fromordinal(int(value)).isoformat()


def day_from_text(text: str) -> Day:
    """Return the day that `day_text` wrote."""
    return float(text) if text.endswith("infinity") else day(dt.date.fromisoformat(text))


def moment_text(value: dt.datetime) -> str:
    """Return a moment in UTC as Postgres writes it: fractions of a second without their last zeros."""
    whole, _, rest = value.astimezone(dt.UTC).isoformat().partition(".")
    if not rest:
        return whole
    return f"{whole}.{rest.removesuffix('+00:00').rstrip('0')}+00:00"


def _parts(edtf: str, month: int, day_of_month: int) -> tuple[int, int, int]:
    """Return year, month and day, with these where they are not said."""
    given = [int(part) for part in edtf.rstrip("~?%").split("-")]
    return given[0], given[1] if len(given) > 1 else month, given[2] if len(given) > 2 else day_of_month
