"""New documents are compiled in turns: one at a time, the lightest first, everybody else in between."""

import asyncio
import itertools
import time

import pytest

from api.errors import Overloaded
from api.web.turns import Turns


def _turns(most: int = 100) -> tuple[Turns, list[object]]:
    return Turns(most), []


async def _work(turns: Turns, weight: int, done: list[object]) -> None:
    async with turns.take(weight):
        done.append(weight)


async def test_the_lightest_goes_first() -> None:
    """Whoever came first has the turn; those who wait are served by weight, then in order."""
    turns, done = _turns()
    await asyncio.gather(*(_work(turns, weight, done) for weight in (9, 8, 3, 5)))
    assert done == [9, 3, 5, 8]


async def test_others_go_in_between() -> None:
    """Between two turns the event loop goes round: something that is ready is never behind two of them."""
    turns, done = _turns()

    async def tick() -> None:
        while len(done) < 12:
            done.append("tick")
            await asyncio.sleep(0)

    await asyncio.gather(tick(), *(_work(turns, weight, done) for weight in range(5)))
    places = [place for place, each in enumerate(done) if each != "tick"]
    assert all(later - earlier > 1 for earlier, later in itertools.pairwise(places))


async def test_a_turn_is_free_when_nobody_has_it() -> None:
    """After the last one it can be taken at once again."""
    turns, done = _turns()
    await _work(turns, 1, done)
    await asyncio.sleep(0)
    assert not turns.taken
    await _work(turns, 2, done)
    assert done == [1, 2]


async def test_the_heaviest_of_too_many_is_sent_away() -> None:
    """The queue is bounded, and a light one still gets in."""
    turns, done = _turns(most=2)
    results = await asyncio.gather(
        *(_work(turns, weight, done) for weight in (1, 50, 60, 7)), return_exceptions=True
    )
    assert done == [1, 7, 50]
    assert [type(result) for result in results] == [type(None), type(None), Overloaded, type(None)]


async def test_who_leaves_holds_nobody_up() -> None:
    """A client that goes away, while it waits or in the moment of its turn, passes the turn on."""
    turns, done = _turns()
    tasks = [asyncio.create_task(_work(turns, weight, done)) for weight in (1, 2, 3)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert done == [1, 3]
    begun = asyncio.create_task(_work(turns, 4, done))
    chosen, after = (asyncio.create_task(_work(turns, weight, done)) for weight in (5, 6))
    await begun
    while len(turns.waiting) > 1:
        await asyncio.sleep(0)
    chosen.cancel()
    await asyncio.wait_for(after, 1)
    assert done == [1, 3, 4, 6]


async def test_a_failure_passes_the_turn_on() -> None:
    """A refused document is no hindrance."""
    turns, done = _turns()
    with pytest.raises(ValueError, match="refused"):
        async with turns.take(1):
            raise ValueError("refused")
    await asyncio.wait_for(_work(turns, 2, done), 1)
    assert done == [2]


async def test_long_turns_leave_as_much_time_between_them() -> None:
    """What held everybody up is followed by as long a time for everybody else."""
    turns, ended = _turns()[0], list[float]()
    loop = asyncio.get_running_loop()

    async def hold() -> None:
        async with turns.take(1):
            ended.append(loop.time())
            time.sleep(0.02)  # noqa: ASYNC251 - as a compiler does

    await asyncio.gather(hold(), hold(), hold())
    assert all(later - earlier >= 0.04 - 0.002 for earlier, later in itertools.pairwise(ended))
