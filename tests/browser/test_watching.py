"""The browser's tests can fail: whatever must not happen on a page is noted."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from tests.browser.views import DARK, LIGHT, PHONE, SCRIPTLESS
from tests.browser.watching import Faults

POLICY = "default-src 'none'; img-src http: https:; connect-src *; script-src 'unsafe-inline'"
START = '<!doctype html><html lang="en"><title>Made up</title><main><h1>Made up</h1>'


def serve(page: Page, body: str) -> None:
    """Open a page with this in it, in place of the server's own."""

    def answer(route: Route) -> None:
        route.fulfill(
            body=START + body, content_type="text/html", headers={"Content-Security-Policy": POLICY}
        )

    page.route("**/made-up", answer)
    page.goto("/made-up")
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<img alt="" src="https://cdn.example/x.png">', "foreign request: https://cdn.example/x.png"),
        ('<img alt="" src="/no-such-thing.png">', "answered 404"),
        ("<script>console.error('broken')</script>", "console: broken"),
        ("<script>throw new Error('broken')</script>", "uncaught: broken"),
        ('<link rel="stylesheet" href="/style.css">', "Content Security Policy: style-src-elem forbids"),
        ("<p style='color: red'>Red</p>", "Content Security Policy: style-src-attr forbids inline"),
    ],
)
def test_what_goes_wrong_is_noted(page: Page, faults: Faults, body: str, fault: str) -> None:
    """Each kind of fault fails the test in which it happens."""
    serve(page, body)
    assert [each for each in faults.found if fault in each]
    faults.found.clear()


def test_a_request_that_ends_without_an_answer_is_noted(page: Page, faults: Faults) -> None:
    """A server that hangs up is no better than one that refuses."""
    page.route("**/hang-up", lambda route: route.abort("connectionreset"))
    serve(page, "<script>fetch('/hang-up').catch(() => {})</script>")
    faults.expect("failed request")


def test_nothing_is_noted_of_a_sound_page(page: Page, axe: Callable[[Page], list[str]]) -> None:
    """Neither the watching nor the rules of accessibility find fault where there is none."""
    serve(page, "<p>Nothing to see.</p>")
    assert axe(page) == []


def test_broken_rules_are_told_with_their_place(page: Page, axe: Callable[[Page], list[str]]) -> None:
    """A picture without words is one."""
    page.set_content(f'{START}<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')
    assert [each.split(" ")[0] for each in axe(page)] == ["image-alt"]


def test_views_are_what_they_say(look: Callable[..., Page]) -> None:
    """A dark one prefers dark, a phone is narrow, and without JavaScript none runs."""
    assert look(DARK).evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert look(PHONE).evaluate("innerWidth") == PHONE.width
    for view, text in ((LIGHT, "With"), (SCRIPTLESS, "Without")):
        page = look(view)
        serve(page, "<p>Without</p><script>document.querySelector('p').textContent = 'With'</script>")
        assert page.locator("p").inner_text() == text
