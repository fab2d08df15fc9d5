"""What a long request pays while it goes on."""

import asyncio

import pytest
from limits import RateLimitItemPerMinute

from api.clients.lanes import Lanes
from api.clients.shared import Buckets
from api.clients.ticket import Client, Ticket
from api.errors import TooManyRequests

CLIENT = Client("anonymous", "somebody", RateLimitItemPerMinute(1_000), 1, frozenset({"read"}), b"")


async def test_who_can_wait_leaves_half_to_others() -> None:
    """Beyond half of the budget it waits, is not refused, and other requests of the client are paid for."""
    buckets = Buckets()
    long, short = Ticket(CLIENT, buckets, Lanes()), Ticket(CLIENT, buckets, Lanes())
    await long.pay_in_time(450)
    waiting = asyncio.create_task(long.pay_in_time(450))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await short.pay(400)
    with pytest.raises(TooManyRequests):
        await short.pay(400)
    waiting.cancel()


async def test_what_costs_nearly_all_waits_for_an_empty_bucket() -> None:
    """Something that would leave no half is paid once nothing else is owed."""
    ticket = Ticket(CLIENT, Buckets(), Lanes())
    await ticket.pay_in_time(10_000)
    assert (await ticket.settle()).charged == 900
