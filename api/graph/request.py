"""Reads a GraphQL request out of an HTTP request, and refuses what is none."""

import re
from dataclasses import dataclass
from email.message import Message
from typing import Any

import orjson
from starlette.requests import Request

from api.errors import BodyTooLarge, NotAcceptable, RequestError, UnsupportedMediaType

JSON = "application/json"
GRAPHQL = "application/graphql-response+json"

_EXAMPLE = 'send {"query": "{ … }", "variables": {…}, "operationName": "…"}; all but query may be left out.'


@dataclass(frozen=True, slots=True)
class GraphRequest:
    """What a client asks."""

    query: str
    variables: dict[str, Any] | None
    operation_name: str | None
    tell_cost: bool = False


async def read_body(request: Request, limit: int) -> bytes:
    """The body, as long as it is JSON by its header and no longer than the limit."""
    _require_json(request.headers.get("content-type"))
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise BodyTooLarge(f"The body is longer than {limit} bytes.", "split the query, or send less.")
    return bytes(body)


def parse(body: bytes) -> GraphRequest:
    """b'{"query": "{ now }"}' → GraphRequest(query="{ now }", variables=None, operation_name=None)."""
    try:
        asked = orjson.loads(body)
    except orjson.JSONDecodeError as fault:
        # Not the fault's text: it may quote the body.
        raise RequestError(
            f"The body is not JSON: line {fault.lineno}, column {fault.colno}.", _EXAMPLE
        ) from None
    if isinstance(asked, list):
        raise RequestError("Lists of requests are not taken.", "put several fields into one query.")
    if not isinstance(asked, dict):
        raise RequestError("The body is not a JSON object.", _EXAMPLE)
    return GraphRequest(
        query=_member(asked, "query", str, required=True),
        variables=_member(asked, "variables", dict),
        operation_name=_member(asked, "operationName", str),
        tell_cost=(_member(asked, "extensions", dict) or {}).get("cost") is True,
    )


def response_type(accept: str | None) -> str:
    """The media type to answer in: the newer one for who names it, else plain JSON."""
    if accept is None:
        return JSON
    ranges = [part.partition(";") for part in accept.lower().split(",")]
    taken = {name.strip() for name, _, parameters in ranges if not _is_zero(parameters)}
    if GRAPHQL in taken:
        return GRAPHQL
    if taken & {JSON, "application/*", "*/*"}:
        return JSON
    raise NotAcceptable(f"Answers come as {GRAPHQL} or {JSON}.", "name one of them in the Accept header.")


def _member(asked: dict[str, Any], name: str, kind: type, *, required: bool = False) -> Any:  # noqa: ANN401
    value = asked.get(name)
    if value is None and not required:
        return None
    if value is None:
        raise RequestError(f'The body has no "{name}".', _EXAMPLE)
    if not isinstance(value, kind):
        raise RequestError(f'"{name}" is not {"a string" if kind is str else "an object"}.', _EXAMPLE)
    return value


def _require_json(content_type: str | None) -> None:
    header = Message()
    header["content-type"] = content_type or ""
    charset = str(header.get_param("charset") or "utf-8").lower()
    # A browser sends JSON across sites only after asking, so this also keeps foreign pages out.
    if content_type is None or header.get_content_type() != JSON or charset not in {"utf-8", "utf8"}:
        raise UnsupportedMediaType("The body is not sent as JSON.", f"send Content-Type: {JSON}")


def _is_zero(parameters: str) -> bool:
    return re.search(r"(^|;)\s*q=0(\.0*)?\s*(;|$)", parameters) is not None
