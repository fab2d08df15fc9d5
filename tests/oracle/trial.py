"""Runs operations against one database: compiled as the API runs them, and the plain way."""

import asyncio
import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import asyncpg
import hypothesis
from graphql import parse

from api.database.connect import open_connection
from api.database.reader import Reader, open_reader
from api.database.urls import Urls
from api.engine import Engine, Prepared, Refused
from tests.oracle.databases import fill
from tests.oracle.executor import answer
from tests.oracle.operations import Operation
from tests.oracle.vocabulary import Vocabulary
from tests.oracle.world import World, load_world
from tests.recorder import Recorder

TOO_LARGE = ("QUERY_TOO_LARGE", "COST_TOO_HIGH")
TIMEOUT_MS = 60_000


@dataclass(repr=False)
class Trial:
    """One database, and how often it was asked."""

    engine: Engine
    world: World
    runner: asyncio.Runner
    reader: Reader
    recorder: Recorder
    vocabulary: Vocabulary = field(init=False)

    def __post_init__(self) -> None:
        self.vocabulary = Vocabulary(self.world)

    def compiled(self, operation: Operation) -> str:
        """Return the compiled answer; it comes from one statement, and no key stands twice in an object."""
        prepared = self._prepared(operation)
        if prepared.sql is None:
            return _data(prepared.respond(None, None))
        self.recorder.clear()
        row = self.runner.run(self.reader.row(prepared.sql, *prepared.arguments, steady=prepared.steady))
        assert len(self.recorder.statements) == 1
        assert row is not None
        return _data(prepared.respond(row[0], row[1]))

    def _prepared(self, operation: Operation) -> Prepared:
        try:
            return self.engine.prepare(operation.text, operation.variables, operation.name)
        except Refused as refused:
            if _is_too_large(refused):
                hypothesis.reject()
            raise

    def expected(self, operation: Operation) -> str:
        """Return what a plain executor answers."""
        data = answer(self.world, parse(operation.text), operation.variables, operation.name)
        return written(_numbered(data))


@contextlib.contextmanager
def trial(engine: Engine, database: Urls, seed: str | None) -> Iterator[Trial]:
    """Fill a database from a seed, if there is one, and open it as the reader."""
    with asyncio.Runner() as runner:
        if seed is not None:
            runner.run(_fill(database, seed))
        found = runner.run(load_world(database.reader))
        connection = runner.run(asyncpg.connect(database.reader))
        world = replace(found, ask=lambda sql, *given: runner.run(connection.fetch(sql, *given)))
        opened = open_reader(database.reader, size=1, statement_timeout_ms=TIMEOUT_MS)
        reader = runner.run(opened.__aenter__())
        recording = Recorder.on(reader.pool)
        recorder = runner.run(recording.__aenter__())
        try:
            yield Trial(engine, world, runner, reader, recorder)
        finally:
            runner.run(recording.__aexit__(None, None, None))
            runner.run(opened.__aexit__(None, None, None))
            runner.run(connection.close())


def written(data: dict[str, Any]) -> str:
    """Return data as text, so that two answers are equal byte for byte, the order of keys included."""
    return json.dumps(data, ensure_ascii=False, indent=1)


def _is_too_large(refused: Refused) -> bool:
    """Return whether an operation was refused only because it asks for too much."""
    (error, *_) = refused.errors
    return error["extensions"]["code"] in TOO_LARGE or "too complex" in error["message"].lower()


async def _fill(database: Urls, seed: str) -> None:
    connection = await open_connection(database.owner)
    try:
        await fill(connection, seed)
    finally:
        await connection.close()


def _data(body: bytes) -> str:
    return written(json.loads(body, object_pairs_hook=_object)["data"])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len({key for key, _ in pairs}) == len(pairs), "a key stands twice"
    return dict(pairs)


def _numbered(data: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON is what it is
    """Return data with whole numbers written as Postgres writes them: 1, not 1.0."""
    return json.loads(json.dumps(data), parse_float=lambda text: _whole(float(text)))


def _whole(number: float) -> float:
    return int(number) if number.is_integer() else number
