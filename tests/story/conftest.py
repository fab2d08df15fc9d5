"""Asks the seeded database through the API's own application."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from api.database.reader import Reader
from api.engine import Engine
from tests.recorder import Recorder

Ask = Callable[..., Awaitable[Any]]


@pytest.fixture
async def ask(engine: Engine, reader: Reader, recorder: Recorder) -> Ask:
    """Run one operation on the real data; it must have been one statement."""

    async def run(query: str, **variables: object) -> Any:  # noqa: ANN401 - JSON is what it is
        prepared = engine.prepare(query, variables, None)
        assert prepared.sql is not None
        recorder.clear()
        row = await reader.row(prepared.sql, *prepared.arguments)
        assert row is not None
        assert await recorder.seen() == [prepared.sql]
        return json.loads(prepared.respond(row[0], row[1]))["data"]

    return run
