"""Limits and keys hold here as everywhere: what a batch costs, and who has spent all."""

import asyncio
import json
from collections.abc import AsyncIterator

import httpx
import pytest

from api.database.urls import Urls
from api.engine import Engine
from tests.reconcile.conftest import opened

BATCH = {"queries": json.dumps({"q0": {"query": "Belarus"}})}


@pytest.fixture
async def poor(seeded: Urls, engine: Engine) -> AsyncIterator[httpx.AsyncClient]:
    """A client with a small budget."""
    async with opened(seeded, engine, anonymous_budget=6000) as (client, _):
        yield client


async def test_every_answer_tells_what_is_left(poor: httpx.AsyncClient) -> None:
    """In the headers of the draft, also where an error is answered."""
    for answer in (
        await poor.get("/reconcile"),
        await poor.get("/reconcile/preview"),
        await poor.put("/reconcile"),
    ):
        assert answer.headers["ratelimit-policy"] == '"cost";q=6000;w=60'
        assert answer.headers["ratelimit"]


async def test_who_has_spent_all_is_told_when_to_come_back(poor: httpx.AsyncClient) -> None:
    """429 with Retry-After, as a problem."""
    answers = [await poor.post("/reconcile", data=BATCH) for _ in range(5)]
    refused = [each for each in answers if each.status_code == httpx.codes.TOO_MANY_REQUESTS]
    assert refused
    assert int(refused[0].headers["retry-after"]) > 0
    assert refused[0].json()["code"] == "TOO_MANY_REQUESTS"


async def test_a_key_that_is_none_is_refused(poor: httpx.AsyncClient) -> None:
    """401, as the specification demands of services that know keys."""
    answer = await poor.get("/reconcile", headers={"Authorization": "Bearer nonsense"})
    assert (answer.status_code, answer.json()["code"]) == (401, "UNAUTHENTICATED")


async def test_batches_at_once_are_all_answered(seeded: Urls, engine: Engine) -> None:
    """As many as one client's statements may run at once, and some more."""
    async with opened(seeded, engine) as (client, _):
        answers = await asyncio.gather(*(client.post("/reconcile", data=BATCH) for _ in range(12)))
        assert {each.status_code for each in answers} == {200}
        assert len({each.text for each in answers}) == 1
