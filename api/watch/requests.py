"""One line per request, under an id that the client may choose and always gets back; its timings for browsers."""

import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import logs

REQUEST_ID = b"x-request-id"
# What a proxy or a client may send; anything else could forge lines in a log.
_ACCEPTED_ID = re.compile(rb"[\w.:-]{1,64}")
# Machines ask these every few seconds, and learn nothing new as long as all is well.
_QUIET = {"/healthz", "/readyz", "/metrics"}
_STAGES = ("parse", "lower", "run")


@dataclass(slots=True)
class Request:
    """A request that was answered, as those who watch see it.

    Attributes:
        scope: What came.
        route: The pattern of its path; None where there is none.
        facts: What was noted meanwhile.
        started: When it came, by time.perf_counter.
        seconds: How long it took, the writing included.
    """

    scope: Scope
    route: str | None
    facts: logs.Facts
    started: float
    seconds: float


Observer = Callable[[Request], None]


class RequestLog:
    """Gives each request its id and its line, and shows it to the observers."""

    def __init__(self, app: ASGIApp, observers: tuple[Observer, ...] = ()) -> None:
        self.app = app
        self.observers = observers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = time.perf_counter()
        request_id = _request_id(scope)
        facts: logs.Facts = {"request_id": request_id, "route": None, "method": scope["method"]}

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                facts["status"] = message["status"]
                timing = _timing(facts, started).encode()
                told = ((REQUEST_ID, request_id.encode()), (b"server-timing", timing))
                message["headers"] = [*message.get("headers", ()), *told]
            await send(message)

        with logs.about(facts):
            try:
                await self.app(scope, receive, send_with_id)
            finally:
                route = facts["route"] = getattr(scope.get("route"), "path", None)
                seconds = time.perf_counter() - started
                request = Request(scope, route, facts, started, seconds)
                for observe in self.observers:
                    observe(request)
                facts["total_ms"] = round(seconds * 1000, 2)
                quiet = route in _QUIET and facts.get("status") == 200  # noqa: PLR2004 - OK
                logs.line("debug" if quiet else "info", "request", facts)


def _request_id(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == REQUEST_ID and _ACCEPTED_ID.fullmatch(value):
            return str(value, "ascii")
    return os.urandom(16).hex()


def _timing(facts: logs.Facts, started: float) -> str:
    """The Server-Timing header: 'run;dur=2.31, cache;desc="miss", total;dur=2.6'."""
    parts = [f"{name};dur={facts[key]}" for name in _STAGES if (key := f"{name}_ms") in facts]
    if "cache" in facts:
        parts.append(f'cache;desc="{facts["cache"]}"')
    parts.append(f"total;dur={logs.milliseconds(started)}")
    return ", ".join(parts)
