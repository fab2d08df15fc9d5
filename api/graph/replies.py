"""What the GraphQL endpoint sends back: media types, statuses, and errors in GraphQL's shape."""

import orjson

from api import logs
from api.engine import Refused
from api.errors import DetenteError, MethodNotAllowed, NotAcceptable
from api.web.media import JSON, choose
from api.web.reply import Headers, Reply

GRAPHQL = "application/graphql-response+json"
METHODS = "POST"


def media_type(accept: str | None) -> str:
    """The media type to answer in: the newer one for who names it, else plain JSON."""
    chosen = choose(accept, (GRAPHQL, JSON), JSON)
    if chosen is None:
        raise NotAcceptable(f"Answers come as {GRAPHQL} or {JSON}.", "name one of them in the Accept header.")
    return chosen


def answered(body: bytes, media: str) -> Reply:
    """An answer with data."""
    return Reply(200, body, _content(media))


def refused(refusal: Refused, media: str) -> Reply:
    """An operation that is not run."""
    logs.note(code=_code(refusal.errors))
    # Clients that accept plain JSON only take any other status for a broken server.
    return _errors(refusal.errors, refusal.status if media == GRAPHQL else 200, _content(media))


def failed(error: DetenteError, media: str) -> Reply:
    """A request that is refused before it is an operation, or a failure of ours."""
    logs.note(code=error.code)
    extensions = {"code": error.code} | ({"hint": error.hint} if error.hint else {})
    headers = _content(media)
    if isinstance(error, MethodNotAllowed):
        headers += ((b"allow", METHODS.encode()),)
    if error.status == 503:  # noqa: PLR2004 - Service Unavailable
        headers += ((b"retry-after", b"5"),)
    return _errors([{"message": error.message, "extensions": extensions}], error.status, headers)


def _content(media: str) -> Headers:
    return ((b"content-type", f"{media}; charset=utf-8".encode()),)


def _errors(errors: list[dict[str, object]], status: int, headers: Headers) -> Reply:
    return Reply(status, orjson.dumps({"errors": errors}), headers)


def _code(errors: list[dict[str, object]]) -> object:
    extensions = errors[0].get("extensions") if errors else None
    return extensions.get("code") if isinstance(extensions, dict) else None
