"""Reads delimited files line by line, strictly: every row whole, in UTF-8, with the columns that it must have."""

import csv
from collections.abc import Iterator
from pathlib import Path

from seeds.lists.entries import Place
from seeds.lists.findings import ListRefused

# The end-of-file mark of old systems, which some publishers still write.
_END = b"\x1a"
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# Far longer than any row; a file without line ends would fill memory.
_LONGEST = 1 << 20
_REMEDY = "take the file from its publisher again."


def rows(path: Path, columns: int) -> Iterator[tuple[Place, list[str]]]:
    """Yield each row with its place; raise ListRefused at the first that is broken or has other columns."""
    with path.open("rb") as file:
        for number, raw in enumerate(iter(lambda: file.readline(_LONGEST), b""), 1):
            place = Place(path.name, number)
            if len(raw) == _LONGEST:
                raise ListRefused(f"the line is longer than {_LONGEST:,} bytes", _REMEDY, place)
            line = raw.rstrip(b"\r\n")
            if line == _END or (not line and number > 1):
                continue
            if number == 1 and line.startswith(_BOMS):
                raise ListRefused(
                    "the file begins with a byte order mark, which this list never has", _REMEDY, place
                )
            yield place, _cells(_text(line.removesuffix(_END), place), columns, place)


def _text(line: bytes, place: Place) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        what = f"byte {error.start + 1} of the line is no UTF-8 ({line[error.start]:#04x})"
        raise ListRefused(what, f"{_REMEDY[:-1]}; do not save it in another encoding.", place) from error


def _cells(text: str, columns: int, place: Place) -> list[str]:
    if "\0" in text:
        raise ListRefused("the line holds a zero byte", _REMEDY, place)
    try:
        (cells,) = csv.reader([text], strict=True)
    except (csv.Error, ValueError) as error:
        raise ListRefused(f"the row is broken ({error})", _REMEDY, place) from error
    if len(cells) != columns:
        what = f"the row has {len(cells)} columns instead of {columns}"
        raise ListRefused(what, f"{_REMEDY[:-1]}; columns are set apart by commas.", place)
    return cells
