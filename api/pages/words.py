"""How numbers and vocabularies are said: counts with how sure they are, words of an enum in small letters."""

from collections.abc import Mapping
from typing import Any

_SPOKEN = {
    "GENERAL_LICENSE": "general license",
    "FUNDS_RELEASE": "release of funds",
    "NON_RENEWAL": "sanctions left to lapse",
    "ANNOUNCEMENT_ONLY": "announced only",
    "RE_DETAINED": "detained again",
    "FOLLOWED_BY": "followed by",
    "IN_EXCHANGE_FOR": "in exchange for",
    "CONDITIONAL_ON": "on condition of",
    "GOODWILL": "as goodwill",
    "ALLEGED": "allegedly for",
    "DENIED": "denied",
}

_UNKNOWN = "number unknown"
_KINDS = {
    "Country": ("country", "countries"),
    "Detainee": ("person detained", "people detained"),
    "Relief": ("relief", "reliefs"),
    "ReleaseMember": ("person named in a release", "people named in releases"),
    "SanctionProgram": ("sanctions program", "sanctions programs"),
    "Target": ("sanctions target", "sanctions targets"),
}


def label(word: str | None) -> str:
    """Return a word of a vocabulary as one says it: "PRISONER_SWAP" → "prisoner swap"."""
    return "" if word is None else _SPOKEN.get(word, word.replace("_", " ").lower())


def count(counted: Mapping[str, Any] | None, *, exactly: bool = False) -> str:
    """Return a number of people with how far it can be trusted: "at least 110", "about 21 (20 to 21)".

    With `exactly`, an exact number says so too: "123, exactly".
    """
    known = size(counted)
    if counted is None or known is None:
        return _UNKNOWN
    value, least, most = counted["value"], counted["min"], counted["max"]
    match counted["completeness"]:
        case "EXACT" if value is not None:
            return f"{value:,}, exactly" if exactly else f"{value:,}"
        case "AT_LEAST":
            return f"at least {known:,}"
        case "AT_MOST":
            return f"at most {_first(value, most, least):,}"
        case "ESTIMATE" if value is not None:
            return f"about {value:,}{_bounds(least, most)}"
    return _range(least, most) if value is None else f"{value:,}, unconfirmed"


def size(counted: Mapping[str, Any] | None) -> int | None:
    """Return the one number by which a count is drawn."""
    return None if counted is None else _first(counted["value"], counted["min"], counted["max"])


def figures(least: int | None, most: int | None) -> str:
    """Return two bounds, each of which may be unknown."""
    if least is None and most is None:
        return _UNKNOWN
    return f"{least:,}" if least == most else _range(least, most)


def plural(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: (1, "release") → "1 release"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def kinds(type_name: str, number: int = 2) -> str:
    """Return what things of a type are called: "SanctionProgram" → "sanctions programs"."""
    one, many = _KINDS.get(type_name, (type_name.lower(), f"{type_name.lower()}s"))
    return one if number == 1 else many


def listed(names: list[str]) -> str:
    """Return names as a sentence has them: "Belarus, Latvia and Japan"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def sentence(text: str) -> str:
    """Return a text with a capital at its beginning, and otherwise as it is."""
    return text[:1].upper() + text[1:]


def _range(least: int | None, most: int | None) -> str:
    if most is None:
        return f"at least {least:,}"
    if least is None:
        return f"at most {most:,}"
    return f"{least:,} to {most:,}"


def _bounds(least: int | None, most: int | None) -> str:
    return "" if least is None and most is None else f" ({_range(least, most)})"


def _first(*numbers: int | None) -> int | None:
    return next((each for each in numbers if each is not None), None)
