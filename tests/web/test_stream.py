"""A response that is made while it is written: at its reader's pace, and ended when there is nobody to read it."""

import asyncio
from collections.abc import AsyncGenerator

import pytest
from starlette.types import Message

from api import logs
from api.web.stream import Stream


class Pieces:
    """Pieces without end, and whether they were closed."""

    def __init__(self) -> None:
        self.made = 0
        self.closed = False

    async def give(self, most: int = 1_000) -> AsyncGenerator[bytes, None]:
        """Give them."""
        try:
            while self.made < most:
                self.made += 1
                yield b"piece"
        finally:
            self.closed = True


async def _never() -> Message:
    await asyncio.Event().wait()
    raise AssertionError


async def _begun(pieces: Pieces, most: int = 1_000, patience: float = 60) -> Stream:
    made = pieces.give(most)
    return Stream(await anext(made), made, (), {"type": "http", "method": "GET"}, _never, patience)


async def test_nothing_is_made_before_it_is_wanted() -> None:
    """A reader that takes nothing more is given up, and what it was written from is closed."""
    pieces, sent = Pieces(), list[Message]()

    async def send(message: Message) -> None:
        sent.append(message)
        if len(sent) > 2:
            await asyncio.Event().wait()

    stream, facts = await _begun(pieces, patience=0.05), logs.Facts()
    with logs.about(facts):
        await stream.write(send)
    assert (pieces.made, pieces.closed) == (2, True)
    assert facts["code"] == "READER_TOO_SLOW"
    assert sent[-1].get("more_body")


async def test_who_leaves_is_noticed_while_nothing_is_written() -> None:
    """Whoever leaves ends the work that was done for him."""
    pieces, gone = Pieces(), asyncio.Event()
    made = pieces.give()

    async def receive() -> Message:
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(_: Message) -> None:
        gone.set()
        await asyncio.sleep(60)

    await Stream(await anext(made), made, (), {"type": "http", "method": "GET"}, receive).write(send)
    assert pieces.closed


@pytest.mark.parametrize("most", [1, 3])
async def test_all_pieces_and_an_end_are_sent(most: int) -> None:
    """What can be finished has an end."""
    pieces, sent = Pieces(), list[Message]()

    async def send(message: Message) -> None:
        sent.append(message)

    await (await _begun(pieces, most)).write(send)
    assert b"".join(each.get("body", b"") for each in sent) == b"piece" * most
    assert "more_body" not in sent[-1]
    assert pieces.closed
