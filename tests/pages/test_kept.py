"""Pages that were written already are given again; to write one is charged."""

import pytest

from api.database.urls import Urls
from api.engine import Engine
from tests.reconcile.conftest import opened

pytestmark = pytest.mark.asyncio(loop_scope="module")

# Enough to write the first page twice, as happens where a minute ends meanwhile, and not often.
LITTLE = 80_000
KEEPING = 2**24


async def test_a_page_that_was_written_costs_next_to_nothing(seeded: Urls, engine: Engine) -> None:
    """Who reloads a page again and again spends little, and keeps nobody waiting."""
    async with opened(seeded, engine, anonymous_budget=LITTLE, answer_cache_bytes=KEEPING) as (http, _):
        pages = [await http.get("/", headers={"accept-encoding": "gzip"}) for _ in range(12)]
        assert {page.status_code for page in pages} == {200}
        assert {page.headers["content-encoding"] for page in pages} == {"gzip"}


async def test_writing_pages_is_charged(seeded: Urls, engine: Engine) -> None:
    """Who asks for ever other pages has soon spent what there is."""
    async with opened(seeded, engine, anonymous_budget=LITTLE, answer_cache_bytes=KEEPING) as (http, _):
        statuses = [(await http.get(f"/?x={number}")).status_code for number in range(12)]
        assert set(statuses) <= {200, 429}
        assert 429 in statuses


async def test_a_page_is_not_given_for_another(seeded: Urls, engine: Engine) -> None:
    """Address, parameters and host belong to a page: it links to itself by them."""
    async with opened(seeded, engine) as (http, _):
        here = await http.get("/agreements/by-us-2025-12-13")
        there = await http.get("/agreements/by-us-2025-12-13", headers={"host": "other.example"})
        assert "http://detente/agreements" in here.text
        assert "http://other.example/agreements" in there.text
        assert "http://detente/" not in there.text
