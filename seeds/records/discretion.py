"""Compares names without case, accents or order, so that a withheld one is found and never printed."""

import re
import unicodedata
from collections.abc import Iterable

HIDDEN = "holds a name that is withheld; take it out of this line"


def words_of(text: str) -> frozenset[str]:
    """'Ünal, Ayşe' → {'unal', 'ayse'}."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return frozenset(re.findall(r"[^\W_]+", plain.casefold()))


def names_in(text: str, names: Iterable[frozenset[str]]) -> bool:
    """Whether all words of one of the names stand in a text."""
    words = words_of(text)
    return any(name <= words for name in names)


def touches(text: str, names: Iterable[frozenset[str]]) -> bool:
    """Whether any word of one of the names stands in a text: enough not to print it."""
    words = words_of(text)
    return any(name & words for name in names)
