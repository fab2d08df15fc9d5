"""A key brings a budget of its own; one that is no good is refused, and never repeated."""

import asyncio
from datetime import UTC, datetime, timedelta

import asyncpg
import httpx
import pytest

from api.clients import secrets
from api.database import keys
from tests.clients.conftest import Lines, MakeKey, Serve

GRAPHQL = "application/graphql-response+json"


async def _ask(client: httpx.AsyncClient, authorization: str | None = None) -> httpx.Response:
    headers = {"Accept": GRAPHQL} | ({"Authorization": authorization} if authorization else {})
    return await client.post("/graphql", json={"query": "{ __typename }"}, headers=headers)


async def test_a_key_brings_its_own_budget(serve: Serve, make_key: MakeKey) -> None:
    """It is not that of the address, and is not spent by it."""
    key, _ = await make_key(budget=50_000)
    async with serve(anonymous_budget=1_000) as client:
        while (await _ask(client)).status_code != 429:
            pass
        response = await _ask(client, f"Bearer {key}")
        assert response.status_code == 200
        assert response.headers["ratelimit-policy"] == '"cost";q=50000;w=60'


async def test_answers_do_not_depend_on_the_key(serve: Serve, make_key: MakeKey) -> None:
    """A CDN may give one client's answer to another: same body, same tag, nothing said of the header."""
    key, _ = await make_key()
    async with serve() as client:
        without, with_key = await _ask(client), await _ask(client, f"bearer  {key}")
        assert without.content == with_key.content
        for name in ("etag", "cache-control", "vary"):
            assert without.headers.get(name) == with_key.headers.get(name)
        assert "authorization" not in without.headers.get("vary", "").lower()


@pytest.mark.parametrize(
    "authorization",
    ["Bearer", "Bearer nonsense", "Basic dXNlcjpwYXNz", "detente_" + "0" * 49, "Bearer detente_é"],
)
async def test_what_is_no_key_is_refused(serve: Serve, authorization: str) -> None:
    """401 with the scheme that is wanted, and a hint; what was sent is not repeated."""
    async with serve() as client:
        response = await client.post(
            "/graphql", json={"query": "{ __typename }"}, headers=[(b"Authorization", authorization.encode())]
        )
        assert response.status_code == 401
        assert response.headers["www-authenticate"] == 'Bearer realm="detente", error="invalid_token"'
        assert response.headers["cache-control"] == "no-store"
        (error,) = response.json()["errors"]
        assert error["extensions"]["code"] == "UNAUTHENTICATED"
        assert "Authorization: Bearer" in error["extensions"]["hint"]
        assert authorization.partition(" ")[2] not in response.text or " " not in authorization


async def test_a_key_that_has_ended_says_how(
    serve: Serve, make_key: MakeKey, owner: asyncpg.Connection
) -> None:
    """Expired, revoked and unknown are three messages."""
    expired, _ = await make_key(expires_at=datetime.now(UTC) - timedelta(seconds=1))
    revoked, record = await make_key()
    await keys.revoke(owner, record.id)
    async with serve() as client:
        responses = [await _ask(client, f"Bearer {key}") for key in (expired, revoked, secrets.new())]
        assert [response.status_code for response in responses] == [401] * 3
        assert [response.json()["errors"][0]["message"] for response in responses] == [
            "This API key is expired.",
            "This API key is revoked.",
            "There is no such API key.",
        ]


async def test_a_key_for_something_else_is_refused(serve: Serve, make_key: MakeKey) -> None:
    """Its holder is known, so this is 403."""
    key, _ = await make_key(scopes=("export",))
    async with serve() as client:
        response = await _ask(client, f"Bearer {key}")
        assert response.status_code == 403
        assert response.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"


async def test_guessing_ends(serve: Serve, make_key: MakeKey) -> None:
    """After sixty keys of one address that nobody has met, no more are looked up; known ones go on."""
    key, _ = await make_key()
    async with serve() as client:
        assert (await _ask(client, f"Bearer {key}")).status_code == 200
        responses = [await _ask(client, f"Bearer {secrets.new()}") for _ in range(70)]
        statuses = [response.status_code for response in responses]
        assert statuses[:50] == [401] * 50
        assert statuses[-1] == 429
        assert responses[-1].headers["retry-after"] == "1"
        assert (await _ask(client, f"Bearer {key}")).status_code == 200


async def test_a_crowd_with_one_new_key_is_one_guess(serve: Serve, make_key: MakeKey) -> None:
    """A program that starts with many requests at once is not taken for one that guesses keys."""
    key, _ = await make_key()
    async with serve() as client:
        responses = await asyncio.gather(*(_ask(client, f"Bearer {key}") for _ in range(100)))
        assert {response.status_code for response in responses} == {200}


async def test_a_key_that_is_no_good_is_charged_to_the_address(serve: Serve) -> None:
    """So that sending it without end is not free."""
    async with serve(anonymous_budget=1_000) as client:
        for _ in range(30):
            assert (await _ask(client, "Bearer nonsense")).status_code == 401
        assert (await _ask(client)).status_code == 429


async def test_a_full_address_locks_no_known_key_out(serve: Serve, make_key: MakeKey) -> None:
    """A partner behind the same address as a scraper goes on working."""
    key, _ = await make_key()
    async with serve(anonymous_budget=1_000) as client:
        assert (await _ask(client, f"Bearer {key}")).status_code == 200
        while (await _ask(client)).status_code != 429:
            pass
        assert (await _ask(client, f"Bearer {key}")).status_code == 200


async def test_keys_reach_no_log(serve: Serve, make_key: MakeKey, log_lines: Lines) -> None:
    """The log has a key's number; of one that is no good it has nothing."""
    (key, record), wrong = await make_key(), secrets.new()
    async with serve() as client:
        await _ask(client, f"Bearer {key}")
        await _ask(client, f"Bearer {wrong}")
    lines = [line for line in log_lines() if line["event"] == "request"]
    assert [line["client"] for line in lines] == [f"key:{record.id}", "anonymous"]
    for text in (key, wrong):
        assert text[8:20] not in str(log_lines())
        assert secrets.digest(text).hex()[:12] not in str(log_lines())
