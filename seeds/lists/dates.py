"""Turns the dates that lists print into EDTF."""

import re

from seeds.records import edtf

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(r"(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})")
_MONTH = re.compile(r"([A-Za-z]{3,9})\.? (\d{4})")
_YEAR = re.compile(r"\d{4}")
_YEARS = re.compile(r"(?<=^\d{4})\s*-\s*(?=\d{4}$)")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*|[+-]\d{2}:\d{2}|Z)?")


def english(text: str) -> str | None:
    """'15 Jan 1955' → '1955-01-15', 'circa 1951' → '1951~', '1929 to 1930' → '1929/1930'; None where it is no date."""
    words = text.strip().removesuffix(".")
    about = words.lower().startswith(("circa ", "approximately "))
    if about:
        words = words.split(" ", 1)[1]
    words = _YEARS.sub(" to ", words)
    start, between, end = words.partition(" to ")
    parts = [_point(part.strip()) for part in ((start, end) if between else (start,))]
    if None in parts:
        return None
    return checked("/".join(f"{part}{'~' if about else ''}" for part in parts))


def iso(text: str) -> str | None:
    """'2012-12-31', with or without a time or zone → '2012-12-31'; None where it is no day of the calendar."""
    found = _ISO.fullmatch(text.strip())
    return checked("-".join(found.groups())) if found else None


def checked(text: str) -> str | None:
    """The text if it is EDTF as the tables take it."""
    try:
        edtf.bounds(text)
    except ValueError:
        return None
    return text


def _point(text: str) -> str | None:
    if day := _DAY.fullmatch(text):
        month = _month(day[2])
        return month and f"{day[3]}-{month}-{int(day[1]):02}"
    if named := _MONTH.fullmatch(text):
        month = _month(named[1])
        return month and f"{named[2]}-{month}"
    return text if _YEAR.fullmatch(text) else None


def _month(word: str) -> str | None:
    short = word[:3].lower()
    return f"{_MONTHS.index(short) + 1:02}" if short in _MONTHS else None
