"""What this is, how sure it is, who may use it, and how it is corrected."""

from api.asking.call import Call
from api.pages.site import Site
from api.web.reply import Reply


async def page(site: Site, call: Call) -> Reply:
    """What a reader should know before quoting a number."""
    return await site.answer(call, "about", {})
