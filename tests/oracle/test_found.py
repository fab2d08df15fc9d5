"""What the oracle found where the small world of the golden cases has no row that shows it."""

import datetime as dt

import asyncpg
import pytest

from api.database.reader import Reader, open_reader
from api.database.urls import Urls
from api.engine import Engine, Refused
from tests.engine.test_pages import ask

COUNTRY = "INSERT INTO country (id, iso2, name, kind) VALUES (1, 'BY', 'Belarus', 'STATE')"
RELEASE = """
INSERT INTO release (id, slug, title, country_id, mode, total_value, total_completeness)
VALUES ($1::bigint, 'r' || $1::bigint, 'A release', 1, 'PARDON', $2, $3)
"""
PERSON = (
    "INSERT INTO detainee (id, slug, name, publication, status) VALUES (1, 'a', 'Anna', 'NAMED', 'UNKNOWN')"
)
MEMBER = (
    "INSERT INTO release_member (id, release_id, detainee_id, position, outcome) VALUES (1, 1, 1, 0, 'FREED')"
)


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


async def test_whose_nationality_nobody_knows(
    database: Urls, owner: asyncpg.Connection, engine: Engine
) -> None:
    """Who is named, and of no known nationality or charge, is counted where it is not known, not left out."""
    await owner.execute(COUNTRY)
    await owner.execute(RELEASE, 1, None, "UNKNOWN")
    await owner.execute(PERSON)
    await owner.execute(MEMBER)
    keys = "nationality { iso2 } chargeCategory peopleMin named"
    for by in (["NATIONALITY"], ["CHARGE_CATEGORY"], ["NATIONALITY", "CHARGE_CATEGORY"]):
        query = f"query ($by: [ReleaseDimension!]!) {{ releaseFigures(by: $by) {{ {keys} }} }}"
        async with open_reader(database.reader, size=1, statement_timeout_ms=10_000) as reader:
            data = await ask(engine, reader, query, by=by)
        assert data["releaseFigures"] == [
            {"nationality": None, "chargeCategory": None, "peopleMin": 1, "named": 1}
        ]


async def test_more_people_than_an_int_holds(
    database: Urls, owner: asyncpg.Connection, engine: Engine
) -> None:
    """Bounds that add up to more than an Int fail no figure: the least stays true, the most is not told."""
    await owner.execute(COUNTRY)
    for number in (1, 2):
        await owner.execute(RELEASE, number, 2**31 - 1, "EXACT")
    async with open_reader(database.reader, size=1, statement_timeout_ms=10_000) as reader:
        data = await ask(engine, reader, "{ releaseFigures(by: []) { events peopleMin peopleMax } }")
    assert data["releaseFigures"] == [{"events": 2, "peopleMin": 2**31 - 1, "peopleMax": None}]


async def test_nine_who_fit_hide_nobody(database: Urls, owner: asyncpg.Connection, engine: Engine) -> None:
    """Who is found in several ways is found once, so that a page is not full before it is."""
    for number in range(10):
        await owner.execute(
            "INSERT INTO organization (id, slug, name, kind) VALUES ($1::bigint, 'o' || $1::bigint, $2, 'OTHER')",
            number,
            "Petrov" if number else "Petrow",
        )
    async with open_reader(database.reader, size=1, statement_timeout_ms=10_000) as reader:
        data = await ask(engine, reader, '{ search(query: "petrov") { nodes { matched } } }')
    assert [hit["matched"] for hit in data["search"]["nodes"]] == ["Petrov"] * 9 + ["Petrow"]
