"""Dates as people write them: days, months and years, and how sure they are."""

import datetime as dt
import re

from markupsafe import Markup, escape

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PLAIN = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DOUBTS = {"~": "about {}", "?": "perhaps {}", "%": "perhaps about {}"}


def words(edtf: str | None) -> str:
    """Return a fuzzy date in words: "2025-12-13" → "13 December 2025", "1962~" → "about 1962"."""
    if not edtf:
        return "date unknown"
    start, _, end = edtf.partition("/")
    if not end:
        return _one(start)
    if start == "..":
        return f"until {_one(end)}"
    if end == "..":
        return f"from {_one(start)}"
    return _between(start, end)


def time(edtf: str | None) -> Markup:
    """Return the same as an element that says the date to machines, where HTML has a way to write it."""
    said = words(edtf)
    if edtf and _PLAIN.fullmatch(edtf):
        return Markup('<time datetime="{}">{}</time>').format(edtf, said)
    return escape(said)


def short(edtf: str | None) -> str:
    """Return the same in few letters, for pictures: "13 Dec 2025"."""
    return re.sub("|".join(MONTHS), lambda found: found[0][:3], words(edtf))


def year_of(edtf: str | None) -> int | None:
    """Return the year in which a fuzzy date begins."""
    found = re.search(r"\d{4}", edtf or "")
    return int(found[0]) if found else None


def day(edtf: str | None) -> dt.date | None:
    """Return the day that a fuzzy date is, if it is one."""
    return dt.date.fromisoformat(edtf) if edtf and _DAY.fullmatch(edtf) else None


def moment(edtf: str) -> float | None:
    """Return where a fuzzy date stands on an axis of years, in its middle: "2025-07" → 2025.54."""
    found = [_middle(part) for part in edtf.split("/") if _PLAIN.match(part)]
    return sum(found) / len(found) if found else None


def lag(days: int | None) -> str | None:
    """Return how long after a release the other side acted: 2 → "2 days later", -63 → "63 days before"."""
    if days is None:
        return None
    if days == 0:
        return "the same day"
    unit = "day" if abs(days) == 1 else "days"
    return f"{abs(days)} {unit} {'later' if days > 0 else 'before'}"


def _middle(part: str) -> float:
    year, *rest = [int(number) for number in re.findall(r"\d+", part)]
    if not rest:
        return year + 0.5
    return year + (rest[0] - 1) / 12 + ((rest[1] if len(rest) > 1 else 16) - 1) / 372


def _one(part: str) -> str:
    doubt = part[-1] if part[-1] in _DOUBTS else ""
    year, *rest = part.removesuffix(doubt).split("-")
    named = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return _DOUBTS.get(doubt, "{}").format(" ".join([*day, *named, str(int(year))]))


def _between(start: str, end: str) -> str:
    """Return two ends, without saying twice what they share: "16 to 20 August 2008"."""
    first, last = _one(start).split(), _one(end).split()
    if len(first) == len(last) and not {start[-1], end[-1]} & set(_DOUBTS):
        shared = 0
        while shared < len(first) - 1 and first[-1 - shared] == last[-1 - shared]:
            shared += 1
        first = first[: len(first) - shared]
    return f"{' '.join(first)} to {' '.join(last)}"
