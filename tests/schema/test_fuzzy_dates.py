"""Fuzzy dates: EDTF text, with the earliest and the latest day it may mean."""

import datetime as dt

import asyncpg
import pytest
from graphql import GraphQLError

from schema.scalars import parse_fuzzy_date

DAYS = {
    "2025-12-13": ("2025-12-13", "2025-12-13"),
    "2025-12": ("2025-12-01", "2025-12-31"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2025": ("2025-01-01", "2025-12-31"),
    "1962~": ("1962-01-01", "1962-12-31"),
    "2025-12-13?": ("2025-12-13", "2025-12-13"),
    "1962/1964": ("1962-01-01", "1964-12-31"),
    "2025-01-30/2025-02": ("2025-01-30", "2025-02-28"),
    "0987-03": ("0987-03-01", "0987-03-31"),
}
WRONG = [
    "",
    "soon",
    "25-12-13",
    "2025-13",
    "2025-02-30",
    "2025/",
    "/2025",
    "1964/1962",
    "2025-12-13T10:00",
    "2025/2026/2027",
]


@pytest.mark.parametrize("text", DAYS)
async def test_bounds(owner: asyncpg.Connection, text: str) -> None:
    """A fuzzy date spans from its earliest to its latest day."""
    row = await owner.fetchrow("SELECT edtf_earliest($1), edtf_latest($1), $1::text::fuzzy_date", text)
    assert row is not None
    assert (row[0].isoformat(), row[1].isoformat()) == DAYS[text]
    assert parse_fuzzy_date(text) == text


async def test_open_ends(owner: asyncpg.Connection) -> None:
    """An interval may have no beginning or no end."""
    row = await owner.fetchrow("SELECT edtf_earliest('../2016'), edtf_latest('2025/..')")
    assert row is not None
    assert tuple(row) == (dt.date.min, dt.date.max)


@pytest.mark.parametrize("text", WRONG)
async def test_wrong(owner: asyncpg.Connection, text: str) -> None:
    """What is no fuzzy date cannot be stored."""
    with pytest.raises((asyncpg.CheckViolationError, asyncpg.DatetimeFieldOverflowError)):
        await owner.fetchval("SELECT $1::text::fuzzy_date", text)


@pytest.mark.parametrize("given", ["soon", "2025/", 5, None])
def test_wrong_input(given: object) -> None:
    """A client's fuzzy date is checked before it reaches the database."""
    with pytest.raises(GraphQLError, match="is not a fuzzy date"):
        parse_fuzzy_date(given)
