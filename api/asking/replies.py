"""What is sent back: JSON, small pages and problems, with the tags by which a client need not read them twice."""

from collections.abc import Mapping
from hashlib import blake2b
from importlib.metadata import version
from typing import Any

import orjson

from api import logs
from api.answers import Conditions
from api.asking.asking import Asked
from api.errors import DetenteError, Headers
from api.web.media import JSON
from api.web.problem import MEDIA_TYPE, problem_body
from api.web.reply import Reply

VERSION = version("detente")
_NO_STORE = (b"cache-control", b"no-store")
_PAGE = ((b"content-type", b"text/html; charset=utf-8"), (b"referrer-policy", b"no-referrer"))
_SAFE = (b"x-content-type-options", b"nosniff")


def conditions(revision: str | None, if_none_match: str | None, edition: str = VERSION) -> Conditions:
    """Read what the client has; its tags are those of answers that this edition of the code wrote."""
    mark = f'.{edition}"'
    tags = if_none_match and ",".join(
        each for each in if_none_match.split(",") if mark in each or each.strip() == "*"
    )
    return Conditions.read(revision, tags.replace(mark, '"') if tags else None)


def json_reply(body: Mapping[str, Any], headers: Headers, media: str = JSON) -> Reply:
    """Return data as JSON."""
    content = (b"content-type", f"{media}; charset=utf-8".encode() if media == JSON else media.encode())
    return Reply(200, orjson.dumps(body), (content, _SAFE, *headers))


def page_reply(html: bytes, policy: str, headers: Headers, status: int = 200) -> Reply:
    """Return a page that may do what its content security policy lets it."""
    return Reply(status, html, (*_PAGE, (b"content-security-policy", policy.encode()), _SAFE, *headers))


def unchanged(headers: Headers) -> Reply:
    """Return that the client has it already."""
    return Reply(304, b"", headers)


def told(asked: Asked, edition: str = VERSION) -> Headers:
    """Return the headers of an answer to GET.

    Its tag is that of its data, and of the edition of the code: another one may write the same data otherwise.
    """
    mark = f'.{edition}"'.encode()
    return tuple(
        (name, value[:-1] + mark) if name == b"etag" else (name, value) for name, value in asked.headers
    )


def told_once(asked: Asked) -> Headers:
    """Return the headers of an answer to POST: nobody may keep it."""
    return (*(each for each in asked.headers if each[0] == b"detente-revision"), _NO_STORE)


def steady(body: bytes) -> Headers:
    """Return the headers of what only another version of this code would change."""
    tag = blake2b(body, digest_size=12).hexdigest()
    return (b"etag", f'W/"{tag}"'.encode()), (b"cache-control", b"public, max-age=300")


def failed(error: DetenteError) -> Reply:
    """Return a refusal, or a failure of ours."""
    logs.note(code=error.code)
    body = problem_body(error.status, error.message, error.code, error.hint)
    return Reply(error.status, body, ((b"content-type", MEDIA_TYPE.encode()), _NO_STORE, *error.headers))
