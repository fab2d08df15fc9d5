"""Keeps the names of operations apart in metrics, although clients choose them: each new name is a new series."""

from collections import OrderedDict
from collections.abc import Iterable

OTHER = "other"
UNNAMED = "unnamed"

# How many names beside the known ones get series of their own, and how often each must have been asked before.
ADMITTED = 50
OFTEN = 100
CANDIDATES = 1000


class Names:
    """Admits the names that are known and the first few that are asked often; all else is "other"."""

    def __init__(self) -> None:
        self._admitted: set[str] = set()
        self._room = ADMITTED
        self._counts: OrderedDict[str, int] = OrderedDict()

    def know(self, names: Iterable[str]) -> None:
        """Admit names that are not a client's choice."""
        self._admitted.update(names)

    def label(self, name: object) -> str:
        """The name to count an operation under."""
        if not isinstance(name, str) or not name:
            return UNNAMED
        if name in self._admitted:
            return name
        if self._room:
            self._count(name)
        return OTHER

    def _count(self, name: str) -> None:
        count = self._counts.pop(name, 0) + 1
        self._counts[name] = count
        if count >= OFTEN:
            del self._counts[name]
            self._admitted.add(name)
            self._room -= 1
        elif len(self._counts) > CANDIDATES:
            self._counts.popitem(last=False)
