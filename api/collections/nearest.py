"""Says what may have been meant by a word that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def meant(text: str, known: Iterable[str]) -> str:
    """Return a sentence on the nearest of the known words: ` Did you mean "nationality"?`, or nothing."""
    by_folded = {each.casefold(): each for each in known}
    found = get_close_matches(text[:60].casefold(), by_folded, n=1, cutoff=0.6)
    return f' Did you mean "{by_folded[found[0]]}"?' if found else ""
