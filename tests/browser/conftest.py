"""A browser and a server, each started once, and tabs that fail their test if anything goes wrong in them."""

import os
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.views import LIGHT, View
from tests.browser.watching import Faults
from tests.cli.command import serving

# Debian's, as the browsers that Playwright would download come from no package registry.
CHROMIUM = os.environ.get("CHROMIUM", "")
collect_ignore_glob = [] if CHROMIUM else ["test_*.py"]

# Whatever asks for another machine finds none: not even the browser's own services.
OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
# What all tests may cost together, from one address.
BUDGET = {"DETENTE_ANONYMOUS_BUDGET": str(10**9)}

# What was measured, told at the end.
TIMES = pytest.StashKey[list[str]]()

Look = Callable[..., Page]
Check = Callable[[Page], list[str]]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `detente serve` as a newcomer starts it: an embedded Postgres and all the seeds."""
    with serving(tmp_path_factory.mktemp("site"), **BUDGET) as server:
        assert server.address, server.said()
        yield server.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=[OFFLINE])
        yield opened
        opened.close()


@pytest.fixture
def faults(site: str) -> Iterator[Faults]:
    """What went wrong in any tab of this test; must be nothing in the end."""
    faults = Faults(site)
    yield faults
    assert faults.found == []


@pytest.fixture
def look(browser: Browser, site: str, faults: Faults) -> Iterator[Look]:
    """Opens a tab of a new visitor: `look(DARK)`; paths are enough to go anywhere."""
    contexts: list[BrowserContext] = []

    def opened(view: View = LIGHT) -> Page:
        context = browser.new_context(
            base_url=site,
            viewport={"width": view.width, "height": view.height},
            color_scheme=view.scheme,
            java_script_enabled=view.javascript,
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        faults.watch(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(look: Look) -> Page:
    """A tab of a new visitor, in light colours and as wide as a laptop's."""
    return look()


@pytest.fixture(scope="session")
def axe() -> Check:
    """The rules of accessibility that a page breaks, each with the places: [] is right."""
    rules = Axe()

    def broken(page: Page) -> list[str]:
        found = rules.run(page).response["violations"]
        return [
            f"{each['id']} ({each['impact']}): {each['help']}: {node['target']} {node['html'][:200]}"
            for each in found
            for node in each["nodes"]
        ]

    return broken


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Tell how long first visits took."""
    for line in config.stash.get(TIMES, []):
        terminalreporter.write_line(f"First view of {line}")
