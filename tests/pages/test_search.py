"""The page of search: names in any script, what was found and why."""

import pytest

from tests.pages.conftest import Visitor

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("query", ["Bialiatski", "Беляцкий", "Bjaljazki"])
async def test_a_name_in_any_script_and_spelling(visitor: Visitor, query: str) -> None:
    """It leads to the person, to the release, and to the agreement that it was part of."""
    page = await visitor.open(f"/search?q={query}")
    for lead in ("/detainees/ales-bialiatski", "/releases/by-us-2025-12-13", "/agreements/by-us-2025-12-13"):
        assert f'href="{lead}"' in page.html


async def test_why_something_was_found(visitor: Visitor) -> None:
    """Another form of the name is told, and a word that only sounds alike."""
    assert "found as “Александр Беляцкий”" in (await visitor.open("/search?q=Беляцкий")).text
    assert "“bjaljazki” sounds like" in (await visitor.open("/search?q=Bjaljazki")).text


async def test_only_one_type(visitor: Visitor) -> None:
    """Who looks for relief is not shown people."""
    page = await visitor.open("/search?q=Belarus&type=RELIEF")
    assert "Relief from sanctions" in page.text
    assert 'href="/countries/BY"' not in page.html
    assert (await visitor.get("/search?q=Belarus&type=ships")).status_code == 400


async def test_more_than_one_page(visitor: Visitor) -> None:
    """The next page goes on where this one ends."""
    first = await visitor.open("/search?q=Belarus")
    following = (
        first.html.split('rel="next"')[0].rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")
    )
    second = await visitor.open(following)
    assert "Belarus" in second.text
    assert second.text != first.text


async def test_nothing_is_called_so(visitor: Visitor) -> None:
    """Nothing found is said in words, and so is nothing asked."""
    assert "Nothing is called “xyzqq”" in (await visitor.open("/search?q=xyzqq")).text
    assert "in any script" in (await visitor.open("/search")).text
    assert (await visitor.get("/search?q=" + "x" * 301)).status_code == 400
