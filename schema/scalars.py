"""Declares the scalars: what the SQL text of a value is, and what a client may send."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, NewType

import strawberry
from graphql import GraphQLError, ValueNode, value_from_ast_untyped
from strawberry.types.scalar import ScalarDefinition

FuzzyDate = NewType("FuzzyDate", str)
Date = NewType("Date", dt.date)
DateTime = NewType("DateTime", dt.datetime)
URL = NewType("URL", str)

_DAY = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?"
_EDTF = re.compile(rf"{_DAY}|({_DAY}|\.\.)/{_DAY}|{_DAY}/\.\.")


def parse_date(value: object) -> dt.date:
    """Return the day that "2025-12-13" names."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise GraphQLError(f"{value!r} is not a date; write it as 2025-12-13.")


def parse_datetime(value: object) -> dt.datetime:
    """Return the moment that "2025-12-13T10:00:00Z" names; without an offset it is UTC."""
    if isinstance(value, str):
        try:
            moment = dt.datetime.fromisoformat(value)
        except ValueError:
            pass
        else:
            return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    raise GraphQLError(f"{value!r} is not a moment; write it as 2025-12-13T10:00:00Z.")


def parse_fuzzy_date(value: object) -> str:
    """Return an EDTF text as it is, if it is one."""
    if isinstance(value, str) and _EDTF.fullmatch(value) and all(map(_exists, value.split("/"))):
        return value
    raise GraphQLError(f"{value!r} is not a fuzzy date; write 2025-12-13, 2025-12, 2025, 1962~ or 1962/1964.")


def _exists(part: str) -> bool:
    """Return whether the calendar has one end of a fuzzy date: 2025-02-30 fits the form, and is no day."""
    numbers = [int(number) for number in re.findall(r"\d+", part)]
    try:
        return not numbers or bool(dt.date(*[*numbers, 1, 1][:3]))
    except ValueError:
        return False


def parse_url(value: object) -> str:
    """Return a web address as it is, if it is one."""
    if isinstance(value, str) and re.match(r"https?://", value):
        return value
    raise GraphQLError(f"{value!r} is not a web address; it starts with https:// or http://.")


def _scalar(name: str, description: str, parse: Callable[[Any], Any], example: str) -> ScalarDefinition:
    def parse_literal(node: ValueNode, variables: dict[str, Any] | None = None) -> object:
        try:
            return parse(value_from_ast_untyped(node, variables))
        except GraphQLError as error:
            raise GraphQLError(error.message, node) from None

    return strawberry.scalar(
        name=name,
        description=f"{description} For example: {example}.",
        serialize=str,
        parse_value=parse,
        parse_literal=parse_literal,
    )


SCALARS: dict[object, ScalarDefinition] = {
    FuzzyDate: _scalar(
        "FuzzyDate",
        "A date as well as it is known, in EDTF: a day, a month, a year, about a year, or between two."
        " It sorts and filters by its earliest day.",
        parse_fuzzy_date,
        '"2025-12-13", "2025-12", "2025", "1962~", "1962/1964"',
    ),
    Date: _scalar("Date", "A calendar day.", parse_date, '"2025-12-13"'),
    DateTime: _scalar(
        "DateTime", "A moment, with its offset from UTC.", parse_datetime, '"2025-12-13T10:00:00Z"'
    ),
    URL: _scalar("URL", "A web address.", parse_url, '"https://example.org/page"'),
}
