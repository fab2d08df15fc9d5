"""What is sent back: status, headers and a body that is complete."""

from dataclasses import dataclass

from starlette.types import Scope, Send

Headers = tuple[tuple[bytes, bytes], ...]

# Statuses that have no body by definition, and therefore no length.
_BODILESS = {204, 304}


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole response."""

    status: int
    body: bytes
    headers: Headers = ()

    async def write(self, scope: Scope, send: Send) -> None:
        """Send it; to HEAD everything but the body."""
        length = () if self.status in _BODILESS else ((b"content-length", b"%d" % len(self.body)),)
        body = b"" if scope["method"] == "HEAD" else self.body
        await send(
            {"type": "http.response.start", "status": self.status, "headers": [*self.headers, *length]}
        )
        await send({"type": "http.response.body", "body": body})


def header(scope: Scope, name: bytes) -> str | None:
    """Return a header of the request by its name in small letters; several of one name are joined by commas."""
    found = [value for key, value in scope["headers"] if key == name]
    return b",".join(found).decode("latin-1") if found else None
