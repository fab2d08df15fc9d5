"""GraphQL over HTTP, draft of August 2026: each MUST and SHOULD that concerns a server without mutations."""

import gzip
import json
from typing import Any

import httpx
import pytest

from tests.graph.conftest import MakeClient

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
QUERY = '{ country(iso2: "US") { name } }'
ANSWER = {"country": {"name": "United States"}}
ASKED_FIRST = {"GraphQL-Require-Preflight": "1"}

UNPARSED = {"query": "{"}
INVALID = {"query": "{ nothing }"}
AMBIGUOUS = {"query": "query A { __typename } query B { __typename }"}
UNKNOWN_OPERATION = {"query": "query A { __typename }", "operationName": "C"}
UNCOERCED = {"query": "query ($a: Int!) { releases(first: $a) { totalCount } }", "variables": {"a": "x"}}
REFUSED = [UNPARSED, INVALID, AMBIGUOUS, UNKNOWN_OPERATION, UNCOERCED]


async def _post(client: httpx.AsyncClient, body: object, accept: str | None = GRAPHQL) -> httpx.Response:
    # An empty header is what httpx sends for none of its own.
    headers = {"Content-Type": JSON, "Accept": accept or ""}
    return await client.post("/graphql", content=json.dumps(body).encode(), headers=headers)


async def _get(client: httpx.AsyncClient, **parameters: str) -> httpx.Response:
    return await client.get("/graphql", params=parameters, headers={"Accept": GRAPHQL, **ASKED_FIRST})


def _media(response: httpx.Response) -> str:
    return response.headers["content-type"].partition(";")[0]


async def test_post_is_accepted(asker: httpx.AsyncClient) -> None:
    """A server MUST accept POST requests."""
    response = await _post(asker, {"query": QUERY})
    assert (response.status_code, response.json()["data"]) == (200, ANSWER)


async def test_an_answer_can_be_graphql_json(asker: httpx.AsyncClient) -> None:
    """A server MUST support responses as application/graphql-response+json."""
    assert _media(await _post(asker, {"query": QUERY})) == GRAPHQL


@pytest.mark.parametrize("accept", [GRAPHQL, JSON])
async def test_the_encoding_is_told(asker: httpx.AsyncClient, accept: str) -> None:
    """A server MUST indicate the media type and SHOULD indicate the encoding."""
    response = await _post(asker, {"query": QUERY}, accept)
    assert response.headers["content-type"] == f"{accept}; charset=utf-8"


@pytest.mark.parametrize("content_type", [JSON, f"{JSON}; charset=utf-8", f'{JSON};charset="UTF-8"'])
async def test_a_body_is_utf_8(asker: httpx.AsyncClient, content_type: str) -> None:
    """If no encoding is given the server MUST assume UTF-8."""
    query = '{ search(query: "Калійны") { nodes { matched } } }'
    body = json.dumps({"query": query}, ensure_ascii=False).encode()
    response = await asker.post("/graphql", content=body, headers={"Content-Type": content_type})
    assert response.json()["data"]["search"]["nodes"][0]["matched"] == "Калійны завод"


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        (GRAPHQL, GRAPHQL),
        (f"{GRAPHQL}, {JSON};q=0.9", GRAPHQL),
        (f"{JSON};q=0.9, {GRAPHQL}", GRAPHQL),
        (f"{GRAPHQL};q=0.5, {JSON};q=0.9", JSON),
        (f"{JSON}, {GRAPHQL}", GRAPHQL),
        (f"{GRAPHQL}, */*", GRAPHQL),
        (f"{GRAPHQL};q=0, */*", JSON),
        (f"text/html, {JSON};q=0.1", JSON),
        (f"{GRAPHQL};charset=utf-8", GRAPHQL),
        (f"{GRAPHQL};charset=utf-16, {JSON};q=0.1", JSON),
    ],
)
async def test_accept_is_respected(asker: httpx.AsyncClient, accept: str | None, chosen: str) -> None:
    """The server MUST use the supported media type that has the highest priority."""
    assert _media(await _post(asker, {"query": QUERY}, accept)) == chosen


@pytest.mark.parametrize("accept", ["text/html", "image/*", f"{JSON};q=0", f"{GRAPHQL};charset=utf-16"])
async def test_nothing_acceptable(asker: httpx.AsyncClient, accept: str) -> None:
    """If none of the media types is supported, status code 406 SHOULD be used."""
    response = await _post(asker, {"query": QUERY}, accept)
    assert (response.status_code, list(response.json())) == (406, ["errors"])


