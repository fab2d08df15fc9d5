"""Answers requests for exports: what fits on one page at once and whole, anything longer as a stream."""

import asyncio
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import orjson

from api import logs
from api.answers import Conditions
from api.asking import replies
from api.asking.asking import Asked, Asking
from api.asking.call import Call
from api.database.servers import Servers
from api.exports import origins
from api.exports.columns import Row
from api.exports.formats import CSV, FTM, LINES, METADATA, XLSX, Format, writer
from api.exports.metadata import metadata
from api.exports.request import SAFE, Request, revision_of
from api.exports.room import Room
from api.exports.run import Run
from api.exports.sheets import Sheet, find
from api.exports.table import About
from api.exports.workbook import WorkbookWriter
from api.web.reply import Reply
from api.web.stream import Stream


@dataclass(frozen=True, slots=True)
class Service:
    """Exports of the collections.

    Attributes:
        sheets: The collections as tables.
        entities: Those that FollowTheMoney can hold.
        seconds: Longest that one export may take.
    """

    sheets: Mapping[str, Sheet]
    entities: Mapping[str, Sheet]
    asking: Asking
    servers: Servers
    room: Room
    seconds: float

    async def file(self, form: Format, call: Call) -> Reply | Stream:
        """Answer with a file."""
        request = self._read(form, call)
        asked = await self._first(request)
        if asked.data is None:
            return replies.unchanged(replies.told(asked, request.edition))
        page = request.sheet.found(asked.data)
        if page.next is None:
            rows = list(request.sheet.rows(request.wanted, page.rows))
            body = await (self._workbook(request, asked, rows) if form is XLSX else _written(request, rows))
            if body is not None:
                return Reply(200, body, request.headers(asked, revision_of(asked)))
        return await self._stream(request, asked)

    async def metadata(self, call: Call) -> Reply:
        """Answer with what is told beside a delimited file."""
        request = self._read(METADATA, call)
        asked = await self.asking.ask(origins.DATASET, call.ticket, call.conditions_of(request.edition))
        headers = replies.told(asked, request.edition)
        if asked.data is None:
            return replies.unchanged(headers)
        about = _about(request, asked, CSV)
        body = orjson.dumps(metadata(about, request.sheet.shown(request.wanted), about.address))
        return Reply(200, body, ((b"content-type", METADATA.media.encode()), SAFE, *headers))

    def _read(self, form: Format, call: Call) -> Request:
        call.allow("GET")
        sheet = find(self.entities if form is FTM else self.sheets, call.scope["path_params"]["plural"])
        wanted = sheet.read(call.pairs())
        return Request(form, call, sheet, sheet.trimmed(wanted) if form is LINES else wanted)

    async def _first(self, request: Request) -> Asked:
        """Ask for the first page as anybody does: it may be known already, and it may be all there is."""
        call, operation = request.call, request.sheet.page(request.wanted)
        return await self.asking.ask(operation, call.ticket, call.conditions_of(request.edition))

    async def _stream(self, request: Request, asked: Asked) -> Stream:
        """Begin a long export: whatever fails before its first piece is told as anywhere else."""
        run = Run(request, self.asking, self.servers, self.room, self.seconds)
        pieces = run.pieces(revision_of(asked))
        first = await anext(pieces)
        # A file takes as long as its reader does: that is no slow statement.
        logs.note(_sql=None)
        headers = request.headers(asked, run.revision)
        return Stream(first, pieces, headers, request.call.scope, request.call.receive)

    async def _workbook(self, request: Request, asked: Asked, rows: list[Row]) -> bytes | None:
        """Return a workbook of few rows; None where the data changed meanwhile."""
        revision = revision_of(asked)
        beside = await self.asking.ask(origins.DATASET, request.call.ticket, Conditions(at_least=revision))
        if revision_of(beside) != revision:
            return None
        return await asyncio.to_thread(_made, request, _about(request, beside, XLSX), rows)


def _about(request: Request, asked: Asked, form: Format) -> About:
    assert asked.data is not None, "nothing was said of what the client has"
    return origins.about(asked.data, request.sheet, request.wanted, request.address(form))


async def _written(request: Request, rows: list[Row]) -> bytes:
    made = writer(request.form, request.sheet.shown(request.wanted))
    return await asyncio.to_thread(lambda: made.head() + made.rows(rows) + made.tail())


def _made(request: Request, about: About, rows: list[Row]) -> bytes:
    with tempfile.TemporaryDirectory(prefix="detente-") as folder:
        path = Path(folder) / "export.xlsx"
        book = WorkbookWriter(path, request.sheet.shown(request.wanted), request.sheet.title)
        book.rows(rows)
        book.close(about)
        return path.read_bytes()
