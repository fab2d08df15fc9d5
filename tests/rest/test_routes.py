"""Every route answers what GraphQL answers to its named operation, by one statement."""

import pytest
from graphql import DocumentNode, OperationDefinitionNode, parse, print_ast

from api.collections.collection import Collection
from api.collections.declared import DECLARED
from api.collections.registry import OPERATIONS, Collections
from tests.rest.conftest import Body, Rest

pytestmark = pytest.mark.asyncio(loop_scope="module")
PLURALS = [each.plural for each in DECLARED]
every = pytest.mark.parametrize("plural", PLURALS)


def written(plural: str, number: int) -> str:
    """An operation of a collection's file, as it stands there: its list, or its item."""
    definitions = parse((OPERATIONS / f"{plural}.graphql").read_text("utf-8")).definitions
    operations = [each for each in definitions if isinstance(each, OperationDefinitionNode)]
    others = [each for each in definitions if not isinstance(each, OperationDefinitionNode)]
    return print_ast(DocumentNode(definitions=(operations[number], *others)))


async def listed(rest: Rest, collection: Collection, first: int) -> Body:
    """What GraphQL answers to a list's operation."""
    order = [{"release": {"releasedOn": "DESC"}}] if collection.flat else None
    data = await rest.graphql(written(collection.plural, 0), first=first, orderBy=order)
    found: Body = data[collection.list.root]
    return found


@every
async def test_a_list_is_that_of_graphql(plural: str, rest: Rest, collections: Collections) -> None:
    """A page of a list has the rows that GraphQL gives to the operation in the file, all fields in their order."""
    collection = collections[plural]
    answer = await rest.read(f"/v1/{plural}", limit=500)
    expected = await listed(rest, collection, 500)
    if not collection.flat:
        assert str(answer["data"]) == str(expected["nodes"])
    assert answer["page"]["next"] == (
        expected["pageInfo"]["endCursor"] if expected["pageInfo"]["hasNextPage"] else None
    )
    assert answer["data"]


@every
async def test_an_item_is_that_of_graphql(plural: str, rest: Rest, collections: Collections) -> None:
    """An item has all that GraphQL gives to the operation in the file."""
    collection = collections[plural]
    keys = [node[collection.key] for node in (await listed(rest, collection, 3))["nodes"]]
    for key in [*keys, *([collection.example] if collection.example else [])]:
        answer = await rest.read(f"/v1/{plural}/{key}")
        data = await rest.graphql(written(plural, 1), key=key)
        assert str(answer) == str({"data": data[collection.item.root]})


@every
async def test_an_item_may_be_asked_for_as_a_file(plural: str, rest: Rest, collections: Collections) -> None:
    """With .json behind it, an address is the same."""
    collection = collections[plural]
    key = (await listed(rest, collection, 1))["nodes"][0][collection.key]
    assert await rest.read(f"/v1/{plural}/{key}.json") == await rest.read(f"/v1/{plural}/{key}")
    assert await rest.read(f"/v1/{plural}.json", limit=1) == await rest.read(f"/v1/{plural}", limit=1)


@every
async def test_pages_reach_each_row_once(plural: str, rest: Rest, collections: Collections) -> None:
    """Whoever follows `next` of the header Link meets each row once, and by `prev` all of them again."""
    collection = collections[plural]
    field = "exchange" if collection.flat else collection.key
    whole = (await listed(rest, collection, 500))["nodes"]
    most = 5 if len(whole) < 60 else 60
    met: list[str] = []
    address = str(
        rest.http.base_url.copy_with(path=f"/v1/{plural}", query=f"limit={most}&fields={field}".encode())
    )
    pages = [address]
    while True:
        answer = await rest.get(pages[-1])
        met += [row[field] for row in answer.json()["data"]]
        if "next" not in answer.links or len(pages) == 6:
            break
        pages.append(answer.links["next"]["url"])
    expected = [node[collection.key] for node in whole][: len(pages) * most]
    assert list(dict.fromkeys(met)) == expected
    if not collection.flat:
        assert met == expected
    if len(pages) > 1:
        back = (await rest.get(pages[-1])).links["prev"]["url"]
        assert (await rest.get(back)).json()["data"] == (await rest.get(pages[-2])).json()["data"]
        assert (await rest.get(pages[-1])).links["first"]["url"] == pages[0]


@every
async def test_total_counts_all_pages(plural: str, rest: Rest, collections: Collections) -> None:
    """`total=true`, or the preference, counts what is on all pages together; nobody else waits for it."""
    expected = (await rest.graphql(f"{{ {collections[plural].list.root} {{ totalCount }} }}"))[plural][
        "totalCount"
    ]
    assert (await rest.read(f"/v1/{plural}", limit=1, total="true"))["page"]["total"] == expected
    assert (await rest.read(f"/v1/{plural}", limit=1))["page"]["total"] is None
    preferred = await rest.get(f"/v1/{plural}", {"limit": 1}, Prefer="count=exact")
    assert preferred.json()["page"]["total"] == expected
    assert preferred.headers["preference-applied"] == "count=exact"


@pytest.mark.parametrize("plural", [each.plural for each in DECLARED if each.key != "id"])
async def test_an_id_leads_to_its_address(plural: str, rest: Rest, collections: Collections) -> None:
    """The id that GraphQL gives leads to the readable address for good, whichever collection it is asked of."""
    collection = collections[plural]
    node = (await listed(rest, collection, 1))["nodes"][0]
    other = "countries" if plural != "countries" else "releases"
    for asked in (f"/v1/{plural}/{node['id']}", f"/v1/{node['id']}", f"/v1/{other}/{node['id']}"):
        answer = await rest.get(asked, {"fields": "id"})
        assert answer.status_code == 308
        assert answer.headers["location"].endswith(f"/v1/{plural}/{node[collection.key]}?fields=id")
        assert (await rest.get(answer.headers["location"])).json() == {"data": {"id": node["id"]}}


async def test_other_spellings_lead_to_the_address(rest: Rest) -> None:
    """A country in small letters, and the bare number of an id, lead to the one address of the thing."""
    assert (await rest.get("/v1/countries/by")).headers["location"].endswith("/v1/countries/BY")
    row = (await rest.read("/v1/charges", limit=1))["data"][0]
    moved = await rest.get(f"/v1/charges/{row['id'].partition(':')[2]}")
    assert moved.status_code == 308
    assert moved.headers["location"].endswith(f"/v1/charges/{row['id']}")


async def test_the_root_names_all_collections(rest: Rest) -> None:
    """Programs learn at /v1 what there is; each address answers."""
    found = (await rest.get("/v1")).json()
    assert [each["name"] for each in found["data"]] == PLURALS
    for each in found["data"]:
        assert (await rest.get(each["href"], {"limit": 1})).status_code == 200
