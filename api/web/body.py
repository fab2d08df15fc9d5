"""Reads the body of a request: never more of it than the limit, never longer than the client may take."""

import asyncio

from starlette.types import Receive, Scope

from api.errors import BodyTooLarge, RequestTimeout
from api.web.cycle import WHOLE_BODY, WholeBody
from api.web.reply import header


class Disconnected(Exception):
    """The client left before its request was read."""


async def read_body(scope: Scope, receive: Receive, limit: int, seconds: float) -> bytes:
    """Return the whole body; refuse one that is too long, or too slow to come."""
    length = header(scope, b"content-length")
    if length and length.isdigit() and int(length) > limit:
        raise _too_large(limit)
    whole: WholeBody | None = scope.get(WHOLE_BODY)
    # Mostly it is there before it is asked for, and needs no timer.
    if whole and (body := whole()) is not None:
        if len(body) > limit:
            raise _too_large(limit)
        return body
    try:
        async with asyncio.timeout(seconds):
            return await _read(receive, limit)
    except TimeoutError:
        raise RequestTimeout(
            f"The body did not come within {seconds:g} seconds.", "send it at once, or send less."
        ) from None


async def _read(receive: Receive, limit: int) -> bytes:
    body: bytes = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Disconnected
        body += message.get("body", b"")
        if len(body) > limit:
            raise _too_large(limit)
        if not message.get("more_body", False):
            return body


def _too_large(limit: int) -> BodyTooLarge:
    return BodyTooLarge(f"The body is longer than {limit} bytes.", "split the query, or send less.")
