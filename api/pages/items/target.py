"""A sanction target: who binds it, what was eased, and for whose release."""

from api.pages.items.item import Item, Seen
from api.pages.site import Data
from api.pages.story.contested import Subject, points
from api.pages.story.fields import country_names
from api.pages.story.flow import flow
from api.pages.story.timeline import timeline

STANDING = {"ACTIVE", "LICENSED", "SUSPENDED", "NOT_YET"}


def view(data: Data) -> Seen | None:
    """Return what the page shows."""
    found = data["target"]
    if found is None:
        return None
    # The picture follows this target alone, whomever else the relief is for.
    reliefs = [{**each, "targets": [found]} for each in data["reliefs"]["nodes"]]
    exchanges = [{**tie, "relief": each} for each in reliefs for tie in each["exchanges"]]
    releases = [each["release"] for each in exchanges]
    sanctions = found["sanctions"]["nodes"]
    disputed = [Subject(each["contradictions"]["nodes"], each["authority"]) for each in sanctions]
    return {
        "item": found,
        "reliefs": data["reliefs"],
        "exchanges": exchanges,
        "flow": flow(releases, exchanges, loose=reliefs) if reliefs else None,
        "events": timeline(releases, reliefs),
        "standing": [each for each in sanctions if each["status"] in STANDING],
        "ended": [each for each in sanctions if each["status"] not in STANDING],
        "points": points(disputed, country_names(data)),
        "names": country_names(data),
    }


ITEM = Item("target", "targets", view, (("Sanctions on it", "sanctions", "target"),))
