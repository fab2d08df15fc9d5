"""Clients that dribble, flood or do not read: each is refused or left in bounded time, and nobody waits for them."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from api.errors import DetenteError
from api.web import protocol
from api.web.body import Disconnected, read_body
from api.web.reply import Reply
from tests.serving import serving

GET = b"GET / HTTP/1.1\r\nHost: here\r\n\r\n"
LAST = b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n"
LATE = b"GET /late HTTP/1.1\r\n\r\n"
PATIENCE = 0.3
LONG = 5_000_000


async def _app(scope: Scope, receive: Receive, send: Send) -> None:
    """Echo the length of a body; /early refuses without reading, /long sends a lot, /late takes its time."""
    match scope["path"]:
        case "/early":
            reply = Reply(413, b"too long")
        case "/long":
            reply = Reply(200, b"x" * LONG)
        case "/late":
            await asyncio.sleep(PATIENCE * 3)
            reply = Reply(200, b"late")
        case _:
            try:
                reply = Reply(200, b"%d" % len(await read_body(scope, receive, 100_000, PATIENCE)))
            except DetenteError as error:
                reply = Reply(error.status, b"", error.headers)
            except Disconnected:
                return
    await reply.write(send)


async def _read(reader: asyncio.StreamReader) -> bytes:
    """All that comes, even if the connection is reset at last: by a server that had more to read."""
    found = b""
    with contextlib.suppress(ConnectionError):
        while part := await reader.read(64 * 1024):
            found += part
    return found


@dataclass
class Server:
    """Where the application listens, and how to talk to it byte by byte."""

    client: httpx.AsyncClient

    async def connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Open a connection, whose client takes in only a little before it is read."""
        client = socket.socket()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 1024)
        client.connect(("127.0.0.1", self.client.base_url.port or 0))
        return await asyncio.open_connection(sock=client)

    async def talk(self, parts: Iterable[bytes], pause: float = 0) -> bytes:
        """Send bytes, part by part, and return all that comes until the server closes."""
        reader, writer = await self.connect()
        answer = asyncio.create_task(_read(reader))
        with contextlib.suppress(ConnectionError):
            for part in parts:
                writer.write(part)
                await writer.drain()
                await asyncio.sleep(pause)
                if answer.done():
                    break
        try:
            return await asyncio.wait_for(answer, 10)
        finally:
            writer.close()

    async def answers(self) -> bool:
        """Whether somebody else is answered."""
        return (await self.client.post("/", content=b"abc")).text == "3"


@pytest.fixture
async def served(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Server]:
    """The application behind the server, whose patience is short and whose connections are few."""
    monkeypatch.setattr(protocol, "HEAD_SECONDS", PATIENCE)
    monkeypatch.setattr(protocol, "LINGER_SECONDS", PATIENCE)
    monkeypatch.setattr(protocol, "STALL_SECONDS", PATIENCE)
    async with serving(_app, connections=10) as client:
        yield Server(client)


def _status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\nx: " + b"a" * 70_000 + b"\r\n\r\n", 431),
        (b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 200 + b"\r\n", 431),
        (b"GET / HTTP/1.1\r\nx: " + b"a" * 100_000, 431),
        (b"\r\n" * 60_000, 431),
        (b"\x00\x01\x02\r\n\r\n", 400),
        (b"GET / HTTP/9.9\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
    ],
)
async def test_a_head_that_is_too_much_is_refused(served: Server, head: bytes, status: int) -> None:
    """The status says what is too long or garbled, the body is a problem document, the connection ends."""
    answer = await served.talk([head])
    assert _status(answer) == status
    assert b"application/problem+json" in answer
    assert b"connection: close" in answer
    assert await served.answers()


async def test_a_dribbled_head_is_given_up(served: Server) -> None:
    """Bytes that keep coming do not buy more time."""
    answer = await served.talk((GET[at : at + 1] for at in range(len(GET))), pause=0.05)
    assert _status(answer) == 408
    assert await served.answers()


async def test_a_client_that_says_nothing_is_left(served: Server) -> None:
    """Browsers open connections in advance: they are no error."""
    assert await served.talk([]) == b""


async def test_a_dribbled_body_is_given_up(served: Server) -> None:
    """The status is 408, and the connection ends."""
    head = b"POST / HTTP/1.1\r\nContent-Length: 1000\r\n\r\n"
    answer = await served.talk([head, *[b"x"] * 9], pause=PATIENCE * 0.7)
    assert _status(answer) == 408


