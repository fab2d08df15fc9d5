"""POST /graphql answers with bytes, refuses in one shape, and logs one line without what was asked."""

from collections.abc import Callable
from typing import Any

import asyncpg
import httpx
import pytest

from api.database.connect import connected
from api.database.servers import Servers
from api.database.urls import Urls

GRAPHQL = "application/graphql-response+json"
JSON = {"Content-Type": "application/json"}
Lines = Callable[[], list[dict[str, Any]]]


def _only_error(response: httpx.Response) -> dict[str, Any]:
    body = response.json()
    assert list(body) == ["errors"]
    (error,) = body["errors"]
    assert isinstance(error["message"], str)
    found: dict[str, Any] = error
    return found


async def test_an_operation_is_answered_with_the_revision_it_was_read_at(client: httpx.AsyncClient) -> None:
    """The body is data and, beside it, the revision."""
    response = await client.post("/graphql", json={"query": '{ country(iso2: "US") { name } }'})
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json; charset=utf-8"
    assert response.json() == {"data": {"country": None}, "extensions": {"revision": 0}}


async def test_an_operation_is_one_statement(client: httpx.AsyncClient, log_lines: Lines) -> None:
    """The log counts one statement for data and none for what the schema alone answers."""
    await client.post("/graphql", json={"query": '{ country(iso2: "US") { name } }'})
    await client.post("/graphql", json={"query": "{ __typename }"})
    assert [line["statements"] for line in log_lines()] == [1, 0]


async def test_variables_and_operation_name_choose_what_is_asked(
    client: httpx.AsyncClient, log_lines: Lines
) -> None:
    """One of several operations runs, and the log names it."""
    query = "query A { __typename } query B($iso2: String!) { country(iso2: $iso2) { name } }"
    body = {"query": query, "variables": {"iso2": "US"}, "operationName": "B"}
    response = await client.post("/graphql", json=body)
    assert response.json()["data"] == {"country": None}
    assert log_lines()[0]["operation"] == "B"


@pytest.mark.parametrize(
    ("accept", "media_type", "status"),
    [
        (GRAPHQL, GRAPHQL, 400),
        (f"{GRAPHQL};q=0, application/json", "application/json", 200),
        ("*/*", "application/json", 200),
        ("text/html", GRAPHQL, 406),
    ],
)
async def test_a_refused_operation_has_the_status_its_media_type_asks_for(
    client: httpx.AsyncClient, accept: str, media_type: str, status: int
) -> None:
    """Only clients that name the GraphQL media type are told by the status."""
    response = await client.post("/graphql", json={"query": "{ nothing }"}, headers={"Accept": accept})
    assert response.status_code == status
    assert response.headers["content-type"] == f"{media_type}; charset=utf-8"
    assert "code" in _only_error(response)["extensions"]


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        (b'{"query": ', JSON, 400, "BAD_REQUEST"),
        (b"\xff\xfe", JSON, 400, "BAD_REQUEST"),
        (b"[]", JSON, 400, "ILL_FORMED_REQUEST"),
        (b"1", JSON, 400, "ILL_FORMED_REQUEST"),
        (b"{}", JSON, 400, "ILL_FORMED_REQUEST"),
        (b'{"query": 1}', JSON, 400, "ILL_FORMED_REQUEST"),
        (b'{"query": "{ __typename }", "variables": []}', JSON, 400, "ILL_FORMED_REQUEST"),
        (b'{"query": "{ __typename }", "operationName": 1}', JSON, 400, "ILL_FORMED_REQUEST"),
        (b'{"query": "{ __typename }"}', {}, 415, "UNSUPPORTED_MEDIA_TYPE"),
        (b'{"query": "{ __typename }"}', {"Content-Type": "text/plain"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
        (b"{}", {"Content-Type": "application/json; charset=utf-16"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
        (b" " * 70_000, JSON, 413, "BODY_TOO_LARGE"),
    ],
)
async def test_a_malformed_request_is_refused(
    client: httpx.AsyncClient, body: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    """The status says what kind of mistake it is, and the message how to mend it."""
    response = await client.post("/graphql", content=body, headers=headers)
    error = _only_error(response)
    assert (response.status_code, error["extensions"]["code"]) == (status, code)
    assert error["extensions"]["hint"]


async def test_other_methods_are_refused(client: httpx.AsyncClient) -> None:
    """They are told which methods ask."""
    response = await client.put("/graphql")
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD, OPTIONS, POST")
    assert _only_error(response)["extensions"]["code"] == "METHOD_NOT_ALLOWED"


async def test_a_statement_that_takes_too_long_is_a_timeout(
    client: httpx.AsyncClient, pool: Servers, database: Urls
) -> None:
    """Postgres ends it at the limit, and the client is told so."""
    async with connected(database.owner) as owner, owner.transaction():
        await owner.execute("LOCK TABLE country")
        response = await client.post("/graphql", json={"query": '{ country(iso2: "US") { name } }'})
    assert (response.status_code, _only_error(response)["extensions"]["code"]) == (504, "TIMEOUT")
    assert await pool.row("SELECT 1")


async def test_a_fault_of_ours_is_masked(client: httpx.AsyncClient, database: Urls, log_lines: Lines) -> None:
    """The client gets an id; the log has the fault under it, without any value."""
    async with connected(database.owner) as owner:
        await owner.execute("ALTER TABLE country RENAME TO hidden")
    response = await client.post("/graphql", json={"query": '{ country(iso2: "US") { name } }'})
    assert response.status_code == 500
    error = _only_error(response)
    (fault,) = [line for line in log_lines() if line["event"] == "fault"]
    assert fault["fault_id"] in error["message"]
    assert fault["sqlstate"] == asyncpg.UndefinedTableError.sqlstate
    assert "country" not in response.text


async def test_the_log_has_nothing_of_what_was_asked(client: httpx.AsyncClient, log_lines: Lines) -> None:
    """Neither variables nor document nor query string reach the log, whatever the outcome."""
    for body in (
        {"query": "query($x: String!) { country(iso2: $x) { name } }", "variables": {"x": "Hidden"}},
        {"query": "query($x: Int!) { country(iso2: $x) { name } }", "variables": {"x": "Hidden"}},
        {"query": '{ country(iso2: "Hidden") { Hidden } }'},
        {"query": "Hidden"},
    ):
        await client.post("/graphql?Hidden=Hidden", json=body)
    await client.post("/graphql", content=b'{"query": Hidden}', headers=JSON)
    assert len(log_lines()) == 5
    assert "Hidden" not in str(log_lines())


async def test_a_request_id_comes_back(client: httpx.AsyncClient, log_lines: Lines) -> None:
    """A client's id is kept if it can do no harm, else one is made; the log has the same."""
    kept = await client.get("/healthz", headers={"X-Request-ID": "abc-1"})
    made = await client.get("/healthz", headers={"X-Request-ID": "a b\tc"})
    assert kept.headers["x-request-id"] == "abc-1"
    assert made.headers["x-request-id"] not in {"a b\tc", ""}
    assert [line["request_id"] for line in log_lines()] == ["abc-1", made.headers["x-request-id"]]


async def test_other_addresses_are_problems(client: httpx.AsyncClient) -> None:
    """Outside GraphQL an error is a problem document."""
    response = await client.get("/nowhere")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["code"] == "NOT_FOUND"


async def test_the_front_page_points_to_the_query(client: httpx.AsyncClient) -> None:
    """A person who opens the address can ask on, whatever the address claims to be."""
    response = await client.get("/", headers={"Host": '"><script>'})
    assert "/graphql" in response.text
    assert '"><script>' not in response.text
