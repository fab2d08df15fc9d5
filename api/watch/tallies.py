"""What is counted with each request, in plain numbers that are put into Prometheus's form when somebody looks.

The client library's own counters take a lock for each number, and a request has a dozen: a tenth of all the work for
an answer that is kept. Here one event loop counts, and nobody else.
"""

import itertools
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from prometheus_client import Metric
from prometheus_client.metrics_core import CounterMetricFamily, HistogramMetricFamily
from prometheus_client.registry import Collector
from prometheus_client.utils import floatToGoString

Labels = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Counts(Collector):
    """Sums by labels."""

    name: str
    meaning: str
    labels: Labels = ()
    _sums: dict[Labels, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.labels:
            self._sums[()] = 0

    def add(self, labels: Labels = (), amount: float = 1) -> None:
        """Add to the sum of some labels."""
        self._sums[labels] = self._sums.get(labels, 0) + amount

    def describe(self) -> list[Metric]:
        """Tell the registry which names are taken."""
        return [self._family()]

    def collect(self) -> Iterator[Metric]:
        """All sums."""
        family = self._family()
        for labels, amount in self._sums.items():
            family.add_metric(labels, amount)
        yield family

    def _family(self) -> CounterMetricFamily:
        return CounterMetricFamily(self.name, self.meaning, labels=self.labels)


@dataclass(slots=True, eq=False)
class Spread(Collector):
    """How values are spread over buckets, by labels; the `known` ones are shown before anything is counted."""

    name: str
    meaning: str
    bounds: tuple[float, ...]
    labels: Labels = ()
    known: tuple[Labels, ...] = ()
    _counts: dict[Labels, list[int]] = field(default_factory=dict)
    _sums: dict[Labels, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for labels in self.known:
            self._add(labels)

    def observe(self, value: float, labels: Labels = ()) -> None:
        """Count a value."""
        counts = self._counts.get(labels)
        if counts is None:
            counts = self._add(labels)
        counts[bisect_left(self.bounds, value)] += 1
        self._sums[labels] += value

    def describe(self) -> list[Metric]:
        """Tell the registry which names are taken."""
        return [self._family()]

    def collect(self) -> Iterator[Metric]:
        """All buckets, each with those below it."""
        family = self._family()
        names = [*map(floatToGoString, self.bounds), "+Inf"]
        for labels, counts in self._counts.items():
            family.add_metric(
                labels, list(zip(names, itertools.accumulate(counts), strict=True)), self._sums[labels]
            )
        yield family

    def _add(self, labels: Labels) -> list[int]:
        self._sums[labels] = 0.0
        counts = self._counts[labels] = [0] * (len(self.bounds) + 1)
        return counts

    def _family(self) -> HistogramMetricFamily:
        return HistogramMetricFamily(self.name, self.meaning, labels=self.labels)
