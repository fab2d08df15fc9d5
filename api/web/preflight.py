"""Refuses what a browser sends across sites without asking first: the rule of Apollo's servers.

A page of any site may have a browser send a "simple" request, with the cookies and from the address of whoever
looks at it. A header that is not simple makes the browser ask first, by a preflight that CORS answers.
"""

from starlette.types import Scope

from api.errors import PreflightRequired
from api.web.reply import header

_SIMPLE = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}
PREFLIGHT_HEADERS = ("graphql-require-preflight", "apollo-require-preflight", "x-apollo-operation-name")


def require_preflight(scope: Scope) -> None:
    """Refuse a request that a browser would have sent without asking."""
    content_type = (header(scope, b"content-type") or "").partition(";")[0].strip().lower()
    if content_type and content_type not in _SIMPLE:
        return
    if any(header(scope, name.encode()) for name in PREFLIGHT_HEADERS):
        return
    raise PreflightRequired(
        "This request could have been sent by a page of any site.",
        "send the header GraphQL-Require-Preflight: 1, or Content-Type: application/json.",
    )
