"""Keeps what was downloaded: the file, what the server said of it, and the part of one that is on its way."""

import fcntl
import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import httpx

from seeds.lists.findings import ListRefused

_DIGEST = re.compile(r"sha-256=:([A-Za-z0-9+/=]+):")
_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


@dataclass(frozen=True, slots=True)
class Note:
    """What the server said of a file, and what it must hash to; of a part the checksum is empty."""

    url: str
    etag: str | None
    modified: str | None
    checksum: str
    digest: str | None = None

    @property
    def validator(self) -> str | None:
        """What proves that a file is byte for byte the same: a weak tag does not."""
        if self.etag and not self.etag.startswith("W/"):
            return self.etag
        return self.modified if not self.etag else None


class Download:
    """One file of a folder: the address it comes from, what is kept of it and what is on its way."""

    def __init__(self, folder: Path, url: str) -> None:
        self.url = url
        name = re.sub(r"[^\w.-]", "_", unquote(PurePosixPath(urlsplit(url).path).name)).lstrip(".") or "list"
        self.path = folder / name
        self.part = folder / f"{name}.part"
        self.kept = self._whole()

    def headers(self) -> dict[str, str]:
        """What to ask: nothing if it is as we have it, the rest if it is as the part we have, else all of it."""
        asked = {"accept-encoding": "identity"}
        if self.kept and self.kept.etag:
            asked["if-none-match"] = self.kept.etag
        elif self.kept and self.kept.modified:
            asked["if-modified-since"] = self.kept.modified
        begun = _read(_beside(self.part))
        if begun and begun.url == self.url and begun.validator and self._size():
            asked |= {"range": f"bytes={self._size()}-", "if-range": begun.validator}
        return asked

    def begin(self, response: httpx.Response) -> bool:
        """Make ready to receive: keep the part that goes on, drop any other; False where it does not go on."""
        headers = response.headers
        if response.status_code == httpx.codes.PARTIAL_CONTENT:
            found = _CONTENT_RANGE.fullmatch(headers.get("content-range", ""))
            return found is not None and int(found[1]) == self._size()
        self.discard()
        # What the server packed cannot be continued: its tag is that of the packed bytes.
        packed = "content-encoding" in headers
        note = Note(
            self.url,
            None if packed else headers.get("etag"),
            None if packed else headers.get("last-modified"),
            "",
            headers.get("repr-digest"),
        )
        _write(_beside(self.part), note)
        return True

    def expected(self, response: httpx.Response) -> int | None:
        """How large the whole file is, where the server says so."""
        found = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", ""))
        if found:
            return int(found[2]) if found[2].isdigit() else None
        length = response.headers.get("content-length", "")
        return int(length) if length.isdigit() and "content-encoding" not in response.headers else None

    def finish(self) -> str:
        """Put the part in the place of the file, if it is what the server promised, and give its checksum."""
        begun = _read(_beside(self.part))
        assert begun is not None, "a part was begun"
        checksum = checksum_of(self.part)
        promised = _DIGEST.search(begun.digest or "")
        if promised and promised[1] != b64encode(bytes.fromhex(checksum)).decode():
            self.discard()
            remedy = "run the same command again; if it stays so, download the file yourself and name it with --from"
            raise ListRefused(f"{self.url} does not have the checksum that its server states", remedy)
        _beside(self.path).unlink(missing_ok=True)
        self.part.replace(self.path)
        _write(_beside(self.path), Note(self.url, begun.etag, begun.modified, checksum))
        _beside(self.part).unlink()
        return checksum

    def discard(self) -> None:
        """Forget the part."""
        self.part.unlink(missing_ok=True)
        _beside(self.part).unlink(missing_ok=True)

    def _size(self) -> int:
        return self.part.stat().st_size if self.part.exists() else 0

    def _whole(self) -> Note | None:
        """What is known of the file, if it is still the one that was downloaded."""
        note = _read(_beside(self.path))
        whole = note and note.url == self.url and self.path.exists()
        return note if whole and note and checksum_of(self.path) == note.checksum else None


def checksum_of(*paths: Path) -> str:
    """SHA-256 over files, one after the other."""
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
    return digest.hexdigest()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let one process at a time download into a folder, and make it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def _read(path: Path) -> Note | None:
    try:
        return Note(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None  # never written, or half: as if nothing were known


def _write(path: Path, note: Note) -> None:
    path.write_text(json.dumps(asdict(note)), "utf-8")
