"""What is refused, and how: problem details that say what is wrong and name the nearest; and what withheld names show."""

import re

import pytest

from api.cli.engine import make_engine
from api.database.urls import Urls
from tests.reconcile.conftest import opened
from tests.rest.conftest import Rest

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("parameters", "detail"),
    [
        ({"nationalty": "US"}, "There is no parameter 'nationalty'. Did you mean \"nationality\"?"),
        ({"country": "Belarus"}, "country cannot be 'Belarus'."),
        ({"year": "25"}, "year cannot be '25'."),
        ({"since": "last week"}, "since: 'last week' is not a fuzzy date"),
        ({"mode": "PARDN"}, "mode cannot be 'PARDN'. Did you mean \"PARDON\"?"),
        ({"contested": "maybe"}, "contested cannot be 'maybe'."),
        ({"q": "x" * 201}, "q has 201 characters."),
        ({"agreement": ",".join(["x"] * 101)}, "agreement has 101 values."),
        ({"limit": "0"}, "limit cannot be '0'."),
        ({"limit": "501"}, "limit cannot be '501'."),
        ({"limit": "\u0661"}, "limit cannot be"),
        ({"after": "here"}, "`after` is no cursor"),
        ({"after": "WyJ4Il0=", "before": "WyJ4Il0="}, "There are both after and before."),
        ({"sort": "relasedOn"}, "There is no sorting by 'relasedOn'. Did you mean \"releasedOn\"?"),
        ({"sort": ",".join(["title"] * 6)}, "sort has 6 keys."),
        ({"fields": "titel"}, "There is no field 'titel'. Did you mean \"title\"?"),
        ({"total": "1"}, "total cannot be '1'."),
        ({"where": "{"}, "where is not a JSON object."),
        ({"where": "[]"}, "where is not a JSON object."),
        ({"where": '{"titel": {"eq": "x"}}'}, "where: Expected value of type 'ReleaseWhere' not to include unknown"),
        ({"where": '{"title": {"eq": 1}}'}, "where.title.eq"),
        ({"where": '{"title": {"eq": null}}'}, "`where.title.eq: null` says nothing"),
        ({"where": '{"not":' * 1999 + "{}" + "}" * 1999}, "where"),
    ],
)  # fmt: skip
async def test_what_is_wrong_is_said(parameters: dict[str, str | int], detail: str, rest: Rest) -> None:
    """A parameter or value that cannot be is refused before the database is asked, with the nearest if there is one."""
    problem = await rest.refused("/v1/releases", parameters)
    assert problem["detail"].startswith(detail)
    assert problem["hint"]
    assert problem["title"] == "Bad Request"


async def test_a_cursor_of_another_order_is_refused(rest: Rest) -> None:
    """A cursor belongs to one list in one order."""
    cursor = (await rest.read("/v1/releases", limit=1))["page"]["next"]
    problem = await rest.refused("/v1/releases", {"after": cursor, "sort": "title"})
    assert "another list or another order" in problem["detail"]


async def test_a_parameter_that_stands_twice(rest: Rest) -> None:
    """Of what has one value, two are refused."""
    await rest.refused("/v1/releases?limit=1&limit=2")


async def test_items_take_fields_alone(rest: Rest) -> None:
    """An item has no filters."""
    assert (
        "no parameter 'year'"
        in (await rest.refused("/v1/releases/by-us-2025-12-13", {"year": 2025}))["detail"]
    )
    assert "no field 'x'" in (await rest.refused("/v1/releases/by-us-2025-12-13", {"fields": "x"}))["detail"]


async def test_who_is_lenient_is_answered(rest: Rest) -> None:
    """`Prefer: handling=lenient` passes over what is not known; a wrong value stays wrong."""
    answer = await rest.get("/v1/releases", {"nationalty": "US"}, Prefer="handling=lenient")
    assert answer.status_code == 200
    assert answer.headers["preference-applied"] == "handling=lenient"
    assert "prefer" in answer.headers["vary"].lower()
    assert (await rest.get("/v1/releases", {"year": "x"}, Prefer="handling=lenient")).status_code == 400
    assert (await rest.get("/v1/countries/BY", {"x": "y"}, Prefer="handling=lenient")).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/v1/relases",
        "/v1/releases/",
        "/v1/releases/x/y",
        "/v1/charges/nobody",
        "/v1/charges/Charge:99999999999999999999",
        "/v1/charges/Release:1",
        "/v1/releases/Release:9999999999999999999",
        "/v1/Nothing",
    ],
)
async def test_what_there_is_not(path: str, rest: Rest) -> None:
    """An address with nothing behind it is a 404 that says where to look; the database need not be asked."""
    problem = await rest.refused(path, status=404)
    assert problem["code"] == "NOT_FOUND"


