"""Where the pages stand."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api import problems
from api.asking.address import Address, Addresses
from api.asking.call import Call
from api.pages import about, embed, home, lists, oembed, search
from api.pages.items.item import page as item_page
from api.pages.items.kinds import ITEMS
from api.pages.site import Site
from api.web.media import choose
from api.web.reply import Reply

Page = Callable[[Site, Call], Awaitable[Reply]]

PAGES: Mapping[str, Page] = {
    "/": home.page,
    "/about": about.page,
    "/search": search.page,
    **lists.pages(),
    **{f"/{plural}/{{key}}": partial(item_page, item) for plural, item in ITEMS.items()},
    "/embed/{plural}/{key}": embed.page,
}


def routes(site: Site, addresses: Addresses) -> list[Route]:
    """All pages, and what they are dressed in."""
    pages = [
        Route(path, Address(addresses, partial(page, site), failed=site.failed))
        for path, page in PAGES.items()
    ]
    told = Route("/oembed", Address(addresses, partial(oembed.reply, site)))
    return [*pages, told, Route(site.static.path, site.static.serve)]


def on_http(site: Site) -> Callable[[Request, Exception], Awaitable[Response]]:
    """Answer what the router refuses: with a page where a browser asks, else with a problem."""

    async def answer(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        accept = request.headers.get("accept")
        if choose(accept, ("application/json", "text/html"), "application/json") != "text/html":
            return await problems.on_http(request, error)
        reply = site.failure(error.status_code, _SAID.get(error.status_code, error.detail))
        headers = {name.decode(): value.decode() for name, value in reply.headers}
        return Response(reply.body, reply.status, {**dict(error.headers or {}), **headers})

    return answer


_SAID = {404: "There is no such page."}
