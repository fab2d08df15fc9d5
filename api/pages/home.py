"""The first page: the picture of who was freed for what, and the table behind it."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from api import logs
from api.asking.call import Call
from api.clients.ticket import Ticket
from api.collections.parameters import read_question
from api.pages import words
from api.pages.exchanges import Told, counted_once, lag_of, told
from api.pages.pictures import dress, lags, timeline
from api.pages.pictures.studio import NotDrawn
from api.pages.site import Data, Site
from api.web.reply import Reply

SHOWN = 200
"""Releases in the picture, the latest."""
DRAWING = 5_000
"""What a new picture costs who asks for it, as a statement of 50 ms would."""
FILTERS = ("nationality", "country", "year")

Draw = Callable[[list[Told], dress.Room], dress.Spec | None]
_PICTURES: Mapping[str, tuple[Draw, str]] = {
    "time": (timeline.draw, "Who was freed for what, over time"),
    "lag": (lags.draw, "How long it took until sanctions were eased"),
}


async def page(site: Site, call: Call) -> Reply:
    """Who was freed for what, over time: of all, or of a nationality, a country, a year."""
    asked = call.parameters()
    given = {name: asked[name] for name in FILTERS if asked.get(name, "").strip()}
    question = read_question(site.collections["releases"], given.items())

    async def view(data: Data) -> Mapping[str, object]:
        releases = data["releases"]["nodes"]
        found = [told(each) for each in counted_once(releases)]
        return {
            "pictures": await _pictures(site, call.ticket, found),
            "rows": found,
            "lag_of": lag_of,
            "summary": _summary(found),
            "closer": timeline.closer(found),
            "more": data["releases"]["totalCount"] - len(releases),
            "given": given,
            "choices": _choices(data),
        }

    variables = {"where": question.where or None, "first": SHOWN}
    return await site.answer(call, "home", variables, view)


async def _pictures(site: Site, ticket: Ticket, found: list[Told]) -> list[dict[str, Any]]:
    """The pictures, each for wide and narrow screens; none where the drawing fails: the table says the same."""
    made = []
    for name, (draw, title) in _PICTURES.items():
        specs = [(room, one) for room in dress.ROOMS if (one := draw(found, room))]
        if not specs:
            continue
        if not site.studio.knows(*(one for _, one in specs)):
            await ticket.pay(DRAWING)
        about = f"{_summary(found)} The table below has the same in words."
        try:
            drawn = [
                dress.inline(await site.studio.svg(one), room, name, title, about) for room, one in specs
            ]
        except NotDrawn as fault:
            logs.line("warning", "not drawn", {"picture": name, "reason": str(fault)})
            continue
        made.append({"name": name, "title": title, "svg": Markup().join(drawn)})
    return made


def _summary(found: list[Told]) -> str:
    """What the picture shows, in a sentence."""
    tied = sum(1 for each in found if each.reliefs)
    shown = words.plural(len(found), "release")
    return f"{shown}; {words.plural(tied, 'is', 'are')} tied to relief from sanctions."


def _choices(data: Data) -> Mapping[str, list[tuple[str, str]]]:
    """What each filter can be set to."""
    years = sorted({each["year"] for each in data["years"] if each["year"]}, reverse=True)
    return {
        "nationality": [(each["iso2"], each["name"]) for each in data["freed"]["nodes"]],
        "country": [(each["iso2"], each["name"]) for each in data["freeing"]["nodes"]],
        "year": [(str(year), str(year)) for year in years],
    }
