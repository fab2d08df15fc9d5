"""Withheld is withheld here, too: no query, column, page or suggestion tells the name."""

import json
from collections.abc import AsyncIterator

import pytest

from api.database.connect import connected
from api.database.urls import Urls
from api.engine import Engine
from tests.logged import logged
from tests.reconcile.conftest import Service, opened
from tests.recorder import Recorder
from tests.story.test_withheld import NAME, SLUG, SURNAME, WRITE

OWN = "Detainee:7"


@pytest.fixture
async def service(seeded_copy: Urls, engine: Engine) -> AsyncIterator[Service]:
    """The service on the real data and one person more, whose name is withheld."""
    async with connected(seeded_copy.writer) as writer, writer.transaction():
        await writer.execute(WRITE)
    async with (
        opened(seeded_copy, engine) as (client, servers),
        Recorder.on(servers.members[0].reader.pool) as recorder,
    ):
        yield Service(client, recorder)


async def test_nobody_is_found_by_the_name(service: Service) -> None:
    """Neither by the whole nor by parts, in either version, nor by what begins so."""
    for text in (NAME, SURNAME, NAME.upper(), SURNAME[:6]):
        old = await service.find(text, limit=100)
        new = await service.match_new(
            {"conditions": [{"matchType": "name", "propertyValue": text}], "limit": 100}
        )
        suggested = (await service.get("/suggest/entity", prefix=text)).json()["result"]
        assert OWN not in [each["id"] for each in (*old, *new[0], *suggested)], text


async def test_properties_lead_to_the_person_and_not_to_the_name(service: Service) -> None:
    """The person counts among the Americans held in Belarus, as somebody whose name is withheld."""
    found = await service.find(
        properties=[{"pid": "nationalities", "v": "US"}, {"pid": "status", "v": "RELEASED"}], limit=100
    )
    (person,) = [each for each in found if each["id"] == OWN]
    assert person["name"] == "Name withheld"
    (by_id,) = await service.find(OWN)
    assert by_id["name"] == "Name withheld"
    assert SURNAME not in json.dumps(found)


async def test_no_column_tells_it(service: Service) -> None:
    """Of all properties there are, none holds a word of the name, nor the date of birth."""
    proposed = (await service.get("/extend/propose")).json()["properties"]
    row = (await service.extend([OWN], *(each["id"] for each in proposed)))[OWN]
    assert row["name"] == row["otherNames"] == row["bornOn"] == row["occupation"] == row["identifiers"] == []
    assert not any(word in json.dumps(row) for word in NAME.split())


async def test_no_page_tells_it(service: Service) -> None:
    """Preview, flyout, page, and the lists in which the person stands."""
    release = await service.id_of("release", 'slug: "by-us-2025-12-13"')
    for path in (f"/id/{OWN}", f"/preview?id={OWN}", f"/flyout/entity?id={OWN}", f"/id/{release}"):
        answer = await service.http.get(f"/reconcile{path}")
        assert answer.status_code == 200
        assert not any(word in answer.text for word in (*NAME.split(), SLUG)), path


async def test_logs_do_not_keep_who_is_asked_for(service: Service) -> None:
    """Names in a batch, right or wrong, are in no line."""
    with logged() as lines:
        await service.find(NAME)
        await service.http.post(
            "/reconcile", data={"queries": json.dumps({NAME: {"query": NAME, "limit": 0}})}
        )
        await service.get("/suggest/entity", prefix=NAME)
        await service.get("/preview", id=NAME)
        await service.get(f"/id/{NAME}")
    assert lines.getvalue()
    assert SURNAME not in lines.getvalue()
