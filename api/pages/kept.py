"""Pages that were written already: writing one takes longer than all the rest of answering."""

import asyncio
from dataclasses import dataclass, field
from functools import partial

from starlette.types import Scope

from api.engine.cache import ByteCache
from api.web.compression import keep_compressed, kept
from api.web.reply import Reply

KEPT_BYTES = 16 * 1024 * 1024
_OVERHEAD = 1_000

Key = tuple[object, ...]


@dataclass(slots=True)
class Page:
    """One page as it was written, and as it was compressed."""

    moment: object
    html: bytes
    coded: dict[str, bytes] = field(default_factory=dict)


@dataclass(slots=True)
class Pages:
    """The pages that are kept, and whose turn it is to write one: they are written beside the event loop."""

    cache: ByteCache[Key, Page] = field(default_factory=lambda: ByteCache(KEPT_BYTES))
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def get(self, key: Key, moment: object) -> Page | None:
        """Return a page that was written at this moment, as it names it itself."""
        found = self.cache.get(key)
        return found if found and found.moment == moment else None

    def put(self, key: Key, page: Page) -> None:
        """Keep a page, with all that it is compressed to."""
        weight = _OVERHEAD + len(page.html) + sum(len(each) for each in page.coded.values())
        self.cache.put(key, page, weight)

    def compressed(self, scope: Scope, key: Key, page: Page, reply: Reply) -> Reply:
        """Return the reply as it was compressed before; else it is kept as it will be."""
        if found := kept(scope, page.coded):
            body, headers = found
            return Reply(reply.status, body, reply.headers + headers)
        keep_compressed(scope, partial(self._keep_coded, key, page))
        return reply

    def _keep_coded(self, key: Key, page: Page, coding: str, body: bytes) -> None:
        page.coded[coding] = body
        self.put(key, page)
