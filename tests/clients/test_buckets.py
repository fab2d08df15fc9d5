"""A leaky bucket takes what fits in, and leaks evenly; in memory and in Redis alike."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator

import pytest
from limits import RateLimitItemPerHour, RateLimitItemPerMinute

from api.clients.buckets import LeakyBucketRateLimiter, LeakyMemoryStorage, Level
from api.clients.redis_storage import LeakyRedisStorage
from tests.clients import redis

BUDGET = RateLimitItemPerMinute(6_000)
KEY = BUDGET.key_for("somebody")


@pytest.fixture(scope="module")
def redis_port() -> Iterator[int]:
    """A Redis for this module."""
    port = redis.free_port()
    with redis.running(port):
        yield port


@pytest.fixture(params=["memory", "redis"])
async def limiter(request: pytest.FixtureRequest) -> AsyncIterator[LeakyBucketRateLimiter]:
    """The strategy over each storage, with empty buckets."""
    if request.param == "memory":
        yield LeakyBucketRateLimiter(LeakyMemoryStorage())
        return
    storage = LeakyRedisStorage(f"redis://127.0.0.1:{request.getfixturevalue('redis_port')}/0")
    await storage.reset()
    yield LeakyBucketRateLimiter(storage)
    await storage.close()


async def test_an_empty_bucket_takes_a_minutes_budget_at_once(limiter: LeakyBucketRateLimiter) -> None:
    """Bursts are fine, as long as they are within the budget."""
    level = await limiter.take(BUDGET, KEY, 6_000)
    assert level.granted
    assert level.remaining(BUDGET) < 60


async def test_what_would_run_over_is_refused_and_takes_nothing(limiter: LeakyBucketRateLimiter) -> None:
    """A refusal leaves the bucket as it was."""
    await limiter.take(BUDGET, KEY, 5_000)
    refused = await limiter.take(BUDGET, KEY, 2_000)
    assert not refused.granted
    assert 1_000 <= refused.remaining(BUDGET) < 1_100
    assert (await limiter.take(BUDGET, KEY, 1_000)).granted


async def test_it_leaks_evenly(limiter: LeakyBucketRateLimiter) -> None:
    """After a while so much more fits in: no window has to end."""
    await limiter.take(BUDGET, KEY, 6_000)
    before = await limiter.take(BUDGET, KEY, 0)
    await asyncio.sleep(0.1)
    after = await limiter.take(BUDGET, KEY, 0)
    assert after.remaining(BUDGET) - before.remaining(BUDGET) >= 9
    assert (await limiter.take(BUDGET, KEY, 9)).granted


async def test_clients_have_buckets_of_their_own(limiter: LeakyBucketRateLimiter) -> None:
    """One that is full keeps nobody else out."""
    await limiter.take(BUDGET, KEY, 6_000)
    assert (await limiter.take(BUDGET, BUDGET.key_for("another"), 6_000)).granted


async def test_many_at_once_get_no_more_than_one_after_another(limiter: LeakyBucketRateLimiter) -> None:
    """Nothing slips through between looking and pouring."""
    levels = await asyncio.gather(*(limiter.take(BUDGET, KEY, 1_000) for _ in range(20)))
    assert sum(level.granted for level in levels) == 6


async def test_it_keeps_the_contract_of_the_library(limiter: LeakyBucketRateLimiter) -> None:
    """`hit`, `test`, `get_window_stats` and `clear` mean what they mean for its own strategies."""
    assert await limiter.test(BUDGET, "x", cost=6_000)
    assert await limiter.hit(BUDGET, "x", cost=4_000)
    assert not await limiter.test(BUDGET, "x", cost=3_000)
    assert not await limiter.hit(BUDGET, "x", cost=3_000)
    stats = await limiter.get_window_stats(BUDGET, "x")
    assert 2_000 <= stats.remaining < 2_100
    assert 38 < stats.reset_time - time.time() < 41
    await limiter.clear(BUDGET, "x")
    assert await limiter.test(BUDGET, "x", cost=6_000)
    assert await limiter.hit(BUDGET, "x", cost=4_000)
    assert await limiter.storage.reset() == 1
    assert await limiter.test(BUDGET, "x", cost=6_000)


@pytest.mark.parametrize(
    ("backlog", "cost", "wait"),
    [(60.0, 600, 6.0), (60.0, 6_000, 60.0), (30.0, 6_000, 30.0), (0.0, 6_000, 0.0)],
)
def test_the_wait_is_until_it_fits_in(backlog: float, cost: int, wait: float) -> None:
    """Not until the bucket is empty."""
    assert Level(granted=False, backlog=backlog).wait(BUDGET, cost) == pytest.approx(wait)


async def test_memory_forgets_what_is_empty() -> None:
    """A hundred thousand addresses that asked once leave nothing behind."""
    storage = LeakyMemoryStorage()
    for number in range(100_000):
        await storage.pour(f"address-{number}", 10**12, 60, 1)
    assert len(storage.empty_at) < 5_000


async def test_memory_is_bounded_and_keeps_the_fullest() -> None:
    """However many addresses spend at once; the greediest are not the ones forgotten."""
    storage = LeakyMemoryStorage(most=1_000)
    item = RateLimitItemPerHour(1_000)
    await storage.pour("greedy", item.amount, item.get_expiry(), 1_000)
    for number in range(10_000):
        await storage.pour(f"address-{number}", item.amount, item.get_expiry(), 10)
    assert len(storage.empty_at) <= 3_000
    assert not (await storage.pour("greedy", item.amount, item.get_expiry(), 10)).granted
