"""The manifest of a set of bulk files: what there is, of which revision, and how to know that it came whole."""

import os
import re
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

NAME = "manifest.json"
# One set of files: its revision, and when it was written.
SET = re.compile(r"r\d+-\d{8}T\d{6}Z")


class File(BaseModel):
    """One file."""

    model_config = ConfigDict(frozen=True)

    path: str = Field(description="Where it is, from the manifest's own address.")
    collection: str | None = Field(description="The collection; null where several are in it.")
    format: str = Field(
        description="csv, csv-metadata.json, jsonl or ftm.json; all but the metadata are gzipped."
    )
    media: str = Field(description="Its media type once it is unpacked.")
    rows: int | None = Field(description="How many rows, lines or entities; null for metadata.")
    bytes: int = Field(description="Its size as it is sent.")
    unpacked: int = Field(description="Its size once it is unpacked.")
    sha256: str = Field(description="The checksum of the file as it is sent.")


class Source(BaseModel):
    """A data set that rows come from."""

    model_config = ConfigDict(frozen=True)

    title: str
    publisher: str
    license: str
    url: str | None
    retrieved: str | None


class Manifest(BaseModel):
    """A set of files, all of one revision."""

    model_config = ConfigDict(frozen=True)

    title: str = "Détente, everything"
    revision: int
    updated: str = Field(description="When that revision was made.")
    made: str = Field(description="When the files were written.")
    license: str
    sources: tuple[Source, ...]
    files: tuple[File, ...]

    def write(self, folder: Path) -> None:
        """Replace a folder's manifest at once: nobody reads half of it."""
        coming = folder / f".{NAME}.{os.getpid()}"
        with coming.open("w", encoding="utf-8") as file:
            file.write(self.model_dump_json(indent=2) + "\n")
            file.flush()
            os.fsync(file.fileno())
        coming.replace(folder / NAME)


def read_manifest(folder: Path) -> Manifest | None:
    """Return a folder's manifest; None where there is none that can be read."""
    try:
        return Manifest.model_validate_json((folder / NAME).read_bytes())
    except (OSError, ValidationError):
        return None
