"""Takes turns at what holds up everybody: one in each round of the event loop, the lightest first.

Compiling a document takes up to a tenth of a second, in which no other request moves. Taken one after the other,
many of them are only as long as one to a client that asks for little.
"""

import asyncio
import contextlib
import heapq
import itertools
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field

from api.errors import Overloaded

# Nobody notices so many seconds.
_SHORT = 0.002

_Place = tuple[int, int, "asyncio.Future[None]"]


@dataclass(slots=True)
class Turns:
    """Who waits for a turn, and whether somebody has it."""

    most: int = 100
    taken: bool = False
    waiting: list[_Place] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    @contextlib.asynccontextmanager
    async def take(self, weight: int) -> AsyncIterator[None]:
        """Wait for a turn; the heaviest of too many is sent away."""
        if self.taken:
            await self._wait(weight)
        self.taken = True
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            yield
        finally:
            # Not at once: everything else goes first, for as long as it was held up.
            held = loop.time() - began
            if held < _SHORT:
                loop.call_soon(self._pass_on)
            else:
                loop.call_later(held, self._pass_on)

    async def _wait(self, weight: int) -> None:
        place = weight, next(self.numbers), asyncio.get_running_loop().create_future()
        heapq.heappush(self.waiting, place)
        if len(self.waiting) > self.most:
            self._send_away(max(self.waiting))
        try:
            await place[2]
        except asyncio.CancelledError:
            if place in self.waiting:
                self._remove(place)
            elif not place[2].cancelled():
                self._pass_on()
            raise

    def _send_away(self, place: _Place) -> None:
        self._remove(place)
        hint = "try again in a few seconds, or ask what was asked before."
        place[2].set_exception(Overloaded("Too many new documents wait to be compiled.", hint))

    def _remove(self, place: _Place) -> None:
        self.waiting.remove(place)
        heapq.heapify(self.waiting)

    def _pass_on(self) -> None:
        while self.waiting:
            _, _, turn = heapq.heappop(self.waiting)
            # Whoever left a moment ago may still stand here.
            if not turn.done():
                turn.set_result(None)
                return
        self.taken = False
