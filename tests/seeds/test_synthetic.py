"""Made-up data is the same for the same seed, keeps every rule of the data, and can be told apart and removed."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from api.database.connect import open_connection
from api.database.urls import Urls
from seeds import loader, synthetic
from seeds.check import violations
from seeds.loader.rows.table import ORDER
from seeds.synthetic import Sizes, SyntheticRefused
from seeds.synthetic.stories import batches
from seeds.synthetic.tables import COLUMNS, Batch
from seeds.synthetic.world import Country

SMALL = Sizes(detainees=400, sanctions=700)
# Enough countries for stories between them.
KNOWN = {
    iso2: Country(number, iso2, f"Country {iso2}") for number, iso2 in enumerate(("BY", "RU", "US", "EU"))
}


@pytest.fixture
async def writer(seeded_copy: Urls) -> AsyncIterator[asyncpg.Connection]:
    """The role that loads, on all the seeds."""
    connection = await open_connection(seeded_copy.writer)
    yield connection
    await connection.close()


def _rows(seed: int) -> dict[str, list[object]]:
    rows: dict[str, list[object]] = {table: [] for table in COLUMNS}
    for batch in batches(SMALL, seed, KNOWN):
        for table, made in batch.rows.items():
            rows[table] += made
    return rows


async def _image(connection: asyncpg.Connection) -> dict[str, int]:
    """A number for each table that differs where a row does."""
    sums = "SELECT coalesce(sum(hashtextextended(t::text, 0)), 0)::text FROM {} t"
    return {table: await connection.fetchval(sums.format(table)) for table in ORDER}


def test_a_seed_makes_up_the_same_every_time() -> None:
    """Two runs agree in every row; another seed does not."""
    assert _rows(1) == _rows(1)
    assert _rows(1)["detainee"] != _rows(2)["detainee"]


def test_sizes_are_kept_to_the_row() -> None:
    """As many people and sanctions as were asked for, and no id twice."""
    rows = _rows(3)
    assert (len(rows["detainee"]), len(rows["sanction"])) == (400, 700)
    for table in ("detainee", "sanction", "claim", "charge", "source"):
        assert len({row[0] for row in rows[table]}) == len(rows[table])  # type: ignore[index]


def test_batches_stay_small_however_much_is_made_up() -> None:
    """Memory does not grow with the sizes: rows come by some ten thousands."""
    sizes = [len(batch) for batch in batches(Sizes(8_000, 16_000), 1, KNOWN)]
    assert len(sizes) > 3
    assert max(sizes) < 120_000


def test_slugs_say_that_they_are_made_up() -> None:
    """Nothing made up can be taken for a record of ours."""
    rows = _rows(1)
    for table in (
        "organization",
        "source",
        "instrument",
        "target",
        "sanction",
        "detainee",
        "agreement",
        "release",
    ):
        assert all("synthetic-" in row[1] for row in rows[table])  # type: ignore[index]


def test_a_batch_notes_whose_the_shared_rows_are() -> None:
    """A row of a table that data sets share is declared by the synthetic one."""
    batch = Batch()
    batch.add("source", 7)
    batch.add("target", 8)
    assert [row[1:] for row in batch.rows["dataset_row"]] == [("source", 7)]


async def test_every_rule_of_the_data_holds(writer: asyncpg.Connection) -> None:
    """All constraints and invariants hold, every table is filled, and it is one revision that says why."""
    told: list[int] = []
    report = await synthetic.synthesize(writer, SMALL, 1, told.append)
    assert await violations(writer) == []
    assert all(report.rows.values()), report.rows
    assert sum(told) == 1_100
    reason = await writer.fetchval("SELECT reason FROM revision WHERE number = $1", report.revision)
    assert reason == "Make up synthetic data, for measuring"
    assert await writer.fetchval("SELECT count(*) FROM claim_relation WHERE kind = 'CONTRADICTS'") > 0


async def test_removal_leaves_the_seeds_as_they_were(writer: asyncpg.Connection) -> None:
    """What was made up is gone, and no other row has changed."""
    before = await _image(writer)
    report = await synthetic.synthesize(writer, SMALL, 1)
    assert await _image(writer) != before
    steps: list[int] = []
    assert await synthetic.remove(writer, steps.append) == sum(report.rows.values())
    assert len(steps) == len(COLUMNS)
    assert await _image(writer) == before
    assert (await loader.load(writer)).revision is None


async def test_a_second_run_and_a_load_are_refused(writer: asyncpg.Connection) -> None:
    """Synthetic data is neither doubled nor taken for removed dossiers; the message says what to do."""
    await synthetic.synthesize(writer, Sizes(5, 5), 1)
    before = await _image(writer)
    with pytest.raises(SyntheticRefused, match=r"holds synthetic data already\.\n.*synth --remove"):
        await synthetic.synthesize(writer, Sizes(5, 5), 2)
    with pytest.raises(loader.SyntheticPresent, match="synth --remove"):
        await loader.load(writer)
    assert await _image(writer) == before


async def test_nothing_to_remove_is_said(writer: asyncpg.Connection) -> None:
    """Removing from a database without synthetic data is refused."""
    with pytest.raises(SyntheticRefused, match="no synthetic data"):
        await synthetic.remove(writer)


async def test_countries_are_needed(database: Urls) -> None:
    """Without the seeds there is nothing to set stories in."""
    connection = await open_connection(database.writer)
    try:
        with pytest.raises(SyntheticRefused, match="detente seed"):
            await synthetic.synthesize(connection, SMALL, 1)
    finally:
        await connection.close()
