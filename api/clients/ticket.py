"""A request's way through the limits of its client: what it is charged, and its place while its statement runs."""

import asyncio
from dataclasses import dataclass
from math import ceil
from types import TracebackType
from typing import Self

from limits import RateLimitItem

from api.clients.buckets import Level
from api.clients.lanes import Lanes
from api.clients.shared import Buckets
from api.errors import Headers, TooManyRequests

ANONYMOUS = "anonymous"
LEAST = 100
"""What a request costs that runs no statement: answered from memory, unchanged, or malformed."""
PER_CHARACTER = 5
"""What a document costs, on top, that has to be read: one that is new, or was refused before."""
# So that those who wait for the same do not ask for it again and again.
_BREATH = 0.01


@dataclass(frozen=True, slots=True)
class Client:
    """Who asks.

    Attributes:
        name: For logs and metrics: "anonymous", or "key:7". Never an address.
        bucket: The key of its bucket.
        budget: What it may spend in a minute.
        places: How many of its statements may run at once.
        scopes: What it may do.
        policy: Its budget as a header.
    """

    name: str
    bucket: str
    budget: RateLimitItem
    places: int
    scopes: frozenset[str]
    policy: bytes

    @property
    def remedy(self) -> str:
        """How to get more."""
        return "write to us for an API key" if self.name == ANONYMOUS else "write to us for a larger budget"

    def price(self, cost: int) -> int:
        """Return what is charged: something always, and at most nine tenths of a minute's budget.

        So the costliest operation is within reach of whoever has rested, and his document has been read.
        """
        return min(max(LEAST, cost), self.budget.amount * 9 // 10)


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a request was charged, what its client may spend now, and in how many seconds it may spend all again."""

    charged: int
    remaining: int
    resets_in: int
    policy: bytes

    @property
    def headers(self) -> Headers:
        """The headers RateLimit-Policy and RateLimit."""
        limit = b'"cost";r=%d;t=%d' % (self.remaining, self.resets_in)
        return (b"ratelimit-policy", self.policy), (b"ratelimit", limit)


class Ticket:
    """One request of a client; the statement that runs inside it is charged, and takes one of the client's places.

    `cost` is what that statement costs.
    """

    __slots__ = ("_buckets", "_charged", "_lanes", "_level", "_retry_after", "client", "cost")

    def __init__(self, client: Client, buckets: Buckets, lanes: Lanes) -> None:
        self.client = client
        self.cost = LEAST
        self._buckets = buckets
        self._lanes = lanes
        self._charged = 0
        self._level: Level | None = None
        self._retry_after = 0

    async def pay(self, cost: int) -> None:
        """Charge something now; refuse what does not fit into the budget."""
        client = self.client
        cost = client.price(cost)
        level = await self._buckets.take(client.budget, client.bucket, cost)
        if not level.granted:
            refused = refusal(client, level, cost)
            self._retry_after = refused.retry_after
            raise refused
        self._level = level
        self._charged += cost

    async def pay_in_time(self, cost: int) -> None:
        """Charge something as soon as that leaves half of the budget to the client's other requests."""
        budget = self.client.budget
        cost = self.client.price(cost)
        room = min(budget.amount, cost + budget.amount // 2)
        while True:
            level = await self._buckets.take(budget, self.client.bucket, 0)
            if (seconds := level.wait(budget, room)) <= 0:
                level = await self._buckets.take(budget, self.client.bucket, cost)
                if level.granted:
                    break
            await asyncio.sleep(seconds + _BREATH)
        self._level = level
        self._charged += cost

    async def __aenter__(self) -> Self:
        """Wait for a place, and charge what the statement costs."""
        try:
            await self._lanes.enter(self.client.bucket, self.client.places)
        except TooManyRequests as refused:
            self._retry_after = refused.retry_after
            raise
        try:
            await self.pay(self.cost)
        except BaseException:
            self._lanes.leave(self.client.bucket)
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the place back."""
        self._lanes.leave(self.client.bucket)

    async def settle(self) -> Allowance:
        """Charge the least if nothing was charged yet; say what is left."""
        client = self.client
        if self._level is None:
            self._level = await self._buckets.take(client.budget, client.bucket, LEAST)
            if self._level.granted:
                self._charged = LEAST
            else:
                self._buckets.shut(client.bucket, self._level.wait(client.budget, LEAST))
        level = self._level
        resets_in = self._retry_after or ceil(level.backlog)
        return Allowance(self._charged, level.remaining(client.budget), resets_in, client.policy)


def refusal(client: Client, level: Level, cost: int) -> TooManyRequests:
    """Return the error for what does not fit into a client's budget now."""
    seconds = ceil(level.wait(client.budget, cost)) or 1
    return TooManyRequests(
        f"This would cost {cost:,}, and you have {level.remaining(client.budget):,} left"
        f" of {client.budget.amount:,} a minute.",
        f"wait {seconds} s, ask for less, or {client.remedy}.",
        retry_after=seconds,
    )
