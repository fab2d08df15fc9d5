"""Photographs the reporter's session for the guides, in light, in dark and on a phone: `make pictures`."""

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import BUDGET, CHROMIUM, OFFLINE
from tests.browser.session import play
from tests.browser.views import DARK, LIGHT, PHONE, View
from tests.cli.command import serving

FOLDER = Path(__file__).parents[2] / "docs" / "guides" / "pictures"
# Smaller than a laptop's window: a page of docs is narrower still.
VIEWS = (replace(LIGHT, width=1120, height=700), replace(DARK, width=1120, height=700), PHONE)


def main() -> None:
    """Write every picture anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="detente-") as folder,
        serving(Path(folder), **BUDGET) as server,
        sync_playwright() as playwright,
    ):
        if not server.address:
            sys.exit(server.said())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[OFFLINE])
        for view in VIEWS:
            photograph(browser, server.address, view)
        browser.close()


def photograph(browser: Browser, address: str, view: View) -> None:
    """One picture of each step, as large as the window."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": view.width, "height": view.height},
        color_scheme=view.scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    for step in play(page):
        page.screenshot(path=FOLDER / f"{step}-{view.name}.png", scale="css")
        sys.stdout.write(f"{step}-{view.name}.png\n")
    context.close()


if __name__ == "__main__":
    main()
