"""Pages for people on the real data, read as a reader sees them, and every statement that they run."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from html.parser import HTMLParser

import httpx
import pytest_asyncio

from api.database.urls import Urls
from api.engine import Engine
from tests.reconcile.conftest import opened
from tests.recorder import Recorder

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
_SILENT = {"script", "style"}
_INLINE = {"a", "abbr", "b", "bdi", "cite", "span", "time"}
_VOID = {"meta", "link", "input", "br", "img"}


class Text(HTMLParser):
    """What of a page is text, as a whole and section by section."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.sections: dict[str, list[str]] = {}
        self._open: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember in which sections what follows stands."""
        self._apart(tag)
        if tag not in _VOID:
            self._open.append((tag, dict(attrs).get("id")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass by what closes itself: nothing stands in it."""

    def handle_endtag(self, tag: str) -> None:
        """Leave the innermost of these."""
        self._apart(tag)
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Take it to the page and to the sections it stands in."""
        if any(tag in _SILENT for tag, _ in self._open):
            return
        self.parts.append(data)
        for _, name in self._open:
            if name:
                self.sections.setdefault(name, []).append(data)

    def _apart(self, tag: str) -> None:
        """What stands in blocks of its own is read apart."""
        if tag not in _INLINE:
            self.handle_data(" ")


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it is read."""

    answer: httpx.Response
    text: str
    sections: dict[str, str]

    @property
    def html(self) -> str:
        """The page as it was sent."""
        return self.answer.text


@dataclass(slots=True)
class Visitor:
    """A reader with a browser."""

    http: httpx.AsyncClient
    recorder: Recorder

    async def get(self, path: str, **headers: str) -> httpx.Response:
        """Ask for an address as a browser does."""
        return await self.http.get(path, headers=BROWSER | headers)

    async def first(self, asked: str) -> str:
        """The slug of the first row of a connection: "reliefs(first: 1)"."""
        answer = await self.http.post(
            "/graphql", json={"query": f"{{ found: {asked} {{ nodes {{ slug }} }} }}"}
        )
        await self.recorder.seen()
        slug: str = answer.json()["data"]["found"]["nodes"][0]["slug"]
        return slug

    async def open(self, path: str) -> Seen:
        """Read a page that must be there; one statement answers it."""
        self.recorder.clear()
        answer = await self.get(path)
        assert answer.status_code == 200, (path, answer.text)
        assert len(await self.recorder.seen()) == 1
        return read(answer)


def read(answer: httpx.Response) -> Seen:
    """Return a page's text, and that of its sections."""
    parser = Text()
    parser.feed(answer.text)
    sections = {name: _said(parts) for name, parts in parser.sections.items()}
    return Seen(answer, _said(parser.parts), sections)


def _said(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def visitor(seeded: Urls, engine: Engine) -> AsyncIterator[Visitor]:
    """A reader of the pages on all the seeds."""
    async with (
        opened(seeded, engine) as (client, servers),
        Recorder.on(servers.members[0].reader.pool) as recorder,
    ):
        yield Visitor(client, recorder)
