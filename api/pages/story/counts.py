"""The people of a release as they were counted: this release by kind, and running totals, which never add to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from api.pages.links import Node

_ORDER = ("NATIONALITY", "DESTINATION", "SEX", "CHARGE", "STATUS")
SAID = {
    "NATIONALITY": "Nationality",
    "DESTINATION": "Taken to",
    "SEX": "Sex",
    "CHARGE": "Charge",
    "STATUS": "Standing",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A number, or several countries of which the same is said and no number is known."""

    countries: tuple[Node, ...]
    label: str
    count: Node
    note: str | None
    source: Node | None


@dataclass(frozen=True, slots=True)
class Dimension:
    """What people were counted by, and the counts."""

    title: str
    counts: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Running:
    """Counts of one running total.

    Attributes:
        note: Of what, and since when.
        unnumbered: Countries whose nationals are said to be in it, without a number.
    """

    note: str | None
    counts: tuple[Node, ...]
    unnumbered: tuple[Node, ...]


def dimensions(release: Node) -> list[Dimension]:
    """Return the counts of this release alone, kind by kind."""
    own = [each for each in release["counts"] if each["scope"] == "THIS_RELEASE"]
    found = [
        Dimension(SAID[name], _lines(each for each in own if each["dimension"] == name)) for name in _ORDER
    ]
    return [each for each in found if each.counts]


def running_totals(release: Node) -> list[Running]:
    """Return the running totals that were given out with a release, by what they are totals of; numbers first."""
    notes: dict[str | None, list[Node]] = {}
    for each in release["counts"]:
        if each["scope"] == "RUNNING_TOTAL":
            notes.setdefault(each["scopeNote"], []).append(each)
    found = [_running(note, counts) for note, counts in notes.items()]
    return sorted(found, key=lambda each: not each.counts)


def _lines(counts: Iterable[Node]) -> tuple[Line, ...]:
    alike: dict[object, list[Node]] = {}
    for at, each in enumerate(counts):
        bare = each["country"] and each["count"]["completeness"] == "UNKNOWN"
        source = each["source"] and each["source"]["slug"]
        alike.setdefault((each["scopeNote"], source) if bare else at, []).append(each)
    return tuple(_line(each) for each in alike.values())


def _line(counts: list[Node]) -> Line:
    first = counts[0]
    countries = tuple(each["country"] for each in counts if each["country"])
    return Line(countries, first["label"], first["count"], first["scopeNote"], first["source"])


def _running(note: str | None, counts: list[Node]) -> Running:
    bare = tuple(each for each in counts if each["count"]["completeness"] == "UNKNOWN" and each["country"])
    return Running(note, tuple(each for each in counts if each not in bare), bare)
