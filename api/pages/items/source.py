"""A source: what it is, and every claim that we read in it."""

from api.pages.items.item import Item, Seen
from api.pages.site import Data
from api.pages.story.fields import country_names


def view(data: Data) -> Seen | None:
    """Return what the page shows."""
    return None if data["source"] is None else {"item": data["source"], "names": country_names(data)}


ITEM = Item("source", "sources", view)
