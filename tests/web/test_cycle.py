"""What stands on the wire between head and end: lengths, pieces, and when the connection ends."""

import asyncio
import gc
import weakref
from collections.abc import AsyncIterator

import pytest
from starlette.types import Message, Receive, Scope, Send

from tests.serving import serving

TEXT = (b"content-type", b"text/plain")
ANSWERS: dict[str, tuple[int, list[tuple[bytes, bytes]], list[bytes]]] = {
    "/whole": (200, [TEXT, (b"content-length", b"5")], [b"whole"]),
    "/pieces": (200, [TEXT], [b"one", b"", b"two"]),
    "/empty": (200, [TEXT], [b""]),
    "/unchanged": (304, [(b"etag", b'"1"')], [b""]),
    "/last": (200, [(b"connection", b"close"), (b"content-length", b"4")], [b"last"]),
    "/split": (200, [(b"x-name", b"a\r\nset-cookie: b")], [b"never sent"]),
    "/name": (200, [(b"x name", b"a")], [b"never sent"]),
    "/short": (200, [(b"content-length", b"9")], [b"short"]),
    "/long": (200, [(b"content-length", b"2")], [b"long"]),
}


async def _app(scope: Scope, receive: Receive, send: Send) -> None:
    message: Message = await receive()
    status, headers, parts = ANSWERS[scope["path"]]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    assert not message["more_body"]
    for number, part in enumerate(parts, 1):
        await send({"type": "http.response.body", "body": part, "more_body": number < len(parts)})


@pytest.fixture
async def port() -> AsyncIterator[int]:
    """Where the answers above are given."""
    async with serving(_app) as client:
        yield client.base_url.port or 0


async def _talk(port: int, *sent: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"".join(sent))
    try:
        return await asyncio.wait_for(reader.read(), 10)
    finally:
        writer.close()


def _ask(path: str, method: str = "GET", *, last: bool = True, version: str = "1.1") -> bytes:
    close = "Connection: close\r\n" if last else ""
    return f"{method} {path} HTTP/{version}\r\nHost: here\r\n{close}\r\n".encode()


@pytest.mark.parametrize(
    ("path", "ends"),
    [
        ("/whole", b"content-length: 5\r\nconnection: close\r\n\r\nwhole"),
        (
            "/pieces",
            b"transfer-encoding: chunked\r\nconnection: close\r\n\r\n3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n",
        ),
        ("/empty", b"transfer-encoding: chunked\r\nconnection: close\r\n\r\n0\r\n\r\n"),
        ("/unchanged", b'etag: "1"\r\nconnection: close\r\n\r\n'),
        ("/last", b"connection: close\r\ncontent-length: 4\r\n\r\nlast"),
    ],
)
async def test_an_answer_ends_as_its_head_says(port: int, path: str, ends: bytes) -> None:
    """By its length, by its last piece, or with the head."""
    answer = await _talk(port, _ask(path))
    assert answer.endswith(ends), answer
    assert b"\r\ndate: " in answer


@pytest.mark.parametrize("path", ["/whole", "/pieces"])
async def test_head_has_no_body(port: int, path: str) -> None:
    """Nothing follows the head, and the length that a body would have is told."""
    answer = await _talk(port, _ask(path, "HEAD"))
    assert answer.endswith(b"\r\n\r\n")
    assert (b"content-length: 5" in answer) is (path == "/whole")


async def test_the_application_may_end_a_connection(port: int) -> None:
    """What was asked behind it is not answered."""
    assert (await _talk(port, _ask("/last", last=False), _ask("/whole"))).count(b"HTTP/1.1 ") == 1


async def test_an_old_client_is_answered_once(port: int) -> None:
    """HTTP/1.0 keeps no connection."""
    answer = await _talk(port, _ask("/whole", last=False, version="1.0"))
    assert answer.endswith(b"connection: close\r\n\r\nwhole")


async def test_who_waits_to_be_asked_for_a_body_is_asked(port: int) -> None:
    """Expect: 100-continue."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        b"POST /whole HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 3\r\nConnection: close\r\n\r\n"
    )
    assert await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10) == b"HTTP/1.1 100 Continue\r\n\r\n"
    writer.write(b"abc")
    assert (await reader.read()).endswith(b"whole")
    writer.close()


@pytest.mark.parametrize("path", ["/split", "/name"])
async def test_a_header_that_would_be_two_is_not_sent(port: int, path: str) -> None:
    """Nor the answer that it belongs to."""
    answer = await _talk(port, _ask(path))
    assert answer.startswith(b"HTTP/1.1 500 ")
    assert b"set-cookie" not in answer


@pytest.mark.parametrize("path", ["/short", "/long"])
async def test_an_answer_of_the_wrong_length_is_cut_off(port: int, path: str) -> None:
    """The connection ends, so that the rest is not taken for the next answer."""
    answer = await _talk(port, _ask(path, last=False), _ask("/whole"))
    assert b"whole" not in answer


async def test_an_answered_request_is_forgotten_at_once() -> None:
    """Nothing of it waits for the garbage collector."""
    forgotten = asyncio.Event()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        witness = Witness()
        scope["witness"] = witness
        weakref.finalize(witness, forgotten.set)
        await _app(scope, receive, send)

    async with serving(app) as client:
        gc.disable()
        try:
            for _ in range(2):
                # The connection keeps its last request.
                await client.get("/whole")
            await asyncio.wait_for(forgotten.wait(), 5)
        finally:
            gc.enable()


class Witness:
    """Something in a scope."""
