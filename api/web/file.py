"""A file as a response: whole, or those parts of it that are asked for."""

from dataclasses import dataclass, replace
from pathlib import Path

from starlette.responses import FileResponse
from starlette.types import Receive, Scope, Send

from api.errors import Headers


@dataclass(frozen=True, slots=True)
class FileReply:
    """A file that does not change while it is sent."""

    path: Path
    media: str
    headers: Headers
    scope: Scope
    receive: Receive

    def plus(self, headers: Headers) -> "FileReply":
        """The same with more headers."""
        return replace(self, headers=self.headers + headers)

    async def write(self, send: Send) -> None:
        """Send it."""
        told = {name.decode("latin-1"): value.decode("latin-1") for name, value in self.headers}
        told["x-content-type-options"] = "nosniff"
        response = FileResponse(self.path, headers=told, media_type=self.media, filename=self.path.name)
        await response(self.scope, self.receive, send)
