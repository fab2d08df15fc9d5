"""Draws a span for each request and its stages, where a collector is named; OpenTelemetry is imported only then."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from api.errors import SettingsError
from api.logs import Facts
from api.watch.requests import Observer, Request

if TYPE_CHECKING:
    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Tracer
    from opentelemetry.util.types import AttributeValue

_TOLD = {
    "operation": "graphql.operation.name",
    "cost": "detente.cost",
    "cache": "detente.cache",
    "revision": "detente.revision",
    "code": "error.type",
}
_SERVER_FAULT = 500


@contextmanager
def tracing(url: str | None, share: float) -> Iterator[tuple[Observer, ...]]:
    """Observers that send traces to a collector until the block ends; none where no collector is named."""
    if url is None:
        yield ()
        return
    provider = _provider(url, share)
    try:
        yield (Traces(provider.get_tracer("detente")).observe,)
    finally:
        provider.shutdown()


def _provider(url: str, share: float) -> "TracerProvider":
    try:
        # ruff: noqa: PLC0415 - what is not asked for costs nothing
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
        from opentelemetry.sdk.trace.sampling import ParentBasedTraceIdRatio
    except ImportError:
        raise SettingsError(
            "DETENTE_TRACES_URL is set, and OpenTelemetry is not installed.",
            "install it (pip install 'detente[otel]'), or unset DETENTE_TRACES_URL.",
        ) from None
    provider = TracerProvider(
        sampler=ParentBasedTraceIdRatio(share), resource=Resource.create({"service.name": "detente"})
    )
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=url)))
    return provider


class Traces:
    """Draws spans after the fact, from what was noted: no request waits for it."""

    def __init__(self, tracer: "Tracer") -> None:
        self._tracer = tracer

    def observe(self, request: Request) -> None:
        """Draw one request, below the caller's span if it sent one."""
        from opentelemetry.trace import SpanKind, StatusCode, set_span_in_context

        facts = request.facts
        # Spans have wall-clock times; stages were timed by a clock that never jumps.
        offset = time.time_ns() - time.perf_counter_ns()
        span = self._tracer.start_span(
            f"{request.scope['method']} {request.route or ''}".strip(),
            _caller(request),
            SpanKind.SERVER,
            attributes=_attributes(request),
            start_time=offset + _nanoseconds(request.started),
        )
        if not span.is_recording():
            return
        facts["trace_id"] = f"{span.get_span_context().trace_id:032x}"
        if facts.get("status", _SERVER_FAULT) == _SERVER_FAULT:
            span.set_status(StatusCode.ERROR)
        within = set_span_in_context(span)
        for stage, times in _stages(facts):
            began, ended = (offset + _nanoseconds(each) for each in times)
            self._tracer.start_span(stage, within, start_time=began).end(ended)
        span.end(offset + _nanoseconds(request.started + request.seconds))


def _stages(facts: Facts) -> Iterator[tuple[str, tuple[float, float]]]:
    """When each stage began and ended; of preparing, parsing is the beginning and lowering the end."""
    prepare, parse, lower = (facts.get(name) for name in ("_prepare", "parse_ms", "lower_ms"))
    if isinstance(prepare, tuple) and isinstance(parse, float) and isinstance(lower, float):
        began, ended = prepare
        yield "parse", (began, began + parse / 1000)
        yield "lower", (ended - lower / 1000, ended)
    for stage in ("run", "write"):
        if isinstance(times := facts.get(f"_{stage}"), tuple):
            yield stage, times


def _caller(request: Request) -> "Context":
    """The W3C trace context of the request's headers."""
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in request.scope["headers"]}
    return TraceContextTextMapPropagator().extract(headers)


def _attributes(request: Request) -> "dict[str, AttributeValue]":
    facts = request.facts
    found: dict[str, AttributeValue] = {"http.request.method": str(request.scope["method"])}
    if request.route:
        found["http.route"] = request.route
    if isinstance(status := facts.get("status"), int):
        found["http.response.status_code"] = status
    for fact, name in _TOLD.items():
        if isinstance(value := facts.get(fact), str | int):
            found[name] = value
    return found


def _nanoseconds(seconds: float) -> int:
    return int(seconds * 1_000_000_000)
