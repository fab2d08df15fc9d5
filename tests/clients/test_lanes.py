"""A client has so many places; who asks for more waits for his turn, and not in crowds."""

import asyncio

import pytest

from api.clients.lanes import Lanes
from api.errors import TooManyRequests


async def _turns(lanes: Lanes, name: str, number: int) -> "list[asyncio.Task[None]]":
    tasks = [asyncio.create_task(lanes.enter(name, 2)) for _ in range(number)]
    await asyncio.sleep(0)
    return tasks


def _entered(tasks: "list[asyncio.Task[None]]") -> list[bool]:
    return [task.done() and task.exception() is None for task in tasks]


async def test_places_are_given_in_order() -> None:
    """Who asked first goes first, as soon as somebody leaves."""
    lanes = Lanes()
    tasks = await _turns(lanes, "somebody", 4)
    assert _entered(tasks) == [True, True, False, False]
    lanes.leave("somebody")
    await asyncio.sleep(0)
    assert _entered(tasks) == [True, True, True, False]
    lanes.leave("somebody")
    await asyncio.gather(*tasks)


async def test_no_client_has_all_places_there_are() -> None:
    """However many it may have, so many are left to the others; as many as ever may wait."""
    lanes = Lanes(most=1)
    tasks = await _turns(lanes, "greedy", 9)
    assert _entered(tasks) == [True] + [False] * 8
    with pytest.raises(TooManyRequests):
        await lanes.enter("greedy", 2)
    assert _entered(await _turns(lanes, "other", 1)) == [True]
    for _ in tasks:
        lanes.leave("greedy")
        await asyncio.sleep(0)
    assert _entered(tasks) == [True] * 9


async def test_nobody_waits_for_another_client() -> None:
    """Each client has a lane of his own."""
    lanes = Lanes()
    crowd = await _turns(lanes, "crowd", 6)
    assert _entered(await _turns(lanes, "other", 1)) == [True]
    for _ in crowd:
        lanes.leave("crowd")
        await asyncio.sleep(0)


async def test_a_crowd_is_refused() -> None:
    """Four may wait for each place; the next is told to come back."""
    lanes = Lanes()
    tasks = await _turns(lanes, "somebody", 2 + 2 * 4 + 1)
    with pytest.raises(TooManyRequests, match="10 of your requests are already under way") as refused:
        await tasks[-1]
    assert refused.value.retry_after == 1
    for _ in tasks[:-1]:
        lanes.leave("somebody")
        await asyncio.sleep(0)
    await asyncio.gather(*tasks[:-1])


async def test_who_gives_up_waiting_gives_his_turn_to_the_next() -> None:
    """A client that disconnects blocks nobody, whether or not his turn had just come."""
    lanes = Lanes()
    tasks = await _turns(lanes, "somebody", 5)
    tasks[2].cancel()
    await asyncio.sleep(0)
    lanes.leave("somebody")
    tasks[3].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert _entered([tasks[4]]) == [True]
    for _ in range(2):
        lanes.leave("somebody")
    assert lanes._lanes == {}


async def test_a_turn_that_comes_too_late_leaves_nothing_behind() -> None:
    """The last in line may leave at the moment at which his turn comes."""
    lanes = Lanes()
    tasks = await _turns(lanes, "somebody", 3)
    for _ in range(2):
        lanes.leave("somebody")
    tasks[2].cancel()
    await asyncio.wait([tasks[2]])
    assert lanes._lanes == {}


async def test_empty_lanes_are_forgotten() -> None:
    """A client that runs nothing takes no memory."""
    lanes = Lanes()
    await lanes.enter("somebody", 2)
    lanes.leave("somebody")
    assert lanes._lanes == {}
