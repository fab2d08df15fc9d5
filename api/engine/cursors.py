"""Writes and reads cursors: base64 of a JSON list of the order's signature and the row's key values."""

import base64
import binascii
import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.engine.errors import Refused, bad_input
from schema.binding import Key

if TYPE_CHECKING:
    from api.engine.inputs import Site

LONGEST = 4_096


@dataclass(frozen=True, slots=True)
class Cursor:
    """The key values of a row, in the order's own keys."""

    keys: tuple[object, ...]


def signature(table: str, order: tuple[Key, ...]) -> str:
    """Return a short mark of an order, so that a cursor of another order is told apart."""
    text = ",".join(f"{key.column}{'-' if key.descending else '+'}" for key in order)
    return hashlib.sha256(f"{table}:{text}".encode()).hexdigest()[:8]


def decode(text: str, side: str, site: "Site") -> Cursor:
    """Return what a cursor holds; refuse one that we did not make, or made for another order."""
    try:
        mark, *values = json.loads(base64.b64decode(text[:LONGEST], validate=True))
        if mark == site.signature and len(values) == len(site.order):
            return Cursor(tuple(_value(key, value) for key, value in zip(site.order, values, strict=True)))
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise _refusal(side, site, "is no cursor") from None
    raise _refusal(side, site, "belongs to another list or another order")


def _refusal(side: str, site: "Site", what: str) -> Refused:
    return bad_input(
        f"`{side}` {what}; give one that `cursor` or `pageInfo` of this same list returned.", site
    )


def _value(key: Key, value: object) -> object:
    """Return a key value as the driver takes it, or fail where it is of another kind."""
    if value is None and key.nullable:
        return None
    match key.type:
        case "date" if isinstance(value, str):
            return dt.date.max if value == "infinity" else _date(value)
        case "integer" | "bigint" if isinstance(value, int) and abs(value) < 2**63:
            return value
        case "text" if isinstance(value, str) and "\0" not in value:
            return value
    raise ValueError(key.type)


def _date(value: str) -> dt.date:
    return dt.date.min if value == "-infinity" else dt.date.fromisoformat(value)
