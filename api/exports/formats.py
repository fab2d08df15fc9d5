"""The formats of exports: what each is called in addresses and in HTTP, and what writes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from api.exports.columns import Column, Row
from api.exports.delimited import DelimitedWriter
from api.exports.lines import LinesWriter


class Writer(Protocol):
    """Writes pages of rows as pieces of one file."""

    def head(self) -> bytes:
        """Return the piece before the first row."""

    def rows(self, rows: Sequence[Row]) -> bytes:
        """Return a piece with some rows."""

    def tail(self) -> bytes:
        """Return the piece behind the last row."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format; `ending` is that of addresses and file names."""

    ending: str
    media: str


CSV = Format("csv", "text/csv; charset=utf-8; header=present")
XLSX = Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
LINES = Format("jsonl", "application/x-ndjson")
FTM = Format("ftm.json", "application/json+ftm")
METADATA = Format("csv-metadata.json", "application/csvm+json")


def writer(form: Format, columns: tuple[Column, ...]) -> Writer:
    """Return what writes a format that can be written piece by piece."""
    return DelimitedWriter(columns) if form is CSV else LinesWriter()