async def test_a_refused_body_may_still_come(served: Server) -> None:
    """The client sees the answer, and the connection can be used again."""
    body = b"x" * 200_000
    head = b"POST /early HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % len(body)
    answer = await served.talk([head, body, LAST])
    assert answer.count(b"HTTP/1.1 ") == 2
    assert _status(answer) == 413


async def test_the_rest_of_a_refused_body_is_taken_slowly(
    served: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who sends megabytes that nobody wants has to wait, so that others need not."""
    monkeypatch.setattr(protocol, "SIP_SECONDS", PATIENCE * 10)
    parts = iter([b"POST /early HTTP/1.1\r\nContent-Length: 40000000\r\n\r\n", *[b"x" * 1_000_000] * 40])
    answer = await served.talk(parts)
    assert _status(answer) == 413
    assert next(parts, None), "it took all"


async def test_a_refused_body_may_not_come_for_ever(served: Server) -> None:
    """Who goes on dribbling after the answer is cut off."""
    head = b"POST /early HTTP/1.1\r\nContent-Length: 100000\r\n\r\n"
    answer = await served.talk([head, *[b"x"] * 200], pause=0.02)
    assert _status(answer) == 413


async def test_who_does_not_read_is_cut_off(served: Server) -> None:
    """The rest of a long answer is forgotten."""
    reader, writer = await served.connect()
    writer.write(GET.replace(b"/ ", b"/long "))
    await asyncio.sleep(PATIENCE * 4)
    with contextlib.suppress(ConnectionError):
        assert len(await reader.read()) < LONG
    writer.close()


async def test_who_reads_slowly_gets_everything(served: Server) -> None:
    """Patience ends only with a client that takes nothing."""
    reader, writer = await served.connect()
    writer.write(GET.replace(b"/ ", b"/long "))
    got = 0
    while part := await reader.read(LONG // 8):
        got += len(part)
        if got > LONG:
            break
        await asyncio.sleep(PATIENCE / 20)
    writer.close()
    assert got > LONG


async def test_a_slow_answer_is_not_cut_off(served: Server) -> None:
    """Patience is with clients: who has asked may wait, even with the next request half sent."""
    reader, writer = await served.connect()
    writer.write(LATE + GET[:10])
    answer = await reader.readuntil(b"late")
    assert answer.startswith(b"HTTP/1.1 200")
    writer.close()


async def test_pipelined_requests_are_answered_in_order(served: Server) -> None:
    """Several heads in one packet are several requests."""
    post = b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n"
    answer = await served.talk([b"".join(post % n + b"x" * n for n in (3, 50_000, 7)) + LAST])
    assert [part.rpartition(b"\r\n")[2] for part in answer.split(b"HTTP/1.1 200")[1:]] == [
        b"3",
        b"50000",
        b"7",
        b"0",
    ]


async def test_who_sends_on_is_read_on_when_he_is_answered(
    served: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many requests come at once, few are taken in before the first is answered; all are in the end."""
    taken = 0
    plain = protocol.PatientProtocol.on_headers_complete

    def count(connection: protocol.PatientProtocol) -> None:
        nonlocal taken
        taken += 1
        plain(connection)

    monkeypatch.setattr(protocol.PatientProtocol, "on_headers_complete", count)
    reader, writer = await served.connect()
    writer.write(LATE + GET * 5000 + LAST)
    await asyncio.sleep(PATIENCE)
    assert 1 < taken <= protocol.SLICE // len(GET) + 1
    answer = await asyncio.wait_for(reader.read(), 20)
    assert answer.count(b"HTTP/1.1 200") == 5002
    writer.close()


async def test_a_full_house_makes_room(served: Server) -> None:
    """Connections that ask nothing give way, those that waited longest first, and are told nothing."""
    idle = [await served.connect() for _ in range(30)]
    assert await served.answers()
    first_reader, _ = idle[0]
    with contextlib.suppress(ConnectionError):
        assert await asyncio.wait_for(first_reader.read(), 5) == b""
    for _, writer in idle:
        writer.close()


async def test_a_house_full_of_work_refuses_the_newest(served: Server) -> None:
    """Nobody who has asked is thrown out: the newest is told to come again."""
    busy = [
        asyncio.create_task(served.talk([LATE.replace(b"\r\n", b"\r\nConnection: close\r\n", 1)]))
        for _ in range(10)
    ]
    await asyncio.sleep(PATIENCE)
    refused = await served.talk([])
    assert _status(refused) == 503
    assert b"retry-after: " in refused
    assert [_status(await task) for task in busy] == [200] * 10
