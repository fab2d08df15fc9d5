"""Every page of the seeds is there, and no page or card shows a name that is withheld."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from api.database.connect import connected
from api.database.urls import Urls
from api.engine import Engine
from seeds.records.discretion import words_of
from tests.pages.conftest import Visitor
from tests.reconcile.conftest import opened
from tests.recorder import Recorder
from tests.story.test_withheld import NAME, SLUG, WRITE

TABLES = {
    "agreements": "agreement",
    "releases": "release",
    "detainees": "detainee",
    "reliefs": "relief",
    "targets": "target",
    "sanctions": "sanction",
    "sources": "source",
    "organizations": "organization",
    "programs": "sanction_program",
    "countries": "country",
}
KEYS = {"programs": "code", "countries": "iso2"}
ALIKE = {"sources", "organizations", "programs", "countries"}
HIDDEN = words_of(NAME)


@pytest.fixture
async def visitor(seeded_copy: Urls, engine: Engine) -> AsyncIterator[Visitor]:
    """A reader of the real data and one person more, whose name is withheld."""
    async with connected(seeded_copy.writer) as writer, writer.transaction():
        await writer.execute(WRITE)
    async with (
        opened(seeded_copy, engine) as (client, servers),
        Recorder.on(servers.members[0].reader.pool) as recorder,
    ):
        yield Visitor(client, recorder)


async def _addresses(owner: asyncpg.Connection) -> list[str]:
    """The address of everything that has a page; of the kinds that are hundreds and alike, of each fourth."""
    found = []
    for plural, table in TABLES.items():
        key = KEYS.get(plural, "slug")
        rows = await owner.fetch(f"SELECT {key} FROM {table} ORDER BY id")
        found += [f"/{plural}/{row[0]}" for row in rows[:: 4 if plural in ALIKE else 1]]
    return found


async def test_every_page(visitor: Visitor, seeded_copy: Urls) -> None:
    """Each answers, with one statement, and holds no word of a withheld name."""
    async with connected(seeded_copy.owner) as owner:
        addresses = await _addresses(owner)
    visitor.recorder.clear()
    for address in addresses:
        answer = await visitor.get(address)
        assert answer.status_code == 200, address
        html = answer.text.casefold()
        assert not [word for word in HIDDEN if word in html], address
    assert len(await visitor.recorder.seen()) == len(addresses)


async def test_cards_of_the_withheld(visitor: Visitor) -> None:
    """The card of somebody who is withheld, and of the release they were in, name nobody."""
    for address in (f"/embed/detainees/{SLUG}", "/embed/releases/by-us-2025-12-13"):
        answer = await visitor.get(address)
        assert answer.status_code == 200
        assert not [word for word in HIDDEN if word in answer.text.casefold()]


async def test_counted(visitor: Visitor) -> None:
    """The person counts among those known one by one, in a line of their own."""
    page = await visitor.open("/releases/by-us-2025-12-13")
    assert "11 people known one by one" in page.sections["people"]
    assert "1 person, name withheld" in page.sections["people"]
