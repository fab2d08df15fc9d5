"""Compares what a spreadsheet says of an entity with what we hold: they agree, they differ, or nobody knows."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from api.reconcile.paths import called
from seeds.records.discretion import words_of
from seeds.records.edtf import bounds

Asked = str | bool | float | Mapping[str, Any]
Quantifier = Literal["any", "all", "none"]

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})T.*")


def agree(asked: Iterable[Asked], held: list[Any] | None, leaf: str, quantifier: Quantifier) -> bool | None:
    """Whether values that are asked for are among those held; None where there is nothing to compare.

    Args:
        asked: What the spreadsheet says.
        held: What we hold.
        leaf: The GraphQL type of what we hold.
        quantifier: Whether one of the values must be held, all of them, or none.
    """
    known = [each for each in held or () if each is not None]
    found = [each for each in (_held(value, known, leaf) for value in asked) if each is not None]
    if not known or not found:
        return None
    match quantifier:
        case "any":
            return any(found)
        case "all":
            return all(found)
        case "none":
            return not any(found)


def _held(asked: Asked, known: list[Any], leaf: str) -> bool | None:
    if leaf == "FuzzyDate":
        return _date_held(asked, known)
    if isinstance(asked, Mapping):
        own = [each for each in known if isinstance(each, Mapping)]
        if any(each["id"] == asked["id"] for each in own):
            return True
    text = plain(asked)
    words = words_of(text)
    if not words:
        return None
    return any(form == text or words_of(form) == words for each in known for form in _forms(each, leaf))


def _forms(held: Any, leaf: str) -> Iterable[str]:  # noqa: ANN401 - whatever JSON holds
    """All that a value may be called: a country by its codes, too."""
    if not isinstance(held, Mapping):
        return (plain(held),)
    rest = (held[name] for name in called(leaf)[1:])
    listed = (each for one in rest for each in (one if isinstance(one, list) else (one,)))
    return [each for each in (held["id"], held["label"], *listed) if each]


def _date_held(asked: Asked, known: list[Any]) -> bool | None:
    """Whether a date that is asked for may be the one that is held: "1962" may be "1962-09-25"."""
    span = span_of(asked)
    if span is None:
        return None
    return any(start <= span[1] and span[0] <= end for start, end in map(bounds, known))


def span_of(asked: Asked) -> tuple[Any, Any] | None:
    """Return the first and last day of a date as spreadsheets write it; None where it is none we can read."""
    text = plain(asked)
    day = _DAY.fullmatch(text)
    try:
        return bounds(day[1] if day else text)
    except ValueError:
        return None


def plain(value: Asked) -> str:
    """Return a cell as text: 32746.0 → "32746", True → "true"; an entity by its name, or else its id."""
    if isinstance(value, Mapping):
        return str(value.get("name") or value["id"])
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
