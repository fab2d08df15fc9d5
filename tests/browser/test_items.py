"""The pages of single things in a real browser: lines that meet their boxes, and buttons that copy."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Look
from tests.browser.views import PHONE, SCRIPTLESS

BELARUS = "/agreements/by-us-2025-12-13"
# How far the middle of each box of the first column is from where its line begins, in pixels.
MISSED = """() => {
  const boxes = document.querySelectorAll(".boxes.at-1 .box");
  const wires = document.querySelector(".wires.at-1");
  const frame = wires.getBoundingClientRect();
  return [...wires.querySelectorAll("path")].map((path, at) => {
    const box = boxes[at].getBoundingClientRect();
    const start = Number(path.getAttribute("d").match(/^M0 ([\\d.]+)/)[1]);
    return Math.abs(frame.top + frame.height * start / 100 - (box.top + box.height / 2));
  });
}"""


@pytest.mark.parametrize("path", [BELARUS, "/releases/by-us-2025-12-13", "/reliefs/us-gl13"])
def test_lines_meet_their_boxes(page: Page, path: str) -> None:
    """A line begins at the middle of its box, however high the text in the boxes makes them."""
    page.goto(path)
    missed = page.evaluate(MISSED)
    assert len(missed) > 1
    assert max(missed) < 2


def test_columns_become_one_on_a_phone(look: Look) -> None:
    """On a narrow screen the flow is read downwards, without lines, and nothing is cut off."""
    page = look(PHONE)
    page.goto(BELARUS)
    assert not page.locator(".wires.at-1").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_copying(page: Page) -> None:
    """One press copies the citation, and the button says so."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(BELARUS)
    page.get_by_role("button", name="Copy citation").click()
    page.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Release of 123 for potash relief, December 2025”. Détente, revision 1 of ")


def test_no_buttons_without_scripts(look: Look) -> None:
    """Without JavaScript there is no button that would do nothing, and all the rest is there."""
    page = look(SCRIPTLESS)
    page.goto(BELARUS)
    assert page.get_by_role("button", name="Copy citation").count() == 0
    assert page.locator(".wires.at-1 path").count() == 5
    page.get_by_text("The same as a table").click()
    assert page.get_by_role("cell", name="in exchange for, 2 days later").is_visible()
