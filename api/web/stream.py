"""A response that is written as it is made: at its reader's pace, and visibly broken where it cannot be finished."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace

from starlette.types import Receive, Scope, Send

from api import logs
from api.errors import DetenteError, Headers
from api.web.reply import SLICE

# Longest that a reader may take for one piece: slower ones would hold what the piece was made from.
PATIENCE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Stream:
    """A response whose end is not known when it begins.

    Attributes:
        first: Its first piece: what fails before that can still be told as an error.
        pieces: The others, each made when the one before was taken; closed whatever happens.
        receive: Tells when the client leaves.
    """

    first: bytes
    pieces: AsyncGenerator[bytes, None]
    headers: Headers
    scope: Scope
    receive: Receive
    patience: float = PATIENCE_SECONDS

    def plus(self, headers: Headers) -> "Stream":
        """The same with more headers."""
        return replace(self, headers=self.headers + headers)

    async def write(self, send: Send) -> None:
        """Send it; nothing more is made once the client has left.

        What fails on the way leaves the response without an end: the server then closes the connection, and no client
        can take the part for the whole.
        """
        writing = asyncio.create_task(self._write(send))
        leaving = asyncio.create_task(self._left())
        try:
            await asyncio.wait((writing, leaving), return_when=asyncio.FIRST_COMPLETED)
            if not writing.done():
                logs.note(code="DISCONNECTED")
        finally:
            for task in (writing, leaving):
                task.cancel()
            await asyncio.gather(writing, leaving, return_exceptions=True)
            await self.pieces.aclose()
        if not writing.cancelled() and (fault := writing.exception()):
            _tell(fault)

    async def _write(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [*self.headers]})
        if self.scope["method"] != "HEAD":
            sent = await self._send(send, self.first)
            async for piece in self.pieces:
                sent += await self._send(send, piece)
                logs.note(bytes=sent)
        await send({"type": "http.response.body", "body": b""})

    async def _send(self, send: Send, piece: bytes) -> int:
        """Send a piece in slices, so that compressing it holds nobody up."""
        async with asyncio.timeout(self.patience):
            for start in range(0, len(piece) or 1, SLICE):
                part = piece[start : start + SLICE]
                await send({"type": "http.response.body", "body": part, "more_body": True})
                await asyncio.sleep(0)
        return len(piece)

    async def _left(self) -> None:
        while (await self.receive())["type"] != "http.disconnect":
            pass


def _tell(fault: BaseException) -> None:
    """Note why a response has no end."""
    if isinstance(fault, DetenteError):
        logs.note(code=fault.code)
    elif isinstance(fault, TimeoutError):
        logs.note(code="READER_TOO_SLOW")
    elif isinstance(fault, Exception):
        logs.note(code="INTERNAL")
        logs.fault(fault)
