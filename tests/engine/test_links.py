"""Rows found by links or relations: read by ids where they are few, walked to where many, the answer is the same."""

from typing import Any

import pytest

from api.cli.engine import make_engine
from api.database.reader import Reader
from api.engine import Engine, links
from tests.engine.test_pages import ask

QUERIES = [
    "{ programs { nodes { list: sanctions(%s) { ...parts } } } } fragment parts on SanctionConnection { %s }",
    "{ countries { nodes { list: nationals(%s) { ...parts } } } } fragment parts on DetaineeConnection { %s }",
    "{ countries { nodes { list: sanctionsTargeting(%s) { ...parts } } } } fragment parts on SanctionConnection { %s }",
    "{ countries { nodes { list: agreements(%s) { ...parts } } } } fragment parts on AgreementConnection { %s }",
]
PARTS = "totalCount nodes { slug } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"


@pytest.fixture(params=[0, 1, links.FEW], ids=["walked", "both", "read"])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many links are few: none, so that every order is walked; one; or more than there are."""
    monkeypatch.setattr(links, "FEW", request.param)
    return int(request.param)


async def lists(engine: Engine, reader: Reader, query: str, arguments: str) -> list[Any]:
    """The list under each parent."""
    data = await ask(engine, reader, query % (arguments, PARTS))
    (parents,) = data.values()
    return [parent["list"] for parent in parents["nodes"]]


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("order", ["", "orderBy: [{slug: DESC}]"])
async def test_the_whole(engine: Engine, world_reader: Reader, query: str, order: str) -> None:
    """Under each parent stand all rows that are counted, each once, in the order asked for, and somewhere several."""
    found = await lists(engine, world_reader, query, f"first: 500 {order}")
    for each in found:
        slugs = [row["slug"] for row in each["nodes"]]
        assert each["totalCount"] == len(slugs) == len(set(slugs))
        assert not order or slugs == sorted(slugs, reverse=True)
    assert max(each["totalCount"] for each in found) > 1


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("backward", [False, True])
async def test_pages(engine: Engine, world_reader: Reader, query: str, *, backward: bool) -> None:
    """Behind, or before, the cursor of a page lies the rest of the whole."""
    whole = await lists(engine, world_reader, query, "first: 500")
    place = next(place for place, each in enumerate(whole) if each["totalCount"] > 1)
    cut = "last: 1" if backward else "first: 1"
    page = (await lists(engine, world_reader, query, cut))[place]
    cursor = page["pageInfo"]["startCursor" if backward else "endCursor"]
    side = "last: 500 before" if backward else "first: 500 after"
    rest = (await lists(engine, world_reader, query, f'{side}: "{cursor}"'))[place]
    pieces = rest["nodes"] + page["nodes"] if backward else page["nodes"] + rest["nodes"]
    assert pieces == whole[place]["nodes"]
    assert rest["pageInfo"]["hasNextPage" if backward else "hasPreviousPage"] is True


SOUGHT = [
    ("detainees", 'nationalities: {some: {country: {iso2: {eq: "BY"}}}}'),
    ("detainees", 'nationalities: {some: {country: {iso2: {eq: "BY"}}}}, not: {slug: {eq: "nobody"}}'),
    ("sanctions", 'programs: {some: {code: {startsWith: "B"}}}'),
    ("sanctions", "target: {kind: {notIn: [VESSEL]}}"),
    ("releases", 'country: {iso2: {eq: "BY"}}, members: {some: {detainee: {status: {in: [RELEASED]}}}}'),
    ("reliefs", 'sanctions: {some: {slug: {contains: "-"}}}'),
]


@pytest.mark.parametrize(("name", "where"), SOUGHT)
async def test_a_relation(
    world_reader: Reader, name: str, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relation leaves the same rows in the same order, page by page, wherever the search for them begins."""
    parts = "{ totalCount nodes { slug } pageInfo { hasPreviousPage endCursor } }"
    answers = []
    for number in (links.FEW, 1, 0):
        monkeypatch.setattr(links, "FEW", number)
        own = make_engine()
        first = (await ask(own, world_reader, f"{{ {name}(first: 1, where: {{{where}}}) {parts} }}"))[name]
        behind = f'first: 500, after: "{first["pageInfo"]["endCursor"]}", where: {{{where}}}'
        rest = (await ask(own, world_reader, f"{{ {name}({behind}) {parts} }}"))[name]
        assert len(first["nodes"] + rest["nodes"]) == first["totalCount"] > 0
        assert rest["pageInfo"]["hasPreviousPage"] is True
        answers.append([first, rest])
    assert answers == answers[:1] * 3
