"""Lists, filtered and ordered in any way: pages join to the whole, and a filter and its negation part it in two."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import hypothesis
import pytest
from graphql import GraphQLField, GraphQLInputObjectType, get_named_type
from hypothesis import given
from hypothesis import strategies as st

from tests.oracle.conditions import Conditions
from tests.oracle.conftest import SEED, SHARES, TRIES, Open
from tests.oracle.operations import Operation
from tests.oracle.system import type_system
from tests.oracle.trial import Trial
from tests.oracle.vocabulary import Vocabulary

WHOLE = """
query ($where: {where}, $not: {where}, $orderBy: {orderBy}) {{
  all: {field}(first: 500) {{ nodes {{ id }} totalCount }}
  held: {field}(where: $where, orderBy: $orderBy, first: 500) {{ nodes {{ id }} totalCount }}
  other: {field}(where: $not, first: 500) {{ nodes {{ id }} totalCount }}
}}
"""
PAGE = """
query ($where: {where}, $orderBy: {orderBy}, $first: Int, $after: String, $last: Int, $before: String) {{
  page: {field}(where: $where, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {{
    nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}
  }}
}}
"""


@dataclass(frozen=True)
class Asked:
    """A list of the root, a filter on it and an order of it."""

    field: str
    where: dict[str, Any]
    order: list[dict[str, Any]]
    size: int

    def operation(self, text: str, **variables: object) -> Operation:
        """Return an operation over this list."""
        types = {name: str(each.type) for name, each in root_lists()[self.field].args.items()}
        written = text.format(field=self.field, where=types["where"], orderBy=types["orderBy"])
        return Operation(written, {"where": self.where, "orderBy": self.order, **variables}, None)


def root_lists() -> dict[str, GraphQLField]:
    """Return the lists of the root that can be filtered and ordered."""
    query = type_system().query_type
    assert query is not None
    return {name: each for name, each in query.fields.items() if "orderBy" in each.args}


@st.composite
def lists(draw: st.DrawFn, vocabulary: Vocabulary) -> Asked:
    """Lists with a filter and an order."""
    field = draw(st.sampled_from(sorted(root_lists())))
    arguments = root_lists()[field].args
    kind = get_named_type(arguments["where"].type)
    assert isinstance(kind, GraphQLInputObjectType)
    conditions = Conditions(draw, vocabulary)
    order = conditions.order(arguments["orderBy"].type)
    return Asked(field, conditions.where(kind), order, draw(st.integers(1, 4)))


def answered(trial: Trial, operation: Operation) -> dict[str, Any]:
    """Return the data of an answer."""
    data: dict[str, Any] = json.loads(trial.compiled(operation))
    return data


ONWARD = ("first", "after", "hasNextPage", "endCursor")
BACK = ("last", "before", "hasPreviousPage", "startCursor")


def pages(trial: Trial, asked: Asked, words: tuple[str, str, str, str]) -> Iterator[list[Any]]:
    """Return page after page, from the start or from the end."""
    size, place, more, end = words
    cursor = None
    while True:
        page = answered(trial, asked.operation(PAGE, **{size: asked.size, place: cursor}))["page"]
        yield page["nodes"]
        if not page["pageInfo"][more]:
            return
        cursor = page["pageInfo"][end]


@pytest.mark.parametrize("share", SHARES)
def test_parts_make_the_whole(share: int, made: Open, record_property: Callable[[str, object], None]) -> None:
    """Each row is where a filter holds or where it does not; pages from either end, joined, are the list."""
    trial = made(f"{SEED}/{share}")
    done = 0

    @hypothesis.seed(f"{SEED}/{share}/lists")
    @TRIES
    @given(lists(trial.vocabulary))
    def compare(asked: Asked) -> None:
        nonlocal done
        whole = answered(trial, asked.operation(WHOLE, **{"not": {"not": asked.where}}))
        ids = {name: [row["id"] for row in each["nodes"]] for name, each in whole.items()}
        assert all(len(ids[name]) == each["totalCount"] for name, each in whole.items())
        assert sorted(ids["held"] + ids["other"]) == sorted(ids["all"])
        assert [row["id"] for page in pages(trial, asked, ONWARD) for row in page] == ids["held"]
        back = reversed(list(pages(trial, asked, BACK)))
        assert [row["id"] for page in back for row in page] == ids["held"]
        done += 1

    compare()
    record_property("operations", done)
