"""What the pages of all single things share: their address, how they are cited, shared, embedded and taken as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode

from api.asking.call import Call
from api.pages import links
from api.pages.links import Node
from api.pages.site import Data, Site
from api.pages.story.citation import citation
from api.pages.story.sharing import title_of
from api.pages.story.sources import sources_in
from api.web.reply import Reply

Seen = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """One kind of page.

    Attributes:
        name: Of its operation and its template.
        plural: In its address.
        view: What its template shows, from the answer; None where there is no such thing.
        tables: What of it there is as a spreadsheet: titles, collections, and the parameter that takes its key.
        key: The variable that finds it.
    """

    name: str
    plural: str
    view: Callable[[Data], Seen | None]
    tables: tuple[tuple[str, str, str], ...] = ()
    key: str = "slug"


async def page(item: Item, site: Site, call: Call) -> Reply:
    """Return the page of one thing."""
    key = call.scope["path_params"]["key"]
    return await site.answer(
        call,
        item.name,
        {item.key: key},
        lambda data: seen_with(item, call.base, data),
        template=f"items/{item.name}",
    )


def seen_with(item: Item, base: str, data: Data) -> Seen | None:
    """Return what the page of a thing shows, with what all such pages do."""
    seen = item.view(data)
    if seen is None:
        return None
    node = seen["item"]
    address = base + links.path_of(node)
    sources = sources_in(data)
    return {
        "sources": sources,
        "address": address,
        "citation": citation(title_of(node), address, data["dataset"], sources, datetime.now(UTC)),
        "tables": _tables(item, node),
        "as_json": f"/v1{links.path_of(node)}.json",
        "embed": embed_of(base, node),
        "oembed": f"{base}/oembed?{urlencode({'url': address})}",
        **seen,
    }


def embed_of(base: str, node: Node) -> str:
    """Return the address of a thing's card."""
    return f"{base}/embed{links.path_of(node)}"


def _tables(item: Item, node: Node) -> list[tuple[str, str]]:
    """Titles and addresses of spreadsheets."""
    key = quote(links.key_of(node), safe="")
    return [
        (title, f"/v1/{collection}.csv?{parameter}={key}") for title, collection, parameter in item.tables
    ]
