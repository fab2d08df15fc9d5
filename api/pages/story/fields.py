"""How the field that a claim is about is said to a reader, and the value that it gives."""

import re
from collections.abc import Mapping
from typing import Any

from api.pages import dates, words

Names = Mapping[str, str]
"""The names of countries by their codes."""

_SAID = {
    "total": "How many people",
    "officialFrame": "The official account",
    "outcome": "What became of the person",
    "parties": "Who took part",
    "releasedOn": "When they were let go",
    "relation": "How the two are tied",
    "mode": "The legal form of the release",
    "nationalities": "Nationalities",
    "unblocksProperty": "Whether it frees property",
    "announcedOn": "When it was announced",
    "issuedOn": "When the act was issued",
    "effectiveOn": "When it took effect",
    "expiresOn": "When it expires",
    "startedOn": "When it began",
    "endedOn": "When it ended",
    "listedOn": "When it was listed",
    "decidedOn": "When the court decided",
    "members": "Who was among them",
    "stage": "How far the charge went",
    "category": "The sort of charge",
    "title": "In a line",
    "summary": "The story",
}
_COUNTED = {
    "NATIONALITY": "How many were nationals of {}",
    "DESTINATION": "How many were taken to {}",
    "SEX": "How many, by sex: {}",
    "CHARGE": "How many, by charge: {}",
    "STATUS": "How many: {}",
}
_VOCABULARIES = {"outcome", "relation", "kind", "mode", "status", "stage", "category", "legalStatus"}
_CAPITALS = {each.lower(): each for each in (*dates.MONTHS, "US", "EU", "UK", "UN", "NGOs")}
_PROPER = re.compile(rf"\b({'|'.join(_CAPITALS)})\b")
_CODES = re.compile(r"\b[A-Z]{2}\b")
_ONLY_CODES = re.compile(r"[A-Z]{2}( \d+)?(, [A-Z]{2}( \d+)?)*")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def field_words(field: str, names: Names) -> str:
    """Return a field in words: "counts.NATIONALITY.BY" → "How many were nationals of Belarus"."""
    if field in _SAID:
        return _SAID[field]
    head, _, rest = field.partition(".")
    if head == "counts":
        return _counted(rest, names)
    said = _spaced(f"{rest or head}")
    return words.sentence(said)


def value_words(field: str, value: str | None, names: Names) -> str | None:
    """Return a claim's value in words: "FREED" → "freed", "BY 5, JP 2" → "Belarus 5, Japan 2"."""
    if value is None:
        return None
    if field.partition(".")[0] in _VOCABULARIES and value.isupper():
        return words.label(value)
    if _ONLY_CODES.fullmatch(value):
        return _CODES.sub(lambda code: names.get(code[0], code[0]), value)
    if field.endswith("On") and _DATE.fullmatch(value):
        return dates.words(value)
    return value


def country_names(answer: object) -> Names:
    """Return the names of all countries in an answer, by their codes."""
    found: dict[str, str] = {}
    waiting: list[Any] = [answer]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            if node.get("__typename") == "Country":
                found[node["iso2"]] = node["name"]
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)
    return found


def _counted(rest: str, names: Names) -> str:
    dimension, _, key = rest.partition(".")
    key, _, scope = key.partition(".")
    said = _COUNTED[dimension].format(names.get(key) or _spaced(key)) if key else "How many, and where to"
    return f"{said} (running total)" if scope == "RUNNING_TOTAL" else said


def _spaced(key: str) -> str:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", key).replace("_", " ").replace(".", ", ")
    return _PROPER.sub(lambda found: _CAPITALS[found[0]], apart.lower())
