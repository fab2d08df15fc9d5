"""A sanctions program: whom it binds, and what was eased under it for whose release."""

from api.pages.items.item import Item, Seen
from api.pages.site import Data
from api.pages.story.flow import flow
from api.pages.story.timeline import timeline


def view(data: Data) -> Seen | None:
    """Return what the page shows."""
    found = data["program"]
    if found is None:
        return None
    reliefs = data["reliefs"]["nodes"]
    exchanges = [{**tie, "relief": each} for each in reliefs for tie in each["exchanges"]]
    releases = [each["release"] for each in exchanges]
    return {
        "item": found,
        "reliefs": data["reliefs"],
        "exchanges": exchanges,
        "flow": flow(releases, exchanges, loose=reliefs) if reliefs else None,
        "events": timeline(releases, reliefs),
    }


ITEM = Item(
    "program",
    "programs",
    view,
    (("Sanctions under it", "sanctions", "program"), ("Relief from it", "reliefs", "program")),
    key="code",
)
