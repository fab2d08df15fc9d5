"""Tells how alike two texts are, by the sequences of three letters that they share."""

import struct
from collections.abc import Iterable


def similarity(one: str, other: str) -> float:
    """Return how alike two texts are as a whole, from 0 to 1."""
    return _shared(trigrams(one.split(" ")), trigrams(other.split(" ")))


def best_extent(asked: str, text: str) -> float:
    """Return how alike the asked is to those words in a row of the text that are most like it.

    Reading on, the first of these words may move on too, where that makes them more alike, and never moves back.
    """
    ours, words = trigrams(asked.split(" ")), text.split(" ")
    start, best = 0, 0.0
    for end in range(1, len(words) + 1):
        alike = [_shared(ours, trigrams(words[each:end])) for each in range(start, end)]
        best = max(best, *alike)
        start += alike.index(max(alike))
    return best


def trigrams(words: Iterable[str]) -> set[str]:
    """Return all sequences of three letters of words, with two spaces before each and one behind."""
    spaced = [f"  {word} " for word in words]
    return {word[place : place + 3] for word in spaced for place in range(len(word) - 2)}


def _shared(ours: set[str], theirs: set[str]) -> float:
    """Return the part of all that both have, in single precision."""
    part = len(ours & theirs) / len(ours | theirs)
    single: float = struct.unpack("f", struct.pack("f", part))[0]
    return single
