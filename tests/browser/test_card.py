"""The card of a page, in an article of somebody else."""

from pathlib import Path

from playwright.sync_api import Page, expect


def test_a_card_is_shown_in_a_draft_on_a_disk(page: Page, tmp_path: Path) -> None:
    """The code that a page offers is put into an article as it stands: the card is there before it is published."""
    page.goto("/agreements/by-us-2025-12-13")
    code = page.get_by_label("A small card for your article").input_value()
    article = tmp_path / "article.html"
    article.write_text(f'<!doctype html><html lang="en"><title>Article</title><p>Text.</p>{code}', "utf-8")
    page.goto(article.as_uri())
    card = page.frame_locator("iframe")
    expect(card.get_by_role("heading", level=1)).to_have_text(
        "Release of 123 for potash relief, December 2025"
    )
    expect(card.get_by_role("link", name="Who says so")).to_be_visible()


def test_the_card_fits_its_frame(page: Page) -> None:
    """Nothing of it has to be scrolled to."""
    page.set_viewport_size({"width": 560, "height": 320})
    page.goto("/embed/agreements/by-us-2025-12-13")
    assert page.evaluate("[document.body.scrollWidth, document.documentElement.scrollHeight]") <= [560, 320]
