"""Records the statements that the connections of a pool run."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Self

from asyncpg.connection import LoggedQuery

from api.database.pool import Pool


@dataclass(slots=True)
class Recorder:
    """The statements run since the recorder was made or cleared."""

    statements: list[str] = field(default_factory=list)

    @classmethod
    @contextlib.asynccontextmanager
    async def on(cls, pool: Pool) -> AsyncIterator[Self]:
        """Listen to every connection the pool may open: all are opened first."""
        recorder = cls()
        await pool.warm(pool.size)
        for connection in pool.idle:
            connection.add_query_logger(recorder._note)
        yield recorder

    async def seen(self) -> list[str]:
        """What was run until now: the driver tells of a statement a moment after its rows."""
        await asyncio.sleep(0)
        return self.statements

    def clear(self) -> None:
        """Forget what was recorded."""
        self.statements.clear()

    def _note(self, record: LoggedQuery) -> None:
        self.statements.append(record.query)
