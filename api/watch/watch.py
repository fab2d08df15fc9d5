"""Everything that watches one worker, put together."""

import asyncio
import re
import time
from collections.abc import Iterable
from pathlib import Path

import prometheus_client
from prometheus_client import CollectorRegistry, ProcessCollector
from starlette.routing import Route

from api.settings import Settings
from api.watch.exposition import Exposition
from api.watch.metrics import Metrics
from api.watch.readings import Pulse, Readings
from api.watch.requests import Observer
from api.watch.slow import Explain, SlowOperations

PULSE_SECONDS = 0.25

_OPERATION = re.compile(r"^\s*query\s+(\w+)", re.MULTILINE)


class Watch:
    """What watches one worker.

    Args:
        settings: What to watch.
        worker: Its number.
        folder: Where the workers find each other, if there are several.
        explain: Returns the plan of a statement.
        observers: Who else looks at each request.
    """

    def __init__(
        self,
        settings: Settings,
        worker: int = 0,
        folder: Path | None = None,
        *,
        explain: Explain | None = None,
        observers: tuple[Observer, ...] = (),
    ) -> None:
        prometheus_client.disable_created_metrics()  # type: ignore[no-untyped-call]
        registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._metrics = Metrics(registry)
        self._registry = registry
        self._shown = settings.metrics
        self.pulse = Pulse()
        self.exposition = Exposition(registry, worker, folder)
        slow = SlowOperations(settings.slow_ms, explain if settings.slow_plans else None)
        self.observers: tuple[Observer, ...] = (
            *observers,
            *((self._metrics.observe,) if settings.metrics else ()),
            *((slow.observe,) if settings.slow_ms else ()),
        )

    def routes(self) -> list[Route]:
        """Where metrics are asked for, if they are to be shown."""
        return self.exposition.routes() if self._shown else []

    def read(self, readings: Readings, documents: Iterable[str]) -> None:
        """Show these readings too, and count the operations of these documents by their names."""
        self._registry.register(readings)
        for text in documents:
            self._metrics.names.know(_OPERATION.findall(text))

    async def feel(self) -> None:
        """Measure how late the event loop comes to its work, for as long as it turns."""
        while True:
            due = time.perf_counter() + PULSE_SECONDS
            await asyncio.sleep(PULSE_SECONDS)
            self.pulse.worst = max(self.pulse.worst, time.perf_counter() - due)
