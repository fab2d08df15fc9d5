"""Shows the explorer to browsers that open /graphql; every other request goes on as it came."""

import secrets
from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

from api.web.media import JSON, choose
from api.web.reply import Reply, header

DIST = Path(__file__).parent / "dist"
ASSETS = DIST / "assets"

HTML = "text/html"
# What programs take is named first: whoever likes it as well as a page gets it, as ever.
_OFFERS = ("application/graphql-response+json", JSON, HTML)
_PLACEHOLDER = b"__NONCE__"
# Monaco places its lines by style attributes and makes style elements while it runs: the former cannot be told
# apart, the latter bear the nonce. Its icons are a font, some marks are images as data.
_POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; font-src 'self'; "
    "img-src 'self' data:; style-src-elem 'self' 'nonce-{nonce}'; style-src-attr 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-type", b"text/html; charset=utf-8"),
    (b"vary", b"Accept"),
    # Each has a nonce of its own, which nobody else may see.
    (b"cache-control", b"no-store"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
_MISSING = b"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Explorer \xc2\xb7 D\xc3\xa9tente</title>
<h1>The explorer is not built</h1>
<p>This server answers GraphQL at this address, but the pages of its explorer were never built.</p>
<p>Whoever runs it: <code>make explorer</code> builds them; then load this page again.</p>
<p>All there is can be read <a href="/">page by page</a>, too.</p>
</html>
"""


class Explorer:
    """The explorer before what answers programs at the same address."""

    def __init__(self, programs: ASGIApp, dist: Path = DIST) -> None:
        self.programs = programs
        self.built = dist / "graphql.html"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["method"] == "POST" or not wants_page(scope):
            await self.programs(scope, receive, send)
        else:
            await self._reply().write(send)

    def _reply(self) -> Reply:
        # Read each time, so that it names the files that are there: it may have been built anew.
        try:
            built = self.built.read_bytes()
        except FileNotFoundError:
            return Reply(406, _MISSING, (*_HEADERS, _policy("default-src 'none'; frame-ancestors 'none'")))
        nonce = secrets.token_urlsafe(16)
        page = built.replace(_PLACEHOLDER, nonce.encode())
        return Reply(200, page, (*_HEADERS, _policy(_POLICY.format(nonce=nonce))))


def wants_page(scope: Scope) -> bool:
    """Whether somebody reads, and likes a page best: what browsers send for an address that is opened."""
    accept = header(scope, b"accept")
    return scope["method"] in {"GET", "HEAD"} and choose(accept, _OFFERS, JSON) == HTML


def _policy(text: str) -> tuple[bytes, bytes]:
    return b"content-security-policy", text.encode()
