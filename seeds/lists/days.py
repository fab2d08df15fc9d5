"""Reads dates that are EDTF already, or nearly, and refuses days that no calendar has."""

import re
from functools import lru_cache

from seeds.lists.dates import checked
from seeds.lists.entries import Place
from seeds.lists.findings import ListRefused

_SHAPE = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ][\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?", re.ASCII)


def edtf_of(text: str, place: Place) -> str | None:
    """'2022-06-03T00:00:00' → '2022-06-03', '1962~' → '1962~'; None where the form is unknown, a refusal of 2022-02-30."""
    shaped, found = _read(text)
    if shaped and found is None:
        raise ListRefused(
            f"`{text}` is no day of the calendar", "correct the line, or ask the publisher", place
        )
    return found


# The same days come again and again.
@lru_cache(20_000)
def _read(text: str) -> tuple[bool, str | None]:
    shape = _SHAPE.fullmatch(text)
    return shape is not None, checked(shape[1] if shape else text)
