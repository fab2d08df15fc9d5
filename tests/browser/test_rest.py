"""The reference of REST in a browser: read, asked, on a phone, in the dark, without scripts, by a screen reader."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Check, Look
from tests.browser.views import DARK, LIGHT, PHONE, SCRIPTLESS, View


@pytest.mark.parametrize("view", [LIGHT, DARK, PHONE, SCRIPTLESS], ids=str)
def test_the_reference_is_there_for_everybody(look: Look, axe: Check, view: View) -> None:
    """However somebody looks, it fits the width, and no rule of accessibility is broken."""
    page = look(view)
    page.goto("/v1")
    assert page.title() == "REST · Détente"
    page.locator("#releases").scroll_into_view_if_needed()
    for each in page.locator("section:first-of-type summary").all():
        each.click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth") or view is SCRIPTLESS
    if view is not SCRIPTLESS:
        assert axe(page) == []


def test_a_form_asks(page: Page) -> None:
    """A developer fills in two fields and reads the answer, without a line of code."""
    page.goto("/v1/docs")
    section = page.locator("section", has=page.locator("#exchanges"))
    section.get_by_text("Ask:").click()
    section.get_by_label("nationality", exact=True).fill("US")
    section.get_by_label("year", exact=True).fill("2025")
    section.get_by_role("button", name="Ask").click()
    page.wait_for_url("**/v1/exchanges?**")
    assert '"nationality":"US"' in page.locator("pre").inner_text()
