"""What pages of other sites may do: read, and nothing behind a visitor's back."""

import httpx
import pytest

from tests.graph.conftest import MakeClient

QUERY = {"query": "{ __typename }"}
ELSEWHERE = {"Origin": "https://elsewhere.example"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 400),
        ({"Content-Type": "text/plain"}, 400),
        ({"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}, 400),
        ({"Content-Type": "multipart/form-data; boundary=x"}, 400),
        ({"Content-Type": "application/json"}, 200),
        ({"GraphQL-Require-Preflight": "1"}, 200),
        ({"Apollo-Require-Preflight": "true"}, 200),
        ({"X-Apollo-Operation-Name": "A"}, 200),
        ({"X-Apollo-Operation-Name": ""}, 400),
    ],
)
async def test_a_simple_get_is_refused(
    asker: httpx.AsyncClient, headers: dict[str, str], status: int
) -> None:
    """A browser must have asked us first: by the rule of Apollo's servers."""
    response = await asker.get("/graphql", params=QUERY, headers=headers)
    assert response.status_code == status
    if status == 400:
        assert response.json()["errors"][0]["extensions"]["code"] == "PREFLIGHT_REQUIRED"


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
async def test_a_simple_post_is_refused(asker: httpx.AsyncClient, content_type: str) -> None:
    """What a form can send is no JSON."""
    response = await asker.post(
        "/graphql", content=b'{"query": "{ __typename }"}', headers={"Content-Type": content_type}
    )
    assert response.status_code == 415


async def test_all_sites_may_read(asker: httpx.AsyncClient) -> None:
    """Answers and errors alike, without cookies, and some headers beside the body."""
    for path in ("/graphql", "/nowhere"):
        response = await asker.post(path, json=QUERY, headers=ELSEWHERE)
        assert response.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in response.headers
        exposed = response.headers["access-control-expose-headers"].split(", ")
        assert {"ETag", "Detente-Revision", "X-Request-ID", "RateLimit"} <= set(exposed)


async def test_a_browser_that_asks_is_answered(asker: httpx.AsyncClient) -> None:
    """The preflight names methods and the header that is asked for, and is kept for a day."""
    response = await asker.options(
        "/graphql",
        headers={
            **ELSEWHERE,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type, authorization",
        },
    )
    assert response.status_code == 200
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["access-control-allow-headers"] == "content-type, authorization"
    assert {"GET", "POST"} <= set(response.headers["access-control-allow-methods"].split(", "))
    assert response.headers["access-control-max-age"] == "86400"


async def test_sites_can_be_chosen(in_world: MakeClient) -> None:
    """Others learn nothing, and a cache keeps the sites apart."""
    client = await in_world(cors_origins="https://a.example, https://b.example:8443")
    for origin, allowed in (("https://b.example:8443", True), ("https://c.example", False)):
        response = await client.post("/graphql", json=QUERY, headers={"Origin": origin})
        assert response.headers.get("access-control-allow-origin") == (origin if allowed else None)
        assert "Origin" in response.headers["vary"]
