"""What all pages of single things share: their addresses, tags, citations, data, and what they lead to."""

import html
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from api.database.urls import Urls
from api.engine import Engine
from api.pages.items.kinds import ITEMS
from tests.pages.conftest import Visitor
from tests.reconcile.conftest import opened

pytestmark = pytest.mark.asyncio(loop_scope="module")

BELARUS = "/agreements/by-us-2025-12-13"
NOTHING = ["nothing", "x" * 300, "%00", "..%2f..", "<script>", "0", "%F0%9F%95%8A"]


@pytest.mark.parametrize("plural", ITEMS)
@pytest.mark.parametrize("key", NOTHING)
async def test_nothing_there(visitor: Visitor, plural: str, key: str) -> None:
    """What nobody has ever heard of is a page that says so."""
    answer = await visitor.get(f"/{plural}/{key}")
    assert answer.status_code in {400, 404}
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<script>" not in answer.text


async def test_the_query_behind(visitor: Visitor) -> None:
    """The explorer opens with the very question that the page asked: asked again, it gives the same answer."""
    page = await visitor.open(BELARUS)
    link = html.unescape(re.findall(r'class="button" href="(/graphql\?[^"]+)"', page.html)[0])
    asked = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
    again = await visitor.http.post(
        "/graphql", json={"query": asked["query"], "variables": json.loads(asked["variables"])}
    )
    assert again.json()["data"]["agreement"]["title"] == "Release of 123 for potash relief, December 2025"


async def test_unchanged(visitor: Visitor) -> None:
    """Who has the page is told that it is the same."""
    page = await visitor.get(BELARUS)
    again = await visitor.get(BELARUS, **{"If-None-Match": page.headers["etag"]})
    assert again.status_code == 304


async def test_citation(visitor: Visitor) -> None:
    """A citation has the title, the revision, when it was read, the address, the license and the sources."""
    page = await visitor.open(BELARUS)
    said = page.sections["cite-text"]
    assert said.startswith("“Release of 123 for potash relief, December 2025”. Détente, revision 1 of ")
    assert "UTC. http://detente/agreements/by-us-2025-12-13 License: CC BY 4.0." in said
    assert re.search(r"Rests on 37 sources: .+ and \d+ more\.", said)


async def test_linked_data(visitor: Visitor) -> None:
    """Search engines are told what the page is, in JSON that no title can break out of."""
    page = await visitor.open(BELARUS)
    found = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.html)[0])
    assert found["@type"] == "WebPage"
    assert found["url"] == "http://detente/agreements/by-us-2025-12-13"
    assert "https://tass.com/world/2058253" in found["isBasedOn"]


async def test_previews(visitor: Visitor) -> None:
    """Sites that show links find title and description."""
    page = await visitor.open(BELARUS)
    assert '<meta property="og:title" content="Release of 123 for potash relief, December 2025">' in page.html
    assert '<meta property="og:description" content="After talks in Minsk' in page.html


async def test_data(visitor: Visitor) -> None:
    """The page leads to itself as JSON and to tables, and all of these answer."""
    page = await visitor.open(BELARUS)
    links = re.findall(r'class="button" href="(/v1/[^"]+)"', page.html)
    assert len(links) == 4
    for link in links:
        answer = await visitor.http.get(html.unescape(link))
        assert answer.status_code == 200, link


async def test_policy(visitor: Visitor) -> None:
    """Nothing of other sites is loaded, and no other site may frame a page."""
    page = await visitor.open(BELARUS)
    policy = page.answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "frame-ancestors 'none'" in policy
    assert " style=" not in page.html
    assert not re.search(r"\son\w+=", page.html)


async def test_sources_lead_to_the_web_alone(visitor: Visitor) -> None:
    """Every link that leaves the site goes to http or https, and tells nobody where the reader comes from."""
    page = await visitor.open(BELARUS)
    for link in re.findall(r"<a [^>]*href=\"(?!/|#)([^\"]+)\"", page.html):
        assert link.startswith(("http://", "https://")), link
    for tag in re.findall(r'<a [^>]*href="https?://(?!detente)[^>]*>', page.html):
        assert 'rel="noopener noreferrer nofollow external"' in tag


async def test_costs_little(seeded: Urls, engine: Engine) -> None:
    """Whoever is the first to open the costliest page spends less than forty thousand of a million."""
    async with opened(seeded, engine, anonymous_budget=40_000) as (client, _):
        assert (await client.get(BELARUS)).status_code == 200
