"""What is sent back: status, headers and a body that is complete."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.types import Scope, Send

from api.errors import Headers

# Statuses that have no body by definition, and therefore no length.
_BODILESS = {204, 304}
# In a scope: its headers by their names, once somebody has asked for one.
_HEADERS = "detente.headers"
# A longer body goes out in slices, so that compressing it holds nobody up.
SLICE = 256 * 1024


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole response."""

    status: int
    body: bytes
    headers: Headers = ()

    def plus(self, headers: Headers) -> "Reply":
        """The same with more headers."""
        return Reply(self.status, self.body, self.headers + headers)

    async def write(self, send: Send) -> None:
        """Send it; the server leaves the body out for HEAD."""
        length = () if self.status in _BODILESS else ((b"content-length", b"%d" % len(self.body)),)
        await send(
            {"type": "http.response.start", "status": self.status, "headers": [*self.headers, *length]}
        )
        for start in range(0, len(self.body) - SLICE, SLICE):
            part = self.body[start : start + SLICE]
            await send({"type": "http.response.body", "body": part, "more_body": True})
            await asyncio.sleep(0)
        rest = self.body[-(len(self.body) % SLICE or SLICE) :] if len(self.body) > SLICE else self.body
        await send({"type": "http.response.body", "body": rest})


def header(scope: Scope, name: bytes) -> str | None:
    """Return a header of the request by its name in small letters; several of one name are joined by commas."""
    told = scope.get(_HEADERS)
    if told is None:
        told = scope[_HEADERS] = _by_name(scope["headers"])
    found = told.get(name)
    return None if found is None else found.decode("latin-1")


def _by_name(headers: Iterable[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    for name, value in headers:
        found[name] = found[name] + b"," + value if name in found else value
    return found
