"""The API keys that this process has met: looked up once, and believed for a while.

A key that is revoked stops within TRUSTED_SECONDS (and the lag of a replica). While the database is out of reach, keys
that were good stay good until it answers again.
"""

import asyncio
import math
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from api.clients import secrets
from api.database.keys import Found, ReadRow, find
from api.errors import DatabaseError, Overloaded

TRUSTED_SECONDS = 30.0
# After a look-up that found nothing, or reached no database.
_AGAIN_SECONDS = 5.0
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class _Met:
    """What a look-up found, until when it is believed, and when the key ends."""

    found: Found | None
    until: float
    ends: float


class Keyring:
    """Finds keys by their hash."""

    def __init__(self, read: ReadRow, trusted_seconds: float = TRUSTED_SECONDS) -> None:
        self._read = read
        self._trusted = trusted_seconds
        self._met: OrderedDict[bytes, _Met] = OrderedDict()
        self._asking: dict[bytes, asyncio.Task[_Met]] = {}

    async def look_up(
        self, key: str, first_time: Callable[[], Awaitable[None]] | None = None
    ) -> Found | None:
        """Return what a key leads to and whether it is still good; None where it leads nowhere.

        `first_time` may refuse to look up one that was not met before.
        """
        digest = secrets.digest(key)
        met = self._met.get(digest)
        if met is None:
            if not secrets.is_key(key):
                return None
            # Many requests with one key, all before its look-up is over, are one guess.
            if first_time and digest not in self._asking:
                await first_time()
        if met is None or time.monotonic() >= met.until:
            met = await self._ask_once(digest, met)
        return met.found

    async def _ask_once(self, digest: bytes, known: _Met | None) -> _Met:
        """Ask the database, once for all requests that wait for the same answer."""
        asking = self._asking.get(digest)
        if asking is None:
            asking = self._asking[digest] = asyncio.create_task(self._ask(digest, known))
            asking.add_done_callback(lambda asked: self._asked(digest, asked))
        # Who asked first may leave; the others still wait.
        return await asyncio.shield(asking)

    def _asked(self, digest: bytes, asked: "asyncio.Task[_Met]") -> None:
        del self._asking[digest]
        if not asked.cancelled():
            # Marks a failure as seen, should nobody wait any more.
            asked.exception()

    async def _ask(self, digest: bytes, known: _Met | None) -> _Met:
        try:
            met = self._believed(await find(self._read, digest))
        except (DatabaseError, Overloaded):
            if known is None or known.found is None or time.monotonic() >= known.ends:
                raise
            met = replace(known, until=min(time.monotonic() + _AGAIN_SECONDS, known.ends))
        self._keep(digest, met)
        return met

    def _believed(self, found: Found | None) -> _Met:
        now = time.monotonic()
        if found is None:
            return _Met(None, now + _AGAIN_SECONDS, math.inf)
        ends = math.inf if found.seconds_left is None else now + found.seconds_left
        trusted = now + self._trusted
        return _Met(found, min(trusted, ends) if found.state == "active" else trusted, ends)

    def _keep(self, digest: bytes, met: _Met) -> None:
        self._met[digest] = met
        self._met.move_to_end(digest)
        if len(self._met) > _MOST:
            self._met.popitem(last=False)
