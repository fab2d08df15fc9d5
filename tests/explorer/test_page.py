"""Browsers that open /graphql get the explorer, and programs get what they always got."""

import re
from pathlib import Path

import httpx
import pytest

from api.explorer.page import Explorer

CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
QUERY = {"query": "{ __typename }"}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder as a build leaves it."""
    page = '<meta property="csp-nonce" nonce="__NONCE__"><script src="/assets/a.js" nonce="__NONCE__">'
    (tmp_path / "graphql.html").write_text(page)
    return tmp_path


def _client(asker: httpx.AsyncClient, dist: Path) -> httpx.AsyncClient:
    """The application behind an explorer from another folder."""
    explorer = Explorer(asker._transport.app, dist)  # type: ignore[attr-defined]
    return httpx.AsyncClient(transport=httpx.ASGITransport(explorer), base_url="http://detente")


async def test_a_browser_gets_the_page(asker: httpx.AsyncClient, built: Path) -> None:
    """It may not be kept nor framed, and a cache keeps it apart from answers."""
    async with _client(asker, built) as client:
        response = await client.get("/graphql", headers={"Accept": CHROME}, params=QUERY)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["cache-control"] == "no-store"
    assert "Accept" in response.headers["vary"]
    assert "frame-ancestors 'none'" in response.headers["content-security-policy"]


async def test_the_policy_lets_only_our_own_in(asker: httpx.AsyncClient, built: Path) -> None:
    """No script but from our files; style elements need the nonce of this very page."""
    async with _client(asker, built) as client:
        pages = [await client.get("/graphql", headers={"Accept": "text/html"}) for _ in range(2)]
    nonces = []
    for page in pages:
        policy = dict(
            part.strip().split(" ", 1) for part in page.headers["content-security-policy"].split(";")
        )
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["worker-src"] == policy["connect-src"] == "'self'"
        (nonce,) = set(re.findall(r'nonce="([^"]+)"', page.text))
        assert policy["style-src-elem"] == f"'self' 'nonce-{nonce}'"
        nonces.append(nonce)
    assert nonces[0] != nonces[1]
    assert len(nonces[0]) >= 20


@pytest.mark.parametrize(
    "accept",
    [
        None,
        "*/*",
        "application/json",
        "application/graphql-response+json, application/json;q=0.9",
        "application/json, text/html",
        "text/html;q=0.5, application/json;q=0.9",
        "text/html;q=0",
    ],
)
async def test_programs_get_what_they_always_got(
    asker: httpx.AsyncClient, built: Path, accept: str | None
) -> None:
    """Whoever does not like a page best asks GraphQL, and is answered or refused in its shape."""
    asked = {"GraphQL-Require-Preflight": "1"} | ({"Accept": accept} if accept is not None else {})
    async with _client(asker, built) as client:
        client.headers.pop("accept")
        here = await client.get("/graphql", headers=asked, params=QUERY)
    there = await asker.get("/graphql", headers={"Accept": "*/*"} | asked, params=QUERY)
    assert here.status_code == there.status_code
    assert here.json() == there.json()
    assert "json" in here.headers["content-type"]


async def test_posts_are_never_pages(asker: httpx.AsyncClient, built: Path) -> None:
    """A form or a script that takes HTML, too, asks GraphQL."""
    async with _client(asker, built) as client:
        response = await client.post("/graphql", headers={"Accept": CHROME}, json=QUERY)
    assert response.json()["data"] == {"__typename": "Query"}


async def test_head_is_told_the_same(asker: httpx.AsyncClient, built: Path) -> None:
    """Whoever looks whether the page is there learns that it is."""
    async with _client(asker, built) as client:
        response = await client.head("/graphql", headers={"Accept": CHROME})
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"


async def test_an_explorer_that_was_not_built(asker: httpx.AsyncClient, tmp_path: Path) -> None:
    """The page says what to do, and programs are answered."""
    async with _client(asker, tmp_path / "missing") as client:
        response = await client.get("/graphql", headers={"Accept": CHROME})
        answer = await client.post("/graphql", json=QUERY)
    assert response.status_code == 406
    assert "make explorer" in response.text
    assert answer.status_code == 200


async def test_the_application_has_it_at_its_address(asker: httpx.AsyncClient) -> None:
    """Both for requests that name a site and for those that do not."""
    for told in ({}, {"Origin": "http://elsewhere.example"}):
        response = await asker.get("/graphql", headers={"Accept": CHROME} | told)
        assert response.headers["content-type"] == "text/html; charset=utf-8"
