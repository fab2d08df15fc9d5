"""Batches of queries, as OpenRefine sends them: who is found, how sure it is, and what decides between namesakes."""

import json

import httpx
import pytest

from api.reconcile.candidates import CERTAIN, MARGIN
from tests.reconcile.conftest import Body, Service

pytestmark = pytest.mark.asyncio(loop_scope="module")

BIALIATSKI = "Ales Bialiatski"


def _ids(types: list[Body]) -> list[str]:
    return [each["id"] for each in types]


async def test_a_name_is_matched(service: Service) -> None:
    """Who is clearly meant comes first, as a match, with types and a line about him."""
    (first, *others) = await service.find(BIALIATSKI)
    assert (first["name"], first["match"], first["score"]) == (BIALIATSKI, True, 100)
    assert _ids(first["type"]) == ["Detainee", "Person"]
    assert first["description"] == "RELEASED · Belarus"
    assert not any(each["match"] for each in others)


@pytest.mark.parametrize(
    "spelled", ["Ales Byalyatski", "BIALIATSKI, Ales", "Алесь Бяляцкі", "Александр Беляцкий"]
)
async def test_in_any_spelling(service: Service, spelled: str) -> None:
    """By whichever script, order or romanisation."""
    assert (await service.find(spelled))[0]["name"] == BIALIATSKI


async def test_the_name_that_was_found_is_told(service: Service) -> None:
    """Where it is not the one that is shown."""
    (first, *_) = await service.find("Алесь Бяляцкі")
    assert first["description"].endswith("found as Алесь Бяляцкі")


async def test_best_first(service: Service) -> None:
    """Candidates come by falling scores from 100 down, as many as are asked for."""
    found = await service.find("Belarus", limit=4)
    scores = [each["score"] for each in found]
    assert scores == sorted(scores, reverse=True)
    assert len(found) == 4
    assert len(await service.find("Belarus", limit=1)) == 1


async def test_fifty_names_are_one_statement(service: Service) -> None:
    """A whole batch, with types and properties, whatever it holds."""
    names = ["Ales Bialiatski", "Belaruskali", "Belavia", "Беларусь", "Qwxzyv Jkhgfd"] * 10
    queries: dict[str, Body] = {f"q{place}": {"query": name, "limit": 3} for place, name in enumerate(names)}
    queries["q7"]["type"] = "Country"
    queries["q9"]["properties"] = [{"pid": "countries", "v": "BY"}]
    await service.statements()
    found = await service.match(**queries)
    assert len(await service.statements()) == 1
    assert list(found) == list(queries)
    assert found["q0"] == found["q5"]
    assert found["q1"][0]["name"] == "Belaruskali OAO"
    assert found["q4"] == []


async def test_more_than_the_batch_size_is_refused(service: Service) -> None:
    """With 413, as the specification has it."""
    queries = {str(place): {"query": "a"} for place in range(51)}
    answer = await service.http.post("/reconcile", data={"queries": json.dumps(queries)})
    assert (answer.status_code, answer.json()["code"]) == (413, "BODY_TOO_LARGE")


