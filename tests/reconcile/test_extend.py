"""Data extension: columns from what we hold."""

import json

import pytest

from tests.reconcile import schemas
from tests.reconcile.conftest import Body, Service

pytestmark = pytest.mark.asyncio(loop_scope="module")

BELARUSKALI = ("target", 'slug: "belaruskali"')
BIALIATSKI = ("detainee", 'slug: "ales-bialiatski"')


def _names(cells: list[Body]) -> list[str]:
    return [cell["name"] for cell in cells]


async def test_a_detainee(service: Service) -> None:
    """Nationality, status, charges, releases, and what was given for them."""
    own = await service.id_of(*BIALIATSKI)
    row = (
        await service.extend([own], "nationalities", "status", "sentences", "releasedOn", "inExchangeFor")
    )[own]
    assert _names(row["nationalities"]) == ["Belarus"]
    assert row["status"] == [{"str": "RELEASED"}]
    assert row["sentences"] == [{"str": "10 years"}]
    assert row["releasedOn"] == [{"str": "2025-12-13"}]
    assert _names(row["inExchangeFor"]) == [
        "Belarus General License 13, dealings with three potash companies"
    ]


async def test_a_target(service: Service) -> None:
    """Sanctions, programs, relief and numbers; relief is no delisting."""
    own = await service.id_of(*BELARUSKALI)
    row = (await service.extend([own], "programs", "sanctionStatuses", "reliefs", "ofacUid", "measures"))[own]
    assert "US Belarus sanctions (2021)" in _names(row["programs"])
    assert {"str": "ACTIVE"} in row["sanctionStatuses"]
    assert any("General License 13" in name for name in _names(row["reliefs"]))
    assert row["ofacUid"] == [{"str": "32746"}]


async def test_a_country_and_a_release(service: Service) -> None:
    """Countries have codes and releases; releases have numbers that say how sure they are."""
    belarus = await service.id_of("country", 'iso2: "BY"')
    release = await service.id_of("release", 'slug: "by-us-2025-12-13"')
    rows = await service.extend(
        [belarus, release], "iso3", "releases", "released", "completeness", "inExchangeFor"
    )
    assert rows[belarus]["iso3"] == [{"str": "BLR"}]
    assert "Belarus pardons 123 people of various nationalities" in _names(rows[belarus]["releases"])
    assert rows[release]["released"] == [{"int": 123}]
    assert rows[release]["completeness"] == [{"str": "EXACT"}]
    assert rows[release]["iso3"] == []


async def test_all_in_one_statement(service: Service) -> None:
    """Whatever entities and properties are asked for."""
    ids = [await service.id_of(*each) for each in (BELARUSKALI, BIALIATSKI, ("country", 'iso2: "BY"'))]
    await service.statements()
    await service.extend(ids, "programs", "reliefs", "charges", "releases", "iso2")
    assert len(await service.statements()) == 1


async def test_columns_of_one_list_stay_level(service: Service) -> None:
    """The second charge stands beside the second article, also where the first has none."""
    answer = await service.http.post(
        "/graphql",
        json={
            "query": "{ detainees(where: {charges: {some: {statute: {isNull: false}}}}, first: 20)"
            " { nodes { id charges { nodes { title statute } } } } }"
        },
    )
    for node in answer.json()["data"]["detainees"]["nodes"]:
        row = (await service.extend([node["id"]], "charges", "statutes"))[node["id"]]
        charges = node["charges"]["nodes"]
        assert [cell["str"] for cell in row["charges"]] == [each["title"] for each in charges]
        assert [cell.get("str") for cell in row["statutes"]] == [each["statute"] for each in charges]


async def test_columns_that_hold_entities_say_of_which_type(service: Service) -> None:
    """So OpenRefine can go on from them; what is counted holds numbers."""
    own = await service.id_of(*BELARUSKALI)
    counted = {"id": "reliefs", "settings": {"count": "on"}}
    asked = json.dumps({"ids": [own], "properties": [{"id": "programs"}, counted]})
    answer = await service.http.post("/reconcile", data={"extend": asked})
    programs, reliefs = answer.json()["meta"]
    assert programs["type"] == {"id": "SanctionProgram", "name": "Sanctions program"}
    assert "type" not in reliefs


