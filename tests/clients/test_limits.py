"""Anonymous use is free within a budget: what is charged, what is told, and what happens beyond."""

import asyncio
from typing import Any

import httpx
import pytest

from api.clients.ticket import PER_CHARACTER
from tests.clients.conftest import Lines, Serve

GRAPHQL = "application/graphql-response+json"
NOTHING = "{ __typename }"


async def _ask(client: httpx.AsyncClient, query: str = NOTHING, **headers: str) -> httpx.Response:
    sent = {"Accept": GRAPHQL, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return await client.post("/graphql", json={"query": query, "extensions": {"cost": True}}, headers=sent)


def _remaining(response: httpx.Response) -> int:
    policy, *parameters = response.headers["ratelimit"].split(";")
    assert policy == '"cost"'
    return int(dict(parameter.split("=") for parameter in parameters)["r"])


def _cost(response: httpx.Response) -> dict[str, Any]:
    cost: dict[str, Any] = response.json()["extensions"]["cost"]
    return cost


async def test_an_answer_tells_what_is_left(serve: Serve) -> None:
    """In the headers of the IETF's draft: the budget, the rest of it, and when it is whole again."""
    async with serve(anonymous_budget=60_000) as client:
        response = await _ask(client)
        assert response.headers["ratelimit-policy"] == '"cost";q=60000;w=60'
        assert response.headers["ratelimit"].startswith('"cost";r=')
        assert response.headers["ratelimit"].endswith(";t=1")
        assert 0 < 60_000 - _remaining(response) <= 1_000


async def test_an_answer_tells_its_cost_on_request(serve: Serve) -> None:
    """What the statement may touch, the most it may, what was charged, and what is left until when."""
    async with serve(anonymous_budget=1_000_000) as client:
        cost = _cost(await _ask(client, "{ countries(first: 500) { nodes { name } } }"))
        assert cost.keys() == {"requested", "budget", "charged", "remaining", "resetsIn"}
        assert cost["budget"] == 1_000_000
        assert cost["charged"] >= cost["requested"] == 501
        assert 0 < cost["remaining"] < 1_000_000
        assert cost["resetsIn"] == 1


async def test_whoever_has_spent_it_all_is_told_when_to_come_back(serve: Serve) -> None:
    """429 with Retry-After, the same in the hint; nobody may keep that answer."""
    async with serve(anonymous_budget=1_000) as client:
        responses = [await _ask(client) for _ in range(12)]
        refused = [each for each in responses if each.status_code == 429]
        assert refused
        for response in refused:
            (error,) = response.json()["errors"]
            assert error["extensions"]["code"] == "TOO_MANY_REQUESTS"
            assert int(response.headers["retry-after"]) >= 1
            assert response.headers["ratelimit"].endswith(f";t={response.headers['retry-after']}")
            assert f"wait {response.headers['retry-after']} s, " in error["extensions"]["hint"]
            assert response.headers["cache-control"] == "no-store"


async def test_what_costs_more_than_is_left_is_refused_and_less_is_not(serve: Serve) -> None:
    """A client that can no longer afford the large may still ask the small."""
    async with serve(anonymous_budget=10_000) as client:
        large = "{ countries(first: 100) { nodes { nationalsReleased(first: 50) { nodes { id } } } } }"
        assert (await _ask(client, large)).status_code == 200
        refused = await _ask(client, large.replace("50", "60"))
        assert refused.status_code == 429
        assert "This would cost" in refused.json()["errors"][0]["message"]
        assert (await _ask(client)).status_code == 200


async def test_what_costs_more_than_a_minutes_budget_takes_most_of_it(serve: Serve) -> None:
    """Nothing that is allowed at all is out of reach of a client that has rested."""
    query = "{ countries(first: 500) { nodes { nationalsReleased(first: 9) { totalCount } } } }"
    async with serve(anonymous_budget=10_000) as client:
        cost = _cost(await _ask(client, query))
        assert cost["requested"] > 10_000
        assert cost["charged"] == 9_000 + PER_CHARACTER * len(query)
        assert cost["remaining"] < 1_000


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"nonsense", 400), (b"[]", 400), (b'{"query": "{"}', 400), (b'{"query": "{ no }"}', 400)],
)
async def test_garbage_is_not_free(serve: Serve, body: bytes, status: int) -> None:
    """Malformed and refused requests are charged like the cheapest that are answered."""
    async with serve(anonymous_budget=1_000) as client:
        headers = {"Content-Type": "application/json", "Accept": GRAPHQL}
        responses = [await client.post("/graphql", content=body, headers=headers) for _ in range(15)]
        assert responses[0].status_code == status
        assert responses[0].headers["ratelimit"]
        assert 429 in {response.status_code for response in responses}


async def test_known_answers_cost_least(serve: Serve) -> None:
    """What memory answers, and what has not changed, is not charged as what the database answers."""
    async with serve(anonymous_budget=1_000_000) as client:
        query = "{ countries(first: 500) { nodes { name } } }"
        before = _cost(await _ask(client, query))
        again = await _ask(client, query)
        unchanged = await _ask(client, query, If_None_Match=again.headers["etag"])
        assert (before["charged"] > 500, _cost(again)["charged"], unchanged.status_code) == (True, 100, 304)


async def test_addresses_have_budgets_of_their_own(serve: Serve) -> None:
    """Behind a proxy that is trusted; one that is not may say what it likes."""
    async with serve(anonymous_budget=1_000, trusted_proxies="127.0.0.0/8") as client:
        greedy = [(await _ask(client, X_Forwarded_For="203.0.113.1")).status_code for _ in range(15)]
        assert 429 in greedy
        assert (await _ask(client, X_Forwarded_For="203.0.113.2")).status_code == 200
    async with serve(anonymous_budget=1_000) as client:
        liar = [(await _ask(client, X_Forwarded_For=f"203.0.113.{each}")).status_code for each in range(15)]
        assert 429 in liar


async def test_one_client_has_only_so_many_places(serve: Serve) -> None:
    """Statements beyond them wait, and none is lost."""
    async with serve(anonymous_statements=1) as client:
        queries = [f"{{ countries(first: {number}) {{ nodes {{ name }} }} }}" for number in range(1, 5)]
        responses = await asyncio.gather(*(_ask(client, query) for query in queries))
        assert [response.status_code for response in responses] == [200] * 4


async def test_the_log_names_no_address(serve: Serve, log_lines: Lines) -> None:
    """Who reads about prisoners is nobody's business: all who send no key are called the same."""
    async with serve(trusted_proxies="127.0.0.0/8") as client:
        await _ask(client, X_Forwarded_For="203.0.113.77")
    (line,) = [line for line in log_lines() if line["event"] == "request"]
    assert line["client"] == "anonymous"
    assert "203.0.113.77" not in str(line)
    assert "127.0.0.1" not in str(line)
