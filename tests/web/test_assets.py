"""Built files are kept by browsers for good, and sent as small as they take them."""

import contextlib
import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from api import problems
from api.errors import DetenteError
from api.web.assets import Assets
from api.web.compression import compression

SCRIPT = b"console.log('a question');\n" * 100
NAME = "explorer-B3xq_9Za.js"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as a build leaves it: a script in two codings, a font in none, and what is no asset."""
    (tmp_path / NAME).write_bytes(SCRIPT)
    (tmp_path / f"{NAME}.gz").write_bytes(gzip.compress(SCRIPT))
    (tmp_path / f"{NAME}.br").write_bytes(b"as if it were brotli")
    (tmp_path / "codicon-DCmgc-ay.ttf").write_bytes(b"font")
    (tmp_path / "notes.txt").write_bytes(b"not named after its content")
    return tmp_path


@contextlib.asynccontextmanager
async def _serving(*folders: Path) -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(
        routes=[Assets(*folders).route()],
        middleware=[compression()],
        exception_handlers={DetenteError: problems.on_known},
    )
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://detente") as client:
        yield client


@pytest.mark.parametrize(
    ("accepted", "coding", "sent"),
    [
        ("identity", None, len(SCRIPT)),
        ("gzip", "gzip", len(gzip.compress(SCRIPT))),
        ("gzip, deflate, br, zstd", "br", len(b"as if it were brotli")),
    ],
)
async def test_the_best_coding_that_was_built(
    folder: Path, accepted: str, coding: str | None, sent: int
) -> None:
    """Nothing is compressed while somebody waits."""
    async with (
        _serving(folder) as client,
        client.stream("GET", f"/assets/{NAME}", headers={"Accept-Encoding": accepted}) as response,
    ):
        assert response.status_code == 200
        assert response.headers.get("content-encoding") == coding
        assert int(response.headers["content-length"]) == sent
        assert response.headers["content-type"] == "text/javascript; charset=utf-8"
        assert "Accept-Encoding" in response.headers["vary"]


async def test_it_is_kept_for_good(folder: Path) -> None:
    """A browser need not ask again for a year; one that does has it already, in the coding it has."""
    async with _serving(folder) as client:
        plain = {"Accept-Encoding": "identity"}
        first = await client.get(f"/assets/{NAME}", headers=plain)
        assert first.headers["cache-control"] == "public, max-age=31536000, immutable"
        known = {"If-None-Match": first.headers["etag"]}
        again = await client.get(f"/assets/{NAME}", headers=plain | known)
        assert (again.status_code, again.content) == (304, b"")
        coded = await client.head(f"/assets/{NAME}", headers={"Accept-Encoding": "gzip"} | known)
        assert coded.status_code == 200
        assert coded.headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize(
    "name", ["nothing-12345678.js", "notes.txt", f"{NAME}.gz", "..%2F..%2Fetc%2Fpasswd", ""]
)
async def test_nothing_else_is_served(folder: Path, name: str) -> None:
    """Only what the folder holds, under the names that a build gives."""
    async with _serving(folder) as client:
        assert (await client.get(f"/assets/{name}")).status_code == 404


async def test_files_are_only_read(folder: Path) -> None:
    """Any other method is refused, and the refusal names those that work."""
    async with _serving(folder) as client:
        response = await client.post(f"/assets/{NAME}")
        assert response.status_code == 405
        assert response.headers["allow"] == "GET, HEAD"


async def test_what_is_built_meanwhile_is_served(folder: Path) -> None:
    """A server need not be started again for it."""
    async with _serving(folder) as client:
        assert (await client.get("/assets/later-12345678.css")).status_code == 404
        (folder / "later-12345678.css").write_bytes(b"p {}")
        assert (await client.get("/assets/later-12345678.css")).content == b"p {}"


async def test_a_folder_that_was_not_built_holds_nothing(folder: Path) -> None:
    """The server starts without it, and serves the others."""
    async with _serving(folder / "missing", folder) as client:
        assert (await client.get("/assets/codicon-DCmgc-ay.ttf")).content == b"font"
