"""The pages of relief, targets, programs, countries, organizations, sources and sanctions."""

import pytest

from tests.pages.conftest import Visitor

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_relief_has_three_dates(visitor: Visitor) -> None:
    """Announcement, act and effect are three dates."""
    page = await visitor.open("/reliefs/us-gl13")
    assert "Announced 13 December 2025 Legal act 15 December 2025 In effect 15 December 2025" in page.text
    assert "It permits dealings and unblocks nothing" in page.text
    assert "Belaruskali OAO" in page.sections["binding"]
    assert "at least 110" in page.sections["flow-1"] or "at least 110" in page.sections["flow"]


async def test_relief_without_an_act(visitor: Visitor) -> None:
    """Relief that was only announced says that no act is known."""
    slug = await visitor.first("reliefs(where: {kind: {eq: ANNOUNCEMENT_ONLY}}, first: 1)")
    page = await visitor.open(f"/reliefs/{slug}")
    assert "Legal act none that we know of" in page.text


async def test_target(visitor: Visitor) -> None:
    """A target shows who binds it, the relief for it and the release that it was given for."""
    page = await visitor.open("/targets/belaruskali")
    assert "Council of the European Union" in page.sections["binding"]
    assert "Office of Foreign Assets Control" in page.sections["binding"]
    assert "Belarus pardons 123 people" in page.sections["flow"]
    assert "Agrorozkvit" not in page.sections["flow"]
    assert "at least 110" in page.sections["flow"]


async def test_program(visitor: Visitor) -> None:
    """A program shows its authority, its sanctions and the relief from it."""
    page = await visitor.open("/programs/BELARUS-EO14038")
    assert "Belarus General License 13" in page.sections["reliefs"]
    assert "Belaruskali OAO" in page.sections["sanctions"]
    assert "at least 110, 13 Dec 2025" in page.sections["flow"]


async def test_country(visitor: Visitor) -> None:
    """A country shows its nationals freed anywhere: a number where one is known, and where none is, that."""
    page = await visitor.open("/countries/GB")
    freed = page.sections["freed"]
    assert "of United Kingdom: number unknown, of 123 people in all" in freed
    assert "2023 at least 1" in page.text


async def test_country_by_any_case(visitor: Visitor) -> None:
    """A country's code may be written small; the page says which address is its own."""
    page = await visitor.open("/countries/by")
    assert '<link rel="canonical" href="http://detente/countries/BY">' in page.html


async def test_organization(visitor: Visitor) -> None:
    """An organization shows what it eased and what it says."""
    page = await visitor.open("/organizations/ofac")
    assert "Sanctions programs it runs" in page.text
    assert "Relief it granted" in page.text
    page = await visitor.open("/organizations/viasna")
    assert "A Polish citizen is among those released as well." in page.text


async def test_source(visitor: Visitor) -> None:
    """A source shows every claim that was read in it, and whether a state speaks."""
    page = await visitor.open("/sources/tass-by-1213")
    assert "under a state's control" in page.text
    assert (
        "The head of state has decided to pardon 123 citizens of various countries."
        in page.sections["claims"]
    )


async def test_sanction(visitor: Visitor) -> None:
    """A sanction shows target, authority, program and measures, and what touches it."""
    page = await visitor.open("/sanctions/us-sdn-belaruskali")
    assert "Against Belaruskali OAO By Office of Foreign Assets Control" in page.text
    assert "Belarus General License 13" in page.sections["reliefs"]
