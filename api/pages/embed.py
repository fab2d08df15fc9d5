"""/embed/…: a small card that any site may show in a frame: no script, one request, light and dark."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from api.asking.call import Call
from api.errors import NotFound
from api.pages.items.cards import lines_of
from api.pages.items.item import Seen, seen_with
from api.pages.items.kinds import ITEMS
from api.pages.site import Data, Site
from api.web.reply import Reply

STYLE = Path(__file__).parent / "templates" / "items" / "card.css"


async def page(site: Site, call: Call) -> Reply:
    """Return the card of one thing."""
    asked = call.scope["path_params"]
    item = ITEMS.get(asked["plural"])
    if item is None:
        raise NotFound("There is no such card.", f"use one of {', '.join(ITEMS)}.")
    style, policy = _dress()

    def view(data: Data) -> Seen | None:
        seen = seen_with(item, call.base, data)
        return seen and {**seen, "style": style, "kind": item.name, "lines": lines_of(item.name, seen)}

    return await site.answer(
        call, item.name, {item.key: asked["key"]}, view, template="items/card", policy=policy
    )


@cache
def _dress() -> tuple[Markup, str]:
    """The style of cards, and the policy that allows it and nothing else, in anybody's frame."""
    style = STYLE.read_text(encoding="utf-8")
    mark = b64encode(sha256(style.encode()).digest()).decode()
    # No frame-ancestors: even "*" would keep it out of a draft that is opened from a disk.
    policy = f"default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'; form-action 'none'"
    return Markup(style), policy  # noqa: S704 - a file of ours
