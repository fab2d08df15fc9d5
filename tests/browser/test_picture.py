"""The first page's picture in a browser: better with scripts, whole without them."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Look
from tests.browser.views import PHONE, SCRIPTLESS

DECEMBER = '.broad.picture a[href="/releases/by-us-2025-12-13"]'
LICENSE = '.broad.picture a[href="/reliefs/us-gl13"]'


def test_a_mark_says_what_it_is_and_shows_what_belongs_to_it(page: Page) -> None:
    """Under the mouse a release is told in words, and its relief is lit with it, in picture and table."""
    page.goto("/")
    page.locator(DECEMBER).first.hover()
    expect(page.get_by_role("status").first).to_contain_text("13 December 2025: Belarus pardons 123 people")
    expect(page.locator(LICENSE).first).to_have_class("part")
    expect(page.locator("tr.part", has_text="Belarus General License 13")).to_be_attached()
    page.locator("h1").hover()
    expect(page.get_by_role("status").first).to_be_hidden()
    page.locator(DECEMBER).first.click()
    page.wait_for_url("**/releases/by-us-2025-12-13")


def test_arrows_walk_from_mark_to_mark(page: Page) -> None:
    """A picture is one stop of the tabulator; from there the arrows go on in time, and Enter opens."""
    page.goto("/")
    page.locator('.broad.picture a[tabindex="0"]').first.focus()
    said = set()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        said.add(page.get_by_role("status").first.text_content())
    assert len(said) > 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/re*/*")


def test_a_phone_has_a_picture_of_its_own(look: Look) -> None:
    """It is drawn for 360 px, and nothing must be scrolled sideways."""
    page = look(PHONE)
    page.goto("/")
    expect(page.locator(".narrow.picture").first).to_be_visible()
    expect(page.locator(".broad.picture").first).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE.width


def test_without_scripts_nothing_is_missing(look: Look) -> None:
    """Picture, links, filters and table are all there."""
    page = look(SCRIPTLESS)
    page.goto("/")
    expect(page.locator(".broad.picture").first).to_be_visible()
    page.locator("select[name=nationality]").select_option(label="United Kingdom")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**nationality=GB**")
    expect(page.locator("tbody tr")).not_to_have_count(0)
    page.locator(DECEMBER).first.click()
    page.wait_for_url("**/releases/by-us-2025-12-13")
