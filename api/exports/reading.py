"""Reads a whole collection, page by page, from one moment of the data; the next page while the last is written."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from api.asking.operations import Operation
from api.collections.collection import Page
from api.database.snapshots import Snapshot
from api.engine import Prepared
from api.exports.columns import Row
from api.exports.sheets import Sheet, Wanted

Prepare = Callable[[Operation], Awaitable[Prepared]]
Pay = Callable[[int], Awaitable[None]]


async def free(cost: int) -> None:
    """Charge nobody: for exports that the operator asks for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Statements on one moment of the data.

    Attributes:
        prepare: Makes an operation ready to run.
        pay: Charges what was read, before more is read; waits where the budget asks for it.
    """

    snapshot: Snapshot
    prepare: Prepare
    pay: Pay = free

    async def answer(self, operation: Operation) -> Mapping[str, Any]:
        """Return the data of one operation."""
        prepared = await self.prepare(operation)
        assert prepared.sql is not None, "what is exported stands in the database"
        data = await self.snapshot.read(prepared.sql, prepared.arguments, steady=prepared.steady)
        found: Mapping[str, Any] = await asyncio.to_thread(orjson.loads, data)
        return found

    async def pages(self, sheet: Sheet, wanted: Wanted) -> AsyncGenerator[Sequence[Row], None]:
        """Give the rows of all pages of what is wanted, the next one read while one is in use."""
        coming: asyncio.Task[Page] | None = asyncio.create_task(self._page(sheet, wanted, None))
        try:
            while coming:
                page = await coming
                coming = None
                if page.next:
                    coming = asyncio.create_task(self._page(sheet, wanted, page.next))
                yield await asyncio.to_thread(sheet.rows, wanted, page.rows)
        finally:
            if coming:
                coming.cancel()
                await asyncio.gather(coming, return_exceptions=True)

    async def _page(self, sheet: Sheet, wanted: Wanted, after: str | None) -> Page:
        page = sheet.found(await self.answer(sheet.page(wanted, after)))
        await self.pay(await asyncio.to_thread(objects, page.rows))
        return page


def objects(value: object) -> int:
    """Count what was read: each object is a row of some table."""
    if isinstance(value, dict):
        return 1 + sum(objects(each) for each in value.values() if isinstance(each, dict | list))
    if isinstance(value, list):
        return sum(map(objects, value))
    return 0
