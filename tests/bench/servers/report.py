"""Writes what was measured as a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.bench.servers.cases import CASES, POINT, Case
from tests.bench.servers.load import Load
from tests.bench.servers.measure import CONNECTIONS, SECONDS, Results

OURS = "Détente"
CACHED = "Détente, answers kept"
UNCHANGED = "Détente, 304"
LARGE = "Détente, 20 times the data"
HTTP_ALONE = "HTTP alone"
HTTP_AND_STATEMENT = "HTTP and the statement"
POSTGRAPHILE = "PostGraphile 5"
DATALOADERS = "Strawberry with DataLoaders"
RIVALS = (POSTGRAPHILE, DATALOADERS)
MEGABYTE = 1_048_576

GOALS = {
    (POSTGRAPHILE, "point"): 1.8,
    (POSTGRAPHILE, "tree"): 2.5,
    (POSTGRAPHILE, "page"): 2.8,
    (DATALOADERS, "tree"): 12.0,
    (DATALOADERS, "page"): 12.0,
}
LIMIT_GOAL = 0.6
CACHED_GOAL = 3.0
LARGE_GOAL = 1.3


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was measured."""

    machine: str
    versions: str
    loads: str
    rounds: int
    sizes: Sequence[tuple[str, int, int]]
    bytes: dict[str, int]
    results: Results
    limits: dict[str, float]
    clients: Sequence[tuple[int, Load]]
    memory: Sequence[tuple[int, int, int, int]]


def page(findings: Findings) -> str:
    """The report as Markdown."""
    parts = (_head, _compared, _costs, _kept, _large, _clients, _memory)
    return "\n".join(line for part in parts for line in part(findings)) + "\n"


def _head(findings: Findings) -> Iterator[str]:
    yield "# The server beside others"
    yield ""
    yield f"Written by `make bench`; do not edit. {findings.machine}. {findings.versions}."
    yield f"Load average of the machine from before the first round to after the last: {findings.loads}."
    yield ""
    yield "Each server is held to one core, the load generator (autocannon) to the other; Postgres runs where the kernel"
    yield f"puts it. {CONNECTIONS} connections ask without pause, 10 connections lead to Postgres. Figures are medians of"
    yield f"{findings.rounds} rounds of {SECONDS} seconds, in which all servers take turns. Ours runs with all its limits, one log"
    yield "line per request, and an API key; except where it says so, it keeps no answers. All servers were first"
    yield "checked to answer with the same values. `pgbench` runs the engine's own statement, prepared, with nothing"
    yield "between it and Postgres."
    yield ""
    yield "| Case | What is asked | Bytes |"
    yield "| --- | --- | ---: |"
    for case in CASES:
        yield f"| {case.letter} `{case.name}` | {case.sentence} | {findings.bytes[case.name]:,} |"
    yield ""


def _compared(findings: Findings) -> Iterator[str]:
    yield "## Answers in a second, and how many times as many ours gives"
    yield ""
    yield "A ratio that misses its goal is in bold, with the goal behind it."
    yield ""
    yield f"| Case | {OURS} | p50, p99 (ms) | {POSTGRAPHILE} | ratio | {DATALOADERS} | ratio | `pgbench` | ratio |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for case in CASES:
        ours = findings.results[case.name, OURS]
        cells = [f"{case.letter} `{case.name}`", _rate(ours.per_second), f"{ours.p50:.0f}, {ours.p99:.0f}"]
        for rival in RIVALS:
            theirs = findings.results[case.name, rival].per_second
            cells += [_rate(theirs), _goal(ours.per_second / theirs, GOALS.get((rival, case.name)))]
        limit = findings.limits[case.name]
        goal = LIMIT_GOAL if case.name in {"tree", "page"} else None
        cells += [_rate(limit), _goal(ours.per_second / limit, goal)]
        yield f"| {' | '.join(cells)} |"
    yield ""


def _costs(findings: Findings) -> Iterator[str]:
    yield "## Where the time goes"
    yield ""
    yield "Microseconds of processor time for each answer, in the server and in Postgres. Unlike answers in a second,"
    yield "they hardly depend on what else the machine does."
    yield ""
    names = (OURS, *RIVALS)
    yield "| Case | " + " | ".join(f"{name}: server | Postgres" for name in names) + " |"
    yield "| --- |" + " ---: |" * 2 * len(names)
    for case in CASES:
        cells = []
        for name in names:
            series = findings.results[case.name, name]
            cells += [f"{_median(series.server):,.0f}", f"{_median(series.database):,.0f}"]
        yield f"| {case.letter} `{case.name}` | {' | '.join(cells)} |"
    yield ""
    yield from _floors(findings)


