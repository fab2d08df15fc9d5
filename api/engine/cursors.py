"""Reads cursors: base64 of a JSON list of the order's signature and the row's key values."""

import base64
import binascii
import datetime as dt
import json
from dataclasses import dataclass

from api.engine.orders import Order
from schema.binding import Key

LONGEST = 8_192
INFINITE = ("infinity", "-infinity")


@dataclass(frozen=True, slots=True)
class Cursor:
    """The key values of a row, in the order's own keys."""

    keys: tuple[object, ...]


class CursorError(ValueError):
    """A cursor that is none of this list; the message says why."""


def decode(text: str, order: Order) -> Cursor:
    """Return what a cursor holds; refuse one that we did not make, or made for another order."""
    try:
        mark, *values = json.loads(base64.b64decode(text[:LONGEST], validate=True))
        if mark == order.signature and len(values) == len(order.keys):
            return Cursor(tuple(_value(key, value) for key, value in zip(order.keys, values, strict=True)))
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise CursorError("is no cursor") from None
    raise CursorError("belongs to another list or another order")


def _value(key: Key, value: object) -> object:  # noqa: C901, PLR0911 - one for each kind of key
    """Return a key value as the driver takes it, or fail where it is of another kind."""
    if value is None and key.nullable:
        return None
    match key.type:
        case "date" if isinstance(value, str):
            return value if value in INFINITE else dt.date.fromisoformat(value)
        case "timestamptz" if isinstance(value, str):
            return dt.datetime.fromisoformat(value)
        case "integer" if isinstance(value, int) and abs(value) < 2**31:
            return value
        case "bigint" if isinstance(value, int) and abs(value) < 2**63:
            return value
        case "boolean" if isinstance(value, bool):
            return value
        case "text" if isinstance(value, str) and "\0" not in value:
            value.encode()
            return value
        case _ if value in key.words:
            return value
    raise ValueError(key.type)
