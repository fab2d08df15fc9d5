"""Leaky buckets in Redis, for several processes; imported only where there is one to ask."""

from typing import Any, cast

from limits.aio.storage import RedisStorage
from limits.aio.storage.redis.redispy import RedispyBridge
from redis.asyncio import BlockingConnectionPool
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

from api.clients.buckets import LeakyBucketSupport, Level

# A request waits no longer for it.
PATIENCE_SECONDS = 0.25
_CONNECTIONS = 32

# Redis's own clock: those of several machines differ.
_POUR = """
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local amount, expiry, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local backlog = math.max(0, (tonumber(redis.call('GET', KEYS[1])) or 0) - now)
local wanted = backlog + cost * expiry / amount
if wanted > expiry + 0.000001 then
    return {0, string.format('%.6f', backlog)}
end
if cost > 0 then
    redis.call('SET', KEYS[1], string.format('%.6f', now + wanted), 'PX', math.ceil(wanted * 1000))
end
return {1, string.format('%.6f', wanted)}
"""


class LeakyRedisStorage(RedisStorage, LeakyBucketSupport):
    """Buckets in Redis, one round trip for each pouring."""

    def __init__(self, url: str) -> None:
        patience = PATIENCE_SECONDS
        pool = BlockingConnectionPool.from_url(
            url,
            max_connections=_CONNECTIONS,
            timeout=patience,
            socket_timeout=patience,
            socket_connect_timeout=patience,
            retry=Retry(NoBackoff(), 0),
        )
        super().__init__(
            f"async+{url}", implementation="redispy", key_prefix="detente", connection_pool=cast("Any", pool)
        )
        assert isinstance(self.bridge, RedispyBridge)
        self._client = cast("Any", self.bridge.get_connection())
        self._pour = self._client.register_script(_POUR)

    async def pour(self, key: str, amount: int, expiry: int, cost: int) -> Level:
        """Pour into a bucket, in one step for all processes."""
        granted, backlog = await self._pour([self.bridge.prefixed_key(key)], [amount, expiry, cost])
        return Level(granted == 1, float(backlog))

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose(close_connection_pool=True)
