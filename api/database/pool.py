"""Connections to one server, kept open, with a bounded queue of those who wait for one.

Not asyncpg's pool: that one wraps each connection for each statement and starts a task to give it back, which
costs more than all else that Python does for a short statement; and its queue has no end.
"""

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import asyncpg

from api.errors import LATER, Overloaded

Connection = asyncpg.Connection

CLOSE_LIMIT = 1.0
# While a server takes no more connections we use those we have, and ask for more now and then.
FULL_SECONDS = 1.0


@dataclass(slots=True)
class Pool:
    """Lends connections, the one used last first, and opens them as they are needed.

    Attributes:
        connect: Opens a connection.
        size: Most connections that are open at once.
        queue: Most callers that wait.
        patience: Longest that one of them waits, in seconds.
        idle: Connections that nobody uses.
        lent: Connections in use.
        opening: How many are being opened.
    """

    connect: Callable[[], Awaitable[Connection]]
    size: int
    queue: int
    patience: float
    idle: list[Connection] = field(default_factory=list)
    lent: set[Connection] = field(default_factory=set)
    opening: int = 0
    closed: bool = False
    _line: "deque[asyncio.Future[Connection | None]]" = field(default_factory=deque)
    _full_until: float = 0.0

    @property
    def busy(self) -> int:
        """How many connections are in use."""
        return len(self.lent)

    @property
    def waiting(self) -> int:
        """How many callers wait."""
        return len(self._line)

    @property
    def load(self) -> int:
        """How many callers use a connection or wait for one."""
        return len(self.lent) + self.opening + len(self._line)

    async def acquire(self, prefer: Callable[[Connection], bool] = lambda _: True) -> Connection:
        """Borrow a connection, a preferred one if it is idle; raise Overloaded where too many wait, or for too long."""
        if idle := self.take(prefer):
            return idle
        while (found := await self._open_or_wait()) is None:
            pass
        return found

    def take(self, prefer: Callable[[Connection], bool]) -> Connection | None:
        """Borrow a connection that is idle, if there is one."""
        while self.idle:
            connection = self.idle.pop(self._preferred(prefer))
            if not connection.is_closed():
                self.lent.add(connection)
                return connection
        return None

    def release(self, connection: Connection) -> None:
        """Give a connection back; a broken one is forgotten, and makes room for another."""
        if self.closed:
            connection.terminate()
        if connection.is_closed():
            self.lent.discard(connection)
            self._wake(None)
        elif not self._wake(connection):
            self.lent.discard(connection)
            self.idle.append(connection)

    def drop(self) -> None:
        """Break all connections, those in use too: their server does not answer."""
        for connection in [*self.idle, *self.lent]:
            connection.terminate()
        self.idle.clear()

    async def warm(self, count: int) -> None:
        """Have this many connections open."""
        taken: list[Connection] = []
        try:
            while len(taken) < count:
                taken.append(await self.acquire())
        finally:
            for connection in taken:
                self.release(connection)

    async def close(self) -> None:
        """Close all connections; those in use are broken when they come back."""
        self.closed = True
        while self.idle:
            connection = self.idle.pop()
            with contextlib.suppress(OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
                await connection.close(timeout=CLOSE_LIMIT)

    def _preferred(self, prefer: Callable[[Connection], bool]) -> int:
        """Where the preferred connection lies that was used last; that of the last one where there is none."""
        if prefer(self.idle[-1]):
            return -1
        return next((n for n in range(len(self.idle) - 2, -1, -1) if prefer(self.idle[n])), -1)

    async def _open_or_wait(self) -> Connection | None:
        full = time.monotonic() < self._full_until
        if self.busy + self.opening < self.size and not (full and self.lent):
            try:
                return await self._open()
            except asyncpg.TooManyConnectionsError:
                self._full_until = time.monotonic() + FULL_SECONDS
                if not self.lent:
                    raise
        return await self._wait()

    async def _open(self) -> Connection:
        self.opening += 1
        try:
            connection = await self.connect()
        except BaseException:
            # Who waits for the room we took shall find out for himself.
            self._wake(None)
            raise
        finally:
            self.opening -= 1
        self.lent.add(connection)
        return connection

    async def _wait(self) -> Connection | None:
        """Stand in line; None where the first in line may open a connection."""
        if len(self._line) >= self.queue:
            raise Overloaded(f"{self.queue} requests wait for the database already.", LATER)
        turn: asyncio.Future[Connection | None] = asyncio.get_running_loop().create_future()
        self._line.append(turn)
        try:
            async with asyncio.timeout(self.patience):
                return await turn
        except BaseException as fault:
            self._give_up(turn)
            if isinstance(fault, TimeoutError):
                raise Overloaded(f"The database was too busy for {self.patience:g} seconds.", LATER) from None
            raise

    def _give_up(self, turn: "asyncio.Future[Connection | None]") -> None:
        """Leave the line; what came at the last moment goes to the next."""
        if turn in self._line:
            self._line.remove(turn)
        elif turn.done() and not turn.cancelled():
            connection = turn.result()
            if connection is None:
                self._wake(None)
            else:
                self.release(connection)

    def _wake(self, connection: Connection | None) -> bool:
        """Give a connection, or the right to open one, to the first in line; False where nobody waits."""
        while self._line:
            turn = self._line.popleft()
            if not turn.done():
                turn.set_result(connection)
                return True
        return False
