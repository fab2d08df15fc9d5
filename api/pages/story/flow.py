"""The flow from nationals to release to what was given for it to its targets: columns of boxes, and lines between them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import islice

from api.pages.links import Node
from api.pages.story import boxes
from api.pages.story.boxes import Box, Tie
from api.pages.story.wires import Wire, wires

People = Callable[[Node], tuple[list[Box], list[Tie]]]
DRAWN = 8
"""Releases in one picture."""

_DOUBTFUL = {"ALLEGED", "DENIED", "FOLLOWED_BY"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column, and the lines from it to the next."""

    title: str
    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The same as a row of a table: a release, and one thing that it is tied to."""

    people: tuple[Box, ...]
    release: Node
    exchange: Node | None
    given: Box | None
    targets: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """The columns that have anything in them, the same as rows, and how many releases are in neither."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unshown: int


def flow(
    releases: Iterable[Node],
    exchanges: Iterable[Node],
    people: People | None = None,
    loose: Iterable[Node] = (),
    who: str = "Whose nationals",
) -> Flow:
    """Return the flow of releases and their exchanges.

    Args:
        releases: Those let go.
        exchanges: What is tied to them, each with its release and relief, counter release or concession.
        people: Who was let go in a release, as boxes; their nationalities, unless told.
        loose: Relief that nobody ties to a release; it is drawn all the same.
        who: What stands over them.
    """
    tied = list(exchanges)
    swaps = {each["counterRelease"]["slug"] for each in tied if each.get("counterRelease")}
    own = {each["slug"]: each for each in releases if each["slug"] not in swaps}
    for each in tied:
        own.setdefault(each["release"]["slug"], each["release"])
    every, own = len(own), dict(islice(own.items(), DRAWN))
    tied = [each for each in tied if each["release"]["slug"] in own][: 2 * DRAWN]
    people = people or partial(boxes.people_boxes, several=len(own) > 1)
    freed = {slug: people(each) for slug, each in own.items()}
    given = [(each, boxes.given_box(each, at)) for at, each in enumerate(tied)]
    reliefs = {
        each["slug"]: each
        for each in [*(tie["relief"] for tie in tied), *islice(loose, DRAWN)]
        if each and "targets" in each
    }
    aims = {slug: boxes.target_boxes(each) for slug, each in reliefs.items()}
    columns = (
        (who, boxes.merged(box for found, _ in freed.values() for box in found)),
        ("Let go", tuple(boxes.release_box(each) for each in own.values())),
        ("In return", boxes.merged([*(box for _, box in given), *_loose(reliefs, given)])),
        ("Targets of relief", boxes.merged(box for found, _ in aims.values() for box in found)),
    )
    lines = (
        [tie for _, ties in freed.values() for tie in ties],
        [_tie(each, box) for each, box in given],
        [tie for _, ties in aims.values() for tie in ties],
    )
    rows = tuple(_rows(own, freed, given))
    return Flow(_columns(columns, lines), rows, every - len(own))


def _columns(
    found: tuple[tuple[str, tuple[Box, ...]], ...], lines: tuple[list[Tie], ...]
) -> tuple[Column, ...]:
    drawn = []
    for at, (title, column) in enumerate(found):
        following = found[at + 1][1] if at + 1 < len(found) else ()
        between = wires(column, following, lines[at]) if column and following else ()
        drawn.append(Column(title, column, between))
    return tuple(each for each in drawn if each.boxes)


def _rows(
    own: dict[str, Node],
    freed: dict[str, tuple[list[Box], list[Tie]]],
    given: list[tuple[Node, Box]],
) -> Iterable[Row]:
    for slug, release in own.items():
        people = tuple(freed[slug][0])
        ours = [(each, box) for each, box in given if each["release"]["slug"] == slug]
        for each, box in ours:
            yield Row(people, release, each, box, tuple((each["relief"] or {}).get("targets", ())))
        if not ours:
            yield Row(people, release, None, None, ())


def _loose(reliefs: dict[str, Node], given: list[tuple[Node, Box]]) -> list[Box]:
    known = {box.key for _, box in given}
    unknown = {"relation": None, "lagDays": None}
    made = [boxes.given_box({**unknown, "relief": each}, 0) for each in reliefs.values()]
    return [each for each in made if each.key not in known]


def _tie(exchange: Node, box: Box) -> Tie:
    return Tie(f"release {exchange['release']['slug']}", box.key, 0, exchange["relation"] in _DOUBTFUL)
