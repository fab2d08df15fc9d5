"""What stands in a cell, and how its text is kept from being taken for a formula or a number."""

import re
from datetime import date
from enum import Enum

Cell = str | int | float | bool | None

# What Excel, LibreOffice or Google Sheets run, the wide forms of East Asia too. Marks of ours stay tellable from text.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
# What they would turn into another number: 007 into 7, 4055550123456789012 into 4.05555E+18, 7E3 into 7000.
_NUMBER = re.compile(r"'*(0[0-9]+|[0-9]{12,}|[0-9]+[eE][0-9]+)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Kind(Enum):
    """What a column holds; the value is its datatype in the vocabulary of CSV on the Web."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    MOMENT = "datetime"
    FUZZY = "any"


def plain(cell: Cell) -> str:
    """Return a cell of a delimited file: texts that a spreadsheet would run or change have an apostrophe before them."""
    if isinstance(cell, str):
        return f"'{cell}" if guarded(cell) else cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return str(cell)


def guarded(text: str) -> bool:
    """Whether a text needs that apostrophe; who takes one away again has the text as it was."""
    return bool(_FORMULA.match(text) or _NUMBER.fullmatch(text))


def day(cell: Cell) -> date | None:
    """Return the day, where a cell names exactly one: "2025-12-13", but neither "2025-12" nor "2025-12-13~"."""
    if not (isinstance(cell, str) and _DAY.fullmatch(cell)):
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError:
        return None
