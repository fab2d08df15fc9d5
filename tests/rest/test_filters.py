"""Every filter, order and trimming: what it leaves, and that it says so in its own words."""

import pytest

from api.collections.declared import DECLARED
from api.collections.filters import placed
from api.collections.registry import Collections
from tests.rest.conftest import Rest

pytestmark = pytest.mark.asyncio(loop_scope="module")
FILTERS = [(each.plural, own.name) for each in DECLARED for own in each.filters]
# The seeds hold no such thing as yet.
NOBODY = {("detainees", "contested"), ("targets", "detainee")}
PLURALS = [each.plural for each in DECLARED]


@pytest.mark.parametrize(("plural", "name"), FILTERS)
async def test_each_filter_leaves_what_its_where_leaves(
    plural: str, name: str, rest: Rest, collections: Collections
) -> None:
    """The example of each filter finds something, and just what the `where` of GraphQL finds that it stands for."""
    collection = collections[plural]
    own = collection.filters[name]
    asked: dict[str, str | int] = {name: own.declared.example, "limit": 500}
    answer = await rest.read(f"/v1/{plural}", **asked)
    assert bool(answer["data"]) != ((plural, name) in NOBODY)
    if own.declared.rows:
        return
    where = {"or": own.conditions([own.declared.example])}
    query = f"query ($where: {collection.type}Where) {{ {plural}(first: 500, where: $where) {{ nodes {{ id }} }} }}"
    expected = [node["id"] for node in (await rest.graphql(query, where=where))[plural]["nodes"]]
    key = "exchange" if collection.flat else "id"
    assert {row[key] for row in answer["data"]} == set(expected)


@pytest.mark.parametrize("plural", PLURALS)
async def test_each_sort_key_sorts_either_way(plural: str, rest: Rest, collections: Collections) -> None:
    """Each key sorts the rows as GraphQL does, from its end or from the other."""
    collection = collections[plural]
    field = "exchange" if collection.flat else collection.key
    # Of what lies a step further away, one key of each.
    further = {key.partition(".")[0]: key for key in collection.sort_keys if "." in key}
    keys = [*(key for key in collection.sort_keys if "." not in key), *further.values()]
    for number, key in enumerate(keys):
        sign, direction = ("", "ASC") if number % 2 else ("-", "DESC")
        found = (await rest.read(f"/v1/{plural}", limit=20, fields=field, sort=f"{sign}{key}"))["data"]
        order = placed(key, direction)
        query = f"query ($order: [{collection.type}Order!]) {{ {plural}(first: 20, orderBy: $order) {{ nodes {{ {collection.key} }} }} }}"
        nodes = (await rest.graphql(query, order=[order]))[plural]["nodes"]
        assert list(dict.fromkeys(row[field] for row in found)) == [node[collection.key] for node in nodes]


async def test_sorting_by_several_keys(rest: Rest) -> None:
    """The first key counts first; a minus turns it around."""
    rows = (await rest.read("/v1/releases", sort="country.iso2,-releasedOn", limit=500))["data"]
    told = [(row["country"]["iso2"], row["releasedOn"] or "") for row in rows]
    assert [iso2 for iso2, _ in told] == sorted(iso2 for iso2, _ in told)
    belarus = [day for iso2, day in told if iso2 == "BY"]
    assert belarus == sorted(belarus, reverse=True)


async def test_filters_must_all_hold(rest: Rest) -> None:
    """Several filters, and a `where` beside them, leave what all of them leave."""
    both = (await rest.read("/v1/releases", country="BY", year=2025, fields="slug"))["data"]
    by = {row["slug"] for row in (await rest.read("/v1/releases", country="BY", fields="slug"))["data"]}
    year = {row["slug"] for row in (await rest.read("/v1/releases", year=2025, fields="slug"))["data"]}
    assert {row["slug"] for row in both} == by & year
    free = await rest.read(
        "/v1/releases", country="BY", where='{"releasedOn": {"during": "2025"}}', fields="slug"
    )
    assert free["data"] == both


async def test_of_several_values_one_must_hold(rest: Rest) -> None:
    """Values by commas, or a parameter sent twice, leave what either leaves."""
    either = (await rest.read("/v1/releases", country="BY,RU", limit=500))["data"]
    assert {row["country"]["iso2"] for row in either} == {"BY", "RU"}
    twice = await rest.get("/v1/releases?country=BY&country=RU&limit=500")
    assert twice.json()["data"] == either
    assert (await rest.get("/v1/releases?year=2024,2025")).json()["data"]


async def test_empty_parameters_are_not_given(rest: Rest) -> None:
    """A form sends empty fields along; they ask for nothing."""
    assert await rest.read("/v1/releases?country=&q=&where=&sort=&limit=") == await rest.read("/v1/releases")


async def test_fields_are_not_even_read(rest: Rest) -> None:
    """What is left out of `fields` is in no statement; dots reach below, and a name without asks for all of it."""
    answer = await rest.read("/v1/releases", fields="title,country.name,total", limit=1)
    (row,) = answer["data"]
    assert list(row) == ["title", "country", "total"]
    assert list(row["country"]) == ["name"]
    assert list(row["total"]) == ["value", "min", "max", "completeness"]
    (statement,) = await rest.recorder.seen()
    assert "released_on" in statement  # it is what they are sorted by
    assert "official_frame" not in statement
    assert "release_count" not in statement
    item = await rest.read("/v1/releases/by-us-2025-12-13", fields="members.nodes.outcome")
    assert set(item["data"]) == {"members"}
    assert all(list(node) == ["outcome"] for node in item["data"]["members"]["nodes"])


async def test_changes_since_a_revision(rest: Rest) -> None:
    """`since` of changes is a revision, as the header Detente-Revision tells it."""
    assert (await rest.read("/v1/changes", since=0))["data"]
    assert not (await rest.read("/v1/changes", since=2**31 - 1))["data"]


async def test_names_are_found_in_any_script(rest: Rest) -> None:
    """Whoever looks for a person may write as the person does."""
    for text in ("Bialiatski", "беляцкий", "Belyatsky"):
        found = (await rest.read("/v1/detainees", q=text, fields="slug"))["data"]
        assert {"slug": "ales-bialiatski"} in found, text
