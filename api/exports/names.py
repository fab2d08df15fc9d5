"""What files are called: readable, the same on every system, in UTF-8 for whoever takes it."""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

from api.errors import Headers

_LONGEST = 100
# Letters and digits of any script; whatever else, some systems keep for themselves.
_OTHER = re.compile(r"[^\w.]+")


def file_name(plural: str, filters: Iterable[tuple[str, str]], revision: int, ending: str) -> str:
    """("releases", [("nationality", "US")], 7, "csv") → "detente-releases-nationality-US-r7.csv"."""
    told = (
        each
        for name, value in filters
        for each in ((name,) if name in {"where", "fields"} else (name, value))
    )
    stem = _OTHER.sub("-", unicodedata.normalize("NFC", "-".join(("detente", plural, *told))))
    return f"{stem[:_LONGEST].strip('-.')}-r{revision}.{ending}"


def disposition(name: str) -> Headers:
    """Return the header that has a browser save the file under its name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r"-{2,}", "-", plain)
    told = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return ((b"content-disposition", told.encode()),)
