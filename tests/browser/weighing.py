"""How much a page makes the network carry."""

from playwright.sync_api import CDPSession, Page


class Scales:
    """Counts the bytes of all answers to a tab, as they come over the wire."""

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        self.answers = 0
        session: CDPSession = page.context.new_cdp_session(page)
        session.on("Network.loadingFinished", self._add)
        session.send("Network.enable")

    def _add(self, event: dict[str, float]) -> None:
        self.bytes += round(event["encodedDataLength"])
        self.answers += 1
