"""Turns what somebody names, or the publisher's address, into the files of one reading."""

import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from seeds.lists.downloads import checksum_of
from seeds.lists.fetching import USUAL, Limits, fetch
from seeds.lists.findings import ListRefused
from seeds.lists.metadata import Input, Metadata

# What is being downloaded, how much of it is there, and how much there is to be.
Progress = Callable[[str, int, int | None], None]

_ZIP = b"PK\x03\x04"
_ADDRESS = ("http://", "https://")
# Text shrinks to a twentieth; what shrinks to less than a thousandth was made to fill disks.
_MOST_SHRUNK = 1_000


@contextmanager
def opened(
    metadata: Metadata,
    given: str | None,
    cache: Path,
    *,
    limits: Limits = USUAL,
    progress: Progress | None = None,
) -> Iterator[Input]:
    """The files of a list: downloaded, or those of a file, a folder or an address; a ZIP archive is unpacked."""
    if given is None and not metadata.downloads:
        raise ListRefused(
            f"`{metadata.slug}` has no address of its own", "name a file, a folder or an address with --from"
        )
    urls = metadata.downloads if given is None else (given,) if given.startswith(_ADDRESS) else ()
    if urls:
        paths = tuple(_fetched(url, cache / metadata.slug, limits, progress) for url in urls)
    else:
        paths = tuple(_local(Path(given or "")))
    with tempfile.TemporaryDirectory(prefix="detente-list-") as folder:
        files = tuple(file for path in paths for file in _unpacked(path, Path(folder), limits))
        yield Input(files, checksum_of(*files), urls[0] if urls else None)


def _fetched(url: str, folder: Path, limits: Limits, progress: Progress | None) -> Path:
    def tell(received: int, expected: int | None) -> None:
        if progress:
            progress(url, received, expected)

    path, _ = fetch(url, folder, limits=limits, progress=tell)
    return path


def _local(path: Path) -> Iterator[Path]:
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
        if not files:
            raise ListRefused(f"`{path}` holds no files", "name the folder that holds the list's files")
        yield from files
    elif path.is_file():
        yield path
    else:
        raise ListRefused(
            f"there is no file or folder `{path}`",
            "name one that exists, or an address that begins with https://",
        )


def _unpacked(path: Path, folder: Path, limits: Limits) -> Iterator[Path]:
    with path.open("rb") as file:
        if file.read(len(_ZIP)) != _ZIP:
            yield path
            return
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _judge(path, members, limits)
            for member in members:
                yield _unpack(archive, member, folder, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise ListRefused(
            f"{path.name} is no whole ZIP archive ({error})", "download it again, whole"
        ) from None


def _judge(path: Path, members: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse an archive that is empty, encrypted, ambiguous, or would fill the disk."""
    names = [PurePosixPath(member.filename).name for member in members]
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    what: str | None = None
    if not members:
        what = "holds no files"
    elif any(member.flag_bits & 1 for member in members):
        what = "is encrypted"
    elif len(set(names)) < len(names):
        what = "holds two files of one name"
    elif size > limits.bytes or size > packed * _MOST_SHRUNK:
        what = f"would unpack to {size:,} bytes"
    if what:
        raise ListRefused(f"{path.name} {what}", "name the publisher's own archive, or the files in it")


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path, path: Path) -> Path:
    """Write one file of an archive, under its name alone and never more of it than the archive states."""
    target = folder / path.stem / PurePosixPath(member.filename).name
    target.parent.mkdir(exist_ok=True)
    written = 0
    with archive.open(member) as source, target.open("wb") as file:
        while chunk := source.read(1 << 20):
            written += len(chunk)
            if written > member.file_size:
                raise zipfile.BadZipFile("a file in it is larger than it states")
            file.write(chunk)
    return target
