"""Keeps a connection to one server that tells of its revisions: a primary by notifying, a replica when asked."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import asyncpg

from api import logs
from api.database.connect import SESSION
from api.database.pool import Connection
from api.database.revisions import CHANNEL, NEWEST, STATE, State
from api.database.servers import Member, Servers

OPEN_LIMIT = 2.0
# A primary that has nothing to tell is asked this often whether it is still there, and must answer in time: so
# much may pass until a silent loss of the network is noticed.
HEARTBEAT = 1.0
ANSWER_LIMIT = 1.5
# How often a replica is asked, and how often while it lacks what the primary has.
POLL = 0.25
POLL_BEHIND = 0.02
FIRST_PAUSE = 0.05
LONGEST_PAUSE = 0.5
# A server that cannot be reached is left alone until the next attempt has ended, however long that takes.
LEFT_ALONE = OPEN_LIMIT + LONGEST_PAUSE + 0.5

_FAULTS = (
    OSError,
    TimeoutError,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
)
_UNREACHABLE = (OSError, TimeoutError, asyncpg.CannotConnectNowError)


@dataclass(slots=True, eq=False)
class Listener:
    """Tells the servers what one of them has; connects anew whenever it loses the connection."""

    url: str
    member: Member
    servers: Servers
    connected: bool = False
    _told: bool = False
    _leads: bool = False
    _heard: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Listen until cancelled."""
        pause = FIRST_PAUSE
        while True:
            try:
                async with self._connection() as connection:
                    await self._follow(connection)
            except _FAULTS as fault:
                pause = FIRST_PAUSE if self.connected else min(pause * 2, LONGEST_PAUSE)
                self._lost(fault)
            await asyncio.sleep(pause)

    @contextlib.asynccontextmanager
    async def _connection(self) -> AsyncIterator[Connection]:
        settings = {**SESSION, "application_name": "detente listener"}
        async with asyncio.timeout(OPEN_LIMIT):
            connection = await asyncpg.connect(self.url, server_settings=settings)
        try:
            connection.add_termination_listener(self._deaf)
            self.member.reader.down_until = 0.0
            yield connection
        finally:
            self._deaf(connection)
            connection.terminate()

    async def _follow(self, connection: Connection) -> None:
        """Learn the server's part, and do what belongs to it until it changes."""
        state = await self._ask(connection)
        self.connected, self._told = True, False
        logs.log.info("listening", server=self.member.name, primary=state.primary, revision=state.revision)
        while True:
            state = await (self._hear(connection) if state.primary else self._poll(connection))

    async def _hear(self, connection: Connection) -> State:
        await connection.add_listener(CHANNEL, self._note)
        # What was committed before we listened.
        state = await self._ask(connection)
        while state.primary and not connection.is_closed():
            # One that was replaced and does not know it has nothing new to tell.
            heard = self.servers.revisions.heard
            heard.add(self) if self._leads else heard.discard(self)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(HEARTBEAT):
                    await self._heard.wait()
            self._heard.clear()
            state = await self._ask(connection)
        self.servers.revisions.heard.discard(self)
        return state

    async def _poll(self, connection: Connection) -> State:
        while not (state := await self._ask(connection)).primary:
            revisions = self.servers.revisions
            await revisions.news(POLL if self.member.revision >= revisions.newest else POLL_BEHIND)
        return state

    async def _ask(self, connection: Connection) -> State:
        known = self.servers.revisions.newest
        async with asyncio.timeout(ANSWER_LIMIT):
            state = State.read(await connection.fetchrow(STATE, NEWEST))
        self._leads = self.servers.settle(self.member, state, known)
        return state

    def _note(self, _: object, __: int, ___: str, payload: object) -> None:
        """Know a revision at once; the rest is asked for."""
        if isinstance(payload, str) and payload.isascii() and payload.isdigit():
            self.servers.revisions.learn(min(int(payload), NEWEST))
        self._heard.set()

    def _deaf(self, _: object) -> None:
        """Know no longer what the server has."""
        self.servers.revisions.heard.discard(self)
        self._heard.set()

    def _lost(self, fault: BaseException) -> None:
        if isinstance(fault, _UNREACHABLE):
            self.member.reader.leave_alone(LEFT_ALONE)
        if isinstance(fault, TimeoutError) and (not self.connected or self._others_are_up()):
            # It does not answer us, nor then those who read from it. Where nobody else can, it is asked twice.
            self.member.reader.pool.drop()
        self.connected = False
        if not self._told:
            self._told = True
            logs.log.warning(
                "listener_lost",
                server=self.member.name,
                kind=type(fault).__name__,
                sqlstate=getattr(fault, "sqlstate", None),
            )

    def _others_are_up(self) -> bool:
        return any(each.up for each in self.servers.members if each is not self.member)
