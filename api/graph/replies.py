"""What the GraphQL endpoint sends back: media types, statuses, and errors in GraphQL's shape."""

from dataclasses import dataclass
from typing import Any

import orjson

from api import logs
from api.answers import Answer
from api.clients.ticket import Allowance
from api.engine import Refused
from api.errors import DetenteError, Headers, IllFormedRequest, NotAcceptable
from api.web.media import JSON, choose
from api.web.reply import Reply

GRAPHQL = "application/graphql-response+json"

_PARSE_FAILED = "GRAPHQL_PARSE_FAILED"
_UNPROCESSABLE = 422
_VARY = (b"vary", b"Accept")
_COST_ENDS = b"}}}"
_NO_STORE = (b"cache-control", b"no-store")


def media_type(accept: str | None) -> str:
    """The media type to answer in: the newer one for who names it, else plain JSON."""
    chosen = choose(accept, (GRAPHQL, JSON), JSON)
    if chosen is None:
        raise NotAcceptable(f"Answers come as {GRAPHQL} or {JSON}.", "name one of them in the Accept header.")
    return chosen


@dataclass(frozen=True, slots=True)
class Replies:
    """Makes replies.

    `draft` follows the draft of GraphQL over HTTP where clients do not yet: 422 for what can be read but not run,
    and the status of an error also for clients that know plain JSON only.
    """

    draft: bool = False

    def answered(self, answer: Answer, media: str, allowance: Allowance | None = None) -> Reply:
        """An answer with data, or that the client has it already; what it cost is told on request."""
        if answer.not_modified:
            return Reply(304, b"", (_VARY, *answer.headers))
        body = _with_allowance(answer.body, allowance) if allowance else answer.body
        return Reply(200, body, (_content(media), _VARY, *answer.headers))

    def refused(self, refusal: Refused, media: str) -> Reply:
        """An operation that is not run."""
        code = _code(refusal.errors)
        logs.note(code=code)
        if self.draft:
            usual = refusal.status == 400 and code != _PARSE_FAILED  # noqa: PLR2004 - Bad Request
            return _errors(refusal.errors, _UNPROCESSABLE if usual else refusal.status, GRAPHQL)
        # Clients that accept plain JSON only take any other status for a broken server.
        return _errors(refusal.errors, refusal.status if media == GRAPHQL else 200, media)

    def failed(self, error: DetenteError, media: str) -> Reply:
        """A request that is refused before it is an operation, or a failure of ours."""
        logs.note(code=error.code)
        extensions = {"code": error.code} | ({"hint": error.hint} if error.hint else {})
        errors = [{"message": error.message, "extensions": extensions}]
        unprocessable = self.draft and isinstance(error, IllFormedRequest)
        status = _UNPROCESSABLE if unprocessable else error.status
        return _errors(errors, status, GRAPHQL if self.draft else media, error.headers)


def _with_allowance(body: bytes, allowance: Allowance) -> bytes:
    """Add to extensions.cost, the last of an answer, what was charged and what is left."""
    assert body.endswith(_COST_ENDS), "a body with its cost ends with it"
    facts = allowance.charged, allowance.remaining, allowance.resets_in
    return body.removesuffix(_COST_ENDS) + b',"charged":%d,"remaining":%d,"resetsIn":%d}}}' % facts


def _content(media: str) -> tuple[bytes, bytes]:
    return b"content-type", f"{media}; charset=utf-8".encode()


def _errors(errors: list[dict[str, Any]], status: int, media: str, headers: Headers = ()) -> Reply:
    return Reply(status, orjson.dumps({"errors": errors}), (_content(media), _VARY, _NO_STORE, *headers))


def _code(errors: list[dict[str, Any]]) -> object:
    extensions = errors[0].get("extensions") if errors else None
    return extensions.get("code") if isinstance(extensions, dict) else None
