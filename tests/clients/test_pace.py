"""Requests of one client begin a few at a time, so that nobody else waits for all of them."""

import asyncio

from api.clients.pace import STRIDE, Pace

MANY = 20 * STRIDE


async def _begin(pace: Pace, name: str, begun: list[str]) -> None:
    await pace.begin(name)
    begun.append(name)


async def test_another_client_is_not_behind_all_of_them() -> None:
    """Who comes after a crowd of one client begins in the same round as its first few."""
    pace, begun = Pace(), list[str]()
    crowd = [asyncio.create_task(_begin(pace, "crowd", begun)) for _ in range(MANY)]
    await asyncio.gather(asyncio.create_task(_begin(pace, "other", begun)))
    assert begun.index("other") == STRIDE
    await asyncio.gather(*crowd)


async def test_a_client_begins_few_in_each_round() -> None:
    """The loop goes round between them, and takes in what is ready."""
    pace, begun, rounds = Pace(), list[str](), list[int]()
    crowd = [asyncio.create_task(_begin(pace, "crowd", begun)) for _ in range(MANY)]
    while len(begun) < MANY:
        before = len(begun)
        await asyncio.sleep(0)
        rounds.append(len(begun) - before)
    assert max(rounds) <= STRIDE
    await asyncio.gather(*crowd)


async def test_each_begins_in_the_order_in_which_it_came() -> None:
    """None is overtaken by one that came later, not even by one that comes between two rounds."""
    pace, order = Pace(), list[int]()

    async def begin(number: int) -> None:
        await pace.begin("crowd")
        order.append(number)

    tasks = [asyncio.create_task(begin(number)) for number in range(MANY)]
    while len(order) < MANY // 2:
        await asyncio.sleep(0)
    tasks.append(asyncio.create_task(begin(MANY)))
    await asyncio.gather(*tasks)
    assert order == [*range(MANY + 1)]


async def test_who_leaves_takes_no_turn() -> None:
    """The others begin as if it had never come."""
    pace, begun = Pace(), list[str]()
    tasks = [asyncio.create_task(_begin(pace, "crowd", begun)) for _ in range(MANY)]
    await asyncio.sleep(0)
    for task in tasks[STRIDE:-1]:
        task.cancel()
    await asyncio.wait_for(tasks[-1], 1)
    assert len(begun) == STRIDE + 1


async def test_nothing_is_kept_of_clients_that_have_left() -> None:
    """Names are forgotten with the round."""
    pace, begun = Pace(), list[str]()
    await asyncio.gather(*(_begin(pace, str(number), begun) for number in range(MANY)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert not pace._begun
    assert not pace._waiting
