"""Long exports: one moment of the data, one place each, an end that is seen, and nothing left behind."""

import asyncio
import contextlib
import io
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import httpx
import openpyxl
import pytest
from limits import RateLimitItemPerMinute

from api.asking.operations import Operation
from api.clients.ticket import Client
from api.collections.registry import Collections
from api.database.attach import open_servers
from api.database.connect import connected
from api.database.embedded import Server
from api.database.reader import PoolLimits
from api.database.snapshots import open_snapshot
from api.database.urls import Urls
from api.engine import Engine, Prepared
from api.errors import Overloaded, TooManyRequests
from api.exports import run, workbook
from api.exports.reading import Reading
from api.exports.room import EXPORT, Room
from api.exports.sheets import Sheet, make_sheets
from tests.exports.conftest import opened, read_csv, read_lines

# The first page of claims costs 12,501, and as many objects as one may have read by then are left: an export waits
# for its budget after a page or two, and is under way for as long as a test needs.
POOR = 30_000
OF_EXPORT = "FROM pg_stat_activity WHERE datname = $1 AND state = 'idle in transaction'"


def _client(name: str, *scopes: str) -> Client:
    return Client(name, name, RateLimitItemPerMinute(1), 1, frozenset({"read", *scopes}), b"")


@contextlib.asynccontextmanager
async def _reading(urls: Urls, engine: Engine) -> AsyncIterator[tuple[Reading, Sheet]]:
    async def prepare(operation: Operation) -> Prepared:
        return engine.prepare(operation.text, operation.variables, None, trusted=True)

    async with open_servers([urls.reader], PoolLimits(size=1)) as servers, open_snapshot(servers) as snapshot:
        sheets = make_sheets(Collections(engine.schema), engine.schema)
        yield Reading(snapshot, prepare), sheets["claims"]


async def test_an_export_is_of_one_moment(seeded_copy: Urls, engine: Engine) -> None:
    """What is committed while an export runs is in none of its pages, and in the next export."""
    async with _reading(seeded_copy, engine) as (reading, sheet), connected(seeded_copy.writer) as writer:
        pages = reading.pages(sheet, sheet.read())
        rows = [row["statement"] for row in await anext(pages)]
        await writer.execute("UPDATE claim SET statement = 'Changed.'")
        rows += [row["statement"] async for page in pages for row in page]
        before = reading.snapshot.edition.revision
    assert len(rows) > 1_500
    assert "Changed." not in rows
    async with _reading(seeded_copy, engine) as (reading, sheet):
        (first, *_) = await anext(pages := reading.pages(sheet, sheet.read()))
        await pages.aclose()
    assert (first["statement"], reading.snapshot.edition.revision) == ("Changed.", before + 1)


@dataclass(frozen=True, slots=True)
class Watched:
    """A database of one's own, and what runs there."""

    urls: Urls
    superuser: asyncpg.Connection

    async def waits_for(self, exports: int) -> None:
        """Wait until so many exports pause between two pages."""
        while await self._ask(f"SELECT count(*) {OF_EXPORT}") != exports:
            await asyncio.sleep(0.02)

    async def break_off(self) -> None:
        """End the sessions of all exports."""
        await self._ask(f"SELECT count(pg_terminate_backend(pid)) {OF_EXPORT}")

    async def _ask(self, sql: str) -> object:
        return await self.superuser.fetchval(sql, urlsplit(self.urls.reader).path.strip("/"))


@pytest.fixture
async def watched(seeded_copy: Urls, server: Server) -> AsyncIterator[Watched]:
    """All the seeds, for one test alone."""
    async with connected(server.url("postgres", "postgres")) as superuser:
        yield Watched(seeded_copy, superuser)


async def test_who_leaves_leaves_nothing_behind(watched: Watched, engine: Engine) -> None:
    """One client has one long export at a time; when it leaves, its transaction ends and its place is free."""
    async with opened(watched.urls, engine, anonymous_budget=POOR) as (http, _):
        async with http.stream("GET", "/v1/claims.csv") as answer:
            assert answer.status_code == 200
            await watched.waits_for(exports=1)
            second = await http.get("/v1/claims.jsonl")
            assert (second.status_code, second.json()["code"]) == (429, "TOO_MANY_REQUESTS")
            assert "retry-after" in second.headers
        await watched.waits_for(exports=0)
        async with http.stream("GET", "/v1/claims.csv") as again:
            assert again.status_code == 200


