"""Several processes keep one account in Redis, and go on without it."""

import io
import json
import signal
import sys
from collections.abc import AsyncIterator

import pytest
from limits import RateLimitItemPerMinute

from api import logs
from api.clients import redis_storage, shared
from api.clients.shared import Buckets, open_buckets
from api.errors import SettingsError
from tests.clients import redis

BUDGET = RateLimitItemPerMinute(6_000)
KEY = BUDGET.key_for("somebody")


@pytest.fixture
def log() -> io.StringIO:
    """What is logged."""
    stream = io.StringIO()
    logs.configure("json", "info", stream)
    return stream


@pytest.fixture
async def nowhere() -> AsyncIterator[Buckets]:
    """Buckets that should be in a Redis where nothing listens."""
    async with open_buckets(f"redis://127.0.0.1:{redis.free_port()}/0") as buckets:
        yield buckets


async def test_two_processes_keep_one_account() -> None:
    """What is spent at one worker is spent at the other."""
    port = redis.free_port()
    with redis.running(port):
        one, other = (Buckets(f"redis://127.0.0.1:{port}/0") for _ in range(2))
        assert (await one.take(BUDGET, KEY, 6_000)).granted
        assert not (await other.take(BUDGET, KEY, 1_000)).granted
        await one.close()
        await other.close()


async def test_without_redis_each_process_counts_for_itself(nowhere: Buckets, log: io.StringIO) -> None:
    """No request fails, limits still hold, and the log says so once."""
    assert (await nowhere.take(BUDGET, KEY, 6_000)).granted
    assert not (await nowhere.take(BUDGET, KEY, 1_000)).granted
    nowhere._retry_at = 0.0
    await nowhere.take(BUDGET, KEY, 1_000)
    events = [json.loads(line)["event"] for line in log.getvalue().splitlines()]
    assert events == ["limits.redis_lost"]


async def test_redis_is_used_again_when_it_is_back(log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Redis that dies and comes back is found again, without a restart."""
    monkeypatch.setattr(shared, "_RETRY_SECONDS", 0.0)
    port = redis.free_port()
    buckets = Buckets(f"redis://127.0.0.1:{port}/0")
    with redis.running(port):
        assert (await buckets.take(BUDGET, KEY, 6_000)).granted
    assert (await buckets.take(BUDGET, KEY, 6_000)).granted, "counted in this process"
    with redis.running(port):
        assert (await buckets.take(BUDGET, KEY, 6_000)).granted, "counted in the new Redis"
        assert not (await buckets.take(BUDGET, KEY, 6_000)).granted
    await buckets.close()
    events = [json.loads(line)["event"] for line in log.getvalue().splitlines()]
    assert events == ["limits.redis_lost", "limits.redis_back"]


async def test_a_redis_that_hangs_is_as_good_as_away(
    monkeypatch: pytest.MonkeyPatch, log: io.StringIO
) -> None:
    """One request waits for it, for a moment; those after it do not."""
    monkeypatch.setattr(redis_storage, "PATIENCE_SECONDS", 0.05)
    port = redis.free_port()
    with redis.running(port) as process:
        process.send_signal(signal.SIGSTOP)
        async with open_buckets(f"redis://127.0.0.1:{port}/0") as buckets:
            assert (await buckets.take(BUDGET, KEY, 6_000)).granted
            assert not (await buckets.take(BUDGET, KEY, 6_000)).granted
    events = [json.loads(line)["event"] for line in log.getvalue().splitlines()]
    assert events == ["limits.redis_lost"]


async def test_a_redis_that_is_away_is_left_alone_for_a_while(nowhere: Buckets) -> None:
    """Requests do not queue up for an answer that does not come."""
    await nowhere.take(BUDGET, KEY, 1)
    asked_again = nowhere._retry_at
    await nowhere.take(BUDGET, KEY, 1)
    assert nowhere._retry_at == asked_again > 0


def test_redis_without_its_package_is_refused_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for it is told what to install."""
    monkeypatch.setitem(sys.modules, "api.clients.redis_storage", None)
    with pytest.raises(SettingsError, match="needs the Python package redis") as refused:
        Buckets("redis://127.0.0.1:1/0")
    assert "pip install 'detente[redis]'" in str(refused.value)
