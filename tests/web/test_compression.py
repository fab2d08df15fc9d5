"""Answers are compressed as the client likes, if that saves anything."""

import httpx
import pytest
from starlette.types import Message

from api.web.reply import SLICE, Reply

LARGE = {"query": "{ __schema { types { name description } } }"}
SMALL = {"query": "{ __typename }"}


async def _ask(client: httpx.AsyncClient, body: object, accept_encoding: str) -> httpx.Response:
    return await client.post("/graphql", json=body, headers={"Accept-Encoding": accept_encoding})


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("zstd", "zstd"),
        ("br", "br"),
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, deflate, br", "br"),
        ("zstd;q=0, gzip", "gzip"),
        ("identity", None),
        ("deflate", None),
    ],
)
async def test_the_best_coding_that_is_accepted(
    asker: httpx.AsyncClient, accepted: str, coding: str | None
) -> None:
    """By preference zstd, then br, then gzip; what comes out is the answer, and a cache keeps codings apart."""
    response = await _ask(asker, LARGE, accepted)
    assert response.headers.get("content-encoding") == coding
    assert "Accept-Encoding" in response.headers["vary"]
    assert int(response.headers["content-length"]) == response.num_bytes_downloaded
    assert len(response.json()["data"]["__schema"]["types"]) > 100
    assert coding is None or response.num_bytes_downloaded < len(response.content) / 3


async def test_small_answers_are_not_compressed(asker: httpx.AsyncClient) -> None:
    """They would not become smaller."""
    response = await _ask(asker, SMALL, "gzip, br, zstd")
    assert "content-encoding" not in response.headers


async def test_whoever_asks_an_answer_says_what_it_varies_with(asker: httpx.AsyncClient) -> None:
    """A cache must not hand the answer of one to another, whichever way it took here."""
    for told in ({"Accept-Encoding": "identity"}, {"Accept-Encoding": "br"}):
        response = await asker.post("/graphql", json={"query": "{ __typename }"}, headers=told)
        varies = {each.strip() for each in response.headers["vary"].split(",")}
        assert varies >= {"Accept", "Accept-Encoding", "Origin"}


async def test_a_long_body_goes_out_in_slices() -> None:
    """Each is short, together they are the body, and its length is told."""
    body = b"0123456789" * 70_000
    messages: list[Message] = []

    async def send(message: Message) -> None:
        messages.append(message)

    await Reply(200, body).write(send)
    start, *parts = messages
    assert start["headers"] == [(b"content-length", b"700000")]
    assert b"".join(part["body"] for part in parts) == body
    assert max(len(part["body"]) for part in parts) == SLICE
    assert [part.get("more_body", False) for part in parts] == [True, True, False]
