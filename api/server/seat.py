"""What a worker is given by its parent, and how the two know of each other that they live."""

import asyncio
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass

BEAT_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Seat:
    """One worker's place: its number, its socket, and a pipe in each direction.

    Attributes:
        number: From 0; whoever replaces the worker has the same.
        listener: Where its clients come in.
        lifeline: Ends when the parent does, however it ends.
        pulse: Where the worker says that it is ready, and then that its loop still turns.
    """

    number: int
    listener: socket.socket
    lifeline: int
    pulse: int

    async def beat(self) -> None:
        """Say so as long as the loop turns; the first beat says that requests are answered."""
        while True:
            os.write(self.pulse, b".")
            await asyncio.sleep(BEAT_SECONDS)

    def when_orphaned(self, leave: Callable[[], None]) -> None:
        """Call once the parent is gone: nobody would stop this worker any more."""
        loop = asyncio.get_running_loop()

        def ended() -> None:
            loop.remove_reader(self.lifeline)
            leave()

        loop.add_reader(self.lifeline, ended)
