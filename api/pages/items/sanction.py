"""A sanction: one target under one authority's measures, since when, until when, and what eased it."""

from api.pages.items.item import Item, Seen
from api.pages.site import Data
from api.pages.story.contested import Subject, points
from api.pages.story.fields import country_names


def view(data: Data) -> Seen | None:
    """Return what the page shows."""
    found = data["sanction"]
    if found is None:
        return None
    names = country_names(data)
    return {
        "item": found,
        "points": points([Subject(found["contradictions"]["nodes"])], names),
        "names": names,
    }


ITEM = Item("sanction", "sanctions", view)
