"""Writes what was measured as a page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.bench.corpus import Operation
from tests.bench.paging import Paged
from tests.bench.plans import LARGE, Measured

SLOW = 100.0
GROWN = 1.5


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was measured; of each operation, planned for its values and for any."""

    server: str
    sizes: Mapping[str, int]
    operations: Sequence[tuple[Operation, Measured | None, Measured | None]]
    pages: Sequence[tuple[Operation, Paged]]
    cold: float
    cached: float


def page(findings: Findings, command: str) -> str:
    """The report as Markdown."""
    return "\n".join([*_head(findings, command), *_bad(findings), *_pages(findings), *_all(findings)]) + "\n"


def _head(findings: Findings, command: str) -> Iterator[str]:
    yield "# How statements fare on a lot of data"
    yield ""
    yield f"Written by `{command}`; do not edit. {findings.server}."
    yield "Times are milliseconds of one client on a warm cache; they depend on the machine, the plans do not."
    yield ""
    yield "| Table | Rows |"
    yield "| --- | ---: |"
    yield from (f"| `{table}` | {rows:,} |" for table, rows in findings.sizes.items() if rows > LARGE)
    yield ""
    yield "## Compiling"
    yield ""
    yield f"The mission query compiles in {findings.cold:.2f} ms of processor time when it is new and in {findings.cached:.3f} ms"
    yield "when it has been seen."
    yield ""


def _bad(findings: Findings) -> Iterator[str]:
    yield f"## Sequential scans of tables over {LARGE:,} rows, and other wide readings"
    yield ""
    yield "Each operation is planned for its values (as Postgres does at first) and for any values (as it may later)."
    yield "What must read a lot says why; anything else is to be cured."
    yield ""
    yield "| Operation | Planned for | What it reads | Why it must | Time |"
    yield "| --- | --- | --- | --- | ---: |"
    lines = [line for each in findings.operations for line in _scans(*each)]
    yield from lines or ["| none | | | | |"]
    yield ""


def _scans(operation: Operation, values: Measured | None, anything: Measured | None) -> Iterator[str]:
    for planned, measured in (("its values", values), ("any values", anything)):
        if measured is None:
            yield f"| `{operation.name}` | {planned} | did not end in time | {operation.reason} | |"
        elif measured.scans:
            found = "; ".join(dict.fromkeys(map(str, (*measured.sequential, *measured.wide))))
            yield f"| `{operation.name}` | {planned} | {found} | {operation.reason} | {_time(measured)} |"


def _pages(findings: Findings) -> Iterator[str]:
    yield "## Late pages against the first"
    yield ""
    yield f"Ten rows to a page, by the cursors of the pages before. A ratio over {GROWN} is in bold."
    yield ""
    yield "| Pages | First | Hundredth | Thousandth | Last | Its number | Ratio | Buffers, first and last |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for operation, paged in findings.pages:
        first, hundredth, thousandth = (
            f"{paged.times[n]:.2f}" if n in paged.times else "" for n in (1, 100, 1_000)
        )
        ratio = f"**{paged.ratio:.2f}**" if paged.ratio > GROWN else f"{paged.ratio:.2f}"
        last = f"{paged.times[paged.last]:.2f} | {paged.last:,}"
        buffers = f"{paged.buffers[1]:,} → {paged.buffers[paged.last]:,}"
        yield f"| `{operation.name}` | {first} | {hundredth} | {thousandth} | {last} | {ratio} | {buffers} |"
    yield ""


def _all(findings: Findings) -> Iterator[str]:
    yield "## All operations"
    yield ""
    yield "| Operation | What it asks | For its values | For any values | Planning | Buffers |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    for operation, values, anything in findings.operations:
        planning = "" if values is None else f"{values.planning:.1f}"
        buffers = "" if values is None else f"{values.buffers:,}"
        times = f"{_time(values)} | {_time(anything)}"
        yield f"| `{operation.name}` | {operation.sentence} | {times} | {planning} | {buffers} |"


def _time(measured: Measured | None) -> str:
    if measured is None:
        return "too long"
    shown = f"{measured.milliseconds:.1f}"
    return f"**{shown}**" if measured.milliseconds > SLOW else shown
