"""Records the statements that the connections of a pool run, beside those that set their sessions up."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Self

from asyncpg.connection import LoggedQuery

from api.database.pool import Pool


@dataclass(slots=True)
class Recorder:
    """The statements run since the recorder was made or cleared; `set_up` counts the settings of sessions."""

    statements: list[str] = field(default_factory=list)
    set_up: int = 0

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
        self.set_up = 0

    def _note(self, record: LoggedQuery) -> None:
        if record.query.startswith("SET "):
            self.set_up += 1
        else:
            self.statements.append(record.query)
