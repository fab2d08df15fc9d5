"""The first page: the picture of who was freed for what."""

from api.asking.call import Call
from api.pages.site import Site
from api.web.reply import Reply


async def page(site: Site, call: Call) -> Reply:
    """Who was freed for what, over time."""
    return await site.answer(call, "home", {})
