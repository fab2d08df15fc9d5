"""Comma-separated values that Excel opens right: a byte order mark, CRLF, and texts that stay texts."""

import csv
import io
from collections.abc import Sequence

from api.exports.cells import plain
from api.exports.columns import Column, Row

# Without it Excel takes UTF-8 for the code page of the machine.
MARK = "\ufeff"
END_OF_LINE = "\r\n"


class DelimitedWriter:
    """Writes pages of rows as pieces of one file."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        self._reads = [column.read for column in columns]
        self._titles = [column.title for column in columns]

    def head(self) -> bytes:
        """Return the piece before the first row."""
        return (MARK + self._lines([self._titles])).encode()

    def rows(self, rows: Sequence[Row]) -> bytes:
        """Return a piece with some rows."""
        reads = self._reads
        return self._lines([[plain(read(row)) for read in reads] for row in rows]).encode()

    def tail(self) -> bytes:
        """Return the piece behind the last row."""
        return b""

    def _lines(self, lines: list[list[str]]) -> str:
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator=END_OF_LINE).writerows(lines)
        return out.getvalue()
