"""A sanction target: who binds it, what was eased, and for whose release."""

from api.pages.items.exchanges import tied_to
from api.pages.items.item import Item, Seen
from api.pages.site import Data
from api.pages.story.contested import Subject, points
from api.pages.story.fields import country_names

STANDING = {"ACTIVE", "LICENSED", "SUSPENDED", "NOT_YET"}


def view(data: Data) -> Seen | None:
    """Return what the page shows."""
    found = data["target"]
    if found is None:
        return None
    # The picture follows this target alone, whomever else the relief is for.
    reliefs = [{**each, "targets": [found]} for each in data["reliefs"]["nodes"]]
    sanctions = found["sanctions"]["nodes"]
    disputed = [Subject(each["contradictions"]["nodes"], each["authority"]) for each in sanctions]
    return {
        "item": found,
        "reliefs": data["reliefs"],
        **tied_to(reliefs),
        "standing": [each for each in sanctions if each["status"] in STANDING],
        "ended": [each for each in sanctions if each["status"] not in STANDING],
        "points": points(disputed, country_names(data)),
        "names": country_names(data),
    }


ITEM = Item("target", "targets", view, (("Sanctions on it", "sanctions", "target"),))
