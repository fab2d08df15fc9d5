"""An organization: what it runs, eased, said and published."""

from api.pages.items.item import Item, Seen
from api.pages.site import Data


def view(data: Data) -> Seen | None:
    """Return what the page shows."""
    return None if data["organization"] is None else {"item": data["organization"], **_lists(data)}


def _lists(data: Data) -> Seen:
    return {
        name: data[name] for name in ("programs", "reliefs", "releases", "sanctions", "said", "published")
    }


ITEM = Item("organization", "organizations", view)
