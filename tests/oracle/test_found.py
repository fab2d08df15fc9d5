"""What the oracle found where the small world of the golden cases has no row that shows it."""

import datetime as dt

import pytest

from api.database.reader import Reader
from api.engine import Engine, Refused


@pytest.mark.parametrize("day", [dt.date.min, dt.date(999, 12, 31), dt.date.max])
async def test_every_day_is_a_day(reader: Reader, day: dt.date) -> None:
    """The first and the last day that Python knows reach the database as days: the driver takes them for infinity."""
    row = await reader.row("SELECT ($1::date)::text, ($2::date[])::text", day, [day])
    assert row is not None
    assert list(row) == [day.isoformat(), f"{{{day.isoformat()}}}"]


@pytest.mark.parametrize("day", ["2025-02-30", "2025-13", "0000", "2025/2026-00", "٢٠٢٥"])
def test_a_fuzzy_date_is_in_the_calendar(oracle_engine: Engine, day: str) -> None:
    """A day that there is not is refused before the database fails on it."""
    query = "query ($on: FuzzyDate) { releases(where: {releasedOn: {eq: $on}}) { totalCount } }"
    with pytest.raises(Refused, match="is not a fuzzy date"):
        oracle_engine.prepare(query, {"on": day}, None)


def test_an_id_has_one_spelling(oracle_engine: Engine) -> None:
    """Digits of other scripts make no id: what is given back would differ from what was given."""
    with pytest.raises(Refused, match="is no id"):
        oracle_engine.prepare("query ($id: ID!) { node(id: $id) { id } }", {"id": "Country:\u0661"}, None)