async def test_an_unknown_key_is_asked_for_once(rest: Rest) -> None:
    """A key that could be one takes a statement to be found missing."""
    for path in (
        "/v1/releases/nothing",
        "/v1/releases/Release:1",
        "/v1/countries/XX",
        "/v1/charges/Charge:1",
    ):
        await rest.forget()
        answer = await rest.get(path)
        assert answer.status_code == 404
        assert len(await rest.recorder.seen()) == 1
    assert 'Did you mean "releases"?' in (await rest.get("/v1/relases")).json()["detail"]


async def test_methods_and_media(rest: Rest) -> None:
    """GET, HEAD and OPTIONS work; others are refused, as is who takes no JSON."""
    for path in ("/v1", "/v1/releases", "/v1/releases/by-us-2025-12-13", "/openapi.json", "/v1/docs"):
        assert (await rest.http.head(path)).status_code == 200
        asked = await rest.http.options(path)
        assert (asked.status_code, asked.headers["allow"]) == (204, "GET, HEAD, OPTIONS")
        refused = await rest.http.post(path, json={})
        assert (refused.status_code, refused.headers["allow"]) == (405, "GET, OPTIONS")
        assert refused.headers["content-type"] == "application/problem+json"
    assert (await rest.get("/v1/releases", Accept="text/csv")).status_code == 406
    assert (await rest.get("/v1/releases", Accept="text/html, */*;q=0.1")).status_code == 200


async def test_pages_of_other_sites_may_read(rest: Rest) -> None:
    """A script of any site may read answers, their links and their tags."""
    answer = await rest.get("/v1/releases", Origin="https://example.org")
    assert answer.headers["access-control-allow-origin"] == "*"
    exposed = answer.headers["access-control-expose-headers"]
    assert {"ETag", "Link", "Location", "RateLimit"} <= {each.strip() for each in exposed.split(",")}
    assert "ratelimit" in answer.headers


async def test_what_a_client_has_is_not_sent_again(rest: Rest) -> None:
    """With the tag of an answer, the same address answers 304; another asks for something else."""
    for path in (
        "/v1/releases?year=2025",
        "/v1/exchanges",
        "/v1/countries/BY",
        "/openapi.json",
        "/v1/docs",
        "/v1",
    ):
        answer = await rest.get(path)
        tag = answer.headers["etag"]
        again = await rest.get(path, If_None_Match=tag)
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert (await rest.get("/v1/releases", If_None_Match=tag)).status_code == 200
    assert (await rest.get("/v1/releases")).headers["detente-revision"] == "1"


async def test_withheld_names_stay_withheld(rest: Rest) -> None:
    """Whose name is withheld has no name in any list or item, and is not found by one."""
    where = '{"publication": {"eq": "WITHHELD"}}'
    found = (await rest.read("/v1/detainees", where=where, limit=500))["data"]
    assert found
    for row in found:
        assert row["name"] is None
        assert row["names"] == []
        item = (await rest.read(f"/v1/detainees/{row['slug']}"))["data"]
        assert item["name"] is None
        for place in item["releases"]["nodes"]:
            members = (await rest.read(f"/v1/releases/{place['release']['slug']}"))["data"]["members"][
                "nodes"
            ]
            assert [
                each["detainee"]["name"] for each in members if each["detainee"]["slug"] == row["slug"]
            ] == [None]


async def test_nobody_pays_for_our_own_documents(seeded: Urls) -> None:
    """Who asks as the first is charged the rows of the answer, and not the reading of the document in our file."""
    small = 30_000
    async with opened(seeded, make_engine(), anonymous_budget=small) as (client, _):
        answer = await client.get("/v1/releases", params={"limit": 1})
        left = int(re.findall(r"r=(\d+)", answer.headers["ratelimit"])[0])
        assert small - left < 200
        trimmed = await client.get("/v1/releases", params={"limit": 1, "fields": "slug"})
        spent = left - int(re.findall(r"r=(\d+)", trimmed.headers["ratelimit"])[0])
        assert spent > 200
        while answer.status_code == 200:
            answer = await client.get("/v1/sanctions", params={"limit": 500})
        assert (answer.status_code, answer.json()["code"]) == (429, "TOO_MANY_REQUESTS")
        assert int(answer.headers["retry-after"]) > 0


async def test_who_is_led_elsewhere_asks_well(rest: Rest) -> None:
    """A wrong request is refused where it is made, and not led on to be refused there."""
    for path in ("/v1/countries/by", "/v1/charges/1", "/v1/releases/Release:1"):
        problem = await rest.refused(path, {"fields": "nothing"})
        assert "There is no field 'nothing'." in problem["detail"]


async def test_codes_may_have_spaces(rest: Rest) -> None:
    """Codes of programs are their authorities' own."""
    assert (await rest.read("/v1/programs/SOUTH SUDAN", fields="code"))["data"] == {"code": "SOUTH SUDAN"}
    assert (await rest.refused("/v1/releases", {"agreement": "The deal of December"}))["detail"]
