"""What a client asks, read from a body or a query string, and refused where it is no GraphQL request."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import orjson

from api.errors import IllFormedRequest, RequestError

_EXAMPLE = 'send {"query": "{ … }", "variables": {…}, "operationName": "…"}; all but query may be left out.'
_GET_EXAMPLE = "send ?query=…&variables=…&operationName=…, each URL-encoded, variables as a JSON object."
_PARAMETERS = ("query", "documentId", "operationName", "variables", "extensions")
# Trackers add some of their own; thousands take long to read.
_MOST_PARAMETERS = 100


@dataclass(frozen=True, slots=True)
class GraphRequest:
    """What a client asks.

    Attributes:
        query: The document; None where it is named by one of the two below.
        document_id: The name of a trusted document, or "sha256:" and the hash of one that is known.
        persisted_hash: The document's hash, in the protocol of automatic persisted queries.
        variables_size: Roughly how many characters the variables were sent in.
    """

    query: str | None
    variables: dict[str, Any] | None = None
    operation_name: str | None = None
    document_id: str | None = None
    persisted_hash: str | None = None
    tell_cost: bool = False
    variables_size: int = 0


def from_body(body: bytes) -> GraphRequest:
    """b'{"query": "{ now }"}' → GraphRequest(query="{ now }")."""
    asked = _json(body, "The body")
    if isinstance(asked, list):
        raise IllFormedRequest("Lists of requests are not taken.", "put several fields into one query.")
    if not isinstance(asked, dict):
        raise IllFormedRequest("The body is not a JSON object.", _EXAMPLE)
    return _request(asked, _EXAMPLE, len(body))


def from_query_string(query_string: bytes) -> GraphRequest:
    """b"query=%7B%20now%20%7D" → GraphRequest(query="{ now }")."""
    try:
        pairs = parse_qsl(
            query_string.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_PARAMETERS,
        )
    except UnicodeDecodeError:
        raise RequestError("The query string is not UTF-8, URL-encoded.", _GET_EXAMPLE) from None
    except ValueError:
        raise RequestError(f"There are more than {_MOST_PARAMETERS} parameters.", _GET_EXAMPLE) from None
    asked: dict[str, Any] = {}
    for name, value in pairs:
        if name not in _PARAMETERS or not value:
            continue
        if name in asked:
            raise IllFormedRequest(f'"{name}" is sent more than once.', "send each parameter once.")
        is_json = name in ("variables", "extensions")
        asked[name] = _json(value.encode(), f'"{name}"') if is_json else value
    return _request(asked, _GET_EXAMPLE, len(query_string))


def _request(asked: Mapping[str, Any], example: str, size: int) -> GraphRequest:
    extensions = _member(asked, "extensions", dict) or {}
    query = _member(asked, "query", str)
    found = GraphRequest(
        query=query,
        document_id=_member(asked, "documentId", str),
        variables=_member(asked, "variables", dict),
        operation_name=_member(asked, "operationName", str),
        persisted_hash=_persisted_hash(extensions),
        tell_cost=extensions.get("cost") is True,
        variables_size=size - len(query or "") if asked.get("variables") else 0,
    )
    if found.query is not None and found.document_id is not None:
        raise IllFormedRequest('"query" and "documentId" exclude each other.', "send one of them.")
    if found.query is None and found.document_id is None and found.persisted_hash is None:
        raise IllFormedRequest('The request has no "query".', example)
    return found


def _persisted_hash(extensions: Mapping[str, Any]) -> str | None:
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        return None
    if not isinstance(persisted, dict) or persisted.get("version") != 1:
        raise IllFormedRequest(
            '"persistedQuery" is not of version 1.', 'send {"version": 1, "sha256Hash": "…"}.'
        )
    found = persisted.get("sha256Hash")
    if not isinstance(found, str):
        raise IllFormedRequest(
            '"persistedQuery" has no "sha256Hash".', "send the document's SHA-256 in hexadecimal."
        )
    return found


def _json(text: bytes, name: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as fault:
        # Not the fault's text: it may quote what was sent.
        place = f"line {fault.lineno}, column {fault.colno}"
        raise RequestError(f"{name} is not JSON: {place}.", "send JSON, in UTF-8.") from None


def _member(asked: Mapping[str, Any], name: str, kind: type) -> Any:  # noqa: ANN401
    value = asked.get(name)
    if value is not None and not isinstance(value, kind):
        raise IllFormedRequest(f'"{name}" is not {"a string" if kind is str else "an object"}.', _EXAMPLE)
    return value
