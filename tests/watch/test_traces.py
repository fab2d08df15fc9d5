"""Spans tell a collector what each request did, below the span of whoever asked."""

import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from api import settings
from api.errors import SettingsError
from api.watch.requests import Request
from api.watch.traces import Traces, tracing
from api.watch.watch import Watch
from tests.watch.conftest import Lines, Watched

# Asked nowhere else: the engine, which all tests share, does not know it yet.
QUERY = {"query": 'query Traced { country(iso2: "US") { name } }', "operationName": "Traced"}
TRACE = "0af7651916cd43dd8448eb211c80319c"


@pytest.fixture
def spans() -> InMemorySpanExporter:
    """What the collector would get."""
    return InMemorySpanExporter()


@pytest.fixture
def traced(spans: InMemorySpanExporter) -> Watch:
    """What watches, traces included."""
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(spans))
    return Watch(settings.load(), observers=(Traces(provider.get_tracer("test")).observe,))


async def test_stages_are_spans_within_the_request(
    watched: Watched, traced: Watch, spans: InMemorySpanExporter
) -> None:
    """The statement's span lies within its request's, in time too."""
    async with watched(traced) as client:
        await client.post("/graphql", json=QUERY)
    found = {span.name: span for span in spans.get_finished_spans()}
    assert set(found) == {"POST /graphql", "parse", "lower", "run", "write"}
    whole, run = found["POST /graphql"], found["run"]
    assert whole.attributes
    assert run.parent
    assert whole.context
    assert whole.attributes["http.response.status_code"] == 200
    assert run.parent.span_id == whole.context.span_id
    times = [whole.start_time, run.start_time, run.end_time, whole.end_time]
    assert times == sorted(filter(None, times))


async def test_the_callers_trace_is_continued(
    watched: Watched, traced: Watch, spans: InMemorySpanExporter, log_lines: Lines
) -> None:
    """W3C trace context; the log line can be found by the same id."""
    async with watched(traced) as client:
        headers = {"traceparent": f"00-{TRACE}-b7ad6b7169203331-01"}
        await client.post("/graphql", json={"query": "{ __typename }"}, headers=headers)
    assert {f"{span.context.trace_id:032x}" for span in spans.get_finished_spans() if span.context} == {TRACE}
    assert [line["trace_id"] for line in log_lines() if line["event"] == "request"] == [TRACE]


async def test_spans_hold_no_argument(watched: Watched, traced: Watch, spans: InMemorySpanExporter) -> None:
    """A collector is another place where a withheld name must not stand."""
    async with watched(traced) as client:
        await client.post("/graphql?Hidden", json={"query": '{ country(iso2: "Hidden") { name } }'})
        await client.get("/Hidden")
    assert "Hidden" not in "".join(span.to_json() for span in spans.get_finished_spans())


def test_a_collector_gets_spans_over_http() -> None:
    """As OTLP, before the worker ends."""
    got: list[tuple[str, int]] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Take what is sent."""
            body = self.rfile.read(int(self.headers["Content-Length"]))
            got.append((self.path, body.count(b"GET /somewhere")))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's own name
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Collector) as collector:
        threading.Thread(target=collector.handle_request, daemon=True).start()
        with tracing(f"http://127.0.0.1:{collector.server_port}/v1/traces", 1.0) as (observe,):
            scope = {"type": "http", "method": "GET", "headers": []}
            observe(Request(scope, "/somewhere", {"status": 200}, time.perf_counter(), 0.01))
    assert got == [("/v1/traces", 1)]


def test_traces_without_what_makes_them_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the setting and the extra."""
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    with pytest.raises(SettingsError, match="DETENTE_TRACES_URL"), tracing("http://127.0.0.1:1/", 1.0):
        pass


def test_what_is_not_asked_for_is_not_imported() -> None:
    """A server without traces pays nothing for them."""
    code = "import sys, api.cli; sys.exit(any(name.startswith('opentelemetry') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
