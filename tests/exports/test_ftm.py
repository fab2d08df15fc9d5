"""Entities of FollowTheMoney: kinds and properties that its model has; the library itself checks them in `make ftm`."""

import httpx
import pytest

from api.exports.ftm.entity import prefix
from api.exports.ftm.facts import COUNTRIES, DATES, DETAILS, EDGES, IDENTIFIERS, THINGS
from seeds.lists.opensanctions import model
from tests.exports.conftest import read_lines

COLLECTIONS = ["detainees", "organizations", "releases", "sanctions", "targets"]
EVENT = {"name", "date", "country", "summary", "keywords", "organizer", "involved", "sourceUrl"}


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("plural", COLLECTIONS)
async def test_entities_have_kinds_and_properties_of_the_model(http: httpx.AsyncClient, plural: str) -> None:
    """What we read of the model when we import lists knows everything that we write."""
    answer = await http.get(f"/v1/{plural}.ftm.json")
    entities = read_lines(answer.content)
    assert answer.headers["content-type"] == "application/json+ftm"
    assert entities
    for each in entities:
        known = EVENT if each["schema"] == "Event" else model.KNOWN | model.SANCTION_KNOWN
        edge = model.EDGES.get(each["schema"])
        ends = {edge.source, edge.target} if edge else set()
        assert each["schema"] in {*model.THINGS, *model.BELONGS, *model.EDGES, "Event"}
        assert set(each["properties"]) <= known | ends
        assert each["datasets"] == ["detente-dossiers"]
        assert each["license"] == ["CC BY 4.0"]


def test_our_tables_name_properties_of_the_model() -> None:
    """None of them was misspelled."""
    named = {each for table in (IDENTIFIERS, DETAILS, DATES, COUNTRIES) for each, _ in table.values()}
    assert named <= model.KNOWN
    assert set(THINGS.values()) <= set(model.THINGS)
    for edge in EDGES.values():
        theirs = model.EDGES[edge.schema]
        assert {edge.near, edge.far} == {theirs.source, theirs.target}


@pytest.mark.asyncio(loop_scope="module")
async def test_only_the_named_are_entities(http: httpx.AsyncClient) -> None:
    """Whose name is withheld is no entity, and no event names him."""
    detainees = read_lines((await http.get("/v1/detainees.jsonl")).content)
    withheld = {f"detente-detainee-{each['slug']}" for each in detainees if each["name"] is None}
    people = read_lines((await http.get("/v1/detainees.ftm.json")).content)
    events = read_lines((await http.get("/v1/releases.ftm.json")).content)
    assert withheld
    assert len(people) == len(detainees) - len(withheld)
    assert not withheld & {who for each in events for who in each["properties"].get("involved", ())}


@pytest.mark.asyncio(loop_scope="module")
async def test_filters_hold_for_entities(http: httpx.AsyncClient) -> None:
    """They are those of the collection; fields are refused, for entities are whole."""
    some = read_lines((await http.get("/v1/releases.ftm.json?country=BY")).content)
    assert {tuple(each["properties"]["country"]) for each in some} == {("by",)}
    assert (await http.get("/v1/releases.ftm.json?fields=title")).status_code == 400
    assert (await http.get("/v1/countries.ftm.json")).status_code == 404


@pytest.mark.parametrize(
    ("fuzzy", "written"),
    [
        ("2025-12-13", "2025-12-13"),
        ("2025-12", "2025-12"),
        ("1962~", "1962"),
        ("1962/1964", None),
        (None, None),
    ],
)
def test_dates_are_as_exact_as_the_model_has_them(fuzzy: str | None, written: str | None) -> None:
    """A day, a month or a year; what lies between two is left out rather than made exact."""
    assert prefix(fuzzy) == written
