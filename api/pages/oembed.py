"""/oembed: what an article's editor is told of one of our addresses, as oEmbed 1.0 has it."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from api.asking import replies
from api.asking.call import LARGEST, Call, Parameters, number, required
from api.asking.operations import Operation
from api.errors import NotFound, UnknownFormat
from api.pages.items.item import Item, Seen, embed_of, seen_with
from api.pages.items.kinds import ITEMS
from api.pages.site import Site
from api.pages.story.sharing import HEIGHT, WIDTH, frame_of, title_of
from api.web.reply import Reply

_XML = ((b"content-type", b"text/xml; charset=utf-8"), (b"x-content-type-options", b"nosniff"))
FORMATS = ("json", "xml")
KEPT_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that one of our addresses leads to."""

    item: Item
    key: str


async def reply(site: Site, call: Call) -> Reply:
    """Answer as a provider does: 404 for what is not ours, 501 for a format that we do not write."""
    call.allow("GET")
    parameters = call.parameters()
    form = parameters.get("format", "json")
    if form not in FORMATS:
        raise UnknownFormat("There is no such format.", f"use {' or '.join(FORMATS)}.")
    found = _find(required(parameters, "url"), call.base)
    operation = Operation(site.documents[found.item.name], {found.item.key: found.key}, fixed=True)
    asked = await site.asking.ask(operation, call.ticket, call.conditions_of(site.edition))
    headers = replies.told(asked, site.edition)
    if asked.data is None:
        return replies.unchanged(headers)
    seen = seen_with(found.item, call.base, asked.data)
    if seen is None:
        raise _unknown()
    told = _told(seen, call.base, parameters)
    if form == "xml":
        return Reply(200, _xml(told), (*_XML, *headers))
    return replies.json_reply(told, headers)


def _find(url: str, base: str) -> Found:
    """Read an address of ours: of a page, or of its card."""
    try:
        asked, ours = urlsplit(url), urlsplit(base)
    except ValueError:
        raise _unknown() from None
    parts = [unquote(each) for each in asked.path.removeprefix("/embed").split("/")]
    if asked.netloc != ours.netloc or len(parts) != 3 or parts[1] not in ITEMS or not parts[2]:  # noqa: PLR2004 - "", plural and key
        raise _unknown()
    return Found(ITEMS[parts[1]], parts[2])


def _told(seen: Seen, base: str, parameters: Parameters) -> dict[str, str | int]:
    node = seen["item"]
    width = min(WIDTH, number(parameters, "maxwidth", LARGEST, least=1))
    height = min(HEIGHT, number(parameters, "maxheight", LARGEST, least=1))
    title = title_of(node)
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Détente",
        "provider_url": f"{base}/",
        "cache_age": KEPT_SECONDS,
        "html": frame_of(embed_of(base, node), title, width, height),
        "width": width,
        "height": height,
    }


def _xml(told: Mapping[str, str | int]) -> bytes:
    root = Element("oembed")
    for name, value in told.items():
        SubElement(root, name).text = str(value)
    written: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n' + written


def _unknown() -> NotFound:
    return NotFound("This address leads to nothing that has a card.", "send the address of one of our pages.")