async def test_by_get_too(service: Service) -> None:
    """For looking in a browser; who has the answer is not sent it again."""
    asked = {"queries": '{"q0": {"query": "Belaruskali"}}'}
    first = await service.http.get("/reconcile", params=asked)
    assert first.json()["q0"]["result"][0]["name"] == "Belaruskali OAO"
    again = await service.http.get(
        "/reconcile", params=asked, headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


async def test_types_narrow(service: Service) -> None:
    """Every candidate is of a type that was asked for, and says so."""
    for own in ("Country", "Target", "Target.ORGANIZATION", "SanctionProgram", "Release"):
        found = await service.find("Belarus", type=own, limit=20)
        assert found, own
        assert all(own in _ids(each["type"]) for each in found), own


async def test_a_person_is_a_detainee_or_a_target(service: Service) -> None:
    """The wider type holds both, and neither companies nor countries."""
    found = await service.find("Alexander", type="Person", limit=50)
    assert found
    assert all(_ids(each["type"])[-1] == "Person" or "Person" in _ids(each["type"]) for each in found)


async def test_several_types(service: Service) -> None:
    """One of them is enough, unless all are demanded."""
    either = await service.find("Belarus", type=["Country", "Release"], limit=50)
    assert {_ids(each["type"])[0] for each in either} == {"Country", "Release"}
    assert await service.find("Belarus", type=["Country", "Release"], type_strict="all") == []
    both = await service.find("Belaruskali", type=["Target", "Target.ORGANIZATION"], type_strict="all")
    assert both[0]["name"] == "Belaruskali OAO"


async def test_an_id_is_its_own_match(service: Service) -> None:
    """Who sends an id gets what has it, with the highest score."""
    own = await service.id_of("target", 'slug: "belaruskali"')
    (first, *_) = await service.find(own)
    assert (first["id"], first["score"], first["match"]) == (own, 100, True)
    assert await service.find("Target:1") == []


async def test_a_property_that_differs_forbids_the_match(service: Service) -> None:
    """The same name with another nationality stands lower, and nobody is matched unseen."""
    agreeing = await service.find(BIALIATSKI, properties=[{"pid": "nationalities", "v": "BY"}])
    differing = await service.find(BIALIATSKI, properties=[{"pid": "nationalities", "v": "Japan"}])
    assert (agreeing[0]["match"], differing[0]["match"]) == (True, False)
    assert agreeing[0]["score"] > differing[0]["score"]
    assert {"id": "nationalities", "name": "Nationalities: agrees", "value": False} in differing[0][
        "features"
    ]


@pytest.mark.parametrize(
    "value", ["BY", "by", "BLR", "Belarus", "belarus", {"id": "x", "name": "Belarus"}, ["Japan", "Belarus"]]
)
async def test_a_country_by_any_of_its_names(service: Service, value: object) -> None:
    """By code or name, or as a cell that was reconciled; one of several is enough."""
    (first, *_) = await service.find(BIALIATSKI, properties=[{"pid": "countries", "v": value}])
    assert {"id": "countries", "name": "Countries: agrees", "value": True} in first["features"]


async def test_what_nobody_knows_counts_neither_way(service: Service) -> None:
    """A date of birth that we do not hold changes nothing, and is not told as a feature."""
    plain = await service.find(BIALIATSKI)
    asked = await service.find(BIALIATSKI, properties=[{"pid": "bornOn", "v": "1962-09-25"}])
    assert asked[0]["score"] == plain[0]["score"]
    assert [each["id"] for each in asked[0]["features"]] == ["likeness"]


async def test_a_number_finds_without_a_name(service: Service) -> None:
    """An identifier alone is a query; one that is numeric in the spreadsheet, too."""
    for value in ("32746", 32746, 32746.0):
        (only,) = await service.find(properties=[{"pid": "ofacUid", "v": value}])
        assert (only["name"], only["match"]) == ("Belaruskali OAO", True)
    (country,) = await service.find(properties=[{"pid": "iso2", "v": "by"}])
    assert (country["name"], country["match"]) == ("Belarus", True)
    assert await service.find(properties=[{"pid": "ofacUid", "v": "0"}]) == []


async def test_fifty_numbers_are_one_statement(service: Service) -> None:
    """Each finds its own, and those that nothing has find nothing."""
    numbers = ["32746", "33372", "33374", "0", "nonsense"] * 10
    queries: dict[str, Body] = {
        f"q{place}": {"properties": [{"pid": "ofacUid", "v": number}]} for place, number in enumerate(numbers)
    }
    queries["q3"] = {"properties": [{"pid": "iso2", "v": "JP"}], "type": "Country"}
    await service.statements()
    found = await service.match(**queries)
    assert len(await service.statements()) == 1
    names = [[each["name"] for each in found[f"q{place}"]] for place in range(5)]
    assert [len(each) for each in names] == [1, 1, 1, 1, 0]
    assert (names[0], names[3]) == (["Belaruskali OAO"], ["Japan"])
    assert found["q45"] == found["q0"]


async def test_properties_without_a_name_must_all_hold(service: Service) -> None:
    """They list what has them, and match nobody where they do not identify."""
    found = await service.find(
        properties=[{"pid": "nationalities", "v": "Belarus"}, {"pid": "status", "v": "released"}], limit=5
    )
    assert len(found) == 5
    assert {each["description"].partition(" · ")[0] for each in found} == {"RELEASED"}
    assert not any(each["match"] for each in found)
    assert await service.find(properties=[{"pid": "status", "v": "NO_SUCH_STATUS"}]) == []


async def test_namesakes_match_nobody(service: Service) -> None:
    """Where two stand level, the reader decides."""
    for name in ("Belarus", "Belavia", "Maria", "General License", "EU sanctions"):
        found = await service.find(name, limit=5)
        first, second = found[:2]
        clear = first["score"] >= CERTAIN and first["score"] - second["score"] >= MARGIN
        assert first["match"] is clear, name
        assert not any(each["match"] for each in found[1:])


async def test_nothing_is_found_for_nothing(service: Service) -> None:
    """An empty cell has no candidates, and is no error."""
    await service.statements()
    assert await service.match(a={"query": ""}, b={"query": "   "}) == {"a": [], "b": []}
    assert await service.match() == {}
    assert await service.statements() == []
    assert await service.match(a={"query": "…"}) == {"a": []}


async def _refused(service: Service, **queries: object) -> httpx.Response:
    return await service.http.post("/reconcile", data={"queries": json.dumps(queries)})


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ({}, "queries.q0"),
        ({"query": 5}, "queries.q0.query"),
        ({"query": "a", "limit": 0}, "queries.q0.limit"),
        ({"query": "a", "limit": "many"}, "queries.q0.limit"),
        ({"query": "a", "type": "Planet"}, "queries.q0.type"),
        ({"query": "a", "type_strict": "perhaps"}, "queries.q0.type_strict"),
        ({"query": "a", "properties": [{"p": "bornOn", "v": "x"}]}, "queries.q0.properties.0"),
        ({"query": "a", "properties": [{"pid": "height", "v": "x"}]}, "queries.q0.properties.0.pid"),
        ({"query": "a", "properties": [{"pid": "bornOn"}]}, "queries.q0.properties.0.v"),
        ({"properties": [{"pid": "otherNames", "v": "x"}, {"pid": "iso2", "v": "BY"}]}, "queries.q0"),
        ("a", "queries.q0"),
    ],
)
async def test_a_bad_query_is_named_by_its_place(service: Service, query: object, place: str) -> None:
    """What is wrong, and where, and nothing of what was sent."""
    answer = await _refused(service, q0=query)
    assert answer.status_code == 400, answer.text
    assert answer.json()["detail"].startswith(place)
    assert answer.json()["hint"]


