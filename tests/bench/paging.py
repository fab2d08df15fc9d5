"""Turns the pages of a connection by its own cursors, and compares a late page with the first."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from api.database.reader import Reader
from api.engine import Engine, Prepared
from tests.bench.corpus import Operation

STOPS = (1, 100, 1_000)
RUNS = 30
# Past this, what turning the pages costs says enough.
PATIENCE_SECONDS = 45.0


@dataclass(frozen=True, slots=True)
class Paged:
    """How long single pages took, in milliseconds, and how many buffers they touched, by their number."""

    times: dict[int, float] = field(default_factory=dict)
    buffers: dict[int, int] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """The last page that was measured."""
        return max(self.times)

    @property
    def ratio(self) -> float:
        """The last page that was reached against the first."""
        return self.times[self.last] / self.times[1]


async def turn(engine: Engine, reader: Reader, operation: Operation) -> Paged:
    """Follow the cursors to the thousandth page, or as far as there are pages, and measure the stops by turns."""
    stops = await _stops(engine, reader, operation)
    paged = Paged()
    for _ in range(RUNS):
        for number, cursor in stops.items():
            started = time.perf_counter()
            await _ask(engine, reader, operation, cursor)
            took = (time.perf_counter() - started) * 1000
            # The least that was seen: what else the machine does is not the page's cost.
            paged.times[number] = min(took, paged.times.get(number, took))
    for number, cursor in stops.items():
        paged.buffers[number] = await _buffers(engine, reader, operation, cursor)
    return paged


async def _stops(engine: Engine, reader: Reader, operation: Operation) -> dict[int, str | None]:
    """The cursor before each page that is measured, by the page's number."""
    stops: dict[int, str | None] = {}
    cursor: str | None = None
    started = time.perf_counter()
    for number in range(1, STOPS[-1] + 1):
        if number in STOPS:
            stops[number] = cursor
        following = _end(await _ask(engine, reader, operation, cursor))
        if following is None or time.perf_counter() - started > PATIENCE_SECONDS:
            break
        cursor = following
    stops.setdefault(number, cursor)
    return stops


async def _buffers(engine: Engine, reader: Reader, operation: Operation, cursor: str | None) -> int:
    prepared = _prepare(engine, operation, cursor)
    rows = await reader.rows(
        f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {prepared.sql}", *prepared.arguments
    )
    plan = json.loads(rows[0][0])[0]["Plan"]
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


def _prepare(engine: Engine, operation: Operation, cursor: str | None) -> Prepared:
    return engine.prepare(operation.text, {**operation.variables, "after": cursor}, None)


async def _ask(engine: Engine, reader: Reader, operation: Operation, cursor: str | None) -> Any:  # noqa: ANN401 - JSON is what it is
    prepared = _prepare(engine, operation, cursor)
    assert prepared.sql is not None
    row = await reader.row(prepared.sql, *prepared.arguments, steady=prepared.steady)
    assert row is not None
    return json.loads(row[0])


def _end(data: Any) -> str | None:  # noqa: ANN401 - JSON is what it is
    """The end cursor of the one connection in an answer, if its page is full."""
    for found in _objects(data):
        if "pageInfo" in found:
            return found["pageInfo"]["endCursor"] if len(found["nodes"]) == 10 else None
    return None


def _objects(data: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON is what it is
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from _objects(value)
