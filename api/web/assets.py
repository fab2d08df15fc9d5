"""Built files under /assets: named after their content, so kept for good; compressed when they were built."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from api.errors import MethodNotAllowed
from api.web.compression import codings
from api.web.reply import header

# What tells one content from another, as Vite writes it: "explorer-B3xq_9Za.js".
_HASHED = re.compile(r"[\w.-]+-[\w-]{8,}\.(\w+)", re.ASCII)
_MEDIA = {
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
    "png": "image/png",
    "ttf": "font/ttf",
    "woff2": "font/woff2",
}
_ENDINGS = {"br": ".br", "gzip": ".gz"}
_FOR_GOOD = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file, and the codings in which it lies beside itself."""

    path: Path
    media: str
    coded: Mapping[str, Path]


class Assets:
    """Serves what some folders hold, also when it is built anew meanwhile; one that is missing holds nothing."""

    def __init__(self, *folders: Path) -> None:
        self.folders = folders

    def route(self) -> Route:
        """Where they are."""
        return Route("/assets/{name}", self)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["method"] not in {"GET", "HEAD"}:
            raise MethodNotAllowed(f"{scope['method']} does not read a file.", "use GET.", "GET, HEAD")
        asset = self._find(scope["path_params"]["name"])
        if asset is None:
            raise HTTPException(404)
        await _response(scope, asset)(scope, receive, send)

    def _find(self, name: str) -> Asset | None:
        match = _HASHED.fullmatch(name)
        if match is None or match[1] not in _MEDIA:
            return None
        for folder in self.folders:
            if (path := folder / name).is_file():
                return Asset(path, _MEDIA[match[1]], _coded(path))
        return None


def _coded(path: Path) -> dict[str, Path]:
    beside = {coding: path.with_name(path.name + ending) for coding, ending in _ENDINGS.items()}
    return {coding: each for coding, each in beside.items() if each.is_file()}


def _response(scope: Scope, asset: Asset) -> Response:
    """Return the file in the best coding that the client takes, or that it has it already."""
    coding = next((each for each in codings(scope) if each in asset.coded), None)
    tag = f'"{asset.path.name}{_ENDINGS[coding] if coding else ""}"'
    headers = {
        "cache-control": _FOR_GOOD,
        "etag": tag,
        "vary": "Accept-Encoding",
        "x-content-type-options": "nosniff",
    }
    if tag in (header(scope, b"if-none-match") or ""):
        return Response(status_code=304, headers=headers)
    if coding is None:
        return FileResponse(asset.path, headers=headers, media_type=asset.media)
    return FileResponse(
        asset.coded[coding], headers=headers | {"content-encoding": coding}, media_type=asset.media
    )
