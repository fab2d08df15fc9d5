"""Keeps answers while the data stay as they are, in memory bounded by bytes."""

from dataclasses import dataclass, field

from api.database.revisions import Edition
from api.engine.cache import ByteCache

# What an entry takes beside its bodies.
OVERHEAD = 600
# An answer larger than this part of the cache would drive out too many others.
LARGEST_SHARE = 16


@dataclass(slots=True)
class Entry:
    """One answer, and its body in the codings that were asked for."""

    key: bytes
    body: bytes
    revision: int | None
    tag: str
    bodies: dict[str, bytes] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """Roughly what it takes in memory."""
        return OVERHEAD + len(self.body) + sum(map(len, self.bodies.values()))


@dataclass(slots=True)
class Entries:
    """The answers of one edition of the data; those of another are forgotten all at once."""

    limit: int
    hits: int = 0
    misses: int = 0
    edition: Edition | None = None
    _kept: ByteCache[bytes, Entry] = field(init=False)

    def __post_init__(self) -> None:
        self._kept = ByteCache(self.limit)

    def __len__(self) -> int:
        return len(self._kept.entries)

    @property
    def used(self) -> int:
        """How many bytes are kept."""
        return self._kept.used

    def get(self, key: bytes, edition: Edition) -> Entry | None:
        """Return an answer that holds for this edition."""
        if edition != self.edition:
            self._turn(edition)
        found = self._kept.get(key)
        if found is None:
            self.misses += 1
        else:
            self.hits += 1
        return found

    def has(self, key: bytes) -> bool:
        """Whether there is an answer, of whatever edition."""
        return key in self._kept.entries

    def put(self, entry: Entry, edition: Edition) -> None:
        """Keep an answer of this edition, unless it is too large."""
        if edition != self.edition:
            self._turn(edition)
        if entry.weight <= self.limit // LARGEST_SHARE:
            self._kept.put(entry.key, entry, entry.weight)

    def keep_coded(self, entry: Entry, coding: str, body: bytes) -> None:
        """Keep the body of an answer in one more coding, as long as the answer itself is kept."""
        if self._kept.get(entry.key) is entry and entry.weight + len(body) <= self.limit // LARGEST_SHARE:
            entry.bodies[coding] = body
            self._kept.put(entry.key, entry, entry.weight)

    def clear(self) -> None:
        """Forget all answers."""
        self._kept = ByteCache(self.limit)

    def _turn(self, edition: Edition) -> None:
        self.edition = edition
        self.clear()