async def test_a_budget_slows_an_export_and_leaves_half_to_others(watched: Watched, engine: Engine) -> None:
    """While an export waits for its budget, a page of the same client is answered."""
    async with (
        opened(watched.urls, engine, anonymous_budget=POOR) as (http, _),
        http.stream("GET", "/v1/claims.csv"),
    ):
        await watched.waits_for(exports=1)
        assert (await http.get("/v1/releases?limit=5")).status_code == 200


async def test_what_fails_midway_is_seen_to_have_failed(watched: Watched, engine: Engine) -> None:
    """An export whose connection is lost has no end: nobody takes the part for the whole."""
    async with (
        opened(watched.urls, engine, anonymous_budget=POOR) as (http, _),
        http.stream("GET", "/v1/claims.csv") as answer,
    ):
        await watched.waits_for(exports=1)
        await watched.break_off()
        with pytest.raises(httpx.RemoteProtocolError):
            await answer.aread()


async def test_a_short_export_needs_no_place(watched: Watched, engine: Engine) -> None:
    """What fits on one page is answered while all places are taken."""
    async with (
        opened(watched.urls, engine, exports=1, anonymous_budget=POOR) as (http, _),
        http.stream("GET", "/v1/claims.csv"),
    ):
        await watched.waits_for(exports=1)
        assert (await http.get("/v1/programs.csv")).status_code == 200


def test_the_last_place_is_for_keys_that_export() -> None:
    """Others are sent away while it alone is left; without the scope nobody has two."""
    room = Room(2)
    partner, visitor, other = _client("key:1", EXPORT), _client("a"), _client("b")
    with room.place(visitor):
        with pytest.raises(TooManyRequests), room.place(visitor):
            pass
        with pytest.raises(Overloaded), room.place(other):
            pass
        with room.place(partner), pytest.raises(Overloaded), room.place(partner):
            pass
        with room.place(partner):
            pass
    assert not room.taken


async def test_more_rows_than_excel_holds_are_refused(
    seeded: Urls, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are counted before any work is done, and CSV is offered."""
    for module in (workbook, run):
        monkeypatch.setattr(module, "MOST_ROWS", 1_000)
    async with opened(seeded, engine) as (http, _):
        answer = await http.get("/v1/claims.xlsx")
        assert (answer.status_code, answer.json()["code"]) == (422, "TOO_MANY_ROWS")
        assert ".csv" in answer.json()["hint"]
        assert (await http.get("/v1/claims.csv")).status_code == 200


async def test_a_workbook_that_nobody_waits_for_is_let_go(
    watched: Watched, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who leaves while a workbook is written leaves no file behind."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    async with (
        opened(watched.urls, engine, anonymous_budget=POOR) as (http, _),
        http.stream("GET", "/v1/claims.xlsx"),
    ):
        await watched.waits_for(exports=1)
        assert _files(tmp_path)
    await watched.waits_for(exports=0)
    assert not _files(tmp_path)


def _files(folder: Path) -> list[Path]:
    return list(folder.glob("detente-*/*"))


async def test_head_tells_without_sending(seeded: Urls, engine: Engine) -> None:
    """HEAD has the headers of a long export, and no body."""
    async with opened(seeded, engine) as (http, _):
        answer = await http.head("/v1/claims.csv")
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.content == b""


async def test_a_formula_in_the_data_runs_nowhere(seeded_copy: Urls, engine: Engine) -> None:
    """A title that is a formula is marked in CSV, a text in a workbook, and itself in lines."""
    formula = '=HYPERLINK("http://example.org","x")'
    async with connected(seeded_copy.writer) as writer:
        await writer.execute("UPDATE release SET title = $1 WHERE slug = 'by-us-2025-12-13'", formula)
    async with opened(seeded_copy, engine) as (http, _):
        body = (await http.get("/v1/releases.csv")).content
        assert b"\"'=HYPERLINK(" in body
        assert formula in {row["Title"] for row in read_csv(body)}
        book = openpyxl.load_workbook(io.BytesIO((await http.get("/v1/releases.xlsx")).content))
        (cell,) = [row[0] for row in book["Releases"].iter_rows() if row[0].value == formula]
        assert cell.data_type == "s"
        lines = read_lines((await http.get("/v1/releases.jsonl")).content)
        assert formula in {row["title"] for row in lines}
