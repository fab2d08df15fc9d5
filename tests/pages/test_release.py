"""The page of a release: counted people, running totals, those known one by one, and both sides of a swap."""

import pytest

from tests.pages.conftest import Visitor

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_everything_said(visitor: Visitor) -> None:
    """All claims about the release stand there, each with who says so."""
    page = await visitor.open("/releases/by-us-2025-12-13")
    assert page.sections["claims"].startswith("Who says what 64 claims How many people: 123")
    assert (
        "Presidency of Belarus, Pul Pervogo and BelTA, via TASS, 13 December 2025" in page.sections["claims"]
    )


async def test_what_it_was_tied_to(visitor: Visitor) -> None:
    """The relief is named with the relation and the lag, and what still binds follows."""
    page = await visitor.open("/releases/by-us-2025-12-13")
    assert "In exchange for Belarus General License 13" in page.text
    assert "2 days later" in page.text
    assert "Belaruskali OAO Council of the European Union" in page.sections["binding"]


async def test_a_swap_from_either_side(visitor: Visitor) -> None:
    """Both sides of a swap show the same flow: who was let go, and whom the other side let go in return."""
    for slug in ("af-us-2022-09-19", "af-us-2022-09-19-us"):
        flow = (await visitor.open(f"/releases/{slug}")).sections["flow"]
        assert "Whose nationals United States 1 Let go" in flow
        assert (
            flow.index("1 person Afghanistan")
            < flow.index("In return")
            < flow.index("1 person United States")
        )


async def test_stages(visitor: Visitor) -> None:
    """A release in stages lists them; a stage says where its people are counted."""
    page = await visitor.open("/releases/by-2024-pardons")
    assert "Its stages" in page.sections["stages"]


async def test_no_relief(visitor: Visitor) -> None:
    """Where nobody ties a release to relief, the page does not speak of what still binds."""
    page = await visitor.open("/releases/by-2024-pardons")
    assert "binding" not in page.sections
    assert "tied to nothing that we know of" in page.sections["flow"]
