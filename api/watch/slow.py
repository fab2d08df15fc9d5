"""Logs operations that took too long: what they were, what they cost, how Postgres would run them.

Never what they were asked with: an argument may be a name. The plan is the generic one, which shows $1 where a
value would stand, and is asked for without running the statement again.
"""

import asyncio
import hashlib
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from api import logs
from api.errors import DetenteError
from api.watch.requests import Request

# For how long a statement whose plan was logged is not explained again, and of how many that is remembered.
PLAN_SECONDS = 600.0
PLANS_REMEMBERED = 500
# Longest plan that is logged.
PLAN_CHARACTERS = 20_000

_TOLD = ("operation", "cost", "parse_ms", "lower_ms", "run_ms", "revision", "client")

Explain = Callable[[str], Awaitable[str]]


class SlowOperations:
    """Looks at every request; one at a time is explained."""

    def __init__(self, milliseconds: int, explain: Explain | None) -> None:
        self._seconds = milliseconds / 1000
        self._explain = explain
        self._explained: OrderedDict[str, float] = OrderedDict()
        self._task: asyncio.Task[None] | None = None

    def observe(self, request: Request) -> None:
        """Log a request that ran a statement and took too long."""
        sql = request.facts.get("_sql")
        if request.seconds < self._seconds or not isinstance(sql, str):
            return
        digest = hashlib.sha256(sql.encode()).hexdigest()[:16]
        told = {name: request.facts[name] for name in _TOLD if request.facts.get(name) is not None}
        logs.log.warning(
            "slow operation", **told, total_ms=round(request.seconds * 1000, 2), statement=digest
        )
        if self._explain and (self._task is None or self._task.done()) and self._due(digest):
            self._task = asyncio.create_task(self._log_plan(self._explain, digest, sql))

    def _due(self, digest: str) -> bool:
        now = time.monotonic()
        if now - self._explained.get(digest, -PLAN_SECONDS) < PLAN_SECONDS:
            return False
        self._explained[digest] = now
        self._explained.move_to_end(digest)
        if len(self._explained) > PLANS_REMEMBERED:
            self._explained.popitem(last=False)
        return True

    async def _log_plan(self, explain: Explain, digest: str, sql: str) -> None:
        try:
            plan = await explain(sql)
        except DetenteError as error:
            logs.log.warning("no plan", statement=digest, code=error.code)
        else:
            logs.log.warning("slow plan", statement=digest, plan=plan[:PLAN_CHARACTERS].splitlines())
