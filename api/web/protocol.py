"""HTTP with patience that ends: how much a client may send, and how long it may take, before it has asked.

uvicorn leaves both to a proxy in front. Without one, a client that dribbles holds its connection for good, and a
header without end fills the memory.
"""

from asyncio import Transport
from asyncio.events import TimerHandle
from typing import ClassVar

from uvicorn.protocols.http.httptools_impl import STATUS_LINE

from api import logs
from api.errors import DetenteError, HeadersTooLarge, Overloaded, RequestError, RequestTimeout, UriTooLong
from api.web.cycle import CycleProtocol
from api.web.problem import MEDIA_TYPE, problem_body
from api.web.timeouts import Timeouts

URI_LIMIT = 32 * 1024
HEAD_LIMIT = 64 * 1024
HEADERS_LIMIT = 100
# Requests that are read before the one before them is answered, and how much is read at once: a packet may hold a
# thousand, and to parse them takes as long as to answer them.
PIPELINED = 8
SLICE = 4 * 1024
# From the first byte of a request to the end of its headers.
HEAD_SECONDS = 10.0
# For the rest of a body that was refused: who is cut off while sending does not see the answer.
LINGER_SECONDS = 2.0
# Between two reads of that rest: to take it as fast as it comes would take all our time.
SIP_SECONDS = 0.01
# A reader that takes nothing of what waits for it is gone.
STALL_SECONDS = 20.0


