"""What a release is tied to, as pages tell it: the relief, the people of the other side, or something else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from api.pages import dates, words
from api.pages.links import Node, name_of, path_of

FIRM = {"IN_EXCHANGE_FOR", "CONDITIONAL_ON"}
"""Relations that say that one was given for the other."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One exchange, seen from a release.

    Attributes:
        other: The relief, or the other side's release; None for a concession, which is told in `text`.
        acted: The day of the other side's act, or of its announcement where there is no act.
        lawful: Whether there is an act, and not only its announcement.
    """

    relation: str
    contested: bool
    lag: int | None
    other: Node | None
    text: str
    acted: str | None = None
    lawful: bool = True

    @property
    def relief(self) -> bool:
        """Whether it is relief from sanctions."""
        return self.other is not None and self.other["__typename"] == "Relief"

    @property
    def path(self) -> str | None:
        """The page of the relief, or of the other side's release."""
        return path_of(self.other) if self.other else None


@dataclass(frozen=True, slots=True)
class Told:
    """A release with all that it is tied to."""

    release: Node
    ties: Sequence[Tie] = field(default=())

    @property
    def reliefs(self) -> list[Tie]:
        """Its ties to relief."""
        return [tie for tie in self.ties if tie.relief]

    @property
    def kind(self) -> str:
        """What it was for, in one word: relief, other or none."""
        return "relief" if self.reliefs else "other" if self.ties else "none"


def told(release: Node) -> Told:
    """Return a release with its ties."""
    return Told(release, tuple(_tie(release, each) for each in release["exchanges"]))


def counted_once(releases: Sequence[Node]) -> Iterator[Node]:
    """Leave out whoever is counted twice: stages of a release that says its number, and one that leaves it to them."""
    known = {each["slug"] for each in releases if words.size(each["total"]) is not None}
    parents = {each["partOf"]["slug"] for each in releases if each["partOf"]}
    for each in releases:
        inside = each["partOf"] and each["partOf"]["slug"] in known
        outside = each["slug"] in parents and each["slug"] not in known
        if not (inside or outside):
            yield each


def _tie(release: Node, exchange: Mapping[str, Any]) -> Tie:
    common = (exchange["relation"], exchange["contested"], exchange["lagDays"])
    if relief := exchange["relief"]:
        act = relief["issuedOn"] or relief["effectiveOn"]
        return Tie(*common, relief, name_of(relief), act or relief["announcedOn"], act is not None)
    if counter := exchange["counterRelease"]:
        other = exchange["release"] if counter["slug"] == release["slug"] else counter
        return Tie(*common, other, name_of(other), other["releasedOn"])
    concession = exchange["concession"]
    return Tie(*common, None, concession["text"] if concession else "something not told", None)


def lag_of(tie: Tie, release: Node) -> int | None:
    """Return the days from a release to a tie's act or announcement, where both days are known."""
    if tie.lag is not None:
        return tie.lag
    start, end = dates.day(release["releasedOn"]), dates.day(tie.acted)
    return (end - start).days if start and end else None
