"""The flat answer to the main question: which rows there are, and what each says."""

from collections import Counter

import pytest

from api.collections import exchanges
from tests.rest.conftest import Body, Rest

pytestmark = pytest.mark.asyncio(loop_scope="module")

QUERY = """
query { exchanges(first: 500, orderBy: [{release: {releasedOn: DESC}}]) { nodes {
  id relation lagDays contested
  release { ...side } counterRelease { ...side }
  relief { slug title kind issuedOn country { iso2 } } concession { text giver { iso2 } }
  sources { slug title url publishedOn publisher { slug name } }
} } }
fragment side on Release {
  slug country { iso2 } nationalities { iso2 }
  counts(dimension: NATIONALITY) { country { iso2 } count { value completeness } scope }
}
"""


def expected(node: Body) -> list[tuple[object, ...]]:
    """The rows of an exchange, worked out from its GraphQL in another way."""
    made: list[tuple[object, ...]] = []
    for side, other, sign in (("release", "counterRelease", 1), ("counterRelease", "release", -1)):
        own = node[side]
        if not own:
            continue
        told = [
            (
                count["country"] and count["country"]["iso2"],
                count["count"]["value"],
                count["count"]["completeness"],
                count["scope"],
            )
            for count in own["counts"]
        ]
        known = {iso2 for iso2, _, _, scope in told if scope == "THIS_RELEASE"}
        told += [
            (each["iso2"], None, "UNKNOWN", "THIS_RELEASE")
            for each in own["nationalities"]
            if each["iso2"] not in known
        ]
        lag = None if node["lagDays"] is None else sign * node["lagDays"]
        rest = (
            node["relation"],
            lag,
            node["contested"],
            (node["relief"] or {}).get("slug"),
            (node[other] or {}).get("slug"),
        )
        made += [
            (node["id"], own["slug"], *each, *rest)
            for each in told or [(None, None, "UNKNOWN", "THIS_RELEASE")]
        ]
    return made


def told(row: Body) -> tuple[object, ...]:
    """What is compared of a row."""
    names = (
        "exchange",
        "release",
        "nationality",
        "number",
        "completeness",
        "scope",
        "relation",
        "lagDays",
        "contested",
        "relief",
        "counterRelease",
    )
    return tuple(row[name] for name in names)


async def test_the_rows_are_those_of_graphql(rest: Rest) -> None:
    """Each exchange has a row for each side, nationality and scope, and no other."""
    rows = (await rest.read("/v1/exchanges", limit=500))["data"]
    nodes = (await rest.graphql(QUERY))["exchanges"]["nodes"]
    assert [told(row) for row in rows] == [each for node in nodes for each in expected(node)]
    by_id = {node["id"]: node for node in nodes}
    for row in rows:
        assert list(row) == list(exchanges.NAMES)
        assert row["sources"] == by_id[row["exchange"]]["sources"]
    assert (
        max(
            Counter((row["exchange"], row["side"], row["nationality"], row["scope"]) for row in rows).values()
        )
        == 1
    )


async def test_the_main_question(rest: Rest) -> None:
    """Which nationals of the United States were freed in 2025, for what: the issue's own example."""
    rows = (await rest.read("/v1/exchanges", nationality="US", year=2025, limit=500))["data"]
    assert {row["nationality"] for row in rows} == {"US"}
    assert {row["releasedOn"][:4] for row in rows} == {"2025"}
    december = [row for row in rows if row["release"] == "by-us-2025-12-13"]
    assert [(row["number"], row["scope"]) for row in december] == [
        (None, "THIS_RELEASE"),
        (None, "RUNNING_TOTAL"),
    ]
    assert {(row["relief"], row["issuedOn"], row["lagDays"]) for row in december} == {
        ("us-gl13", "2025-12-15", 2)
    }
    assert all(row["sources"] for row in rows)


async def test_running_totals_can_be_left_out(rest: Rest) -> None:
    """With scope=THIS_RELEASE no row must be kept from adding up."""
    rows = (await rest.read("/v1/exchanges", scope="THIS_RELEASE", limit=500))["data"]
    everything = (await rest.read("/v1/exchanges", limit=500))["data"]
    assert rows == [row for row in everything if row["scope"] == "THIS_RELEASE"]
    assert len(rows) < len(everything)


async def test_a_swap_is_told_from_both_sides(rest: Rest) -> None:
    """Nationals freed by the other side of a swap are found, with what was given for them."""
    rows = (await rest.read("/v1/exchanges", nationality="RU", country="US", limit=500))["data"]
    swap = next(row for row in rows if row["release"] == "ru-us-2022-12-08-us")
    assert (swap["side"], swap["counterpart"], swap["inReturn"]) == ("COUNTER_RELEASE", "RU", "RELEASE")
    assert swap["counterRelease"] == "ru-us-2022-12-08"
    assert {row["country"] for row in rows} == {"US"}


async def test_filters_hold_of_the_same_side(rest: Rest) -> None:
    """Whatever is asked of a side, no row of another side or nationality is shown."""
    for parameters, name, value in (
        ({"country": "RU"}, "country", "RU"),
        ({"nationality": "ir"}, "nationality", "IR"),
        ({"counterpart": "US"}, "counterpart", "US"),
        ({"release": "ru-us-2022-12-08-us"}, "release", "ru-us-2022-12-08-us"),
    ):
        rows = (await rest.read("/v1/exchanges", limit=500, **parameters))["data"]
        everything = (await rest.read("/v1/exchanges", limit=500))["data"]
        assert rows == [row for row in everything if row[name] == value]
        assert rows
    nobody = await rest.read("/v1/exchanges", nationality="US", country="US", year=2022)
    assert nobody["data"] == []


async def test_dates_hold_of_the_release(rest: Rest) -> None:
    """A year, a first and a last day are those of the release that a row tells of."""
    rows = (await rest.read("/v1/exchanges", since="2022-12", until="2023-06", limit=500))["data"]
    assert rows
    assert all("2022-12" <= row["releasedOn"][:7] <= "2023-06" for row in rows)


async def test_cells_that_are_not_asked_for_are_not_read(rest: Rest) -> None:
    """`fields` trims the operation of the flat answer too."""
    (row, *_) = (await rest.read("/v1/exchanges", fields="number,nationality", limit=1))["data"]
    assert list(row) == ["nationality", "number"]
    (statement,) = await rest.recorder.seen()
    assert "agreement" not in statement
    assert "source" not in statement


async def test_each_cell_can_be_asked_for_alone(rest: Rest) -> None:
    """A cell alone is the same as among all others."""
    whole = (await rest.read("/v1/exchanges", limit=500))["data"]
    for name in exchanges.NAMES:
        alone = (await rest.read("/v1/exchanges", fields=name, limit=500))["data"]
        assert alone == [{name: row[name]} for row in whole], name
