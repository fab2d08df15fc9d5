"""Batches of 1.0-draft: conditions on names, ids and properties."""

import pytest

from tests.reconcile.conftest import Body, Service

pytestmark = pytest.mark.asyncio(loop_scope="module")

BIALIATSKI = "Ales Bialiatski"


def _name(value: object, **more: object) -> Body:
    return {"matchType": "name", "propertyValue": value, **more}


def _property(own: str, value: object, **more: object) -> Body:
    return {"matchType": "property", "propertyId": own, "propertyValue": value, **more}


async def test_results_come_in_the_order_of_the_queries(service: Service) -> None:
    """As a list; and as a match, in one statement, as in 0.2."""
    await service.statements()
    first, second, third = await service.match_new(
        {"conditions": [_name(BIALIATSKI)], "limit": 2},
        {"conditions": [_name("Qwxzyv Jkhgfd")]},
        {"conditions": [_name("Belarus")], "type": "Country"},
    )
    assert len(await service.statements()) == 1
    assert (first[0]["name"], first[0]["match"]) == (BIALIATSKI, True)
    assert second == []
    assert third[0]["name"] == "Belarus"


async def test_both_versions_find_the_same(service: Service) -> None:
    """What is written differently is the same question."""
    properties = [{"pid": "countries", "v": "BY"}]
    old = await service.find("Belavia", type="Target", properties=properties, limit=5)
    new = await service.match_new(
        {"conditions": [_name("Belavia"), _property("countries", "BY")], "type": "Target", "limit": 5}
    )
    assert new == [old]


async def test_a_required_property_leaves_out(service: Service) -> None:
    """One that is not required only lowers."""
    japan = _property("nationalities", "Japan")
    (lowered, without) = await service.match_new(
        {"conditions": [_name(BIALIATSKI), japan]},
        {"conditions": [_name(BIALIATSKI), {**japan, "required": True}]},
    )
    assert BIALIATSKI in [each["name"] for each in lowered]
    assert BIALIATSKI not in [each["name"] for each in without]


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (_property("nationalities", "BY"), True),
        (_property("nationalities", "by"), True),
        (_property("countries", ["JP", "BY"]), True),
        (_property("nationalities", "JP"), False),
        (_property("bornOn", "1962-09-25"), False),
    ],
)
async def test_what_search_narrows_by_is_held_to_the_same(
    service: Service, condition: Body, found: bool
) -> None:
    """Codes of countries and years of birth are looked at before candidates are chosen; what is unknown is left out."""
    (results,) = await service.match_new({"conditions": [_name(BIALIATSKI), {**condition, "required": True}]})
    assert (BIALIATSKI in [each["name"] for each in results]) is found


@pytest.mark.parametrize(("quantifier", "found"), [("any", True), ("all", False), ("none", False)])
async def test_quantifiers(service: Service, quantifier: str, found: bool) -> None:
    """Any, all or none of several values."""
    both = _property("nationalities", ["Japan", "Belarus"], matchQuantifier=quantifier, required=True)
    (results,) = await service.match_new({"conditions": [_name(BIALIATSKI), both]})
    assert (BIALIATSKI in [each["name"] for each in results]) is found


async def test_several_names(service: Service) -> None:
    """Any of them, or all."""
    other = "Алесь Бяляцкі"
    (either, both, wrong) = await service.match_new(
        {"conditions": [_name(["no such person", other])]},
        {"conditions": [_name([BIALIATSKI, other], matchQuantifier="all")]},
        {"conditions": [_name([BIALIATSKI, "Belaruskali"], matchQuantifier="all")]},
    )
    assert either[0]["name"] == both[0]["name"] == BIALIATSKI
    assert wrong == []


async def test_by_id(service: Service) -> None:
    """Ids, one or several, with or without names beside them."""
    belarus = await service.id_of("country", 'iso2: "BY"')
    (results,) = await service.match_new(
        {"conditions": [{"matchType": "id", "propertyValue": [belarus, "x"]}]}
    )
    assert [(each["name"], each["match"]) for each in results] == [("Belarus", True)]


async def test_a_batch_has_a_hundred_names(service: Service) -> None:
    """However few its queries are."""
    names = [f"name {number}" for number in range(101)]
    answer = await service.http.post("/reconcile/match", json={"queries": [{"conditions": [_name(names)]}]})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ({"conditions": []}, "The body.queries.0.conditions"),
        ({"query": "old"}, "The body.queries.0"),
        ({"conditions": [{"propertyValue": "a"}]}, "The body.queries.0.conditions.0.matchType"),
        (
            {"conditions": [{"matchType": "label", "propertyValue": "a"}]},
            "The body.queries.0.conditions.0.matchType",
        ),
        ({"conditions": [_property("height", 5)]}, "queries.0.conditions.0.propertyId"),
        (
            {"conditions": [{"matchType": "property", "propertyValue": 5}]},
            "queries.0.conditions.0.propertyId",
        ),
        ({"conditions": [_name("a", matchQualifier="Wildcard")]}, "queries.0.conditions.0"),
        ({"conditions": [_name("a", matchQuantifier="none")]}, "queries.0.conditions.0"),
        ({"conditions": [_name("a")], "type": ["A", "B"]}, "The body.queries.0.type"),
    ],
)
async def test_a_bad_query_is_named_by_its_place(service: Service, query: Body, place: str) -> None:
    """What is wrong, and where."""
    answer = await service.http.post("/reconcile/match", json={"queries": [query]})
    assert answer.status_code == 400, answer.text
    assert answer.json()["detail"].startswith(place)


async def test_only_json_is_taken(service: Service) -> None:
    """The draft has no forms."""
    answer = await service.http.post("/reconcile/match", data={"queries": "[]"})
    assert answer.status_code == 415
    root = await service.http.post("/reconcile/match", json=[])
    assert root.status_code == 400
