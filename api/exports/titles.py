"""What columns are called: the schema's names in words for people."""

import re

# Where the schema's word is for programs.
_WORDS = {
    "id": "ID",
    "slug": "Key",
    "iso2": "Code",
    "iso3": "Three-letter code",
    "bornOn": "Born on",
    "lagDays": "Days in between",
    "url": "Link",
    "total": "People",
    "min": "At least",
    "max": "At most",
    "completeness": "How exact",
    "inReturnFor": "In return for",
    "textAvailable": "Text published",
    "retrievedOn": "Read on",
    "listedAs": "On sanctions lists as",
    "scope": "Scope",
    "sentenceMonths": "Sentence in months",
    "names": "Names and spellings",
    "statedOn": "Said on",
    "counterRelease": "Release in return",
}


def title_of(name: str) -> str:
    """Return a field's name in words: "releasedOn" → "Released on"."""
    return _WORDS.get(name) or _spaced(name).capitalize()


def word_of(label: str) -> str:
    """Return a word of a vocabulary as people write it: "GENERAL_LICENSE" → "General license"."""
    return label.replace("_", " ").capitalize()


def joined(*titles: str) -> str:
    """Return a title below others: ("Captor", "Key") → "Captor: key"."""
    first, *more = titles
    return ": ".join((first, *(each if each.isupper() else each[:1].lower() + each[1:] for each in more)))


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)
