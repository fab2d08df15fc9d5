"""The boxes of a flow: nationals, releases, what was given for them, and the targets of relief."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from api.pages import dates, links, words
from api.pages.links import Node

MOST = 7
"""Boxes of one column that are drawn one by one."""


@dataclass(frozen=True, slots=True)
class Box:
    """One thing in a flow.

    Attributes:
        key: What ties name it by.
        kind: How it is drawn: people, release, relief, swap, concession or target.
        node: Where it leads.
    """

    key: str
    kind: str
    title: str
    node: Node | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between two boxes.

    Attributes:
        size: How many people it stands for; None where nobody knows, 0 where it stands for none.
        doubtful: Whether the tie itself is not sure.
    """

    start: str
    end: str
    size: int | None = 0
    doubtful: bool = False


def release_box(release: Node) -> Box:
    """Return the box of a release."""
    who = release["captor"] or release["country"]
    lines = (
        _people(release["total"]),
        f"{who['name']}, {dates.words(release['releasedOn'])}",
    )
    return Box(f"release {release['slug']}", "release", release["title"], release, lines)


def given_box(exchange: Node, at: int) -> Box:
    """Return the box of what a release is tied to in an exchange."""
    tie = _tie_words(exchange)
    if relief := exchange["relief"]:
        return Box(
            f"relief {relief['slug']}", "relief", relief["title"], relief, (tie, *_relief_lines(relief))
        )
    if swap := exchange.get("counterRelease"):
        return replace(_swapped(swap), lines=(tie, *release_box(swap).lines))
    concession = exchange["concession"]
    said = words.sentence(words.label(concession["kind"]))
    return Box(f"concession {at}", "concession", said, None, (tie, concession["text"]))


def target_boxes(relief: Node) -> tuple[list[Box], list[Tie]]:
    """Return the boxes of a relief's targets, the many as one, and their lines."""
    key = f"relief {relief['slug']}"
    targets = relief["targets"]
    shown = targets if len(targets) <= MOST else targets[: MOST - 1]
    boxes = [Box(f"target {each['slug']}", "target", each["name"], each) for each in shown]
    if rest := len(targets) - len(shown):
        boxes.append(Box(f"targets of {key}", "target", f"and {rest} more targets", relief))
    return boxes, [Tie(key, box.key) for box in boxes]


def people_boxes(release: Node, *, several: bool = False, most: int = MOST) -> tuple[list[Box], list[Tie]]:
    """Return the boxes of those let go, by nationality: those counted, the largest first, and those only named.

    Where there are several releases, numbers say of which.
    """
    key = f"release {release['slug']}"
    of = f", {dates.short(release['releasedOn'])}" if several else ""
    counted = [each for each in _nationals(release) if words.size(each["count"]) is not None]
    counted.sort(key=lambda each: -(words.size(each["count"]) or 0))
    shown = counted if len(counted) <= most else counted[: most - 1]
    found = [_counted(each, of) for each in shown]
    boxes = [box for box, _ in found]
    ties = [Tie(box.key, key, size) for box, size in found]
    if rest := counted[len(shown) :]:
        boxes.append(Box(f"others of {key}", "people", f"and {len(rest)} more nationalities", release))
        ties.append(Tie(boxes[-1].key, key, sum(words.size(each["count"]) or 0 for each in rest)))
    if unknown := _uncounted(release, counted):
        title = words.listed([each["name"] for each in unknown])
        boxes.append(Box(f"uncounted of {key}", "people", title, None, (f"number unknown{of}",)))
        ties.append(Tie(boxes[-1].key, key, None))
    if not boxes:
        boxes.append(
            Box(f"people of {key}", "people", "Nationalities unknown", None, (words.count(release["total"]),))
        )
        ties.append(Tie(boxes[-1].key, key, words.size(release["total"])))
    return boxes, ties


def person_box(detainee: Node) -> Box:
    """Return the box of one person; who is withheld has no name."""
    return Box("person", "people", links.name_of(detainee))


def merged(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Return boxes once each; what one box says of several releases stands below one another."""
    found: dict[str, Box] = {}
    for box in boxes:
        known = found.get(box.key)
        lines = (*known.lines, *box.lines) if known else box.lines
        found[box.key] = replace(box, lines=tuple(dict.fromkeys(lines)))
    return tuple(found.values())


def _people(count: Node) -> str:
    return (
        "1 person"
        if count["value"] == 1 and count["completeness"] == "EXACT"
        else f"{words.count(count)} people"
    )


def _counted(count: Node, of: str) -> tuple[Box, int | None]:
    country: Node | None = count["country"]
    name = country["name"] if country else count["label"]
    key = f"people {country['iso2'] if country else name}"
    said = words.count(count["count"]) + of
    return Box(key, "people", name, country, (said,)), words.size(count["count"])


def _nationals(release: Node) -> list[Node]:
    return [
        each
        for each in release.get("counts", ())
        if each["dimension"] == "NATIONALITY" and each["scope"] == "THIS_RELEASE"
    ]


def _uncounted(release: Node, counted: list[Node]) -> list[Node]:
    known = {each["country"]["iso2"] for each in counted if each["country"]}
    named: Mapping[str, Node] = {each["iso2"]: each for each in release.get("nationalities", ())}
    return [each for iso2, each in named.items() if iso2 not in known]


def _relief_lines(relief: Node) -> tuple[str, ...]:
    kind = words.sentence(words.label(relief["kind"]))
    who = relief["authority"] or relief["country"]
    by = f", {who['name']}" if who else ""
    acted = relief["issuedOn"] or relief["effectiveOn"]
    act = f"legal act {dates.words(acted)}" if acted else "no legal act known"
    return (f"{kind}{by}", act)


def _swapped(release: Node) -> Box:
    return replace(release_box(release), key=f"swap {release['slug']}", kind="swap")


def _tie_words(exchange: Node) -> str:
    parts = [words.label(exchange["relation"]), dates.lag(exchange["lagDays"])]
    return ", ".join(each for each in parts if each)
