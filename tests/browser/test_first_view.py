"""How long a first visit takes: told at the end of the run, as it says more of the machine than of us."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import TIMES
from tests.browser.weighing import Scales

FIRST_VIEWS = {
    "/": "main h1",
    "/agreements/by-us-2025-12-13": "main h1",
    "/graphql": "section.graphiql-query-editor .monaco-editor .view-line",
}
# Told once it has happened, which may be after what is seen stands in the document.
PAINTED = """() => new Promise(told => new PerformanceObserver((seen, observer) => {
    const paint = seen.getEntriesByName('first-contentful-paint')[0]
    if (paint) { observer.disconnect(); told(paint.startTime) }
}).observe({type: 'paint', buffered: true}))"""


@pytest.mark.parametrize(("path", "seen"), FIRST_VIEWS.items())
def test_a_first_view(path: str, seen: str, look: Callable[..., Page], pytestconfig: pytest.Config) -> None:
    """A new visitor sees something, then all of it; what was loaded is kept for the next visit."""
    page = look()
    scales = Scales(page)
    began = time.perf_counter()
    page.goto(path, wait_until="commit")
    page.wait_for_selector(seen)
    took = time.perf_counter() - began
    painted = page.evaluate(PAINTED) / 1000
    page.wait_for_load_state("networkidle")
    first = scales.bytes
    page.reload(wait_until="networkidle")
    again = scales.bytes - first
    pytestconfig.stash.setdefault(TIMES, []).append(
        f"{path}: painted after {painted:.2f} s, whole after {took:.2f} s, {first:,} bytes; again {again:,} bytes"
    )
    assert again < first
