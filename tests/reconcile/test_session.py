"""A session of OpenRefine, from adding the service to new columns, as its requests go over the wire."""

import json
from dataclasses import dataclass
from urllib.parse import urlencode

import httpx
import pytest

from tests.reconcile import schemas
from tests.reconcile.conftest import Body, Service

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADDRESS = "http://detente/reconcile"
FORM = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}
COLUMN = ["Ales Bialiatski", "Maria Kalesnikava", "Nobody Inparticular", "Viktar Babaryka"]


@dataclass(frozen=True, slots=True)
class OpenRefine:
    """What OpenRefine knows of a service that was added: its manifest."""

    service: Service
    manifest: Body

    @classmethod
    async def add(cls, service: Service) -> "OpenRefine":
        """The browser, on a page of its own, asks for the manifest: Add Standard Service."""
        answer = await service.http.get(ADDRESS, headers={"Origin": "http://127.0.0.1:3333"})
        assert answer.headers["access-control-allow-origin"] == "*"
        schemas.check(answer.json(), schemas.OLD_MANIFEST)
        return cls(service, answer.json())

    async def suggest(self, what: str, prefix: str, **more: str) -> list[Body]:
        """What is offered while the reader types."""
        told = self.manifest["suggest"][what]
        address = told["service_url"] + told["service_path"]
        answer = (await self.service.http.get(address, params={"prefix": prefix, **more})).json()
        form = schemas.SUGGESTED_ENTITIES if what == "entity" else schemas.SUGGESTED_PROPERTIES
        schemas.check(answer, form)
        found: list[Body] = answer["result"]
        return found

    async def hover(self, own: str) -> Body:
        """What is shown beside a suggestion."""
        told = self.manifest["suggest"]["entity"]
        address = told["flyout_service_url"] + told["flyout_service_path"].replace("${id}", own)
        answer: Body = (await self.service.http.get(address)).json()
        schemas.check(answer, schemas.FLYOUT)
        return answer

    async def preview(self, own: str) -> httpx.Response:
        """What is shown in a frame beside a candidate."""
        return await self.service.http.get(self.manifest["preview"]["url"].replace("{{id}}", own))

    async def propose(self, type_id: str) -> list[Body]:
        """What may be fetched: Add columns from reconciled values."""
        told = self.manifest["extend"]["propose_properties"]
        address = told["service_url"] + told["service_path"]
        answer = (await self.service.http.get(address, params={"type": type_id})).json()
        schemas.check(answer, schemas.PROPOSALS)
        found: list[Body] = answer["properties"]
        return found

    async def post(self, name: str, value: object, form: schemas.Schema) -> Body:
        """As OpenRefine's own server posts: one field with JSON in it, URL-encoded; one statement answers it."""
        await self.service.statements()
        answer = await self.service.http.post(
            ADDRESS, content=urlencode({name: json.dumps(value)}), headers=FORM
        )
        assert answer.status_code == httpx.codes.OK, answer.text
        assert len(await self.service.statements()) == 1
        schemas.check(answer.json(), form)
        found: Body = answer.json()
        return found

    async def reconcile(self, **more: object) -> list[list[Body]]:
        """Send the column; the candidates of each cell."""
        queries = {f"q{place}": {"query": name, **more} for place, name in enumerate(COLUMN)}
        results = await self.post("queries", queries, schemas.OLD_RESULTS)
        return [results[key]["result"] for key in queries]

    async def extend(self, ids: list[str], *properties: Body) -> Body:
        """Fetch columns."""
        return await self.post("extend", {"ids": ids, "properties": properties}, schemas.OLD_EXTENSION)


def _matched(results: list[list[Body]]) -> list[str | None]:
    return [next((each["id"] for each in found if each["match"]), None) for found in results]


async def test_the_type_of_a_column_is_guessed(service: Service) -> None:
    """From the first candidates of a sample, sent without a type."""
    refine = await OpenRefine.add(service)
    votes = [found[0]["type"][0]["id"] for found in await refine.reconcile(limit=3) if found]
    assert max(set(votes), key=votes.count) == "Detainee"


async def test_a_column_of_names_is_reconciled(service: Service) -> None:
    """With its type and another column; who is clear is matched, who is not there is not."""
    refine = await OpenRefine.add(service)
    nationality = (await refine.suggest("property", "nation", type="Detainee"))[0]["id"]
    results = await refine.reconcile(
        type="Detainee", type_strict="should", properties=[{"pid": nationality, "v": "Belarus"}]
    )
    matched = _matched(results)
    assert [own is not None for own in matched] == [True, True, False, True]
    assert results[0][0]["name"] == COLUMN[0]


async def test_a_match_is_chosen_by_hand(service: Service) -> None:
    """The reader types, hovers, and looks at the preview."""
    refine = await OpenRefine.add(service)
    first = (await refine.suggest("entity", "kalesn", type="Detainee", type_strict="should"))[0]
    assert "Kalesnikava" in first["name"]
    assert first["name"] in (await refine.hover(first["id"]))["html"]
    shown = await refine.preview(first["id"].replace(":", "%3A"))
    assert shown.headers["content-type"].startswith("text/html")
    assert first["name"] in shown.text


async def test_columns_are_added_and_lead_on(service: Service) -> None:
    """What was given for their freedom, and who still binds the targets of that relief."""
    refine = await OpenRefine.add(service)
    ids = [own for own in _matched(await refine.reconcile(type="Detainee")) if own]
    assert {"releasedOn", "inExchangeFor"} <= {each["id"] for each in await refine.propose("Detainee")}
    days = {"id": "releasedOn", "settings": {"dates": "day", "limit": "1"}}
    columns = await refine.extend(ids, days, {"id": "inExchangeFor"})
    assert list(columns["rows"]) == ids
    assert columns["rows"][ids[0]]["releasedOn"] == [{"date": "2025-12-13T00:00:00Z"}]

    # The new column is reconciled already.
    assert columns["meta"][1]["type"]["id"] == "Relief"
    relief = columns["rows"][ids[0]]["inExchangeFor"][0]["id"]
    further = await refine.extend([relief], {"id": "stillBoundBy"})
    assert further["rows"][relief]["stillBoundBy"]
