"""The time-line: announcement, release, legal act, effect, in order, each with its days from the release."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from api.pages import dates
from api.pages.links import Node

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST_DAY = re.compile(r"\d{4}(-\d\d)?(-\d\d)?")

_STEPS = (
    ("announcedOn", "announced", "announcement"),
    ("issuedOn", "legal act issued", "act"),
    ("effectiveOn", "takes effect", "effect"),
    ("expiresOn", "expires", "end"),
    ("revokedOn", "taken back", "end"),
)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened.

    Attributes:
        kind: release, agreement, announcement, act, effect, end or step: how it is marked.
        lag: How long after the release, in words; None for the release itself, or where a day is not known.
    """

    on: str
    kind: str
    said: str
    node: Node | None
    lag: str | None = None


def timeline(
    releases: Iterable[Node],
    reliefs: Iterable[Node],
    agreements: Iterable[Node] = (),
    concessions: Iterable[Node] = (),
) -> list[Event]:
    """Return what happened, in order; what has no date is left out. Days count from the first release."""
    let_go = list(releases)
    start = min((day for each in let_go if (day := _day(each["releasedOn"]))), default=None)
    events = [
        *(Event(each["announcedOn"], "agreement", "agreement announced", each) for each in agreements),
        *(Event(each["releasedOn"], "release", "release", each) for each in let_go),
        *(event for each in reliefs for event in _steps(each)),
        *(Event(each["performedOn"], "step", each["text"], None) for each in concessions),
    ]
    dated = [each for each in events if each.on]
    dated.sort(key=lambda each: (_FIRST_DAY.search(each.on) or [""])[0])
    return [_lagging(each, start) for each in dated]


def _steps(relief: Node) -> Iterator[Event]:
    same = relief["effectiveOn"] is not None and relief["effectiveOn"] == relief["issuedOn"]
    for field, said, kind in _STEPS:
        if same and field == "effectiveOn":
            continue
        words = f"{said} and in effect" if same and field == "issuedOn" else said
        yield Event(relief[field], kind, words, relief)


def _lagging(event: Event, start: date | None) -> Event:
    day = _day(event.on)
    if event.kind == "release" or start is None or day is None:
        return event
    return Event(event.on, event.kind, event.said, event.node, dates.lag((day - start).days))


def _day(edtf: str | None) -> date | None:
    """Return the day, where it is known to the day."""
    return date.fromisoformat(edtf) if edtf and _DAY.fullmatch(edtf) else None