class PatientProtocol(CycleProtocol):
    """One connection."""

    limit: ClassVar[int] = 2000
    # Connections whose request has not wholly come, those that have waited longest first.
    waiting: ClassVar[dict["PatientProtocol", None]] = {}
    # Those on which nothing is asked.
    silent: ClassVar[Timeouts["PatientProtocol"]]

    _refusal: DetenteError | None = None
    _head: TimerHandle | None = None
    _stall: TimerHandle | None = None
    _linger: TimerHandle | None = None
    _sip: TimerHandle | None = None
    url: bytes = b""
    _held: bytearray
    _head_bytes = 0
    _head_done = False
    _asked = False

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Make room for the connection, or refuse it."""
        super().connection_made(transport)
        self._held = bytearray()
        self.waiting[self] = None
        self._expect_head()
        if len(self.connections) > self.limit:
            self._make_room()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self.waiting.pop(self, None)
        self._forget_timers()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came; of who sends on before he is answered, a little at a time."""
        if len(data) <= SLICE and not self._held and not self.pipeline:
            self._take(data)
        else:
            self._held += data
            self._take_held()
        if self._linger is not None and not self.transport.is_closing():
            self.flow.pause_reading()
            self._sip = self.loop.call_later(SIP_SECONDS, self.flow.resume_reading)

    def _take_held(self) -> None:
        while self._held and len(self.pipeline) < PIPELINED and not self.transport.is_closing():
            part = bytes(self._held[:SLICE])
            del self._held[:SLICE]
            self._take(part)
        if self._held:
            self.flow.pause_reading()

    def _take(self, data: bytes) -> None:
        """Parse it, if it is not too much of a head."""
        in_head, self._asked = not self._head_done, False
        super().data_received(data)
        if self._head_done or self.transport.is_closing():
            return
        # What ended one request and began the next is not counted.
        self._head_bytes = self._head_bytes + len(data) if in_head and not self._asked else 0
        if self._head_bytes > HEAD_LIMIT + URI_LIMIT:
            self._refuse(self._too_much())
        elif self._head_bytes and self._head is None:
            self._expect_head()

    def on_url(self, url: bytes) -> None:
        """Take a piece of the address."""
        super().on_url(url)
        if len(self.url) > URI_LIMIT:
            self._refuse_within(self._too_much())

    def on_headers_complete(self) -> None:
        """Begin to answer, if the head is no larger than it may be."""
        size = sum(len(name) + len(value) for name, value in self.headers)
        if size > HEAD_LIMIT or len(self.headers) > HEADERS_LIMIT:
            self._refuse_within(self._too_much())
        self._head_done = True
        if self._head is not None:
            self._head.cancel()
            self._head = None
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The request is wholly there, and being answered."""
        self._head_done, self._asked, self._head_bytes = False, True, 0
        super().on_message_complete()
        if self._linger is None:
            self.waiting.pop(self, None)
        else:
            self._linger.cancel()
            self._linger = None
            self._keep_alive()

    def on_response_complete(self) -> None:
        """Wait for the next request, or for the rest of one that is answered already."""
        self.server_state.total_requests += 1
        if not self.transport.is_closing():
            self._take_next()
        if self._held:
            self._take_held()
        if self.transport.is_closing() or not self.cycle.response_complete:
            return
        self.waiting[self] = None
        if self._head_done:
            self._unset_keepalive_if_required()
            self._linger = self.loop.call_later(LINGER_SECONDS, self._leave)

    def _take_next(self) -> None:
        self._unset_keepalive_if_required()
        self.flow.resume_reading()
        if self.pipeline:
            self._start_asgi_task(*self.pipeline.pop())
        else:
            self._keep_alive()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn calls it so
        """Refuse what the parser could not take."""
        refusal = self._refusal or RequestError(
            "This is not HTTP/1.1.", "see whether a proxy garbles requests."
        )
        self._refuse(refusal)

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection on which nothing was asked for a while."""
        self._leave()

    def pause_writing(self) -> None:
        """Have an eye on a client that does not read."""
        super().pause_writing()
        if self._stall is None:
            self._watch_reader(self.transport.get_write_buffer_size() + 1)

    def _watch_reader(self, before: int) -> None:
        left = self.transport.get_write_buffer_size()
        if left >= before:
            self.transport.abort()
        elif left:
            self._stall = self.loop.call_later(STALL_SECONDS, self._watch_reader, left)
        else:
            self._stall = None

    def _keep_alive(self) -> None:
        self.silent.begin(self, self.timeout_keep_alive)

    def _unset_keepalive_if_required(self) -> None:
        self.silent.end(self)

    def _expect_head(self) -> None:
        self._head = self.loop.call_later(HEAD_SECONDS, self._head_is_late)

    def _head_is_late(self) -> None:
        self._head = None
        if self not in self.waiting:
            self._expect_head()
        elif self._head_bytes:
            hint = "send address and headers at once."
            self._refuse(RequestTimeout(f"The headers did not come within {HEAD_SECONDS:g} seconds.", hint))
        else:
            self._leave()

    def _make_room(self) -> None:
        """Drop who has waited longest without asking, or else refuse the newest."""
        oldest = next(iter(self.waiting))
        if oldest is self:
            self._refuse(Overloaded("All connections are taken.", "try again in a few seconds."))
        else:
            del self.waiting[oldest]
            oldest.transport.abort()

    def _too_much(self) -> DetenteError:
        if len(self.url) > URI_LIMIT:
            return UriTooLong(
                f"The address is longer than {URI_LIMIT} bytes.",
                "shorten it; a query of GraphQL may be sent by POST.",
            )
        return HeadersTooLarge(
            f"There are more than {HEADERS_LIMIT} headers or {HEAD_LIMIT} bytes of them.", "send fewer."
        )

    def _refuse_within(self, refusal: DetenteError) -> None:
        """Refuse from within the parser, which ends with the exception."""
        self._refusal = refusal
        raise refusal

    def _refuse(self, refusal: DetenteError) -> None:
        """Answer without asking the application, and close."""
        logs.log.info("refused", code=refusal.code, status=refusal.status)
        body = problem_body(refusal.status, refusal.message, refusal.code, refusal.hint)
        head = (
            STATUS_LINE[refusal.status],
            *(b"%b: %b\r\n" % header for header in refusal.headers if header[0] != b"connection"),
            b"content-type: %b\r\n" % MEDIA_TYPE.encode(),
            b"cache-control: no-store\r\nconnection: close\r\n",
            b"content-length: %d\r\n\r\n" % len(body),
        )
        self.transport.write(b"".join(head) + body)
        self._leave()

    def _leave(self) -> None:
        """Close, and do not wait for good for a client that does not read what is left."""
        if not self.transport.is_closing():
            self.transport.close()
        self._forget_timers()
        self._stall = self.loop.call_later(STALL_SECONDS, self.transport.abort)

    def _forget_timers(self) -> None:
        self.silent.end(self)
        for timer in (self._head, self._stall, self._linger, self._sip):
            if timer is not None:
                timer.cancel()
        self._head = self._stall = self._linger = self._sip = None


def protocol(limit: int) -> type[PatientProtocol]:
    """The class of connections of one server, of which there may be so many at once."""
    silent = Timeouts(PatientProtocol.timeout_keep_alive_handler)
    return type("Connection", (PatientProtocol,), {"limit": limit, "waiting": {}, "silent": silent})
