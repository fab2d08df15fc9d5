"""What a client asks, read from a body or a query string, and refused where it is no GraphQL request."""

from dataclasses import dataclass
from typing import Any

import orjson

from api.errors import RequestError

_EXAMPLE = 'send {"query": "{ … }", "variables": {…}, "operationName": "…"}; all but query may be left out.'


@dataclass(frozen=True, slots=True)
class GraphRequest:
    """What a client asks."""

    query: str
    variables: dict[str, Any] | None
    operation_name: str | None
    tell_cost: bool = False


def from_body(body: bytes) -> GraphRequest:
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


def _member(asked: dict[str, Any], name: str, kind: type, *, required: bool = False) -> Any:  # noqa: ANN401
    value = asked.get(name)
    if value is None and not required:
        return None
    if value is None:
        raise RequestError(f'The body has no "{name}".', _EXAMPLE)
    if not isinstance(value, kind):
        raise RequestError(f'"{name}" is not {"a string" if kind is str else "an object"}.', _EXAMPLE)
    return value
