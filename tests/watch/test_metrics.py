"""Metrics count what was asked and how it ended, and nothing that a client could make grow."""

import pytest

from api.watch.names import ADMITTED, CANDIDATES, OFTEN, OTHER, UNNAMED, Names
from tests.watch.conftest import Watched, ask, samples

# Asked nowhere else: the engine, which all tests share, does not know it yet.
NEW = '{ neverAskedBefore: country(iso2: "US") { name } }'


async def test_requests_are_counted_by_route_operation_and_outcome(watched: Watched) -> None:
    """Each way to end is told apart."""
    async with watched() as client:
        await ask(client, "{ nothing }")
        await ask(client, '{ country(iso2: "US") { name } }')
        await client.get("/nowhere/at/all")
        found = (await samples(client))["detente_requests_total"]
    # In the order of the labels' names: operation, outcome, route.
    assert found[UNNAMED, "GRAPHQL_VALIDATION_FAILED", "/graphql"] == 1
    assert found[UNNAMED, "OK", "/graphql"] == 1
    assert found["", "HTTP_404", "none"] == 1


async def test_stages_are_timed(watched: Watched) -> None:
    """A statement that ran is one that was timed."""
    async with watched() as client:
        await ask(client, NEW)
        await ask(client, NEW)
        found = await samples(client)
    # The second time it was known, and so was the answer.
    assert {stage: found["detente_stage_seconds_count"][stage,] for stage in ("parse", "lower", "run")} == {
        "parse": 1, "lower": 1, "run": 1,
    }  # fmt: skip
    assert found["detente_stage_seconds_count"]["write",] == 2
    assert found["detente_answers_total"] == {("hit",): 1, ("miss",): 1}
    assert 0 < found["detente_stage_seconds_sum"]["run",] < 5
    assert found["detente_request_seconds_count"]["/graphql",] == 2
    assert found["detente_operation_cost_count"][()] == 2


async def test_what_a_worker_holds_is_read_when_asked(watched: Watched) -> None:
    """Pools, caches, revision and listener have their numbers."""
    async with watched(pool_size=2) as client:
        await ask(client, '{ country(iso2: "US") { name } }')
        found = await samples(client)
    ((server, state), busy), *_ = found["detente_pool_connections"].items()
    assert (state, busy) == ("busy", 0)
    assert found["detente_pool_connections"][server, "idle"] >= 1
    assert found["detente_pool_limit"][server,] == 2
    assert found["detente_pool_waiting"][server,] == 0
    assert found["detente_server_up"]["primary", server] == 1
    assert found["detente_cache_entries"]["plans",] >= 1
    assert found["detente_cache_bytes"]["plans",] <= found["detente_cache_limit_bytes"]["plans",]
    assert found["detente_revision"][()] == 0
    assert found["detente_listening"][()] == 1
    assert found["process_resident_memory_bytes"][()] > 1_000_000


async def test_metrics_hold_nothing_of_what_was_asked(watched: Watched) -> None:
    """Neither an operation's name that is new, nor a path, nor an argument."""
    async with watched() as client:
        await ask(client, 'query Hidden { country(iso2: "Hidden") { name } }')
        await client.get("/Hidden")
        assert "Hidden" not in (await client.get("/metrics")).text


async def test_metrics_can_be_switched_off(watched: Watched) -> None:
    """The address is then as any that does not exist."""
    async with watched(metrics=False) as client:
        assert (await client.get("/metrics")).status_code == 404


def test_names_that_are_known_are_counted_apart() -> None:
    """Those of our own documents are no client's choice."""
    names = Names()
    names.know(["Ours"])
    assert [names.label(each) for each in ("Ours", "Theirs", None, "")] == ["Ours", OTHER, UNNAMED, UNNAMED]


def test_a_name_that_is_asked_often_is_counted_apart() -> None:
    """An operator sees what people ask most."""
    names = Names()
    assert {names.label("Often") for _ in range(OFTEN)} == {OTHER}
    assert names.label("Often") == "Often"


@pytest.mark.parametrize("count", [1, OFTEN + 1])
def test_names_are_bounded_however_clients_choose_them(count: int) -> None:
    """Neither many names nor names asked often make more series than there is room for."""
    names = Names()
    seen = {names.label(f"Name{number}") for number in range(2 * CANDIDATES) for _ in range(count)}
    assert len(seen) == (1 if count == 1 else ADMITTED + 1)
    assert len(names._counts) <= CANDIDATES