@pytest.mark.parametrize("sent", ["", "[]", "nonsense", '{"q0": ', '"text"', "null"])
async def test_what_is_no_batch_is_refused(service: Service, sent: str) -> None:
    """In the shape of all our errors."""
    answer = await service.http.post("/reconcile", data={"queries": sent})
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")


async def test_other_bodies_and_methods_are_refused(service: Service) -> None:
    """With what to send instead."""
    as_json = await service.http.post("/reconcile", json={"queries": {}})
    assert (as_json.status_code, "/reconcile/match" in as_json.json()["hint"]) == (415, True)
    put = await service.http.put("/reconcile")
    assert (put.status_code, put.headers["allow"]) == (405, "GET, POST, OPTIONS")
    bytes_ = await service.http.post(
        "/reconcile", content=b"queries=%ff", headers={"Content-Type": "application/x-www-form-urlencoded"}
    )
    assert bytes_.status_code == 400
    long = await service.http.post("/reconcile", data={"queries": " " * 70_000})
    assert long.status_code == 413


@pytest.mark.parametrize("text", ["a\u0000b", "\ud83d", "x" * 20_000, "%_\\'\"$1;--"])
async def test_hostile_names_find_nothing_and_break_nothing(service: Service, text: str) -> None:
    """They are values, and never part of a statement."""
    answer = await service.http.post("/reconcile", data={"queries": json.dumps({"q0": {"query": text}})})
    assert answer.status_code in {200, 400}, answer.text
