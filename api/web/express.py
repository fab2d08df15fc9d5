"""A way past what most requests for one address have no need of.

CORS and compression wrap every message of every answer, and a router tries one pattern after another: together as
much work as all the rest. A request that names no origin gets nothing from CORS, and one that takes no coding nothing
from compression.
"""

from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from api.errors import Headers
from api.web.reply import header

_VARIES = ((b"vary", b"Accept-Encoding, Origin"),)
_EXPRESS = "detente.express"


class Express:
    """Leads requests for one route straight to it, through `compressed` those that take a coding.

    Its answers say themselves what they `vary` with.
    """

    def __init__(self, app: ASGIApp, route: Route, endpoint: ASGIApp, compressed: ASGIApp) -> None:
        self.app = app
        self.route = route
        self.endpoint = endpoint
        self.compressed = compressed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if (
            scope["type"] != "http"
            or scope["path"] != self.route.path
            or header(scope, b"origin") is not None
        ):
            await self.app(scope, receive, send)
            return
        scope["route"], scope[_EXPRESS] = self.route, True
        plain = header(scope, b"accept-encoding") is None
        await (self.endpoint if plain else self.compressed)(scope, receive, send)


def vary(scope: Scope) -> Headers:
    """The headers that the stack would have added to an answer, if it was passed by."""
    return _VARIES if _EXPRESS in scope else ()
