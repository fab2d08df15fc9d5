"""A long export on its way: a place, one moment of the data, and the pieces of the file."""

import asyncio
import tempfile
import time
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

from api.asking.asking import Asking
from api.asking.operations import Operation
from api.database.servers import Servers
from api.database.snapshots import open_snapshot
from api.engine import Prepared
from api.errors import StatementTimeout
from api.exports import origins
from api.exports.columns import Row
from api.exports.formats import XLSX, writer
from api.exports.reading import Reading
from api.exports.request import Request
from api.exports.room import Room
from api.exports.workbook import MOST_ROWS, WorkbookWriter, too_many

_PIECE = 256 * 1024


@dataclass(slots=True)
class Run:
    """One export.

    Attributes:
        seconds: Longest that it may take.
        revision: That of its data, once it has begun.
    """

    request: Request
    asking: Asking
    servers: Servers
    room: Room
    seconds: float
    revision: int = 0

    async def pieces(self, at_least: int) -> AsyncGenerator[bytes, None]:
        """Give the pieces of the file; the first once all is sure that can be known before the last."""
        ticket = self.request.call.ticket

        async def prepare(operation: Operation) -> Prepared:
            return await self.asking.prepare(operation, ticket)

        write = self._workbook if self.request.form is XLSX else self._written
        with self.room.place(ticket.client):
            async with open_snapshot(self.servers, at_least) as snapshot:
                self.revision = snapshot.edition.revision
                async with aclosing(write(Reading(snapshot, prepare, ticket.pay_in_time))) as made:
                    async for piece in made:
                        yield piece

    async def _written(self, reading: Reading) -> AsyncGenerator[bytes, None]:
        made = writer(self.request.form, self.request.sheet.shown(self.request.wanted))
        head = made.head()
        async for rows in self._rows(reading):
            yield head + await asyncio.to_thread(made.rows, rows)
            head = b""
        yield head + made.tail()

    async def _workbook(self, reading: Reading) -> AsyncGenerator[bytes, None]:
        sheet, wanted = self.request.sheet, self.request.wanted
        await refuse_too_many(reading, self.request)
        about = origins.about(
            await reading.answer(origins.DATASET), sheet, wanted, self.request.address(XLSX)
        )
        with tempfile.TemporaryDirectory(prefix="detente-") as folder:
            path = Path(folder) / "export.xlsx"
            book = WorkbookWriter(path, sheet.shown(wanted), sheet.title)
            try:
                async for rows in self._rows(reading):
                    await asyncio.to_thread(book.rows, rows)
                    # Says that it has begun, so that nobody on the way takes us for dead.
                    yield b""
            except BaseException:
                book.abandon()
                raise
            await asyncio.to_thread(book.close, about)
            with path.open("rb") as file:
                while piece := await asyncio.to_thread(file.read, _PIECE):
                    yield piece

    async def _rows(self, reading: Reading) -> AsyncIterator[list[Row]]:
        end = time.monotonic() + self.seconds
        async with aclosing(reading.pages(self.request.sheet, self.request.wanted)) as pages:
            async for rows in pages:
                yield list(rows)
                if time.monotonic() > end:
                    raise StatementTimeout(
                        f"The export took longer than {self.seconds:g} seconds.", "Take the bulk files."
                    )


async def refuse_too_many(reading: Reading, request: Request) -> None:
    """Refuse more rows than a workbook can hold, before any work is done for it."""
    page = request.sheet.collection.page(await reading.answer(request.sheet.count(request.wanted)))
    if (page.total or 0) > MOST_ROWS:
        raise too_many(page.total or 0)
