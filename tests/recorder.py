"""Records the statements that the connections of a pool run."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Self

import asyncpg
from asyncpg.connection import LoggedQuery


@dataclass(slots=True)
class Recorder:
    """The statements run since the recorder was made or cleared."""

    statements: list[str] = field(default_factory=list)

    @classmethod
    @contextlib.asynccontextmanager
    async def on(cls, pool: "asyncpg.Pool[asyncpg.Record]") -> AsyncIterator[Self]:
        """Listen to every connection the pool may open: all are opened first."""
        recorder = cls()
        async with contextlib.AsyncExitStack() as stack:
            held = [await stack.enter_async_context(pool.acquire()) for _ in range(pool.get_max_size())]
            for connection in held:
                connection.add_query_logger(recorder._note)
        yield recorder

    def clear(self) -> None:
        """Forget what was recorded."""
        self.statements.clear()

    def _note(self, record: LoggedQuery) -> None:
        self.statements.append(record.query)
