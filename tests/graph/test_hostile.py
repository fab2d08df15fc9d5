"""Hostile requests are refused or served, for a bounded amount of work, and never by a fault of ours."""

import contextlib
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import httpx
import pytest

from api.engine import Engine, Refused
from tests.graph.conftest import MakeClient
from tests.hostile import DOCUMENTS

# As many function calls as compiling may take: about a tenth of a second. It is counted, not timed, so that it
# is the same on every machine.
CALLS = 500_000
JSON = {"Content-Type": "application/json", "Accept": "application/graphql-response+json"}


def _calls(work: Callable[[], object]) -> int:
    """How many functions, of Python and of C, are called by some work."""
    count = 0

    def note(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", DOCUMENTS)
def test_compiling_is_bounded(engine: Engine, name: str) -> None:
    """Whatever the document, it takes a bounded number of steps to compile or to refuse."""

    def compile_it() -> None:
        with contextlib.suppress(Refused):
            engine.prepare(DOCUMENTS[name], {}, None)

    assert _calls(compile_it) < CALLS


@pytest.mark.parametrize("name", DOCUMENTS)
async def test_no_document_is_a_fault_of_ours(asker: httpx.AsyncClient, name: str) -> None:
    """Each is answered, or refused by a 4xx that says why in a few words."""
    response = await asker.post("/graphql", json={"query": DOCUMENTS[name]}, headers=JSON)
    assert response.status_code in {200, 400, 413}
    assert response.status_code == 200 or len(response.content) < 5_000


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b'{"query": "' + b"a" * 5_000_000 + b'"}', 413),
        (b'{"query": "\x00"}', 400),
        (b'{"query": "{ __typename }\xc3\x28"}', 400),
        (b"[" * 60_000, 400),
        (b'{"query": "{ __typename }", "variables": ' + b'{"a":' * 9_000 + b"1" + b"}" * 9_000 + b"}", 400),
        (b'{"query": "{ __typename }", "extensions": {"a": ' + b"9" * 60_000 + b"}}", 400),
        (b'\xef\xbb\xbf{"query": "{ __typename }"}', 400),
    ],
)
async def test_hostile_bodies(asker: httpx.AsyncClient, content: bytes, status: int) -> None:
    """Too long, too deep, no UTF-8, NULs: each has its status."""
    response = await asker.post("/graphql", content=content, headers=JSON)
    assert response.status_code == status


@pytest.mark.parametrize(
    "value",
    [
        {"and": [{"name": {"eq": "a"}}] * 1500},
        {"name": {"in": ["a"] * 9000}},
        {"name": {"eq": "\x00"}},
        {"name": {"eq": {"a": 1}}},
        [[[[]]]],
    ],
)
async def test_hostile_variables(asker: httpx.AsyncClient, engine: Engine, value: Any) -> None:  # noqa: ANN401
    """They are bounded by the body, and what they ask by the limits of a document."""
    query = "query ($where: CountryWhere) { countries(where: $where) { totalCount } }"
    body = {"query": query, "variables": {"where": value}}
    response = await asker.post("/graphql", json=body, headers=JSON)
    assert response.status_code in {200, 400}

    def compile_it() -> None:
        with contextlib.suppress(Refused):
            engine.prepare(query, {"where": value}, None)

    assert _calls(compile_it) < CALLS


async def test_thousands_of_parameters_are_not_read(asker: httpx.AsyncClient) -> None:
    """An address is refused that holds more than anybody needs."""
    response = await asker.get("/graphql?query={__typename}&" + "a=b&" * 7_000)
    assert response.status_code == 400
    assert "more than 100 parameters" in response.text


async def test_a_light_request_is_answered_after_all_of_them(in_world: MakeClient) -> None:
    """Nothing stays behind: what others asked has no effect on the next."""
    asker = await in_world(anonymous_budget=1_000_000_000)
    for text in DOCUMENTS.values():
        await asker.post("/graphql", json={"query": text}, headers=JSON)
    response = await asker.post("/graphql", json={"query": '{ country(iso2: "US") { name } }'})
    assert response.json()["data"] == {"country": {"name": "United States"}}
