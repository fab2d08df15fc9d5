"""Writes a set of bulk files from one moment of the data, beside the sets before it, and then shows it all at once."""

import asyncio
import contextlib
import fcntl
import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import orjson

from api.errors import ExportRefused
from api.exports import origins
from api.exports.bulk.manifest import SET, File, Manifest, Source
from api.exports.bulk.packing import Packed, place
from api.exports.formats import CSV, FTM, LINES, METADATA, writer
from api.exports.metadata import metadata
from api.exports.reading import Reading
from api.exports.sheets import Sheet
from api.exports.table import About

KEPT = 2
"""Sets that stay: the newest, and the one that somebody may still be fetching."""
_LOCK = ".lock"
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BulkWriter:
    """Writes sets of files into one folder.

    Attributes:
        tables: What is written as CSV and as lines.
        entities: What is written as entities, all in one file.
        address: Where the folder will be read: "https://example.org/bulk".
        tell: Is told of each file.
    """

    folder: Path
    tables: Mapping[str, Sheet]
    entities: Mapping[str, Sheet]
    address: str
    tell: Tell

    async def write(self, reading: Reading) -> Manifest:
        """Write all files; nobody sees any of them before all are whole."""
        made = datetime.now(UTC)
        revision = reading.snapshot.edition.revision
        name = f"r{revision}-{made:%Y%m%dT%H%M%SZ}"
        with _alone(self.folder):
            coming = self.folder / f".{name}"
            shutil.rmtree(coming, ignore_errors=True)
            coming.mkdir()
            try:
                manifest = await self._files(reading, coming, made)
                manifest.write(coming)
                coming.rename(self.folder / name)
            except BaseException:
                shutil.rmtree(coming, ignore_errors=True)
                raise
            manifest.write(self.folder)
            _forget(self.folder)
        return manifest

    async def _files(self, reading: Reading, folder: Path, made: datetime) -> Manifest:
        data = await reading.answer(origins.DATASET)
        files: list[File] = []
        about: About | None = None
        for sheet in self.tables.values():
            about = origins.about(data, sheet, sheet.read(), f"{self.address}/{sheet.name}.csv.gz")
            files += await self._table(reading, folder, sheet, about)
        files.append(await self._entities(reading, folder))
        assert about is not None, "there are collections"
        sources = (
            Source(
                title=each.title,
                publisher=each.publisher,
                license=each.license,
                url=each.url,
                retrieved=each.retrieved_on,
            )
            for each in about.origins
        )
        return Manifest(
            revision=about.revision,
            updated=about.updated_at,
            made=made.isoformat(timespec="seconds"),
            license=about.license,
            sources=tuple(sources),
            files=tuple(files),
        )

    async def _table(self, reading: Reading, folder: Path, sheet: Sheet, about: About) -> list[File]:
        """Write a collection in both formats, from one reading of it."""
        wanted = sheet.read()
        forms = (CSV, LINES)
        writers = [writer(form, sheet.columns) for form in forms]
        rows = 0
        with ExitStack() as stack:
            packed = [
                stack.enter_context(Packed(folder / f"{sheet.name}.{form.ending}.gz")) for form in forms
            ]
            for made, file in zip(writers, packed, strict=True):
                file.write(made.head())
            async with contextlib.aclosing(reading.pages(sheet, wanted)) as pages:
                async for page in pages:
                    rows += len(page)
                    for made, file in zip(writers, packed, strict=True):
                        await asyncio.to_thread(lambda: file.write(made.rows(page)))  # noqa: B023 - awaited here
        files = [
            file.told(sheet.name, form.ending, form.media, rows)
            for form, file in zip(forms, packed, strict=True)
        ]
        self.tell(f"{sheet.name}: {rows:,} rows.")
        return [*files, _beside(folder, sheet, about)]

    async def _entities(self, reading: Reading, folder: Path) -> File:
        made = writer(FTM, ())
        count = 0
        with Packed(folder / f"entities.{FTM.ending}.gz") as packed:
            for sheet in self.entities.values():
                async with contextlib.aclosing(reading.pages(sheet, sheet.read())) as pages:
                    async for page in pages:
                        count += len(page)
                        await asyncio.to_thread(lambda: packed.write(made.rows(page)))  # noqa: B023 - awaited here
        self.tell(f"entities: {count:,} of FollowTheMoney.")
        return packed.told(None, FTM.ending, FTM.media, count)


def _beside(folder: Path, sheet: Sheet, about: About) -> File:
    """Write what is told beside a CSV: short, and not packed."""
    path = folder / f"{sheet.name}.{METADATA.ending}"
    told = metadata(about, sheet.columns, f"{sheet.name}.{CSV.ending}")
    body = orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    path.write_bytes(body)
    return File(
        path=place(path),
        collection=sheet.name,
        format=METADATA.ending,
        media=METADATA.media,
        rows=None,
        bytes=len(body),
        unpacked=len(body),
        sha256=hashlib.sha256(body).hexdigest(),
    )


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Have a folder to oneself; the system takes the lock back from whoever dies."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / _LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise ExportRefused(
                    f"Another export is writing into {folder}.", "wait for its end, or name another folder."
                ) from None
            yield
    except OSError as fault:
        raise ExportRefused(
            f"{folder} cannot be written to: {fault.strerror or fault}.",
            "name a folder that you may write to, with room on its disk.",
        ) from fault


def _forget(folder: Path) -> None:
    """Remove all sets but the newest, and what those left that were cut off."""
    found = [each for each in folder.iterdir() if each.is_dir()]
    sets = sorted((each for each in found if SET.fullmatch(each.name)), key=_age)
    cut_off = [each for each in found if SET.fullmatch(each.name.removeprefix(".")) and each.name[0] == "."]
    for each in [*sets[:-KEPT], *cut_off]:
        shutil.rmtree(each, ignore_errors=True)


def _age(folder: Path) -> tuple[str, int]:
    """By time, and within a second by revision: "r12-20251213T010000Z" → ("20251213T010000Z", 12)."""
    revision, _, made = folder.name.removeprefix("r").partition("-")
    return made, int(revision)
