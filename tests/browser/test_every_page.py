"""Every kind of page: no barriers, no faults, light, as wide as its window, and usable without JavaScript."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import APPLICATIONS, EVERYTHING, PAGES
from tests.browser.views import LIGHT, PHONE, SCRIPTLESS, View
from tests.browser.watching import Faults
from tests.browser.weighing import Scales

Look = Callable[..., Page]
Check = Callable[[Page], list[str]]
# Of our own, whatever the charts bring.
HEAVIEST = 100_000
DARK_PHONE = replace(PHONE, name="dark phone", scheme="dark")


def opened(page: Page, path: str) -> Page:
    """A page with everything that belongs to it."""
    page.goto(path, wait_until="networkidle" if path in APPLICATIONS.values() else "load")
    return page


@pytest.mark.parametrize("view", [LIGHT, DARK_PHONE], ids=lambda view: view.name)
@pytest.mark.parametrize("path", EVERYTHING.values(), ids=EVERYTHING)
def test_nobody_is_kept_out(path: str, view: View, look: Look, axe: Check) -> None:
    """No rule of accessibility is broken, nothing fails, and nobody has to scroll sideways."""
    page = opened(look(view), path)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= view.width


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_is_light_and_in_order(path: str, page: Page) -> None:
    """Under 100 KB at first sight; titled; one heading of the first rank; the way past the menu first; printable."""
    scales = Scales(page)
    opened(page, path)
    assert 0 < scales.bytes < HEAVIEST
    assert "Détente" in page.title()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("main")).to_have_count(1)
    if not path.startswith("/embed"):
        page.keyboard.press("Tab")
        assert "skip" in (page.locator(":focus").text_content() or "").lower()
    page.emulate_media(media="print")
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.locator("nav:visible")).to_have_count(0)


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_needs_no_javascript(path: str, look: Look) -> None:
    """All text is there without it: what scripts add is comfort."""
    with_scripts, without = (look(view) for view in (LIGHT, SCRIPTLESS))
    counts = []
    for page in (with_scripts, without):
        page.goto(path)
        counts.append([page.locator(f"main {name}").count() for name in ("tr", "li", "h2", "a", "form")])
    assert counts[0] == counts[1]
    assert sum(counts[0])


@pytest.mark.parametrize("path", [PAGES["home"], PAGES["agreement"], PAGES["releases"]])
def test_a_page_is_used_by_keyboard(path: str, page: Page) -> None:
    """Everything that can be clicked is reached in turn, is in sight, and shows that it is the one."""
    opened(page, path)
    stops = page.locator("a[href]:visible, button:visible, input:visible, select:visible").count()
    seen = set()
    for _ in range(stops + 5):
        page.keyboard.press("Tab")
        at = page.evaluate(WHERE)
        if at is None:
            break
        assert at["shown"], at["what"]
        seen.add(at["number"])
    assert len(seen) >= min(stops, 10)


WHERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect(), style = getComputedStyle(at);
  const marked = style.outlineStyle !== "none" || style.boxShadow !== "none" || at instanceof SVGElement;
  return {
    what: at.outerHTML.slice(0, 200),
    shown: marked && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    number: [...document.querySelectorAll("*")].indexOf(at),
  };
}"""


def test_the_skip_link_leads_past_the_menu(page: Page) -> None:
    """Enter on it, and the next stop lies within the main part."""
    opened(page, "/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_search_works_without_javascript(look: Look) -> None:
    """The form in the head of every page is a plain form."""
    page = opened(look(SCRIPTLESS), "/about")
    page.get_by_role("searchbox").first.fill("Беляцкий")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("Ales Bialiatski")


@pytest.mark.parametrize("path", APPLICATIONS.values(), ids=APPLICATIONS)
def test_an_application_says_that_it_needs_javascript(path: str, look: Look) -> None:
    """Without it one is told so, and where the same can be had."""
    page = opened(look(SCRIPTLESS), path)
    assert page.locator("body").inner_text().strip()
    assert page.locator("a[href]").count()


def test_what_is_not_there_is_a_page_too(page: Page, faults: Faults, axe: Check) -> None:
    """It says so, and leads on."""
    opened(page, "/agreements/no-such-thing")
    assert axe(page) == []
    expect(page.get_by_role("searchbox").first).to_be_visible()
    faults.expect("answered 404")
