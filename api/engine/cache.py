"""A cache bounded by bytes."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(slots=True)
class ByteCache(Generic[K, V]):
    """Values by their key, the least recently used forgotten first."""

    limit: int
    used: int = 0
    entries: OrderedDict[K, tuple[V, int]] = field(default_factory=OrderedDict)

    def get(self, key: K) -> V | None:
        """Return a value, and mark it as used."""
        found = self.entries.get(key)
        if found is None:
            return None
        self.entries.move_to_end(key)
        return found[0]

    def put(self, key: K, value: V, weight: int) -> None:
        """Keep a value at the bytes it weighs now, and make room."""
        known = self.entries.pop(key, None)
        self.used += weight - (known[1] if known else 0)
        self.entries[key] = (value, weight)
        while self.used > self.limit and self.entries:
            _, (_, forgotten) = self.entries.popitem(last=False)
            self.used -= forgotten
