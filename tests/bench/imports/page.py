"""Writes what was measured of imports as a page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Load:
    """One run of `detente import`: how long it took, what memory it held, and what it said at last."""

    title: str
    entities: int
    seconds: float
    memory: tuple[int, ...]
    said: str
    killed: bool = False
    processor: tuple[float, float] = (0.0, 0.0)
    """Seconds that the process computed, and its connection in Postgres."""
    backend: int = 0
    """The most memory of the connection's own."""

    def __str__(self) -> str:
        """For who watches."""
        return f"{self.title}: {self.seconds:.1f} s, {self.peak} MB; {self.said}"

    @property
    def peak(self) -> int:
        """The most memory that the process held, in megabytes."""
        return max(self.memory, default=0) // _MEGABYTE

    def quarters(self) -> list[int]:
        """The most memory in each quarter of the time, in megabytes."""
        size = max(1, len(self.memory) // 4)
        return [max(self.memory[at * size : (at + 1) * size], default=0) // _MEGABYTE for at in range(4)]


@dataclass(frozen=True, slots=True)
class Kill:
    """A load that was killed: when, as a share of its time; whether it was; and whether all was as before."""

    moment: float
    killed: bool
    clean: bool

    def __str__(self) -> str:
        """For who watches."""
        return f"killed at {self.moment:.0%}: {'as before' if self.clean else 'NOT as before'}"


def page(loads: Sequence[Load], kills: Sequence[Kill], rows: Mapping[str, int], machine: str) -> str:
    """The report as Markdown."""
    return "\n".join([*_head(machine), *_loads(loads), *_kills(kills), *_rows(rows)]) + "\n"


def _head(machine: str) -> Iterator[str]:
    yield "# How lists load"
    yield ""
    yield f"Written by `make bench-imports`; do not edit. {machine}; the embedded Postgres and `detente import` on the same"
    yield "machine, from the start of the command to its end. Generated entities are those of tests/bench/imports/entities.py:"
    yield "a third are people, companies, ships and the like; the others are their sanctions, addresses, documents and ties,"
    yield "in disorder. Memory is that of the importing process, and what its connection in Postgres does not share with others."
    yield ""


def _loads(loads: Sequence[Load]) -> Iterator[str]:
    yield "| What | Seconds | Entities/s | Processor, s: process, Postgres | Memory, MB | by quarters of the time | in Postgres |"
    yield "| --- | ---: | ---: | --- | ---: | --- | ---: |"
    for load in loads:
        rate = f"{load.entities / load.seconds:,.0f}" if load.entities else ""
        quarters = ", ".join(map(str, load.quarters()))
        processor, own = ", ".join(f"{each:.1f}" for each in load.processor), load.backend // _MEGABYTE
        yield f"| {load.title} | {load.seconds:.1f} | {rate} | {processor} | {load.peak} | {quarters} | {own} |"
    yield ""
    yield from (f"- {load.title}: {load.said}" for load in loads)
    yield ""


def _kills(kills: Sequence[Kill]) -> Iterator[str]:
    clean = sum(kill.killed and kill.clean for kill in kills)
    moments = ", ".join(f"{kill.moment:.0%}" for kill in kills)
    yield "## Killed loads"
    yield ""
    yield f"{len(kills)} loads were ended by `kill -9`, at {moments} of the time that one takes. After {clean} of them every row of"
    yield "every table was as before, revisions and search keys among them."
    yield ""


def _rows(rows: Mapping[str, int]) -> Iterator[str]:
    yield "## What stood in the tables at the end"
    yield ""
    yield "| Table | Rows |"
    yield "| --- | ---: |"
    yield from (f"| `{table}` | {many:,} |" for table, many in rows.items())
