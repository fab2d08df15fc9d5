"""Pages: however a list is cut, its pieces are the whole, in order, with nothing twice and nothing lost."""

import json
from typing import Any

import pytest

from api.database.reader import Reader
from api.engine import Engine
from tests.recorder import Recorder

LISTS = {
    "releases": "slug",
    "countries": "iso2",
    "detainees": "slug",
    "detentions": "id",
    "claims": "id",
    "changes": "id",
    "sources": "slug",
    "exchanges": "id",
}


async def ask(engine: Engine, reader: Reader, query: str, **variables: object) -> Any:  # noqa: ANN401 - JSON is what it is
    """Run one operation and return its data."""
    prepared = engine.prepare(query, variables, None)
    assert prepared.sql is not None
    row = await reader.row(prepared.sql, *prepared.arguments)
    assert row is not None
    return json.loads(prepared.respond(row[0], row[1]))["data"]


def page_of(name: str) -> str:
    """The query for any page of a list."""
    arguments = "first: $first, after: $after, last: $last, before: $before"
    parts = f"nodes {{ {LISTS[name]} }} edges {{ cursor }}"
    parts += " pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
    variables = "$first: Int, $after: String, $last: Int, $before: String"
    return f"query ({variables}) {{ list: {name}({arguments}) {{ {parts} }} }}"


@pytest.mark.parametrize("size", [1, 2, 3])
@pytest.mark.parametrize("name", LISTS)
async def test_forward(engine: Engine, world_reader: Reader, name: str, size: int) -> None:
    """Pages from the start, joined, are the whole list; flags and cursors say so at each step."""
    whole = (await ask(engine, world_reader, page_of(name), first=500))["list"]
    pieces: list[Any] = []
    after = None
    for step in range(500):
        page = (await ask(engine, world_reader, page_of(name), first=size, after=after))["list"]
        pieces += page["nodes"]
        info = page["pageInfo"]
        assert info["hasPreviousPage"] is (step > 0)
        assert [info["startCursor"], info["endCursor"]] == [
            page["edges"][0]["cursor"],
            page["edges"][-1]["cursor"],
        ]
        if not info["hasNextPage"]:
            break
        after = info["endCursor"]
    assert pieces == whole["nodes"]


@pytest.mark.parametrize("name", LISTS)
async def test_backward(engine: Engine, world_reader: Reader, name: str) -> None:
    """Pages from the end, joined in front of one another, are the whole list."""
    whole = (await ask(engine, world_reader, page_of(name), first=500))["list"]
    pieces: list[Any] = []
    before = None
    for step in range(500):
        page = (await ask(engine, world_reader, page_of(name), last=2, before=before))["list"]
        pieces = page["nodes"] + pieces
        assert page["pageInfo"]["hasNextPage"] is (step > 0)
        if not page["pageInfo"]["hasPreviousPage"]:
            break
        before = page["pageInfo"]["startCursor"]
    assert pieces == whole["nodes"]


@pytest.mark.parametrize("name", LISTS)
async def test_between(engine: Engine, world_reader: Reader, name: str) -> None:
    """Between two cursors lies what lies between, taken from either end."""
    whole = (await ask(engine, world_reader, page_of(name), first=500))["list"]
    first, last = whole["edges"][0]["cursor"], whole["edges"][-1]["cursor"]
    inner = whole["nodes"][1:-1]
    for cut in ({"first": 500}, {"last": 500}):
        page = (await ask(engine, world_reader, page_of(name), after=first, before=last, **cut))["list"]
        assert page["nodes"] == inner
    page = (await ask(engine, world_reader, page_of(name), after=first, before=last, first=1))["list"]
    assert page["nodes"] == inner[:1]
    assert page["pageInfo"]["hasPreviousPage"] is True
    page = (await ask(engine, world_reader, page_of(name), after=first, before=last, last=1))["list"]
    assert page["nodes"] == inner[len(inner) - 1 :]
    assert page["pageInfo"]["hasNextPage"] is True


ORDERS: list[tuple[str, str, object]] = [
    ("releases", "ReleaseOrder", [{"authority": "ASC"}]),
    ("releases", "ReleaseOrder", [{"authority": "DESC"}]),
    ("releases", "ReleaseOrder", [{"releasedOn": "ASC"}, {"title": "DESC"}]),
    ("releases", "ReleaseOrder", [{"mode": "DESC"}, {"releasedOn": "ASC"}]),
    ("releases", "ReleaseOrder", [{"country": {"name": "DESC"}}]),
    ("releases", "ReleaseOrder", [{"captor": {"name": "ASC"}}, {"country": {"iso3": "ASC"}}]),
    ("exchanges", "ExchangeOrder", [{"relief": {"authority": {"name": "ASC"}}}, {"relation": "DESC"}]),
    ("exchanges", "ExchangeOrder", [{"relief": {"issuedOn": "DESC"}}]),
    ("sanctions", "SanctionOrder", [{"endedOn": "ASC"}, {"listedOn": "DESC"}]),
    ("claims", "ClaimOrder", [{"statedOn": "DESC"}, {"source": {"publishedOn": "ASC"}}]),
    ("sources", "SourceOrder", [{"stateControlled": "DESC"}, {"language": "ASC"}]),
    ("changes", "ChangeOrder", [{"subjectType": "ASC"}]),
]


@pytest.mark.parametrize(("name", "type_name", "order"), ORDERS)
@pytest.mark.parametrize("backward", [False, True])
async def test_any_order(
    engine: Engine, world_reader: Reader, name: str, type_name: str, order: object, *, backward: bool
) -> None:
    """In any order, pages joined from either end are the whole list, nulls last."""
    head = f"query ($order: [{type_name}!], $first: Int, $after: String, $last: Int, $before: String)"
    arguments = "orderBy: $order, first: $first, after: $after, last: $last, before: $before"
    parts = "nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
    query = f"{head} {{ list: {name}({arguments}) {{ {parts} }} }}"
    whole = (await ask(engine, world_reader, query, order=order, first=500))["list"]["nodes"]
    pieces: list[Any] = []
    cut: dict[str, object] = {"last": 3} if backward else {"first": 3}
    for _ in range(200):
        page = (await ask(engine, world_reader, query, order=order, **cut))["list"]
        pieces = page["nodes"] + pieces if backward else pieces + page["nodes"]
        info = page["pageInfo"]
        if not info["hasPreviousPage" if backward else "hasNextPage"]:
            break
        cut["before" if backward else "after"] = info["startCursor" if backward else "endCursor"]
    assert pieces == whole


async def test_deepest(engine: Engine, world_reader: Reader, world_recorder: Recorder) -> None:
    """The deepest operation that is allowed is still one statement."""
    depth = engine.limits.depth
    levels = (depth - 2) // 4
    query = "country { releases(first: 2) { nodes { " * levels + "slug" + " } } }" * levels
    data = await ask(engine, world_reader, "{ releases(first: 2) { nodes { " + query + " } } }")
    assert data["releases"]["nodes"][0]["country"]["releases"]["nodes"]
    assert len(await world_recorder.seen()) == 1
