"""Reads fuzzy dates as the database does: EDTF text with an earliest and a latest day."""

import re
from calendar import monthrange
from datetime import date

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?")


def bounds(text: str) -> tuple[date, date]:
    """'2025-12' → (2025-12-01, 2025-12-31); '../2016' → (date.min, 2016-12-31)."""
    start, _, end = text.partition("/")
    earliest = date.min if start == ".." else _day(start, latest=False)
    latest = date.max if end == ".." else _day(end or start, latest=True)
    if "/" in text and (not end or start == end == ".."):
        raise ValueError(f"{text!r} is an interval without an end")
    if earliest > latest:
        raise ValueError(f"{text!r} ends before it starts")
    return earliest, latest


def _day(text: str, *, latest: bool) -> date:
    parts = _POINT.fullmatch(text)
    if parts is None:
        raise ValueError(f"{text!r} is no date")
    year, month, day = (int(part) if part else None for part in parts.groups())
    assert year is not None
    month = month or (12 if latest else 1)
    try:
        return date(year, month, day or (monthrange(year, month)[1] if latest else 1))
    except ValueError as error:
        raise ValueError(f"{text!r} is no day of the calendar") from error
