"""One timer for many: who is late is told so, who is in time is not."""

import asyncio

import pytest

from api.web.timeouts import Deadline, Timeouts, deadlines


async def test_each_is_told_once_when_its_own_time_is_over() -> None:
    """Who began first is late first, and who ended is not late."""
    late: list[str] = []
    timeouts = Timeouts(late.append)
    timeouts.begin("first", 0.05)
    timeouts.begin("ended", 0.05)
    await asyncio.sleep(0.03)
    timeouts.begin("second", 0.05)
    timeouts.end("ended")
    await asyncio.sleep(0.03)
    assert late == ["first"]
    await asyncio.sleep(0.05)
    assert late == ["first", "second"]


async def test_it_goes_on_after_all_have_ended() -> None:
    """A timer that found nobody is set anew for the next."""
    late: list[str] = []
    timeouts = Timeouts(late.append)
    timeouts.begin("ended", 0.01)
    timeouts.end("ended")
    await asyncio.sleep(0.03)
    timeouts.begin("next", 0.01)
    await asyncio.sleep(0.03)
    assert late == ["next"]


async def test_a_deadline_ends_what_takes_longer() -> None:
    """What is within a deadline is cancelled when that has passed; the task goes on."""
    with pytest.raises(TimeoutError), Deadline(deadlines(), 0.01):
        await asyncio.sleep(10)
    await asyncio.sleep(0)


async def test_a_deadline_is_not_taken_for_a_cancellation() -> None:
    """Who is cancelled from outside, within a deadline, is cancelled."""

    async def wait() -> None:
        with Deadline(deadlines(), 10):
            await asyncio.sleep(10)

    task = asyncio.create_task(wait())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
