"""A country: its nationals freed anywhere, the releases it made, the sanctions on it and by it."""

from typing import Any

from api.pages.items.item import Item, Seen
from api.pages.links import Node
from api.pages.site import Data
from api.pages.story.flow import flow
from api.pages.story.years import years

DRAWN = 6
"""Releases in the picture; all of the page are in the list."""


def view(data: Data) -> Seen | None:
    """Return what the page shows."""
    found = data["country"]
    if found is None:
        return None
    freed = found["nationalsReleased"]["nodes"]
    drawn = [_of(each, found) for each in freed[:DRAWN]]
    exchanges = [
        {**tie, "release": release}
        for release in drawn
        for tie in release["exchanges"]
        if tie["release"]["slug"] == release["slug"]
    ]
    return {
        "item": found,
        "exchanges": exchanges,
        "flow": flow(drawn, exchanges) if drawn else None,
        "drawn": len(drawn),
        "freed": [_of(each, found) for each in freed],
        "years": years(data["releaseFigures"], found["iso2"]),
    }


def _of(release: Node, country: Node) -> dict[str, Any]:
    """The release as far as this country's nationals go, whether or not they were counted."""
    own = [
        each for each in release["counts"] if each["country"] and each["country"]["iso2"] == country["iso2"]
    ]
    return {**release, "counts": own, "nationalities": [country]}


ITEM = Item(
    "country",
    "countries",
    view,
    (
        ("Releases of its nationals", "exchanges", "nationality"),
        ("Releases by it", "releases", "country"),
        ("Its nationals who were detained", "detainees", "nationality"),
    ),
    key="iso2",
)
