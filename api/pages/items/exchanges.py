"""What views of exchanges share: both sides put together, whichever side a page stands on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from api.pages.links import Node
from api.pages.story.contested import Subject
from api.pages.story.flow import flow
from api.pages.story.timeline import timeline


def joined(
    exchanges: Iterable[Node], releases: Mapping[str, Node], reliefs: Mapping[str, Node]
) -> list[dict[str, Any]]:
    """Return exchanges with the releases and the relief that the answer tells of elsewhere."""
    return [
        {
            **each,
            "release": releases.get(each["release"]["slug"], each["release"]),
            "relief": each["relief"] and reliefs.get(each["relief"]["slug"], each["relief"]),
        }
        for each in exchanges
    ]


def tied_to(reliefs: Sequence[Node]) -> dict[str, Any]:
    """Return what relief was tied to, as pages show it that come from the relief's side."""
    exchanges = [{**tie, "relief": each} for each in reliefs for tie in each["exchanges"]]
    releases = [each["release"] for each in exchanges]
    return {
        "exchanges": exchanges,
        "flow": flow(releases, exchanges, loose=reliefs) if reliefs else None,
        "events": timeline(releases, reliefs),
    }


def given_of(exchange: Node) -> Node | None:
    """Return what a release is tied to, where it has a page."""
    found: Node | None = exchange["relief"] or exchange.get("counterRelease")
    return found


def disputed_ties(exchanges: Iterable[Node]) -> list[Subject]:
    """Return the ties about which people disagree."""
    return [Subject(each["contradictions"]["nodes"], given_of(each) or each["release"]) for each in exchanges]


def disputed_members(release: Node) -> list[Subject]:
    """Return the people of a release about whom people disagree."""
    return [
        Subject(each["claims"]["nodes"], each["detainee"])
        for each in release["disputed"]["nodes"]
        if each["claims"]["nodes"]
    ]


def by_slug(nodes: Iterable[Node]) -> dict[str, Node]:
    """Return nodes by their slugs."""
    return {each["slug"]: each for each in nodes}
