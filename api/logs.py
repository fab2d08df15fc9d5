"""One structured line per request, under an id that the client may choose and always gets back.

The line has route, status, durations and counts. It never has a document, a variable, a query string
or a path's parameters: a withheld name could stand in any of them.
"""

import logging
import re
import sys
import time
import traceback
import uuid
from contextvars import ContextVar
from typing import Any, TextIO

import orjson
import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.settings import LogFormat, LogLevel

REQUEST_ID = "X-Request-ID"
# What a proxy or a client may send; anything else could forge lines in a log.
_ACCEPTED_ID = re.compile(r"[\w.:-]{1,64}", re.ASCII)
# Probes ask every few seconds and tell nothing as long as they succeed.
_QUIET = {"/healthz", "/readyz"}

_FIRST = ("timestamp", "level", "event", "request_id")

_notes: ContextVar[dict[str, object]] = ContextVar("notes")
log: structlog.typing.FilteringBoundLogger = structlog.get_logger()


def configure(form: LogFormat, level: LogLevel, stream: TextIO | None = None) -> None:
    """Send every log line, the libraries' too, to one stream in one form."""
    out = stream or sys.stderr
    console = form == "console" or (form == "auto" and out.isatty())
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    shown: list[structlog.typing.Processor] = (
        [
            structlog.dev.ConsoleRenderer(
                colors=out.isatty(), exception_formatter=structlog.dev.plain_traceback
            )
        ]
        if console
        else [structlog.processors.format_exc_info, _in_order, structlog.processors.JSONRenderer(_json)]
    )
    structlog.configure(
        processors=[*shared, *shown],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=structlog.PrintLoggerFactory(out),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(out)
    strip = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=[strip, *shown])
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def note(**facts: object) -> None:
    """Add facts to the line of the request being answered."""
    _notes.get({}).update(facts)


def fault(error: BaseException) -> str:
    """Log a fault of ours, and where it arose; the id it is logged under.

    Its message stays out: Postgres and the driver quote the values they stumble over.
    """
    fault_id = uuid.uuid4().hex[:12]
    frames = traceback.extract_tb(error.__traceback__)
    log.error(
        "fault",
        fault_id=fault_id,
        kind=f"{type(error).__module__}.{type(error).__qualname__}",
        sqlstate=getattr(error, "sqlstate", None),
        where=[f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    )
    return fault_id


class RequestLog:
    """Gives each request its id and its line."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        sent = Headers(scope=scope).get(REQUEST_ID, "")
        request_id = sent if _ACCEPTED_ID.fullmatch(sent) else uuid.uuid4().hex
        facts: dict[str, object] = {"method": scope["method"]}
        started = time.perf_counter()

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                facts["status"] = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = request_id
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            token = _notes.set(facts)
            try:
                await self.app(scope, receive, send_with_id)
            finally:
                _notes.reset(token)
                _write(scope, facts, started)


def _write(scope: Scope, facts: dict[str, object], started: float) -> None:
    route = getattr(scope.get("route"), "path", None)
    quiet = route in _QUIET and facts.get("status") == 200  # noqa: PLR2004 - OK
    write = log.debug if quiet else log.info
    write("request", route=route, **facts, total_ms=milliseconds(started))


def milliseconds(started: float) -> float:
    """Time since a reading of perf_counter, fit for a log."""
    return round((time.perf_counter() - started) * 1000, 2)


def _in_order(_: object, __: str, line: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """What every line has comes first, so that lines can be read below each other."""
    return {name: line[name] for name in _FIRST if name in line} | dict(line)


def _json(value: object, **_: Any) -> str:  # noqa: ANN401 - structlog passes json.dumps's options
    return orjson.dumps(value, default=str).decode()
