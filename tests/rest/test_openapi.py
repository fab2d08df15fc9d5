"""The description of REST: valid, whole, and true of every answer."""

import json
import os
import re
from typing import Any

import pytest
import pytest_asyncio
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

from api.collections.declared import DECLARED
from api.collections.registry import Collections
from api.rest.description import EXAMPLES
from tests.rest.conftest import Body, Rest

pytestmark = pytest.mark.asyncio(loop_scope="module")
every = pytest.mark.parametrize("plural", [each.plural for each in DECLARED])
SHOWN = 2
"""How many of a list an example shows."""
SEEDED = "2026-05-04T12:00:00+00:00"
"""Stands for the moment at which the seeds were loaded."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def document(rest: Rest) -> Body:
    """The description as it is served."""
    found: Body = (await rest.get("/openapi.json")).json()
    return found


def validator(document: Body, path: str) -> Validator:
    """What holds of the answers of a path."""
    content = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    schema = {**content["schema"], "components": document["components"]}
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def shortened(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """An answer as an example shows it: of each list, a few, and no moment that is another each time."""
    if isinstance(value, list):
        return [shortened(each) for each in value[:SHOWN]]
    if isinstance(value, dict):
        return {name: SEEDED if name == "at" else shortened(each) for name, each in value.items()}
    return value


async def test_it_is_openapi(document: Body) -> None:
    """It is what the specification of OpenAPI 3.1 asks for, and every reference in it leads somewhere."""
    OPENAPI_31_VALIDATOR.validate(document)
    for reference in set(re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(document))):
        place: Any = document
        for step in reference.split("/"):
            place = place[step]
    for name, schema in document["components"]["schemas"].items():
        Draft202012Validator.check_schema(schema)
        assert schema.get("description"), name


async def test_it_describes_all_and_nothing_else(document: Body, collections: Collections) -> None:
    """Each collection has its list and its item, with all its filters, each explained."""
    assert list(document["paths"]) == [
        path for plural in collections for path in (f"/v1/{plural}", f"/v1/{plural}/{{key}}")
    ]
    for plural, collection in collections.items():
        said = document["paths"][f"/v1/{plural}"]["get"]
        named = [each["name"] for each in said["parameters"]]
        assert named[: len(collection.filters)] == list(collection.filters)
        assert len(named) == len(set(named))
        assert all(each["description"].endswith(".") for each in said["parameters"])
    identifiers = [each["get"]["operationId"] for each in document["paths"].values()]
    assert len(identifiers) == len(set(identifiers))


@every
async def test_answers_are_as_described(
    plural: str, rest: Rest, document: Body, collections: Collections
) -> None:
    """Every row and every item of the seeds is as its schema says, and has no field that it does not name."""
    answer = await rest.read(f"/v1/{plural}", limit=500)
    validator(document, f"/v1/{plural}").validate(answer)
    key = "exchange" if collections[plural].flat else collections[plural].key
    one = validator(document, f"/v1/{plural}/{{key}}")
    for row in answer["data"][:5]:
        one.validate(await rest.read(f"/v1/{plural}/{row[key]}"))


@every
async def test_examples_are_true(plural: str, rest: Rest, document: Body, collections: Collections) -> None:
    """The answers shown are those of the seeds, lists cut short; `make golden` writes them anew."""
    collection = collections[plural]
    rows = (await rest.read(f"/v1/{plural}", limit=1))["data"]
    key = collection.example or rows[0]["exchange" if collection.flat else collection.key]
    found = {
        "list": shortened(await rest.read(f"/v1/{plural}", limit=1)),
        "item": shortened(await rest.read(f"/v1/{plural}/{key}")),
    }
    if os.environ.get("GOLDEN") == "write":
        kept = {**json.loads(EXAMPLES.read_text("utf-8")), plural: found}
        ordered = {each: kept[each] for each in collections if each in kept}
        EXAMPLES.write_text(json.dumps(ordered, indent=1, ensure_ascii=False) + "\n", "utf-8")
        return
    assert json.loads(EXAMPLES.read_text("utf-8"))[plural] == found
    said = document["paths"][f"/v1/{plural}"]["get"]["responses"]["200"]["content"]["application/json"]
    assert said["example"] == found["list"]


@every
async def test_examples_of_parameters_are_good(plural: str, document: Body) -> None:
    """Each example is a value that its schema allows."""
    for path in (f"/v1/{plural}", f"/v1/{plural}/{{key}}"):
        for parameter in document["paths"][path]["get"]["parameters"]:
            if "example" in parameter:
                schema = {**parameter["schema"], "components": document["components"]}
                Draft202012Validator(schema).validate(parameter["example"])


async def test_the_reference_is_for_people(rest: Rest) -> None:
    """A browser gets a page at /v1, which says what all addresses are, runs no script and asks no other machine."""
    page = await rest.get("/v1", Accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.text == (await rest.get("/v1/docs")).text
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "<script" not in page.text
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page.text)
    for each in DECLARED:
        assert f"GET /v1/{each.plural}<" in page.text
    assert "Belarus General License 13" in page.text
    assert (
        "curl &#39;http://detente/v1/exchanges?" in page.text
        or "curl 'http://detente/v1/exchanges?" in page.text
    )
    forged = await rest.get("/v1", Accept="text/html", Host='x"><script>')
    assert "<script" not in forged.text
