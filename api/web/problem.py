"""Problem details (RFC 9457): what an error outside GraphQL looks like."""

from http import HTTPStatus

import orjson

MEDIA_TYPE = "application/problem+json"


def problem_body(status: int, detail: str, code: str, hint: str | None) -> bytes:
    """{"type", "title", "status", "detail", "code", "hint"}."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": int(status),
        "detail": detail,
        "code": code,
        "hint": hint,
    }
    return orjson.dumps(body)
