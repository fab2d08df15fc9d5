"""Takes the remarks of the delimited files apart: phrases between semicolons, each a feature or plain words."""

import re
from collections.abc import Iterator
from functools import cache

from schema.enums import DetailKind
from seeds.lists.ofac.records import Feature
from seeds.lists.ofac.vocabulary import NUMBERS, meanings

# '(Lebanon) issued 26 Mar 2004 expires 2009' behind a number
_TAIL = re.compile(
    r"(?P<value>.*?)(?:\s*\((?P<country>[^()]*)\))?(?:[\s,]+issued (?P<issued>.*?))?(?:[\s,]+expire[sd] (?P<expires>.*?))?"
)
_ALTERNATIVE = re.compile(r"alt\.\s+", re.IGNORECASE)
_QUOTED = re.compile(r"'(.*)'\s*(\(.*\))?")
# What these say is said by the phrase as a whole.
_WHOLE = (DetailKind.DIRECTIVE, DetailKind.SECONDARY_SANCTIONS, DetailKind.OTHER)
WORDS = ""
"""The type of a feature that is plain words."""


def features(remarks: str) -> Iterator[Feature]:
    """Every phrase of an entry's remarks, in their order."""
    for phrase in remarks.strip().removesuffix(".").split(";"):
        text = phrase.strip()
        if text:
            yield feature(text)


def feature(phrase: str) -> Feature:
    """'alt. Passport 1091875 (Iran) expires 2009' → a number of the type Passport; unknown phrases have no type."""
    words, alternatives = (
        _ALTERNATIVE.subn("", phrase, count=1) if _ALTERNATIVE.match(phrase) else (phrase, 0)
    )
    kind = _type(words)
    if kind is None:
        return Feature(WORDS, phrase)
    rest = words[len(kind) :].lstrip(" :#").strip()
    if kind.endswith(".k.a.") or kind == "d.b.a.":
        quoted = _QUOTED.fullmatch(rest)
        return Feature(kind, quoted[1] if quoted else rest)
    if kind in NUMBERS:
        found = _TAIL.fullmatch(rest)
        assert found is not None
        return Feature(
            kind,
            found["value"].strip(" ,"),
            found["country"],
            found["issued"],
            found["expires"],
            not alternatives,
        )
    if not rest or meanings()[kind] in _WHOLE:
        rest = words
    return Feature(kind, rest, main=not alternatives)


def _type(phrase: str) -> str | None:
    """The longest known type that a phrase begins with."""
    for kind in _by_first_word().get(phrase.split(" ", 1)[0].rstrip(":"), ()):
        if phrase.startswith(kind) and phrase[len(kind) : len(kind) + 1] in ("", " ", ":", "#", ","):
            return kind
    return None


@cache
def _by_first_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind in sorted(meanings(), key=len, reverse=True):
        found.setdefault(kind.split(" ", 1)[0], []).append(kind)
    return found
