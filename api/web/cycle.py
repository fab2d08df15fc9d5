"""One request and its answer, written at once: head and body in one piece, where uvicorn writes two.

Each write wakes the client, which for a short answer costs more than making it.
"""

import asyncio
import urllib.parse
from collections.abc import Callable
from typing import cast

import httptools
from starlette.types import Message, Scope
from uvicorn.protocols.http.httptools_impl import (
    HEADER_RE,
    HEADER_VALUE_RE,
    STATUS_LINE,
    HttpToolsProtocol,
    RequestResponseCycle,
)

# In a scope: returns the body of the request if it is there already.
WHOLE_BODY = "detente.whole_body"
WholeBody = Callable[[], bytes | None]

_BODILESS = (204, 304)


class Cycle(RequestResponseCycle):
    """As uvicorn's, but for how it is written."""

    _head = b""

    def whole_body(self) -> bytes | None:
        """Take the body if all of it has come; ask before anything of it is received."""
        if self.more_body or self.disconnected:
            return None
        body, self.body = bytes(self.body), bytearray()
        return body

    async def send(self, message: Message) -> None:  # type: ignore[override]
        """Take a message of the application; the head waits for the first piece of the body."""
        if self.flow.write_paused and not self.disconnected:
            await self.flow.drain()
        if self.disconnected:
            return
        expected = "http.response.body" if self.response_started else "http.response.start"
        if message["type"] != expected or self.response_complete:
            raise RuntimeError(f"Unexpected ASGI message {message['type']!r}.")
        if self.response_started:
            self._continue(message.get("body", b""), more=message.get("more_body", False))
        else:
            self._begin(message["status"], [*self.default_headers, *message.get("headers", ())])

    def _begin(self, status: int, headers: list[tuple[bytes, bytes]]) -> None:
        if HEADER_RE.search(b"".join([name for name, _ in headers])):
            raise RuntimeError("Invalid HTTP header name.")
        if HEADER_VALUE_RE.search(b"".join([value for _, value in headers])):
            raise RuntimeError("Invalid HTTP header value.")
        self.response_started, self.waiting_for_100_continue = True, False
        told = dict(headers)
        if b"content-length" in told:
            self.chunked_encoding, self.expected_content_length = False, int(told[b"content-length"])
        elif self.scope["method"] != "HEAD" and status not in _BODILESS:
            self.chunked_encoding = True
            if b"transfer-encoding" not in told:
                headers.append((b"transfer-encoding", b"chunked"))
        if b"close" in told.get(b"connection", b"").lower():
            self.keep_alive = False
        elif not self.keep_alive:
            headers.append((b"connection", b"close"))
        lines = [b"%b: %b\r\n" % header for header in headers]
        self._head = b"".join([STATUS_LINE[status], *lines, b"\r\n"])

    def _continue(self, body: bytes, *, more: bool) -> None:
        if self.scope["method"] == "HEAD":
            self.expected_content_length, body = 0, b""
        elif self.chunked_encoding:
            end = b"" if more else b"0\r\n\r\n"
            body = (b"%x\r\n%b\r\n%b" % (len(body), body, end)) if body else end
        else:
            self.expected_content_length -= len(body)
            if self.expected_content_length < 0 or (self.expected_content_length and not more):
                raise RuntimeError("The body is not as long as its content-length says.")
        if self._head or body:
            self.transport.write(self._head + body)
            self._head = b""
        if not more:
            # It refers to us, and who is referred to in a circle waits for the garbage collector.
            cast("Scope", self.scope).pop(WHOLE_BODY, None)
            self.response_complete = True
            self.message_event.set()
            if not self.keep_alive:
                self.transport.close()
            self.on_response()


class CycleProtocol(HttpToolsProtocol):
    """A connection whose requests are cycles of ours; it speaks no WebSocket."""

    def on_headers_complete(self) -> None:
        """Begin to answer, or wait for the answers to those that were asked before."""
        version = self.parser.get_http_version()
        before: RequestResponseCycle | None = self.cycle
        self.cycle = self._cycle(keep_alive=version != "1.0" and self.parser.should_keep_alive())
        self._complete_scope(version)
        if before is None or before.response_complete:
            self._start_asgi_task(self.cycle, self.app)
        else:
            self.flow.pause_reading()
            self.pipeline.appendleft((self.cycle, self.app))

    def _cycle(self, *, keep_alive: bool) -> Cycle:
        return Cycle(
            scope=self.scope,
            transport=self.transport,
            flow=self.flow,
            logger=self.logger,
            access_logger=self.access_logger,
            access_log=False,
            default_headers=self.server_state.default_headers,
            message_event=asyncio.Event(),
            expect_100_continue=self.expect_100_continue,
            keep_alive=keep_alive,
            on_response=self.on_response_complete,
        )

    def _complete_scope(self, version: str) -> None:
        url = httptools.parse_url(self.url)
        path = url.path.decode("ascii")
        scope = cast("Scope", self.scope)
        scope["http_version"] = version
        scope["method"] = self.parser.get_method().decode("ascii")
        scope["path"] = self.root_path + (urllib.parse.unquote(path) if "%" in path else path)
        scope["raw_path"] = self.root_path.encode("ascii") + url.path
        scope["query_string"] = url.query or b""
        scope[WHOLE_BODY] = cast("Cycle", self.cycle).whole_body
