"""Places to run statements in: a few for each client, so that none takes all that the database has."""

import asyncio
import contextlib
import sys
from collections import deque

from api.errors import TooManyRequests

# How many may wait for each place.
_WAITING = 4


class Lanes:
    """The lanes of all clients that run something now; whatever a client may, it never has more places than `most`."""

    def __init__(self, most: int = sys.maxsize) -> None:
        self._most = most
        self._lanes: dict[str, Lane] = {}

    async def enter(self, name: str, places: int) -> None:
        """Take one of a client's places, now or when it is one's turn."""
        lane = self._lanes.get(name)
        if lane is None:
            lane = self._lanes[name] = Lane(min(places, self._most), places * _WAITING)
        try:
            await lane.enter()
        finally:
            self._forget_if_empty(name, lane)

    def leave(self, name: str) -> None:
        """Give it back."""
        lane = self._lanes[name]
        lane.leave()
        self._forget_if_empty(name, lane)

    def _forget_if_empty(self, name: str, lane: "Lane") -> None:
        if not lane.taken:
            del self._lanes[name]


class Lane:
    """The places of one client, taken in the order in which they were asked for."""

    __slots__ = ("places", "room", "taken", "waiting")

    def __init__(self, places: int, room: int) -> None:
        self.places = places
        self.room = room
        self.taken = 0
        self.waiting: deque[asyncio.Future[None]] = deque()

    async def enter(self) -> None:
        """Take a place, now or when it is one's turn."""
        if self.taken < self.places:
            self.taken += 1
            return
        if len(self.waiting) >= self.room:
            raise TooManyRequests(
                f"{self.taken + len(self.waiting)} of your requests are already under way.",
                "wait for answers before you ask on.",
                retry_after=1,
            )
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.cancelled():
                with contextlib.suppress(ValueError):
                    self.waiting.remove(turn)
            else:
                self.leave()
            raise

    def leave(self) -> None:
        """Give a place to the next who waits, or back."""
        while self.waiting:
            turn = self.waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self.taken -= 1
