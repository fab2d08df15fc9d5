"""A relief: announcement, act and effect, what it permits, whom it is for, and what binds them all the same."""

from api.pages.items.exchanges import disputed_ties
from api.pages.items.item import Item, Seen
from api.pages.site import Data
from api.pages.story.binding import still_binding
from api.pages.story.contested import Subject, points
from api.pages.story.fields import country_names
from api.pages.story.flow import flow
from api.pages.story.timeline import timeline


def view(data: Data) -> Seen | None:
    """Return what the page shows."""
    found = data["relief"]
    if found is None:
        return None
    exchanges = [{**each, "relief": found} for each in found["exchanges"]]
    releases = [each["release"] for each in exchanges]
    disputed = [Subject(found["contradictions"]["nodes"]), *disputed_ties(exchanges)]
    return {
        "item": found,
        "exchanges": exchanges,
        "flow": flow(releases, exchanges, loose=[found]),
        "events": timeline(releases, [found], found["agreements"]),
        "binding": still_binding([found]),
        "points": points(disputed, country_names(data)),
        "names": country_names(data),
    }


ITEM = Item("relief", "reliefs", view, (("The releases it is tied to", "exchanges", "relief"),))
