"""What all pages keep to: their policy, their tags, refusals as pages, and style that is kept for good."""

import re

import pytest

from api.database.urls import Urls
from api.engine import Engine
from tests.pages.conftest import Visitor
from tests.reconcile.conftest import opened

pytestmark = pytest.mark.asyncio(loop_scope="module")

PAGES = ["/", "/about", "/search?q=Belarus", "/releases", "/countries"]
# Of our own, before charts, as it is sent to a browser that takes gzip.
HEAVIEST = 100_000


@pytest.mark.parametrize("path", PAGES)
async def test_nothing_foreign_can_be_loaded_or_run(visitor: Visitor, path: str) -> None:
    """The policy lets a page load from here alone; none needs an exception from it."""
    page = await visitor.open(path)
    policy = page.answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]* src=)", page.html)
    loaded = re.findall(r'<(?:script|img|iframe)[^>]* src="([^"]+)"|<link[^>]* href="([^"]+)"', page.html)
    assert all(each.startswith("/static/") for pair in loaded for each in pair if each)


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_says_what_it_is_made_of(visitor: Visitor, path: str) -> None:
    """Each names its revision and license, and leads to the question behind it."""
    page = await visitor.open(path)
    assert re.search(r"Revision \d+ of \d+ \w+ \d{4} · CC BY 4.0", page.text)
    assert 'href="/graphql?query=' in page.html


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_is_light(visitor: Visitor, path: str) -> None:
    """With its style and scripts it is under 100 KB."""
    page = await visitor.open(path)
    assert page.answer.headers["content-encoding"] in {"zstd", "br", "gzip"}
    parts = [page.answer]
    for address in set(re.findall(r'"(/static/[^"]+)"', page.html)):
        parts.append(await visitor.get(address))
        assert parts[-1].status_code == 200
    assert sum(each.num_bytes_downloaded for each in parts) < HEAVIEST


async def test_who_has_a_page_need_not_read_it_again(visitor: Visitor) -> None:
    """The tag names the data and the edition of the code: only the same page has it."""
    first = await visitor.get("/about")
    tag = first.headers["etag"]
    assert (await visitor.get("/about", **{"If-None-Match": tag})).status_code == 304
    other = re.sub(r'\.\w+"$', '.0123456789ab"', tag)
    assert (await visitor.get("/about", **{"If-None-Match": other})).status_code == 200


async def test_style_is_kept_for_good(visitor: Visitor) -> None:
    """Its address changes with it, and what was under another address is not here."""
    page = await visitor.get("/about")
    address = re.findall(r'"(/static/[^"]+style.css)"', page.text)[0]
    style = await visitor.get(address)
    assert style.headers["content-type"].startswith("text/css")
    assert "immutable" in style.headers["cache-control"]
    old = re.sub(r"static/\w+", "static/000000000000", address)
    assert (await visitor.get(old)).status_code == 404
    assert (await visitor.get(address.replace("style.css", "nothing.css"))).status_code == 404


async def test_an_address_that_is_none(visitor: Visitor) -> None:
    """A person is told on a page, and a program by a problem."""
    page = await visitor.get("/no/such/page")
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert "There is no such page" in page.text
    told = await visitor.http.get("/no/such/page", headers={"Accept": "application/json"})
    assert told.status_code == 404
    assert told.headers["content-type"] == "application/problem+json"


async def test_a_refusal_is_a_page(visitor: Visitor) -> None:
    """What cannot be asked is said so that it can be mended, and is not kept."""
    answer = await visitor.get("/releases?year=soon")
    assert answer.status_code == 400
    assert answer.headers["cache-control"] == "no-store"
    assert "year" in answer.text
    assert "2025" in answer.text
    assert (await visitor.http.post("/releases")).status_code == 405


async def test_what_a_reader_types_is_text(visitor: Visitor) -> None:
    """Markup in a question is shown as it was typed."""
    page = await visitor.open("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in page.html
    assert "<script>alert(1)</script>" in page.text


async def test_the_first_reader_pays_no_more_than_the_next(seeded: Urls, engine: Engine) -> None:
    """Our own documents are read at our cost: a budget that could not pay for it suffices for the first page."""
    async with opened(seeded, engine, anonymous_budget=10_000) as (http, _):
        answer = await http.get("/search?q=Belarus")
        assert answer.status_code == 200
