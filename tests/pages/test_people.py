"""The pages of people: names in their own script, detentions, releases; and those whose names are withheld."""

import pytest

from tests.pages.conftest import Visitor

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_person(visitor: Visitor) -> None:
    """A person's page has the other forms of the name, nationality, detention and charge."""
    page = await visitor.open("/detainees/masatoshi-nakanishi")
    assert "Nationality Japan" in page.text
    assert "Espionage" in page.sections["detentions"]
    assert "7 years" in page.sections["detentions"]
    assert "in the words of whoever accused" in page.sections["detentions"]


async def test_own_script(visitor: Visitor) -> None:
    """A name in another script says its language to screen readers."""
    page = await visitor.open("/detainees/ales-bialiatski")
    assert '<bdi lang="be">' in page.html


async def test_reported_free_and_was_not(visitor: Visitor) -> None:
    """The man who was reported freed and was not: disputed in one release, let go in a later one."""
    page = await visitor.open("/detainees/valiantsin-stefanovic")
    releases = page.sections["releases"]
    assert "13 December 2025: disputed contested" in releases
    assert "What became of the person" in page.sections["contested"]
    assert "stroke-dasharray" in page.html


async def test_withheld(visitor: Visitor) -> None:
    """Whose name is withheld has a page without one, which search engines are asked to leave out."""
    page = await visitor.open("/detainees/withheld-by-us-2025-02-12-1")
    assert "<title>Name withheld · Détente</title>" in page.html
    assert 'content="noindex"' in page.html
    assert "Nationality United States" in page.text


async def test_withheld_among_others(visitor: Visitor) -> None:
    """A release counts those whose names are withheld in one line, without leading to any of them."""
    page = await visitor.open("/releases/by-us-2025-02-12")
    assert "1 person, name withheld" in page.sections["people"]
    assert "/detainees/withheld" not in page.html
