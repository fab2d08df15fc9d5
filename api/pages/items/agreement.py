"""An agreement: who was freed for what, when each step came, what still binds, and what is disputed."""

from api.pages.items.exchanges import by_slug, disputed_members, disputed_ties, joined
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
    found = data["agreement"]
    if found is None:
        return None
    releases, reliefs = found["releases"]["nodes"], found["reliefs"]["nodes"]
    exchanges = joined(found["exchanges"]["nodes"], by_slug(releases), by_slug(reliefs))
    disputed = [
        Subject(found["claims"]["nodes"]),
        *(Subject(each["claims"]["nodes"], each) for each in (*releases, *reliefs)),
        *(subject for each in releases for subject in disputed_members(each)),
        *disputed_ties(exchanges),
    ]
    return {
        "item": found,
        "exchanges": exchanges,
        "flow": flow(releases, exchanges, loose=reliefs),
        "events": timeline(
            releases, reliefs, [found], [each["concession"] for each in exchanges if each["concession"]]
        ),
        "binding": still_binding(reliefs),
        "points": points(disputed, country_names(data)),
        "counts": {
            each["slug"]: {"dimensions": dimensions(each), "running": running_totals(each)}
            for each in releases
        },
    }


ITEM = Item(
    "agreement",
    "agreements",
    view,
    (
        ("Who was freed for what", "exchanges", "agreement"),
        ("Releases", "releases", "agreement"),
        ("Relief", "reliefs", "agreement"),
    ),
)
