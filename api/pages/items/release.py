"""A release: how many and who, as far as anybody counted, for what, and what is disputed."""

from api.pages.items.exchanges import disputed_members, disputed_ties
from api.pages.items.item import Item, Seen
from api.pages.site import Data
from api.pages.story.binding import still_binding
from api.pages.story.contested import Subject, points
from api.pages.story.counts import dimensions, running_totals
from api.pages.story.fields import country_names
from api.pages.story.flow import flow
from api.pages.story.timeline import timeline


def view(data: Data) -> Seen | None:
    """Return what the page shows."""
    found = data["release"]
    if found is None:
        return None
    exchanges = found["exchanges"]
    # Whose exchange it is on the other side of is told by that release, which has no counts here.
    own = [each for each in exchanges if each["release"]["slug"] == found["slug"]]
    theirs = [each["release"] for each in exchanges if each not in own]
    reliefs = [each["relief"] for each in exchanges if each["relief"]]
    swaps = [each["counterRelease"] for each in own if each["counterRelease"]]
    disputed = [
        Subject(found["contradictions"]["nodes"]),
        *disputed_members(found),
        *disputed_ties(exchanges),
    ]
    joined = [
        {**each, "release": found} if each in own else {**each, "counterRelease": found} for each in exchanges
    ]
    return {
        "item": found,
        "exchanges": joined,
        "flow": flow([found], joined),
        "events": timeline(
            [found, *theirs, *swaps],
            reliefs,
            found["agreements"],
            [each["concession"] for each in exchanges if each["concession"]],
        ),
        "binding": still_binding(reliefs),
        "points": points(disputed, country_names(data)),
        "dimensions": dimensions(found),
        "running": running_totals(found),
        "names": country_names(data),
    }


ITEM = Item(
    "release",
    "releases",
    view,
    (
        ("Those we know one by one", "detainees", "release"),
        ("What it is tied to", "exchanges", "release"),
    ),
)
