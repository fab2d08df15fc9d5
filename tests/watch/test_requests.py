"""Each request has its line and its timings, and the probes keep quiet."""

import re

from tests.watch.conftest import Lines, Watched, ask


async def test_a_browser_sees_where_the_time_went(watched: Watched) -> None:
    """Server-Timing has the statement's time, where the answer came from, and the whole."""
    async with watched() as client:
        answer = await ask(client, '{ country(iso2: "US") { name } }')
    timing = answer.headers["server-timing"]
    assert re.search(r'\brun;dur=[\d.]+, cache;desc="miss", total;dur=[\d.]+$', timing), timing


async def test_a_probe_that_succeeds_writes_no_line(watched: Watched, log_lines: Lines) -> None:
    """They come every few seconds; one that fails is worth a line."""
    async with watched() as client:
        await client.get("/healthz")
        await client.get("/metrics")
        await client.get("/readyz")
    requests = [line for line in log_lines() if line["event"] == "request"]
    assert [(line["route"], line["status"]) for line in requests] == [("/readyz", 503)]


async def test_private_facts_stay_out_of_the_line(watched: Watched, log_lines: Lines) -> None:
    """What is noted for those who watch is no part of the log."""
    async with watched() as client:
        await ask(client, '{ country(iso2: "US") { name } }')
    (line,) = [line for line in log_lines() if line["event"] == "request"]
    assert not [name for name in line if name.startswith("_")]
    assert list(line)[:4] == ["timestamp", "level", "event", "request_id"]
