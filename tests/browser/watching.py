"""Watches a browser for whatever must not happen on any page."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

# The browser has these from no server.
LOCAL = {"about", "blob", "data", "file"}
# Pages tell of what their policy forbids, wherever a console would not show it.
TELL_VIOLATIONS = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`Content Security Policy: ${event.effectiveDirective} forbids ${event.blockedURI || "inline"}`))"""


@dataclass
class Faults:
    """Foreign and failed requests, complaints of the console, uncaught errors, and what a policy forbids."""

    address: str
    found: list[str] = field(default_factory=list)

    def expect(self, *texts: str) -> None:
        """Take out what contains one of these; each must have happened, for a test that provokes it."""
        for text in texts:
            assert any(text in each for each in self.found), (text, self.found)
        self.found = [each for each in self.found if not any(text in each for text in texts)]

    def watch(self, context: BrowserContext) -> None:
        """Note what happens in all tabs of a context."""
        context.add_init_script(TELL_VIOLATIONS)
        # Not by a route: that would turn the browser's cache off.
        context.on("request", self._asked)
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)
        context.on("console", self._said)
        context.on("weberror", self._threw)

    def _asked(self, request: Request) -> None:
        if self._is_foreign(request.url):
            self.found.append(f"foreign request: {request.url}")

    def _is_foreign(self, url: str) -> bool:
        return urlsplit(url).scheme not in LOCAL and not f"{url}/".startswith(f"{self.address}/")

    def _failed(self, request: Request) -> None:
        # A download ends the navigation that began it.
        left = request.failure == "net::ERR_ABORTED" and request.is_navigation_request()
        if not left and not self._is_foreign(request.url):
            self.found.append(f"failed request: {request.url}: {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.found.append(f"answered {response.status}: {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        # The browser's own line about a status says less than the answer above.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.found.append(f"console: {message.text}")

    def _threw(self, error: WebError) -> None:
        self.found.append(f"uncaught: {error.error}")
