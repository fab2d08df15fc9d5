"""Leaky buckets: a strategy for the library `limits`, which has none, and the storage of it in memory.

What is poured into a bucket leaks out evenly, so all that need be kept of one is the moment at which it will be
empty. A bucket of 600 per minute that gets 60 is empty 6 seconds later.
"""

import heapq
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from operator import itemgetter
from typing import cast

from limits import RateLimitItem
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import RateLimiter
from limits.util import WindowStats

# What floating-point numbers of this size may be off by.
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Level:
    """A bucket after something was poured into it, or was refused; `backlog` is the seconds until it is empty."""

    granted: bool
    backlog: float

    def remaining(self, item: RateLimitItem) -> int:
        """Return how much fits in now."""
        return max(0, int(item.amount * (1 - self.backlog / item.get_expiry()) + _TOLERANCE))

    def wait(self, item: RateLimitItem, cost: int) -> float:
        """Return the seconds until so much will fit in."""
        return max(0.0, self.backlog - item.get_expiry() * (1 - cost / item.amount))


class LeakyBucketSupport(ABC):
    """A storage that can pour into leaky buckets."""

    @abstractmethod
    async def pour(self, key: str, amount: int, expiry: int, cost: int) -> Level:
        """Pour `cost` into a bucket that holds `amount` and is empty `expiry` seconds after it was full."""


class LeakyBucketRateLimiter(RateLimiter):
    """The strategy; `take` tells in one step what `hit` and `get_window_stats` tell in two."""

    async def take(self, item: RateLimitItem, key: str, cost: int) -> Level:
        """Pour into the bucket of a key that `item.key_for` made, unless it would run over; 0 only looks."""
        storage = cast("LeakyBucketSupport", self.storage)
        return await storage.pour(key, item.amount, item.get_expiry(), cost)

    async def hit(self, item: RateLimitItem, *identifiers: str, cost: int = 1) -> bool:
        """Whether it fitted in."""
        return (await self.take(item, item.key_for(*identifiers), cost)).granted

    async def test(self, item: RateLimitItem, *identifiers: str, cost: int = 1) -> bool:
        """Whether it would fit in."""
        return (await self.take(item, item.key_for(*identifiers), 0)).remaining(item) >= cost

    async def get_window_stats(self, item: RateLimitItem, *identifiers: str) -> WindowStats:
        """When the bucket will be empty, and how much fits in."""
        level = await self.take(item, item.key_for(*identifiers), 0)
        return WindowStats(time.time() + level.backlog, level.remaining(item))


class LeakyMemoryStorage(MemoryStorage, LeakyBucketSupport):
    """Buckets in this process: as many as are not empty, within a bound."""

    def __init__(self, most: int = 50_000) -> None:
        super().__init__()
        self.most = most
        self.empty_at: dict[str, float] = {}
        self._sweep_at = 1024

    async def pour(self, key: str, amount: int, expiry: int, cost: int) -> Level:
        """Pour into a bucket."""
        return self.pour_now(key, amount, expiry, cost)

    def pour_now(self, key: str, amount: int, expiry: int, cost: int) -> Level:
        """Pour into a bucket; nothing is awaited, so nothing comes between."""
        now = time.monotonic()
        backlog = max(0.0, self.empty_at.get(key, 0.0) - now)
        wanted = backlog + cost * expiry / amount
        if wanted > expiry + _TOLERANCE:
            return Level(granted=False, backlog=backlog)
        if cost:
            self.empty_at[key] = now + wanted
            if len(self.empty_at) > self._sweep_at:
                self._sweep(now)
        return Level(granted=True, backlog=wanted)

    async def clear(self, key: str) -> None:
        """Empty a bucket."""
        self.empty_at.pop(key, None)

    async def reset(self) -> int:
        """Empty all buckets; return how many there were."""
        number = len(self.empty_at)
        self.empty_at.clear()
        return number

    def _sweep(self, now: float) -> None:
        """Forget empty buckets and, beyond the bound, the emptiest; seldom, so that it costs little each time."""
        left = [(key, at) for key, at in self.empty_at.items() if at > now]
        if len(left) > self.most:
            left = heapq.nlargest(self.most, left, key=itemgetter(1))
        self.empty_at = dict(left)
        self._sweep_at = max(1024, 2 * len(self.empty_at))
