"""Reads pools, caches and revisions at the moment that somebody looks; nothing is counted for it before."""

import platform
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from prometheus_client import Metric
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

from api.answers import Entries
from api.database.servers import Servers
from api.engine import Engine

Sample = tuple[tuple[str, ...], float]


@dataclass(slots=True)
class Pulse:
    """How late the event loop comes to its work: the worst since somebody last looked."""

    worst: float = 0.0
    started: float = field(default_factory=time.time)

    def take(self) -> float:
        """Return it, and begin anew."""
        worst, self.worst = self.worst, 0.0
        return worst


@dataclass(frozen=True, slots=True, eq=False)
class Readings(Collector):
    """What a worker holds."""

    engine: Engine
    servers: Servers
    entries: Entries
    pulse: Pulse
    tables: int

    def describe(self) -> Iterable[Metric]:
        """Tell the registry nothing before it is asked."""
        return ()

    def collect(self) -> Iterator[Metric]:
        """Read everything."""
        info = ((platform.python_version(), str(self.tables)), 1)
        yield _gauge("detente_info", "What runs here.", ("python", "tables"), info)
        yield _gauge("detente_start_time_seconds", "When this worker began.", (), ((), self.pulse.started))
        yield _gauge(
            "detente_event_loop_lag_seconds",
            "Longest that work had to wait for the event loop since the last look.",
            (),
            ((), self.pulse.take()),
        )
        yield from self._servers()
        yield from self._caches()
        yield from self._revisions()

    def _servers(self) -> Iterator[Metric]:
        members = self.servers.members
        pools = [(each.name, each.reader.pool) for each in members]
        newest = self.servers.revisions.newest
        yield _gauge(
            "detente_pool_connections",
            "Connections to a server, by what they do.",
            ("server", "state"),
            *(((name, "busy"), pool.busy) for name, pool in pools),
            *(((name, "idle"), len(pool.idle)) for name, pool in pools),
        )
        yield _gauge(
            "detente_pool_limit",
            "Most connections to a server.",
            ("server",),
            *(((name,), pool.size) for name, pool in pools),
        )
        yield _gauge(
            "detente_pool_waiting",
            "Requests that wait for a connection.",
            ("server",),
            *(((name,), pool.waiting) for name, pool in pools),
        )
        yield _gauge(
            "detente_server_up",
            "Whether a server could be reached.",
            ("server", "role"),
            *(((each.name, "primary" if each.primary else "replica"), each.up) for each in members),
        )
        yield _gauge(
            "detente_server_lag_seconds",
            "For how long a server has lacked the newest revision.",
            ("server",),
            *(((each.name,), each.lag_seconds(newest)) for each in members),
        )
        yield _gauge(
            "detente_server_revision",
            "Newest revision that a server was seen with.",
            ("server",),
            *(((each.name,), each.revision) for each in members),
        )

    def _caches(self) -> Iterator[Metric]:
        plans, answers = self.engine.cache, self.entries
        kept = (
            ("plans", plans.used, plans.limit, len(plans.entries)),
            ("answers", answers.used, answers.limit, len(answers)),
        )
        yield _gauge(
            "detente_cache_bytes",
            "Bytes that a cache holds.",
            ("cache",),
            *(((c,), u) for c, u, _, _ in kept),
        )
        yield _gauge(
            "detente_cache_limit_bytes",
            "Most that a cache may hold.",
            ("cache",),
            *(((c,), limit) for c, _, limit, _ in kept),
        )
        yield _gauge(
            "detente_cache_entries", "Entries of a cache.", ("cache",), *(((c,), n) for c, _, _, n in kept)
        )
        lookups = CounterMetricFamily(
            "detente_answer_lookups", "Looks into the cache of answers.", labels=("result",)
        )
        lookups.add_metric(("hit",), answers.hits)
        lookups.add_metric(("miss",), answers.misses)
        yield lookups

    def _revisions(self) -> Iterator[Metric]:
        revisions = self.servers.revisions
        yield _gauge(
            "detente_revision", "Newest revision of the data that is known.", (), ((), revisions.newest)
        )
        yield _gauge(
            "detente_revision_answered", "Newest revision that an answer had.", (), ((), revisions.answered)
        )
        yield _gauge(
            "detente_listening",
            "Whether news of the data come by themselves; if not, each look into the cache asks the database.",
            (),
            ((), revisions.watched),
        )


def _gauge(name: str, meaning: str, labels: tuple[str, ...], *samples: Sample) -> Metric:
    family = GaugeMetricFamily(name, meaning, labels=labels)
    for values, value in samples:
        family.add_metric(values, float(value))
    return family
