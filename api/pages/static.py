"""Style and scripts of the pages, under an address that changes with them: whoever has them keeps them for good."""

import mimetypes
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

_FOREVER = {
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "cross-origin",
}


class Static:
    """A folder's files, read once; one address for all, so that scripts may import one another by their names."""

    path = "/static/{digest}/{name}"

    def __init__(self, folder: Path) -> None:
        self.files: Mapping[str, bytes] = {
            each.name: each.read_bytes() for each in sorted(folder.iterdir()) if each.is_file()
        }
        self.digest = digest(folder)

    def address(self, name: str) -> str:
        """Return where a file stands; a name that is none is a fault of ours."""
        if name not in self.files:
            raise KeyError(name)
        return f"/static/{self.digest}/{name}"

    async def serve(self, request: Request) -> Response:
        """Answer with a file, for as long as it is what its address says."""
        name = request.path_params["name"]
        if request.path_params["digest"] != self.digest or name not in self.files:
            raise HTTPException(404)
        media = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return Response(self.files[name], 200, _FOREVER, media)


def digest(folder: Path) -> str:
    """Return what changes with anything in a folder."""
    found = blake2b(digest_size=6)
    for path in sorted(each for each in folder.rglob("*") if each.is_file() and each.suffix != ".pyc"):
        body = path.read_bytes()
        found.update(f"{path.relative_to(folder).as_posix()} {len(body)}\n".encode() + body)
    return found.hexdigest()
