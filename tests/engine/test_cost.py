"""What an operation may cost is known before it runs, and too much is refused with the numbers and the place."""

import json

import pytest

from api.engine import Engine, Limits, Refused
from schema.build import graphql_schema
from schema.catalog import read_catalog

COSTS = {
    "{ __typename }": 0,
    '{ country(iso2: "BY") { name } }': 1,
    "{ releases(first: 10) { nodes { slug } } }": 1 + 10,
    "{ releases(first: 10) { nodes { country { name } } } }": 1 + 10 + 10,
    "{ releases(first: 10) { totalCount } }": 1 + 100,
    "{ releases(first: 10) { nodes { counts { label } } } }": 1 + 10 + 10 * 10,
    "{ releases(first: 10) { nodes { members(first: 20) { nodes { outcome } } } } }": 1 + 10 + 10 + 10 * 20,
    "{ claims(first: 3) { nodes { subject { ... on Release { slug } ... on Charge { detainee { slug } } } } } }": 1
    + 3
    + 3
    + 3,
    "{ releaseFigures(by: [YEAR]) { events } }": 500,
    '{ search(query: "a", first: 10) { nodes { node { ... on Node { id } } } } }': 2_000 + 10 + 10,
    '{ search(query: "a", first: 10) { totalCount } }': 2_000 + 2_000,
    '{ search(query: "a", first: 10) { nodes { words { asked } } } }': 2_000 + 10 + 10 * 10,
    '{ searchMany(queries: [{query: "a"}, {query: "b"}]) { query hits { words { asked } } } }': 2
    + 2 * 2_000
    + 2 * 10 * 10,
    '{ nodes(ids: ["Release:1", "Country:2", "Country:3"]) { id } }': 3,
    "{ a: releases(first: 5) { nodes { slug } } b: releases(first: 7) { nodes { slug } } }": 1 + 5 + 1 + 7,
}


@pytest.mark.parametrize("query", COSTS)
def test_rows_that_could_be_touched(engine: Engine, query: str) -> None:
    """A page costs its size, a list ten, a row one, each under every row it stands in."""
    assert engine.prepare(query, None, None).cost == COSTS[query]


def test_sizes_come_with_the_request(engine: Engine) -> None:
    """One plan costs what each request's page sizes make it."""
    query = "query ($n: Int) { releases(first: $n) { nodes { members(first: $n) { nodes { outcome } } } } }"
    assert engine.prepare(query, {"n": 10}, None).cost == 1 + 10 + 10 + 100
    assert engine.prepare(query, {"n": 20}, None).cost == 1 + 20 + 20 + 400


def test_too_much_is_refused(engine: Engine) -> None:
    """An operation beyond the budget is refused with the numbers and the costliest path."""
    query = "{ releases(first: 500) { nodes { members(first: 500) { nodes { claims(first: 10) { nodes { value } } } } } } }"
    with pytest.raises(Refused) as caught:
        engine.prepare(query, None, None)
    (error,) = caught.value.errors
    assert error["extensions"] == {"code": "COST_TOO_HIGH"}
    assert error["path"] == ["releases", "nodes", "members", "nodes", "claims"]
    assert "3,001,001 rows" in error["message"]
    assert "1,000,000" in error["message"]


def test_our_own_may_cost_more(engine: Engine) -> None:
    """A trusted operation is run whatever it costs."""
    query = "{ releases(first: 500) { nodes { members(first: 500) { nodes { claims(first: 10) { nodes { value } } } } } } }"
    assert engine.prepare(query, None, None, trusted=True).cost == 3_001_001


def test_budget_is_a_setting() -> None:
    """The budget is one of the limits."""
    schema = graphql_schema()
    small = Engine(schema, read_catalog(schema), Limits(cost=5))
    with pytest.raises(Refused, match="the most is 5"):
        small.prepare("{ releases(first: 10) { nodes { slug } } }", None, None)


def test_cost_is_told_on_request(engine: Engine) -> None:
    """The answer says what it could have cost where the client asks."""
    query = "{ releases(first: 10) { nodes { slug } } }"
    told = json.loads(engine.prepare(query, None, None, tell_cost=True).respond(b"{}", 3))
    assert told == {"data": {}, "extensions": {"revision": 3, "cost": {"requested": 11, "budget": 1_000_000}}}
    assert "cost" not in json.loads(engine.prepare(query, None, None).respond(b"{}", 3))["extensions"]
