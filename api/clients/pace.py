"""How many requests of one client begin in each round of the event loop, so that a thousand of them hold up nobody else.

The loop takes what is ready in the order in which it came: behind a thousand requests of one client, anybody
else's would wait for all of them. Here they begin a few at a time, and whoever asks for little is served in between.
"""

import asyncio
from collections import deque

# Of the smallest requests as many take a few milliseconds.
STRIDE = 8

_Waiting = deque["asyncio.Future[None]"]


class Pace:
    """Who has begun something in this round, and who waits for the next."""

    def __init__(self) -> None:
        self._begun: dict[str, int] = {}
        self._waiting: dict[str, _Waiting] = {}

    async def begin(self, name: str) -> None:
        """Begin now, or in the round in which it is one's turn."""
        begun = self._begun.get(name, 0)
        if not self._begun:
            asyncio.get_running_loop().call_soon(self._next_round)
        self._begun[name] = begun + 1
        if begun >= STRIDE:
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.setdefault(name, deque()).append(turn)
            await turn

    def _next_round(self) -> None:
        self._begun.clear()
        for name, waiting in [*self._waiting.items()]:
            begun = 0
            while waiting and begun < STRIDE:
                turn = waiting.popleft()
                # Whoever has left needs no turn.
                if not turn.done():
                    turn.set_result(None)
                    begun += 1
            self._begun[name] = begun
            if not waiting:
                del self._waiting[name]
        if self._begun:
            asyncio.get_running_loop().call_soon(self._next_round)