async def test_a_post_without_content_type(asker: httpx.AsyncClient) -> None:
    """If there is no Content-Type, the server SHOULD reject the request by a 4xx status."""
    response = await asker.post("/graphql", content=json.dumps({"query": QUERY}).encode())
    assert response.status_code == 415


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/graphql", f"{JSON}; charset=utf-16", "x"]
)
async def test_an_unsupported_content_type(asker: httpx.AsyncClient, content_type: str) -> None:
    """If the Content-Type is not supported, status code 415 SHOULD be used."""
    response = await asker.post("/graphql", content=b"{}", headers={"Content-Type": content_type})
    assert response.status_code == 415


async def test_a_compressed_body(asker: httpx.AsyncClient) -> None:
    """A coding of the body that is not supported is refused by 415, and named."""
    body = gzip.compress(json.dumps({"query": QUERY}).encode())
    headers = {"Content-Type": JSON, "Content-Encoding": "gzip"}
    response = await asker.post("/graphql", content=body, headers=headers)
    assert response.status_code == 415
    assert "gzip" in response.text


async def test_an_address_with_a_slash_too_many_leads_nowhere(asker: httpx.AsyncClient) -> None:
    """A proxy in front may know the server by another name than it would redirect to."""
    assert (await asker.post("/graphql/", json={"query": QUERY})).status_code == 404


async def test_get_takes_url_encoded_parameters(asker: httpx.AsyncClient) -> None:
    """For GET the parameters MUST be in the query string, variables and extensions as JSON."""
    response = await _get(
        asker,
        query="query A($i: String!) { country(iso2: $i) { name } } query B { __typename }",
        operationName="A",
        variables='{"i": "US"}',
        extensions='{"cost": true}',
    )
    assert (response.status_code, response.json()["data"]) == (200, ANSWER)
    assert "cost" in response.json()["extensions"]


async def test_head_is_get_without_the_body(asker: httpx.AsyncClient) -> None:
    """HEAD has the headers of GET."""
    got = await _get(asker, query=QUERY)
    head = await asker.head("/graphql", params={"query": QUERY}, headers={"Accept": GRAPHQL, **ASKED_FIRST})
    assert head.status_code == 200
    for name in ("content-type", "content-length", "etag"):
        assert head.headers[name] == got.headers[name]


async def test_plus_is_a_space_in_a_query_string(asker: httpx.AsyncClient) -> None:
    """The query string is encoded as URLSearchParams has it."""
    response = await asker.get("/graphql?query=%7B+__typename+%7D", headers=ASKED_FIRST)
    assert response.json()["data"] == {"__typename": "Query"}


async def test_empty_parameters_are_none(asker: httpx.AsyncClient) -> None:
    """The empty string for an optional parameter is equivalent to not sending it."""
    response = await _get(asker, query=QUERY, operationName="", variables="", extensions="")
    assert response.json()["data"] == ANSWER


async def test_null_members_are_none(asker: httpx.AsyncClient) -> None:
    """Null for an optional parameter is equivalent to not sending it."""
    body = {"query": QUERY, "operationName": None, "variables": None, "extensions": None}
    assert (await _post(asker, body)).json()["data"] == ANSWER


async def test_unknown_members_are_ignored(asker: httpx.AsyncClient) -> None:
    """Servers MUST ignore properties they do not understand."""
    assert (await _post(asker, {"query": QUERY, "more": [1], "extensions": {"x": {}}})).json()[
        "data"
    ] == ANSWER
    assert (await _get(asker, query=QUERY, more="1")).json()["data"] == ANSWER


