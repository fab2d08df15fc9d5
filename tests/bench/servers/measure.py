"""Measures all servers on all cases, in rounds, so that what else the machine does meets all of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import click
import psutil

from tests.bench.servers.cases import Case
from tests.bench.servers.contestants import Contestant
from tests.bench.servers.load import Load, load
from tests.bench.servers.processes import usage

SECONDS = 3
CONNECTIONS = 8


@dataclass(slots=True)
class Series:
    """One server on one case: what each round measured."""

    loads: list[Load] = field(default_factory=list)
    server: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        """Answers in a second, the median of the rounds."""
        return median(each.per_second or 1 / SECONDS for each in self.loads)

    @property
    def p50(self) -> float:
        """Milliseconds that half of the answers took at the most."""
        return median(each.p50 for each in self.loads)

    @property
    def p99(self) -> float:
        """Milliseconds that all but one in a hundred took at the most."""
        return median(each.p99 for each in self.loads)

    @property
    def failed(self) -> int:
        """How many requests were refused or not answered."""
        return sum(each.refused + each.errors for each in self.loads)


@dataclass(frozen=True, slots=True)
class Entry:
    """A server on one of the cases, with what is to be added to each request."""

    case: Case
    contestant: Contestant
    postgres: psutil.Process
    headers: dict[str, str] = field(default_factory=dict)


Results = dict[tuple[str, str], Series]


def interleaved(
    node: Path, entries: Sequence[Entry], limits: Iterable[tuple[Case, Callable[[], float]]], rounds: int
) -> tuple[Results, dict[str, float]]:
    """Measure each entry once in each round; of the limits, answers in a second by the names of their cases."""
    results: Results = defaultdict(Series)
    reached: dict[str, list[float]] = defaultdict(list)
    for entry in entries:
        _measured(node, entry, seconds=1)
    for number in range(1, rounds + 1):
        click.echo(f"round {number} of {rounds}, load average {psutil.getloadavg()[0]:.1f}", err=True)
        for entry in entries:
            series = results[entry.case.name, entry.contestant.name]
            found, server, database = _measured(node, entry, seconds=SECONDS)
            series.loads.append(found)
            series.server.append(server)
            series.database.append(database)
            told = f"{found.per_second:8.1f}/s {server:8.0f} + {database:6.0f} µs {series.failed} failed"
            click.echo(f"  {entry.case.letter} {entry.contestant.name:28} {told}", err=True)
        for case, limit in limits:
            reached[case.name].append(limit())
    return results, {name: median(values) for name, values in reached.items()}


def _measured(node: Path, entry: Entry, *, seconds: int) -> tuple[Load, float, float]:
    """A run, and the microseconds of processor time that server and Postgres took for each answer."""
    asked = entry.contestant
    before = asked.running.usage().seconds, usage(entry.postgres).seconds
    bodies = entry.case.bodies(asked.schema)
    found = load(node, asked, bodies, connections=CONNECTIONS, seconds=seconds, headers=entry.headers)
    after = asked.running.usage().seconds, usage(entry.postgres).seconds
    answers = max(found.answered + found.unchanged, 1)
    server, database = (1e6 * (late - early) / answers for early, late in zip(before, after, strict=True))
    return found, server, database
