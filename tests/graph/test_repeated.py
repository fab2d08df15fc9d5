"""What is asked again in the very same words is read once, and answered like the first time."""

from collections.abc import Callable
from typing import Any

import httpx

from api.engine import Engine
from api.engine.cache import ByteCache

Lines = Callable[[], list[dict[str, Any]]]
JSON = {"Content-Type": "application/json"}
BODY = b'{"query": "query Again { country(iso2: \\"US\\") { iso2 } }", "extensions": {"cost": true}}'


async def _ask_thrice(client: httpx.AsyncClient) -> list[httpx.Response]:
    return [await client.post("/graphql", content=BODY, headers=JSON) for _ in range(3)]


async def test_each_answer_and_its_line_are_as_the_first(client: httpx.AsyncClient, log_lines: Lines) -> None:
    """Data, what it cost, and what is logged of it do not change with the asking."""
    answers = [response.json() for response in await _ask_thrice(client)]
    assert [answer["data"] for answer in answers] == [{"country": None}] * 3
    assert len({answer["extensions"]["cost"]["requested"] for answer in answers}) == 1
    assert {(line["operation"], line["cost"]) for line in log_lines()} == {("Again", log_lines()[0]["cost"])}


async def test_it_is_not_read_again_though_its_document_is_forgotten(
    client: httpx.AsyncClient, engine: Engine, log_lines: Lines
) -> None:
    """Only the first was parsed; the last is known by its bytes alone."""
    engine.cache = ByteCache(engine.cache.limit)
    await _ask_thrice(client)
    engine.cache = ByteCache(engine.cache.limit)
    await client.post("/graphql", content=BODY, headers=JSON)
    first, *others = log_lines()
    assert first["parse_ms"] > 0
    assert [line["parse_ms"] for line in others] == [0, 0, 0]


async def test_known_words_are_refused_where_unknown_ones_were(client: httpx.AsyncClient) -> None:
    """A body that is known must be sent as JSON like any other: pages of other sites cannot ask in its place."""
    await _ask_thrice(client)
    response = await client.post("/graphql", content=BODY, headers={"Content-Type": "text/plain"})
    assert response.status_code == 415
