"""A person: held where, charged with what, let go in which release; whose name is withheld has none here."""

from collections.abc import Iterator

from api.pages.items.item import Item, Seen
from api.pages.links import Node
from api.pages.site import Data
from api.pages.story.boxes import Box, Tie, person_box
from api.pages.story.contested import Subject, points
from api.pages.story.fields import country_names
from api.pages.story.flow import flow
from api.pages.story.timeline import timeline


def view(data: Data) -> Seen | None:
    """Return what the page shows."""
    found = data["detainee"]
    if found is None:
        return None
    members = found["releases"]["nodes"]
    releases = [each["release"] for each in members]
    exchanges = [
        {**tie, "release": release}
        for release in releases
        for tie in release["exchanges"]
        if tie["release"]["slug"] == release["slug"]
    ]
    doubtful = {each["release"]["slug"] for each in members if each["outcome"] in {"DISPUTED", "UNKNOWN"}}

    def people(release: Node) -> tuple[list[Box], list[Tie]]:
        box = person_box(found)
        return [box], [Tie(box.key, f"release {release['slug']}", 0, release["slug"] in doubtful)]

    return {
        "item": found,
        "exchanges": exchanges,
        "flow": flow(releases, exchanges, people, who="Who") if releases else None,
        "events": timeline(releases, [each["relief"] for each in exchanges if each["relief"]]),
        "points": points(_disputed(found), country_names(data)),
        "names": country_names(data),
    }


def _disputed(found: Node) -> Iterator[Subject]:
    yield Subject(found["contradictions"]["nodes"])
    for each in found["releases"]["nodes"]:
        yield Subject(each["contradictions"]["nodes"], each["release"])
    for each in found["detentions"]["nodes"]:
        yield Subject(each["contradictions"]["nodes"])


ITEM = Item("detainee", "detainees", view, (("Releases", "releases", "detainee"),))
