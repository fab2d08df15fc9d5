"""A sanctions program: whom it binds, and what was eased under it for whose release."""

from api.pages.items.exchanges import tied_to
from api.pages.items.item import Item, Seen
from api.pages.site import Data


def view(data: Data) -> Seen | None:
    """Return what the page shows."""
    found = data["program"]
    if found is None:
        return None
    reliefs = data["reliefs"]["nodes"]
    return {
        "item": found,
        "reliefs": data["reliefs"],
        **tied_to(reliefs),
    }


ITEM = Item(
    "program",
    "programs",
    view,
    (("Sanctions under it", "sanctions", "program"), ("Relief from it", "reliefs", "program")),
    key="code",
)
