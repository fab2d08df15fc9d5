"""The buckets of all clients: in Redis, for several processes, or in this one."""

import contextlib
import time
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from limits import RateLimitItem

from api import logs
from api.clients.buckets import LeakyBucketRateLimiter, LeakyMemoryStorage, Level
from api.errors import SettingsError

if TYPE_CHECKING:
    from api.clients.redis_storage import LeakyRedisStorage

_RETRY_SECONDS = 5.0
_MOST_SHUT = 10_000


class Buckets:
    """The buckets of all clients: in Redis while it answers; else each process counts for itself."""

    def __init__(self, url: str | None = None) -> None:
        self._own = LeakyMemoryStorage()
        self._redis = _open_redis(url) if url else None
        self._shared = LeakyBucketRateLimiter(self._redis) if self._redis else None
        self._retry_at = 0.0
        self._away = False
        self._shut: dict[str, float] = {}

    async def take(self, item: RateLimitItem, key: str, cost: int) -> Level:
        """Pour `cost` into a client's bucket, unless it would run over."""
        if self._redis and self._shared and time.monotonic() >= self._retry_at:
            if self._away:
                # One request at a time finds out whether it is back.
                self._retry_at = time.monotonic() + _RETRY_SECONDS
            try:
                level = await self._shared.take(item, key, cost)
            except self._redis.base_exceptions as fault:
                self._lost(fault)
            else:
                self._found()
                return level
        return self._own.pour_now(key, item.amount, item.get_expiry(), cost)

    def shut(self, key: str, seconds: float) -> None:
        """Remember, in this process, that a bucket has no room for a while."""
        now = time.monotonic()
        if len(self._shut) >= _MOST_SHUT:
            self._shut = {each: until for each, until in self._shut.items() if until > now}
        self._shut[key] = now + seconds

    def shut_for(self, key: str) -> float:
        """Return for how many seconds more; 0 where it has room, as far as is known."""
        until = self._shut.get(key)
        return 0.0 if until is None else max(0.0, until - time.monotonic())

    async def close(self) -> None:
        """Leave Redis."""
        if self._redis:
            await self._redis.close()

    def _lost(self, fault: BaseException) -> None:
        self._retry_at = time.monotonic() + _RETRY_SECONDS
        if not self._away:
            logs.log.warning(
                "limits.redis_lost", kind=type(fault).__name__, each_process_counts_for_itself=True
            )
        self._away = True

    def _found(self) -> None:
        if self._away:
            logs.log.info("limits.redis_back")
            self._away, self._retry_at = False, 0.0


@contextlib.asynccontextmanager
async def open_buckets(url: str | None) -> AsyncIterator[Buckets]:
    """The buckets of one process."""
    buckets = Buckets(url)
    try:
        yield buckets
    finally:
        await buckets.close()


def _open_redis(url: str) -> "LeakyRedisStorage":
    try:
        from api.clients.redis_storage import LeakyRedisStorage  # noqa: PLC0415 - the package redis is an extra
    except ImportError:
        raise SettingsError(
            "DETENTE_LIMITS_URL needs the Python package redis.", "pip install 'detente[redis]', or unset it."
        ) from None
    return LeakyRedisStorage(url)
