"""Writes what the faults did as a page."""

import collections
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.bench.askers import GOOD, UNAVAILABLE, Asked, Ledger


@dataclass(frozen=True, slots=True)
class Phase:
    """One fault: when it began, when its cause was mended, and when the next one came."""

    name: str
    start: float
    mended: float
    end: float
    # When a listener was lost or heard again, as the API's log says.
    lost: tuple[float, ...] = ()
    heard: tuple[float, ...] = ()

    def listening(self) -> str:
        """From the mending of the cause until all servers were listened to again."""
        if not self.lost:
            return "not lost"
        return f"{max(0.0, max(self.heard) - self.mended):.2f} s" if self.heard else "not yet"

    def asked(self, ledger: Ledger) -> list[Asked]:
        """The requests of this phase."""
        return list(ledger.between(self.start, self.end))

    def summary(self, ledger: Ledger) -> str:
        """What became of them, for who watches."""
        counts = collections.Counter(each.status for each in self.asked(ledger))
        return f"{dict(counts)}, cut off {self.cut_off(ledger)}, wrong {ledger.wrong[-3:]}"

    def cut_off(self, ledger: Ledger) -> int:
        """How many requests lost their connection and were sent again."""
        return sum(self.start <= at < self.end for at in ledger.cut_off)

    def recovery(self, ledger: Ledger) -> float:
        """From the mending of the cause to the last request that was not answered well; 0 where all was well by then."""
        bad = [each.ended for each in self.asked(ledger) if each.status not in GOOD]
        return max(0.0, max(bad, default=0.0) - self.mended)


def page(ledger: Ledger, phases: Sequence[Phase], command: str) -> str:
    """The report as Markdown."""
    return "\n".join([*_head(ledger, command), *_table(ledger, phases), *_findings(ledger, phases)]) + "\n"


def _head(ledger: Ledger, command: str) -> Iterator[str]:
    yield "# What happens when things break"
    yield ""
    yield f"Written by `{command}`; do not edit. A primary, a streaming replica and the API with two workers, set up as in"
    yield "`docker-compose.yml`, on one machine. Sixteen clients ask all the time; four name the revision they have seen, four"
    yield "the one committed last, wherever they may have heard of it, and four send the tag they keep. Meanwhile a revision is committed every half second,"
    yield f"{len(ledger.committed):,} in all. One fault after the other, each with seven seconds to recover."
    yield ""


def _table(ledger: Ledger, phases: Sequence[Phase]) -> Iterator[str]:
    yield (
        "| Fault | Requests | 200 or 304 | 503 or 504 | Cut off and sent again | Not answered"
        " | Longest answer | Oldest answer | All well after | Listening again after |"
    )
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for phase in phases:
        asked = phase.asked(ledger)
        good = [each for each in asked if each.status in GOOD]
        longest = max(each.ended - each.began for each in asked)
        oldest = max((ledger.staleness(each) for each in good), default=0.0)
        yield (
            f"| {phase.name} | {len(asked):,} | {len(good):,} "
            f"| {sum(each.status in UNAVAILABLE for each in asked):,} | {phase.cut_off(ledger)} "
            f"| {sum(not each.status for each in asked)} | {longest:.2f} s | {oldest * 1000:.0f} ms "
            f"| {phase.recovery(ledger):.2f} s | {phase.listening()} |"
        )
    yield ""
    yield "*Longest answer* is how long the slowest request took, whatever it got. *Oldest answer* is for how long a newer"
    yield "revision had been committed when an answer without it was asked for. *All well after* counts from when the cause"
    yield "was mended (the server started anew: its own recovery counts too; for what is over at once, from when it was"
    yield "done) to the last 503 or 504. *Listening again after* counts from then until both workers had their connections to"
    yield "both servers on which new revisions are told: without that to the primary, the revision is asked for before a kept"
    yield "answer is given."
    yield ""


def _findings(ledger: Ledger, phases: Sequence[Phase]) -> Iterator[str]:
    asked = [each for phase in phases for each in phase.asked(ledger)]
    named = [each for each in asked if each.named and each.status in GOOD]
    yield f"Of {len(asked):,} requests {sum(not each.status for each in asked)} were not answered. Each answer tells its"
    yield "revision in its data, so that a wrong or mixed one is seen; answers of one revision are compared with each other,"
    yield f"and those on one connection must never go back. {len(named):,} requests named a revision and were answered."
    yield ""
    yield f"Wrong, older than promised, or of a status that should not be: {len(ledger.wrong)}."
    if ledger.wrong:
        yield ""
        yield from (f"- {each}" for each in dict.fromkeys(ledger.wrong))
