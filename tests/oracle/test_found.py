"""What the oracle found where the small world of the golden cases has no row that shows it."""

import datetime as dt

import pytest

from api.database.reader import Reader


@pytest.mark.parametrize("day", [dt.date.min, dt.date(999, 12, 31), dt.date.max])
async def test_every_day_is_a_day(reader: Reader, day: dt.date) -> None:
    """The first and the last day that Python knows reach the database as days: the driver takes them for infinity."""
    row = await reader.row("SELECT ($1::date)::text, ($2::date[])::text", day, [day])
    assert row is not None
    assert list(row) == [day.isoformat(), f"{{{day.isoformat()}}}"]
