"""A workbook for Excel: the table with real dates and numbers, and a sheet about it; written row by row to a file."""

from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from api.errors import TooManyRows
from api.exports.cells import Cell, Kind, day
from api.exports.columns import Column, Row
from api.exports.guide import guide
from api.exports.table import About

MOST_ROWS = 1_048_575
"""Rows of a sheet, without that of the titles."""
LONGEST_TEXT = 32_767
"""Characters that Excel takes in one cell."""
_CUT = " … [cut: the whole text is in the CSV]"
_FIRST_DAY = 1900
_WIDE, _NARROW, _USUAL = 48, 12, 22
_WIDTHS = {
    Kind.INTEGER: _NARROW,
    Kind.NUMBER: _NARROW,
    Kind.BOOLEAN: _NARROW,
    Kind.DATE: _NARROW,
    Kind.FUZZY: 14,
}
_SHEET_NAME = 31


class WorkbookWriter:
    """Writes pages of rows into one workbook."""

    def __init__(self, path: Path, columns: tuple[Column, ...], title: str) -> None:
        options = {"constant_memory": True, "default_date_format": "yyyy-mm-dd", "tmpdir": str(path.parent)}
        self._book = xlsxwriter.Workbook(str(path), options)
        self._bold = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._title, self._columns = title[:_SHEET_NAME], columns
        self._about = self._book.add_worksheet("About")
        self._sheet = self._book.add_worksheet(self._title)
        self._sheet.activate()
        self._sheet.freeze_panes(1, 1)
        self._row = 0
        self._head()

    def rows(self, rows: Sequence[Row]) -> None:
        """Write some rows."""
        if self._row + len(rows) > MOST_ROWS:
            raise too_many(self._row + len(rows))
        for row in rows:
            self._row += 1
            for number, column in enumerate(self._columns):
                cell = column.read(row)
                if cell is not None:
                    self._write(number, cell, column.kind)

    def close(self, about: About) -> None:
        """Write the sheet about the table, and the file's end."""
        self._sheet.autofilter(0, 0, max(self._row, 1), len(self._columns) - 1)
        self._tell(self._about, about)
        self._book.set_properties({"title": about.title, "comments": about.address})
        self._book.close()

    def abandon(self) -> None:
        """Leave it unfinished, and its temporary files to whoever removes their folder."""
        for sheet in self._book.worksheets():
            sheet._opt_close()  # noqa: SLF001 - the library has no other way to let a book go

    def _head(self) -> None:
        for number, column in enumerate(self._columns):
            width = _WIDTHS.get(
                column.kind, _WIDE if "title" in column.name or "." not in column.name else _USUAL
            )
            self._sheet.set_column(number, number, width)
            self._sheet.write_string(0, number, column.title, self._bold)

    def _write(self, number: int, cell: Cell, kind: Kind) -> None:
        sheet = self._sheet
        if isinstance(cell, bool):
            sheet.write_string(self._row, number, "yes" if cell else "no")
        elif isinstance(cell, int | float):
            sheet.write_number(self._row, number, cell)
        elif (found := day(cell) if kind in {Kind.DATE, Kind.FUZZY} else None) and found.year >= _FIRST_DAY:
            sheet.write_datetime(self._row, number, datetime.combine(found, time.min), self._day)
        elif cell:
            text = str(cell)
            sheet.write_string(self._row, number, text if len(text) <= LONGEST_TEXT else _cut(text))

    def _tell(self, sheet: Worksheet, about: About) -> None:
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, 1, 100)
        for number, (title, text) in enumerate(guide(about, self._columns)):
            sheet.write_string(number, 0, title, self._bold)
            sheet.write_string(number, 1, text if len(text) <= LONGEST_TEXT else _cut(text), self._wrapped)


def _cut(text: str) -> str:
    return text[: LONGEST_TEXT - len(_CUT)] + _CUT


def too_many(rows: int) -> TooManyRows:
    """Return the refusal of more rows than a sheet can hold."""
    return TooManyRows(
        f"These are {rows:,} rows, and a sheet of Excel holds {MOST_ROWS:,}.",
        "take them as CSV, which has no limit (.csv in place of .xlsx), or narrow them down with filters.",
    )
