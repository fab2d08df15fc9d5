"""Reads a table that people keep: its encoding, its delimiter and its columns are told apart, or refused clearly."""

import codecs
import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from seeds.lists.audit import Audit
from seeds.lists.entries import Place
from seeds.lists.findings import ListRefused
from seeds.lists.metadata import Input

NEEDED = ("id", "kind", "name")
OPTIONAL = (
    "aliases", "country", "program", "identifiers", "born_on", "listed_on", "started_on", "ended_on", "reason", "remarks", "url",
)  # fmt: skip
FIELDS = NEEDED + OPTIONAL

_LONGEST = 1 << 20
_DELIMITERS = {"\t": "tabs", ",": "commas", ";": "semicolons"}
# The longer marks first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAVE = "save the table as CSV or TSV in UTF-8"


class Row(NamedTuple):
    """One row: what it says in each field that it has, and where it stands."""

    place: Place
    values: Mapping[str, str]


def read(source: Input, audit: Audit, *, columns: Mapping[str, str]) -> Iterator[Row]:
    """Every row of a table; raises ListRefused where it is none, is not whole, or lacks a column."""
    if len(source.files) != 1:
        names = ", ".join(path.name for path in source.files)
        raise ListRefused(
            f"a list is one table, and these are several files: {names}", "name the table with --from"
        )
    (path,) = source.files
    with path.open("rb") as file:
        lines = _lines(path, file)
        header = next(lines, "")
        if not header.strip():
            raise ListRefused(
                "the table is empty", "begin it with a row of column names", Place(path.name, 1)
            )
        delimiter = _delimiter(path, header, columns)
        fields = _fields(path, _split(header, delimiter, path), columns, audit)
        yield from _rows(path, lines, delimiter, fields, audit)


def _rows(
    path: Path, lines: Iterator[str], delimiter: str, fields: list[str | None], audit: Audit
) -> Iterator[Row]:
    many = 0
    reader = csv.reader(lines, delimiter=delimiter, strict=True, quoting=_quoting(delimiter))
    try:
        for cells in reader:
            # The header was read before.
            place = Place(path.name, reader.line_num + 1)
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(fields):
                what = f"has {len(cells)} columns, and the first row has {len(fields)}"
                raise ListRefused(what, "correct the row: a delimiter or a quotation mark is wrong", place)
            many += 1
            audit.reads(path.name)
            audit.uses_as(path.name, "entries")
            values = (
                (name, _plain(cell, delimiter)) for name, cell in zip(fields, cells, strict=True) if name
            )
            yield Row(place, {name: value for name, value in values if value})
    except csv.Error as error:
        place = Place(path.name, reader.line_num + 1)
        raise ListRefused(
            f"cannot be read ({error})", "correct the quotation marks, or save it again", place
        ) from None
    if not many:
        raise ListRefused("the table has no rows", "name the table that has them", Place(path.name, 1))


def _lines(path: Path, file: BinaryIO) -> Iterator[str]:
    """The lines as text: UTF-8, with a byte order mark at most at the very beginning."""
    start = file.read(4)
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            raise ListRefused(f"is {encoding}, by its first bytes", _SAVE, Place(path.name, 1))
    file.seek(len(codecs.BOM_UTF8) if start.startswith(codecs.BOM_UTF8) else 0)
    number = 0
    while line := file.readline(_LONGEST):
        number += 1
        place = Place(path.name, number)
        if len(line) == _LONGEST:
            raise ListRefused("is longer than a million bytes", _SAVE, place)
        yield _text(line, place)


def _text(line: bytes, place: Place) -> str:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        what = f"is not UTF-8: byte {error.start + 1} of the line is 0x{line[error.start]:02X}"
        raise ListRefused(what, f"{_SAVE}; it seems to be Latin-1, Windows-1252 or the like", place) from None
    if "\0" in text:
        raise ListRefused("holds a character that is no text (U+0000)", _SAVE, place)
    if "\ufeff" in text:
        raise ListRefused("has a byte order mark amid the text: two files were put together", _SAVE, place)
    return text


def _delimiter(path: Path, header: str, columns: Mapping[str, str]) -> str:
    """The delimiter under which the first row has most of the columns that are wanted."""
    wanted = {columns.get(field, field).casefold() for field in FIELDS}

    def fits(delimiter: str) -> int:
        return len(wanted & {name.casefold() for name in _split(header, delimiter, path)})

    best = max(_DELIMITERS, key=fits)
    if not fits(best):
        what = f"the first row names none of the columns: {header.strip()[:80]!r}"
        remedy = f"name them {', '.join(NEEDED)}, with {', '.join(_DELIMITERS.values())} between, or map them with --column"
        raise ListRefused(what, remedy, Place(path.name, 1))
    return best


def _fields(path: Path, header: list[str], columns: Mapping[str, str], audit: Audit) -> list[str | None]:
    """The field that each column holds; None for a column that is not known."""
    place = Place(path.name, 1)
    fields = {columns.get(field, field).casefold(): field for field in FIELDS}
    names = [fields.get(name.casefold()) for name in header]
    for field in dict.fromkeys((*NEEDED, *columns)):
        many = names.count(field)
        if many != 1:
            called = columns.get(field, field)
            what = (
                f"there is no column `{called}`" if not many else f"the column `{called}` stands there twice"
            )
            found = ", ".join(f"`{name}`" for name in header)
            raise ListRefused(
                what, f"the columns are {found}; say which it is with --column {field}=NAME", place
            )
    for name, known in zip(header, names, strict=True):
        if known is None:
            audit.finds(place, "unknown column", name)
    return names


def _split(line: str, delimiter: str, path: Path) -> list[str]:
    try:
        cells = next(csv.reader([line], delimiter=delimiter, strict=True, quoting=_quoting(delimiter)))
    except csv.Error as error:
        place = Place(path.name, 1)
        raise ListRefused(
            f"the column names cannot be read ({error})", "correct the quotation marks", place
        ) from None
    return [_plain(cell, delimiter) for cell in cells]


def _quoting(delimiter: str) -> Literal[0, 3]:
    # In TSV a quotation mark is a letter like any other.
    return csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL


def _plain(cell: str, delimiter: str) -> str:
    """A cell without blanks around it; spreadsheets write quotation marks into TSV all the same."""
    cell = cell.strip()
    if delimiter == "\t" and len(cell) > 1 and cell[0] == cell[-1] == '"':
        cell = cell[1:-1].replace('""', '"').strip()
    return cell