@pytest.mark.parametrize("accept", [GRAPHQL, JSON])
@pytest.mark.parametrize("kind", ["mutation", "subscription"])
async def test_get_never_changes_anything(asker: httpx.AsyncClient, accept: str, kind: str) -> None:
    """A mutation by GET MUST be refused by 4xx, 405 RECOMMENDED, which tells what is allowed."""
    response = await asker.get(
        "/graphql",
        params={"query": f"query A {{ __typename }} {kind} B {{ x }}", "operationName": "B"},
        headers={"Accept": accept, **ASKED_FIRST},
    )
    assert (response.status_code, response.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
async def test_an_unsupported_method(asker: httpx.AsyncClient, method: str) -> None:
    """For an unsupported method status code 405 SHOULD be used, with Allow."""
    response = await asker.request(method, "/graphql", headers={"Accept": GRAPHQL})
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD, OPTIONS, POST")


async def test_options_tells_the_methods(asker: httpx.AsyncClient) -> None:
    """OPTIONS has no body and says what is allowed."""
    response = await asker.options("/graphql")
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["allow"] == "GET, HEAD, OPTIONS, POST"


@pytest.mark.parametrize("content", [b"NONSENSE", b'{"query":', b'{"query": "\xff"}', b"", b'"\\ud800"'])
@pytest.mark.parametrize("accept", [GRAPHQL, JSON])
async def test_a_body_that_is_not_json(asker: httpx.AsyncClient, content: bytes, accept: str) -> None:
    """If the JSON body cannot be parsed, status code 400 SHOULD be used."""
    headers = {"Content-Type": JSON, "Accept": accept}
    assert (await asker.post("/graphql", content=content, headers=headers)).status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        {"qeury": "{ __typename }"},
        {"query": 7},
        {"query": QUERY, "variables": [7]},
        {"query": QUERY, "operationName": 7},
        {"query": QUERY, "extensions": "x"},
        [{"query": QUERY}],
        "text",
        None,
    ],
)
@pytest.mark.parametrize(("draft", "status"), [(False, 400), (True, 422)])
async def test_a_request_of_another_shape(
    in_world: MakeClient, body: object, draft: bool, status: int
) -> None:
    """If it is no well-formed request: 400, which clients expect, or the draft's 422."""
    response = await _post(await in_world(draft_statuses=draft), body)
    assert (response.status_code, list(response.json())) == (status, ["errors"])


@pytest.mark.parametrize("body", REFUSED)
async def test_what_cannot_be_run_is_a_bad_request(asker: httpx.AsyncClient, body: dict[str, Any]) -> None:
    """Without data the status MUST be 4xx; 400 is what the audit and clients expect."""
    response = await _post(asker, body)
    assert (response.status_code, list(response.json())) == (400, ["errors"])


@pytest.mark.parametrize("body", REFUSED)
async def test_plain_json_tells_by_the_body(asker: httpx.AsyncClient, body: dict[str, Any]) -> None:
    """Clients that know application/json only take any other status for a broken server."""
    response = await _post(asker, body, JSON)
    assert (response.status_code, _media(response), list(response.json())) == (200, JSON, ["errors"])


@pytest.mark.parametrize("body", REFUSED)
@pytest.mark.parametrize("accept", [GRAPHQL, JSON])
async def test_the_drafts_statuses(in_world: MakeClient, body: dict[str, Any], accept: str) -> None:
    """By choice 422 for what can be parsed, also for plain JSON, whose errors then say what they are."""
    response = await _post(await in_world(draft_statuses=True), body, accept)
    expected = 400 if body is UNPARSED else 422
    assert (response.status_code, _media(response)) == (expected, GRAPHQL)


async def test_the_drafts_success_is_plain_for_plain_clients(in_world: MakeClient) -> None:
    """A 2xx response SHOULD have the type application/json for who asked for that."""
    response = await _post(await in_world(draft_statuses=True), {"query": QUERY}, JSON)
    assert (response.status_code, _media(response)) == (200, JSON)


async def test_a_body_too_large(asker: httpx.AsyncClient) -> None:
    """If the body is too large, status code 413 SHOULD be used."""
    response = await _post(asker, {"query": "{ __typename " + " " * 70_000 + "}"})
    assert response.status_code == 413


@pytest.mark.parametrize(
    "query_string",
    [
        "",
        "operationName=A",
        "query=%FF",
        "query=%7B__typename%7D&variables=%7B",
        "query=a&query=b",
        "query=ü",
    ],
)
async def test_a_malformed_query_string(asker: httpx.AsyncClient, query_string: str) -> None:
    """What cannot be read as parameters is a bad request, and ambiguous ones are too."""
    response = await asker.get(f"/graphql?{query_string}", headers={"Accept": GRAPHQL, **ASKED_FIRST})
    assert (response.status_code, list(response.json())) == (400, ["errors"])


async def test_lists_of_requests_are_refused(asker: httpx.AsyncClient) -> None:
    """There is no batching."""
    response = await _post(asker, [{"query": QUERY}, {"query": QUERY}])
    assert response.json()["errors"][0]["message"] == "Lists of requests are not taken."


async def test_errors_are_not_kept(asker: httpx.AsyncClient) -> None:
    """A cache may keep answers, never errors, and keeps media types apart."""
    response = await _post(asker, INVALID)
    assert response.headers["cache-control"] == "no-store"
    assert "Accept" in response.headers["vary"]