def _floors(findings: Findings) -> Iterator[str]:
    """What of (a) nobody could leave out who serves from one process of Python."""
    yield "Of (a), this much is left where nothing is done but HTTP, by our protocol under uvicorn, and where the"
    yield "driver runs the statement besides; the rest is to read what is asked, find its plan, keep to the limits, log,"
    yield "count, and make the headers."
    yield ""
    yield "| | Answers in a second | Server (µs) |"
    yield "| --- | ---: | ---: |"
    for name in (HTTP_ALONE, HTTP_AND_STATEMENT, OURS):
        series = findings.results[POINT.name, name]
        yield f"| {name} | {_rate(series.per_second)} | {_median(series.server):,.0f} |"
    yield ""


def _kept(findings: Findings) -> Iterator[str]:
    uncached = findings.results["tree", OURS].per_second
    yield "## (f) Kept answers"
    yield ""
    yield "The same question (b) where the answer is kept, and where the client has it already and sends its tag."
    yield ""
    yield "| | Answers in a second | p50, p99 (ms) | Against not kept |"
    yield "| --- | ---: | ---: | ---: |"
    for name, goal in ((OURS, None), (CACHED, CACHED_GOAL), (UNCHANGED, None)):
        series = findings.results["tree", name]
        ratio = _goal(series.per_second / uncached, goal)
        yield f"| {name} | {_rate(series.per_second)} | {series.p50:.0f}, {series.p99:.0f} | {ratio} |"
    yield ""


def _large(findings: Findings) -> Iterator[str]:
    yield "## Twenty times the data"
    yield ""
    yield "| Table | Rows | 20 times |"
    yield "| --- | ---: | ---: |"
    yield from (f"| `{table}` | {small:,} | {large:,} |" for table, small, large in findings.sizes)
    yield ""
    yield "| Case | Answers in a second | with 20 times the data | How many times as long | Postgres (µs) |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for case in large_cases():
        small, large = findings.results[case.name, OURS], findings.results[case.name, LARGE]
        ratio = small.per_second / large.per_second
        shown = f"**{ratio:.2f}** (goal {LARGE_GOAL})" if ratio > LARGE_GOAL else f"{ratio:.2f}"
        costs = f"{_median(small.database):,.0f} → {_median(large.database):,.0f}"
        cells = (_rate(small.per_second), _rate(large.per_second), shown, costs)
        yield f"| {case.letter} `{case.name}` | {' | '.join(cells)} |"
    yield ""


def large_cases() -> list[Case]:
    """What is asked of the larger data too."""
    return [case for case in CASES if case.letter in "abd"]


def _clients(findings: Findings) -> Iterator[str]:
    yield "## More and more clients, on (b)"
    yield ""
    yield "A request beyond the queue's limit is refused at once, with 503 and the advice to come back."
    yield ""
    yield "| Clients | Answers in a second | p50 (ms) | p99 (ms) | Refused | Failed |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: |"
    for count, found in findings.clients:
        cells = (_rate(found.per_second), f"{found.p50:.0f}", f"{found.p99:.0f}")
        yield f"| {count} | {' | '.join(cells)} | {found.refused:,} | {found.errors} |"
    yield ""


def _memory(findings: Findings) -> Iterator[str]:
    yield "## Many documents"
    yield ""
    yield "Resident memory while documents come that were never seen, each ten times; Postgres's counts what its"
    yield "processes share once for each of them."
    yield ""
    yield "| Requests | Documents | Server (MiB) | Postgres (MiB) |"
    yield "| ---: | ---: | ---: | ---: |"
    for requests, documents, server, postgres in findings.memory:
        yield f"| {requests:,} | {documents:,} | {server / MEGABYTE:.0f} | {postgres / MEGABYTE:.0f} |"


def _rate(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def _goal(ratio: float, goal: float | None) -> str:
    return f"**{ratio:.2f}** (goal {goal})" if goal and ratio < goal else f"{ratio:.2f}"


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]
