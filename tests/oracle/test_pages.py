"""Pages of every connection, under every row that has it: joined, they are the whole list that the oracle has."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from graphql import GraphQLObjectType, get_named_type

from tests.oracle.conftest import SEED, Open
from tests.oracle.operations import Operation
from tests.oracle.system import type_system
from tests.oracle.trial import Trial
from tests.oracle.world import TABLES

PARTS = "nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount"
QUERY = """
query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  node(id: $id) { ... on %s { list: %s(first: $first, after: $after, last: $last, before: $before) { %s } } }
}
"""


def connections() -> Iterator[tuple[str, str]]:
    """Every connection of every type that has an id."""
    for name in TABLES:
        kind = type_system().type_map[name]
        assert isinstance(kind, GraphQLObjectType)
        for field, each in kind.fields.items():
            if get_named_type(each.type).name.endswith("Connection"):
                yield kind.name, field


def page(trial: Trial, kind: str, field: str, **variables: object) -> dict[str, Any]:
    """One page of a connection, the same by both ways."""
    operation = Operation(QUERY % (kind, field, PARTS), variables, None)
    compiled = trial.compiled(operation)
    assert compiled == trial.expected(operation)
    found: dict[str, Any] = json.loads(compiled)["node"]["list"]
    return found


def forward(trial: Trial, kind: str, field: str, node: str, size: int) -> list[Any]:
    """All pages from the start, joined."""
    rows: list[Any] = []
    after = None
    while True:
        found = page(trial, kind, field, id=node, first=size, after=after)
        rows += found["nodes"]
        if not found["pageInfo"]["hasNextPage"]:
            return rows
        after = found["pageInfo"]["endCursor"]


def backward(trial: Trial, kind: str, field: str, node: str, size: int) -> list[Any]:
    """All pages from the end, joined."""
    rows: list[Any] = []
    before = None
    while True:
        found = page(trial, kind, field, id=node, last=size, before=before)
        rows = found["nodes"] + rows
        if not found["pageInfo"]["hasPreviousPage"]:
            return rows
        before = found["pageInfo"]["startCursor"]


@pytest.mark.parametrize("seed", ["pages 0", "pages 1"])
def test_pages_make_the_whole(made: Open, seed: str) -> None:
    """From either end, in steps of one or two, each row comes once, and in its place."""
    trial = made(f"{SEED}/{seed}")
    for kind, field in connections():
        for row in trial.world.rows(TABLES[kind]):
            whole = page(trial, kind, field, id=row.global_id, first=500)
            assert len(whole["nodes"]) == whole["totalCount"]
            if whole["totalCount"] > 1:
                assert forward(trial, kind, field, row.global_id, 1) == whole["nodes"]
                assert backward(trial, kind, field, row.global_id, 2) == whole["nodes"]