async def test_settings_as_forms_send_them(service: Service) -> None:
    """All is text, and what is not ticked is not sent."""
    own = await service.id_of(*BELARUSKALI)
    everything = (await service.extend([own], "listedOn"))[own]["listedOn"]
    assert len(everything) > 1
    assert (await service.extend([own], "listedOn", limit="1"))[own]["listedOn"] == everything[:1]
    assert (await service.extend([own], "listedOn", limit="0"))[own]["listedOn"] == everything
    assert (await service.extend([own], "listedOn", count="on"))[own]["listedOn"] == [
        {"int": len(everything)}
    ]
    days = (await service.extend([own], "listedOn", dates="day"))[own]["listedOn"]
    assert days == [{"date": f"{each['str']}T00:00:00Z"} for each in everything]


async def test_a_day_is_the_earliest(service: Service) -> None:
    """A month becomes its first day only for who asks for days."""
    own = await service.id_of(*BIALIATSKI)
    assert (await service.extend([own], "detainedOn"))[own]["detainedOn"] == [{"str": "2021-07"}]
    days = (await service.extend([own], "detainedOn", dates="day"))[own]["detainedOn"]
    assert days == [{"date": "2021-07-01T00:00:00Z"}]


@pytest.mark.parametrize(
    "own", ["Target:1", "nonsense", "Sanction:5", "Q42", "Detainee:99999999999999999999"]
)
async def test_what_there_is_not_has_empty_cells(service: Service, own: str) -> None:
    """Each id that was sent has its row."""
    assert await service.extend([own], "name", "kind") == {own: {"name": [], "kind": []}}


async def test_by_get_too(service: Service) -> None:
    """The specification wants it, and who has the answer is not sent it again."""
    own = await service.id_of(*BELARUSKALI)
    asked = {"extend": json.dumps({"ids": [own], "properties": [{"id": "name"}]})}
    first = await service.http.get("/reconcile", params=asked)
    schemas.check(first.json(), schemas.OLD_EXTENSION)
    again = await service.http.get(
        "/reconcile", params=asked, headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


async def test_the_draft_has_rows_as_lists(service: Service) -> None:
    """The same values, in the shape of 1.0-draft."""
    own = await service.id_of(*BELARUSKALI)
    asked = {"ids": [own, "nonsense"], "properties": [{"id": "name"}, {"id": "ofacUid"}]}
    answer = (await service.http.post("/reconcile/extend", json=asked)).json()
    schemas.check(answer, schemas.NEW_EXTENSION)
    assert answer["rows"] == [
        {
            "id": own,
            "properties": [
                {"id": "name", "values": [{"str": "Belaruskali OAO"}]},
                {"id": "ofacUid", "values": [{"str": "32746"}]},
            ],
        },
        {"id": "nonsense", "properties": [{"id": "name", "values": []}, {"id": "ofacUid", "values": []}]},
    ]


async def test_proposals_are_those_of_the_type(service: Service) -> None:
    """OpenRefine offers them when columns are added; without a type, all."""
    answer = (await service.get("/extend/propose", type="Detainee")).json()
    schemas.check(answer, schemas.PROPOSALS)
    proposed = {each["id"] for each in answer["properties"]}
    assert {"charges", "releases", "nationalities", "status"} <= proposed
    assert not {"programs", "iso2"} & proposed
    few = (await service.get("/extend/propose", type="Target", limit=2)).json()
    assert (len(few["properties"]), few["limit"], few["type"]) == (2, 2, "Target")
    everything = (await service.get("/extend/propose", type="")).json()["properties"]
    assert len(everything) > 60


async def test_every_property_of_every_type_can_be_fetched(service: Service) -> None:
    """Each path leads somewhere in the schema, and each value is written as the specification has it."""
    answer = await service.http.post(
        "/graphql",
        json={
            "query": "{ detainees(first: 20) { nodes { id } } targets(first: 20) { nodes { id } }"
            " releases(first: 20) { nodes { id } } reliefs(first: 20) { nodes { id } }"
            " agreements(first: 20) { nodes { id } } programs(first: 20) { nodes { id } }"
            " organizations(first: 20) { nodes { id } } countries(first: 20) { nodes { id } } }"
        },
    )
    ids = [node["id"] for each in answer.json()["data"].values() for node in each["nodes"]]
    proposed = (await service.get("/extend/propose")).json()["properties"]
    rows = await service.extend(ids, *(each["id"] for each in proposed), dates="day")
    held = {name for row in rows.values() for name, cells in row.items() if cells}
    assert len(held) > 45
