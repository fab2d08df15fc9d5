"""Suggestions while somebody types, and the little texts beside them."""

import pytest

from tests.reconcile import schemas
from tests.reconcile.conftest import Service

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_types_begin_as_typed(service: Service) -> None:
    """By a word of their name, or by their id; those whose name begins so come first."""
    answer = (await service.get("/suggest/type", prefix="sanctioned v")).json()
    schemas.check(answer, schemas.SUGGESTED_TYPES)
    assert [each["id"] for each in answer["result"]] == ["Target.VESSEL"]
    by_id = (await service.get("/suggest/type", prefix="Target.PERSON")).json()["result"]
    assert by_id[0]["name"] == "Sanctioned person"
    assert {"id": "Person", "name": "Person"} in by_id[0]["broader"]


async def test_nothing_typed_lists_all(service: Service) -> None:
    """Readers see what there is before they know what to ask for."""
    types = (await service.get("/suggest/type", prefix="")).json()["result"]
    properties = (await service.get("/suggest/property")).json()["result"]
    assert {"Detainee", "Target", "Country", "Person"} <= {each["id"] for each in types}
    assert {"nationalities", "programs", "ofacUid"} <= {each["id"] for each in properties}


async def test_properties_begin_as_typed_and_belong_to_the_type(service: Service) -> None:
    """Of a type only the properties that its entities have."""
    answer = (await service.get("/suggest/property", prefix="charge", type="Detainee")).json()
    schemas.check(answer, schemas.SUGGESTED_PROPERTIES)
    assert [each["id"] for each in answer["result"]] == ["charges", "chargeCategories", "chargeStages"]
    assert (await service.get("/suggest/property", prefix="charge", type="Country")).json()["result"] == []


async def test_cursor_and_limit_page_through(service: Service) -> None:
    """`cursor` is 0.2's word and `offset` that of the draft."""
    everything = (await service.get("/suggest/property", prefix="")).json()["result"]
    for skip in ("cursor", "offset"):
        part = (await service.get("/suggest/property", prefix="", limit=3, **{skip: 2})).json()["result"]
        assert part == everything[2:5]


async def test_entities_are_found_by_the_beginning_of_a_name(service: Service) -> None:
    """As somebody types, in one statement, with what tells namesakes apart."""
    await service.statements()
    answer = (await service.get("/suggest/entity", prefix="Belarusk")).json()
    assert len(await service.statements()) == 1
    schemas.check(answer, schemas.SUGGESTED_ENTITIES)
    first = answer["result"][0]
    assert (first["name"], first["description"].partition(" · ")[0]) == ("Belaruskali OAO", "Belarus")
    assert [each["id"] for each in first["notable"]] == ["Target.ORGANIZATION", "Target"]


async def test_entities_of_a_type_alone(service: Service) -> None:
    """A type narrows; one that is another service's is passed over."""
    detainees = (await service.get("/suggest/entity", prefix="Ales", type="Detainee")).json()["result"]
    assert detainees
    assert {each["notable"][0]["id"] for each in detainees} == {"Detainee"}
    assert (await service.get("/suggest/entity", prefix="Ales", type="Q5")).json()["result"]


async def test_entities_page_by_page(service: Service) -> None:
    """The second page follows the first, and far behind the last there is nothing."""
    first = (await service.get("/suggest/entity", prefix="b", limit=3)).json()["result"]
    second = (await service.get("/suggest/entity", prefix="b", limit=3, cursor=3)).json()["result"]
    both = (await service.get("/suggest/entity", prefix="b", limit=6)).json()["result"]
    assert first + second == both
    assert (await service.get("/suggest/entity", prefix="b", cursor=100_000)).json() == {"result": []}


async def test_an_id_is_suggested_as_itself(service: Service) -> None:
    """Who pastes an id finds what has it."""
    belarus = await service.id_of("country", 'iso2: "BY"')
    found = (await service.get("/suggest/entity", prefix=belarus)).json()["result"]
    assert [each["name"] for each in found if each["id"] == belarus] == ["Belarus"]


async def test_no_prefix_suggests_no_entity(service: Service) -> None:
    """Of all entities none is nearer than another, and the database is not asked."""
    await service.statements()
    assert (await service.get("/suggest/entity", prefix=" ")).json() == {"result": []}
    assert await service.statements() == []


@pytest.mark.parametrize("bad", [{"cursor": "x"}, {"cursor": "-1"}, {"limit": "0"}, {"limit": "1e3"}])
async def test_a_bad_number_is_named(service: Service, bad: dict[str, str]) -> None:
    """What cannot be a number is refused by its name."""
    answer = await service.http.get("/reconcile/suggest/type", params=bad)
    assert answer.status_code == 400
    assert next(iter(bad)) in answer.json()["detail"]


async def test_flyouts_say_a_few_words(service: Service) -> None:
    """Of an entity, a property and a type; of what there is not, that."""
    belarus = await service.id_of("country", 'iso2: "BY"')
    for what, own, words in (
        ("entity", belarus, "Belarus"),
        ("property", "charges", "In the words of whoever accused"),
        ("type", "Detainee", "is or was detained"),
        ("entity", "Country:1", "Nothing has the id"),
        ("property", "<i>", "&lt;i&gt;"),
    ):
        answer = (await service.get(f"/flyout/{what}", id=own)).json()
        schemas.check(answer, schemas.FLYOUT)
        assert answer["id"] == own
        assert words in answer["html"]


async def test_a_flyout_of_nothing_is_refused(service: Service) -> None:
    """There must be an id."""
    answer = await service.get("/flyout/entity")
    assert (answer.status_code, answer.json()["detail"]) == (400, "There is no id.")
