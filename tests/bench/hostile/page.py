"""Writes what hostile clients did, and what the light one waited, as a page."""

import platform
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

GOAL = 0.25
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """One request of the light client: when it was due, what it waited, and what came."""

    due: float
    waited: float
    status: int
    what: int
    answer: str


@dataclass(frozen=True, slots=True)
class Phase:
    """One attack and what its senders saw."""

    name: str
    with_key: bool
    began: float
    ended: float
    statuses: Mapping[str, int]
    longest: float
    ready: bool
    memory: int

    def waits(self, asked: Sequence[Asked]) -> list[float]:
        """What the light client waited meanwhile, in order of size."""
        return sorted(each.waited for each in asked if self.began <= each.due < self.ended)


def page(
    phases: Sequence[Phase], asked: Sequence[Asked], *, same_worker: bool, command: str
) -> tuple[str, bool]:
    """The report as Markdown, and whether all promises were kept."""
    wrong = _wrong(asked)
    failed = sum(each.status != 200 for each in asked)
    faults = sum(phase.statuses.get("500", 0) for phase in phases)
    late = [phase for phase in phases if max(phase.waits(asked), default=0.0) > GOAL]
    lines = [*_head(command), *_findings(phases, asked, late)]
    well = all(phase.ready for phase in phases)
    lines += [
        f"Wrong answers to the light client: {wrong}. Not answered, or refused: {failed}. Answers that are a fault of ours: {faults}.",
        f"Ready after each attack: {_yes(well)}. The same worker at the end: {_yes(same_worker)}.",
        "",
    ]
    for with_key, title in (
        (False, "Anonymous, within the default limits"),
        (True, "With a key whose budget has no end"),
    ):
        lines += [
            f"## {title}",
            "",
            *_table([phase for phase in phases if phase.with_key == with_key], asked),
        ]
    sound = not (wrong or failed or faults or late) and same_worker and well
    return "\n".join(lines), sound


def _head(command: str) -> Iterator[str]:
    yield "# What hostile clients can do"
    yield ""
    yield f"Written by `{command}`; do not edit. One worker on one core, as in production; Postgres beside it, with 5,000 made-up"
    yield f"detainees and 10,000 sanctions; the attackers on the other core. Python {platform.python_version()}."
    yield ""
    yield "The attacks come one after the other: documents, bodies, headers and manners. Each document is new to the server"
    yield "each time. Unless its name says otherwise, an attack is sixteen connections that send it again as soon as they are"
    yield "answered. Meanwhile a light client asks for a country and its nationals released, which is one statement, every 20 ms;"
    yield "what it waits counts from when it was due. Attackers who are anonymous have soon spent their budget and are refused"
    yield "with 429; those with the key are never refused for that, so that the limits hide nothing."
    yield ""


def _findings(phases: Sequence[Phase], asked: Sequence[Asked], late: Sequence[Phase]) -> Iterator[str]:
    waits = sorted(wait for phase in phases for wait in phase.waits(asked))
    attacked = sum(sum(phase.statuses.values()) for phase in phases)
    yield (
        f"The light client asked {len(waits):,} times beside {attacked:,} hostile requests and waited {_ms(_at(waits, 50))} at "
        f"the median, {_ms(_at(waits, 99))} at the 99th percentile, {_ms(waits[-1])} at worst. It waited longer than "
        f"{_ms(GOAL)} in {len(late)} of {len(phases)} attacks."
    )
    memory = [phase.memory for phase in phases]
    yield (
        f"The worker held {memory[0] / MEGABYTE:,.0f} MB before and {memory[-1] / MEGABYTE:,.0f} MB after all of them, "
        f"{max(memory) / MEGABYTE:,.0f} MB at most."
    )


def _table(phases: Sequence[Phase], asked: Sequence[Asked]) -> Iterator[str]:
    yield "| Attack | Requests | Answers | Longest answer | Light client: median | p99 | Worst |"
    yield "| --- | ---: | --- | ---: | ---: | ---: | ---: |"
    for phase in phases:
        waits = phase.waits(asked)
        answers = ", ".join(f"{status}: {count:,}" for status, count in sorted(phase.statuses.items()))
        worst = _ms(waits[-1])
        yield (
            f"| {phase.name} | {sum(phase.statuses.values()):,} | {answers} | {_ms(phase.longest)} "
            f"| {_ms(statistics.median(waits))} | {_ms(_at(waits, 99))} "
            f"| {worst if waits[-1] <= GOAL else f'**{worst}**'} |"
        )
    yield ""


def _wrong(asked: Sequence[Asked]) -> int:
    """How many answers differ from the first to the same question."""
    first: dict[int, str] = {}
    good = [each for each in asked if each.answer]
    return sum(first.setdefault(each.what, each.answer) != each.answer for each in good)


def _yes(so: object) -> str:
    return "yes" if so else "no"


def _at(waits: Sequence[float], percent: int) -> float:
    return waits[min(len(waits) - 1, len(waits) * percent // 100)]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms"
