"""Contested points: what is said about one field, in sides that cannot all be right."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from api.pages.links import Node
from api.pages.story.fields import Names, field_words, value_words

Claim = Mapping[str, Any]

# How much a claim's checking weighs when sides are put in order.
_CHECKED = (
    "DOCUMENTED",
    "CORROBORATED",
    "SINGLE_SOURCE",
    "DISPUTED",
    "UNVERIFIED",
    "REFUTED",
    "RETRACTED",
)
_FALLEN = {"REFUTED", "RETRACTED"}


@dataclass(frozen=True, slots=True)
class Side:
    """Those who say the same.

    Attributes:
        value: What they say, as a value; None where they say it in words alone.
        fallen: Whether all that they say was refuted or taken back.
    """

    value: str | None
    claims: tuple[Claim, ...]
    fallen: bool


@dataclass(frozen=True, slots=True)
class Point:
    """One field about which people disagree.

    Attributes:
        about: What it is a field of, where that is not the page's own subject.
        open: Whether it is unsettled: of two claims that contradict one another, both still stand.
    """

    field: str
    about: Node | None
    sides: tuple[Side, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that claims are about, and those of them that contradict one another."""

    claims: Iterable[Claim]
    about: Node | None = None


def points(subjects: Iterable[Subject], names: Names) -> list[Point]:
    """Return all contested points, those first that are open."""
    found = [point for each in subjects for point in _points(each, names)]
    return sorted(found, key=lambda point: not point.open)


def live(claim: Claim) -> bool:
    """Whether a claim still counts."""
    return claim["verification"] not in _FALLEN and claim["stance"] != "RETRACTS"


def _points(subject: Subject, names: Names) -> Iterator[Point]:
    fields: dict[str, list[Claim]] = {}
    for claim in subject.claims:
        fields.setdefault(claim["field"], []).append(claim)
    for field, claims in fields.items():
        sides = _sides(field, claims, names)
        yield Point(field_words(field, names), subject.about, sides, _unsettled(claims))


def _unsettled(claims: list[Claim]) -> bool:
    standing = {claim["id"] for claim in claims if live(claim)}
    return any(
        claim["id"] in standing and other["id"] in standing
        for claim in claims
        for other in claim["contradicts"]
    )


def _sides(field: str, claims: list[Claim], names: Names) -> tuple[Side, ...]:
    sides: dict[tuple[str | None, str], list[Claim]] = {}
    for claim in claims:
        # Who gives no value says it in words: yes, no, or it depends are sides of their own.
        stance = claim["stance"] if claim["value"] is None else ""
        sides.setdefault((claim["value"], stance), []).append(claim)
    made = [
        Side(value_words(field, value, names), tuple(sorted(said, key=_checked)), not any(map(live, said)))
        for (value, _), said in sides.items()
    ]
    return tuple(sorted(made, key=lambda side: (side.fallen, _checked(side.claims[0]))))


def _checked(claim: Claim) -> int:
    return _CHECKED.index(claim["verification"])
