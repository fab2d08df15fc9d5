"""docs/asking.md is true: each request in it is sent, and each code in it exists."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api import errors
from tests.shown import SHOWN_REQUEST, request_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "asking.md").read_text(encoding="utf-8")
SHOWN = SHOWN_REQUEST.findall(PAGE)
CODE = re.compile(r'code = "([A-Z_]+)"|"((?:GRAPHQL|BAD|OPERATION|QUERY|COST|DOCUMENT|PERSISTED)_[A-Z_]+)"')
# What stops the command, and is no answer of GraphQL; or the answer of another address.
ELSEWHERE = {
    "SETTINGS",
    "WORKER",
    "EMBEDDED_POSTGRES",
    "MIGRATION",
    "ROLE",
    "DOCUMENT",
    "EXPORT",
    "DATABASE",
    "KEY",
    "NOT_FOUND",
    "TOO_MANY_ROWS",
    "UNKNOWN_FORMAT",
}


@pytest.mark.parametrize(("command", "status"), SHOWN)
async def test_a_request_is_answered_as_the_page_says(
    asker: httpx.AsyncClient, command: str, status: str
) -> None:
    """Copied to a terminal it does what the words beside it promise."""
    request = request_of(command)
    if request.headers.get("if-none-match") == "TAG":
        first = httpx.Request("POST", request.url, headers=_without(request), content=request.content)
        request.headers["if-none-match"] = (await asker.send(first)).headers["etag"]
    answer = await asker.send(request)
    assert answer.status_code == int(status), answer.text


def _without(request: httpx.Request) -> dict[str, str]:
    return {name: value for name, value in request.headers.items() if name != "if-none-match"}


def test_every_kind_of_request_is_shown() -> None:
    """None of them fell out of the page, or of the pattern that finds them here."""
    assert len(SHOWN) == PAGE.count("curl -i")


def test_the_page_names_the_codes() -> None:
    """Those that there are, and no other."""
    named = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)*)`", "\n".join(_rows())))
    assert named == set(_codes()) - ELSEWHERE


def _rows() -> Iterator[str]:
    yield from (line for line in PAGE.splitlines() if re.match(r"\| \d", line))


def _codes() -> Iterator[str]:
    for folder in ("api/engine", "api/graph"):
        for path in (ROOT / folder).glob("*.py"):
            yield from filter(None, sum(CODE.findall(path.read_text(encoding="utf-8")), ()))
    yield from (each.code for each in _subclasses(errors.DetenteError))


def _subclasses(kind: type[errors.DetenteError]) -> Iterator[type[errors.DetenteError]]:
    for each in kind.__subclasses__():
        yield each
        yield from _subclasses(each)
