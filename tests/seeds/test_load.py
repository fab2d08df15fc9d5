"""Loading is all or nothing, touches only what differs, and leaves other data sets alone."""

import asyncio

import asyncpg
import pytest

from api.database.connect import connected
from api.database.urls import Urls
from seeds.loader import Counts, DatabaseRefused, LoadReport, Refused, load
from seeds.loader.ids import identify
from seeds.loader.rows.table import ORDER
from tests.seeds.stories import DEAL, LATER, REFERENCE, Story

OFFICIAL = identify("DatasetSource", "official-list")


def _touched(report: LoadReport) -> dict[str, tuple[int, int, int]]:
    return {
        name: (counts.added, counts.changed, counts.removed)
        for name, counts in report.tables.items()
        if counts != Counts()
    }


async def _image(connection: asyncpg.Connection) -> dict[str, list[str]]:
    """Every row of every table, the change log included."""
    tables = [*ORDER, "revision", "change"]
    return {
        table: [row[0] for row in await connection.fetch(f"SELECT t::text FROM {table} t ORDER BY 1")]
        for table in tables
    }


async def test_every_table_of_the_story_is_filled(writer: asyncpg.Connection, story: Story) -> None:
    """One load fills each table that dossiers speak of, in one revision that tells its reason."""
    report = await load(writer, story.folder)
    assert (report.revision, report.changed, report.removed) == (1, 0, 0)
    assert set(_touched(report)) == set(ORDER)
    (revision,) = await writer.fetch("SELECT number, reason FROM revision")
    assert tuple(revision) == (1, "Load the dossiers")
    assert str(report).splitlines()[-1] == f"{report.added} added, 0 changed, 0 removed: revision 1"


async def test_a_second_load_changes_nothing(writer: asyncpg.Connection, story: Story) -> None:
    """The same files again make no revision, no change and no new row version."""
    await load(writer, story.folder)
    versions = "SELECT xmin::text, ctid::text, id FROM claim ORDER BY id"
    before = await _image(writer), await writer.fetch(versions)
    report = await load(writer, story.folder)
    assert (report.added, report.changed, report.removed, report.revision) == (0, 0, 0, None)
    assert (await _image(writer), await writer.fetch(versions)) == before
    assert str(report) == "0 added, 0 changed, 0 removed: no revision"


async def test_one_correction_is_one_change(writer: asyncpg.Connection, story: Story) -> None:
    """A corrected field changes its row alone and is logged by the name that GraphQL gives it."""
    await load(writer, story.folder)
    story.change("    released_on: 2025-12-13", "    released_on: 2025-12-14")
    report = await load(writer, story.folder)
    assert _touched(report) == {"release": (0, 1, 0)}
    (change,) = await writer.fetch(
        "SELECT operation::text, subject_type, fields FROM change WHERE revision = 2"
    )
    assert tuple(change) == ("MODIFY", "Release", ["releasedOn"])


async def test_a_removed_dossier_leaves_no_row(writer: asyncpg.Connection, story: Story) -> None:
    """A file that is gone takes its rows along, and what others still need stays."""
    dossier = story.read(LATER)
    (story.folder / LATER).unlink()
    await load(writer, story.folder)
    before = {
        table: rows for table, rows in (await _image(writer)).items() if table not in ("revision", "change")
    }
    (story.folder / LATER).write_text(dossier)
    added = await load(writer, story.folder)
    (story.folder / LATER).unlink()
    removed = await load(writer, story.folder)
    assert {name: counts.added for name, counts in added.tables.items()} == {
        name: counts.removed for name, counts in removed.tables.items()
    }
    after = await _image(writer)
    assert {table: after[table] for table in before} == before


async def test_a_bad_file_loads_nothing(writer: asyncpg.Connection, story: Story) -> None:
    """One slip in one file, and no row of any file is written."""
    line = story.change("mode: UNKNOWN", "mode: NOBODY KNOWS", LATER)
    with pytest.raises(
        Refused, match=rf"{LATER}:{line}: releases\[0\]\.mode: 'NOBODY KNOWS' is none of its words"
    ):
        await load(writer, story.folder)
    assert not any((await _image(writer)).values())


async def test_what_the_database_refuses_loads_nothing(writer: asyncpg.Connection, story: Story) -> None:
    """A constraint that only the database knows undoes everything, and is told without the row."""
    story.change("name: Norway", "name: Belarus", REFERENCE)
    with pytest.raises(
        DatabaseRefused, match=r"table country\): duplicate key .*; nothing was loaded\. Correct"
    ) as refused:
        await load(writer, story.folder)
    assert refused.value.__cause__ is None
    assert not any((await _image(writer)).values())


async def test_a_detainee_may_take_the_place_of_another(writer: asyncpg.Connection, story: Story) -> None:
    """Renaming the slug of a person who is on a list moves the place on the list to the new record."""
    story.change("    name: Maria Doe\n", "    name: Maria Doe\n    listed_as: potash-works\n")
    await load(writer, story.folder)
    (story.folder / DEAL).write_text(story.read().replace("maria-doe", "maria-k-doe"))
    report = await load(writer, story.folder)
    assert report.tables["detainee"] == Counts(added=1, removed=1)
    assert await writer.fetchval("SELECT slug FROM detainee WHERE target_id IS NOT NULL") == "maria-k-doe"


async def test_a_person_may_become_withheld(writer: asyncpg.Connection, story: Story) -> None:
    """Withholding a name that was public takes it out of every public row at once."""
    await load(writer, story.folder)
    text = story.read()
    start, end = text.index("  - slug: maria-doe"), text.index("  - {slug: p-p,")
    person = "  - {slug: withheld-by-2, publication: WITHHELD, status: RELEASED, sources: [herald-1214]}\n"
    text = (
        (text[:start] + person + text[end:])
        .replace("maria-doe", "withheld-by-2")
        .replace("Maria Doe", "A relative")
    )
    (story.folder / DEAL).write_text(text)
    await load(writer, story.folder)
    public = {table: rows for table, rows in (await _image(writer)).items() if table != "change"}
    assert "Maria" not in str(public)
    assert "Марыя" not in str(public)


async def test_a_confidential_name_goes_to_its_own_schema(
    database: Urls, writer: asyncpg.Connection, story: Story
) -> None:
    """The name of a withheld person stands in the one table that the reader may not see."""
    await load(writer, story.folder)
    image = await _image(writer)
    assert "Őrsi" in str(image.pop("confidential.detainee_name"))
    assert "Őrsi" not in str(image)
    async with connected(database.reader) as reader:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await reader.fetch("TABLE confidential.detainee_name")


async def test_a_confidential_name_outlives_the_file_that_gave_it(
    writer: asyncpg.Connection, story: Story
) -> None:
    """Once known, a withheld name is refused in any text, though no file holds it any more."""
    await load(writer, story.folder)
    story.change("confidential_name: Ünal Őrsi, ", "")
    assert _touched(await load(writer, story.folder)) == {}
    line = story.change("title: One more,", "title: One more is Ünal Őrsi,", LATER)
    with pytest.raises(
        Refused, match=rf"{LATER}:{line}: sources\[0\]\.title: holds the name of `withheld-by-1`"
    ):
        await load(writer, story.folder)


async def test_a_name_that_may_be_published_is_no_longer_confidential(
    writer: asyncpg.Connection, story: Story
) -> None:
    """When a person agrees to be named, the confidential entry goes."""
    await load(writer, story.folder)
    story.change("WITHHELD, confidential_name: Ünal Őrsi,", "NAMED, name: Released Person,")
    await load(writer, story.folder)
    assert await writer.fetch("TABLE confidential.detainee_name") == []


async def test_rows_of_other_data_sets_stay(writer: asyncpg.Connection, story: Story) -> None:
    """What an official list brought is never touched, not even what only the list declared."""
    await load(writer, story.folder)
    await _add_official_list(writer)
    before = await _image(writer)
    report = await load(writer, story.folder)
    assert (_touched(report), report.revision) == ({}, None)
    assert await _image(writer) == before


async def test_a_row_that_another_data_set_declares_stays(writer: asyncpg.Connection, story: Story) -> None:
    """An organization that we let go stays while a list declares it, and goes once nobody does."""
    story.change(
        "  - {slug: herald,", "  - {slug: extra, name: Extra, kind: OTHER}\n  - {slug: herald,", REFERENCE
    )
    await load(writer, story.folder)
    await _add_official_list(writer)
    extra = identify("Organization", "extra")
    await writer.execute("INSERT INTO dataset_row VALUES ($1, 'organization', $2)", OFFICIAL, extra)
    story.change("  - {slug: extra, name: Extra, kind: OTHER}\n", "", REFERENCE)
    assert _touched(await load(writer, story.folder)) == {"dataset_row": (0, 0, 1)}
    assert await writer.fetchval("SELECT count(*) FROM organization WHERE id = $1", extra) == 1
    story.change(
        "  - {slug: herald,", "  - {slug: extra, name: Extra, kind: OTHER}\n  - {slug: herald,", REFERENCE
    )
    await load(writer, story.folder)
    await writer.execute("DELETE FROM dataset_row WHERE dataset_id = $1 AND row_id = $2", OFFICIAL, extra)
    story.change("  - {slug: extra, name: Extra, kind: OTHER}\n", "", REFERENCE)
    assert _touched(await load(writer, story.folder)) == {"dataset_row": (0, 0, 1), "organization": (0, 0, 1)}


async def _add_official_list(writer: asyncpg.Connection) -> None:
    """A list with a program, a source, a target and a sanction with its claim."""
    await writer.execute(f"""
        INSERT INTO dataset_source (id, slug, title, publisher_id, license)
        SELECT {OFFICIAL}, 'official-list', 'Official list', id, 'public domain' FROM organization WHERE slug = 'ofac';
        INSERT INTO sanction_program (id, code, name, authority_id, status)
        SELECT 11, 'LISTED', 'Listed', id, 'ACTIVE' FROM organization WHERE slug = 'ofac';
        INSERT INTO sanction_program_target_country SELECT 11, id FROM country WHERE iso2 = 'BY';
        INSERT INTO source (id, slug, publisher_id, kind, title, state_controlled)
        SELECT 12, 'the-list', id, 'DATASET', 'The list', true FROM organization WHERE slug = 'ofac';
        INSERT INTO target (id, slug, kind, name, dataset_id) VALUES (13, 'listed', 'PERSON', 'Listed', {OFFICIAL});
        INSERT INTO target_name VALUES (13, 0, 'Listed', NULL, NULL, 'PRIMARY');
        INSERT INTO target_identifier (target_id, scheme, value) VALUES (13, 'OFAC_UID', '1');
        INSERT INTO sanction (id, slug, target_id, authority_id, dataset_id)
        SELECT 14, 'listed', 13, id, {OFFICIAL} FROM organization WHERE slug = 'ofac';
        INSERT INTO sanction_in_program VALUES (14, 11);
        INSERT INTO sanction_identifier (sanction_id, scheme, value) VALUES (14, 'OFAC_UID', '1');
        INSERT INTO claim (id, position, sanction_id, field, statement, speaker, stance, verification, source_id)
        VALUES (15, 0, 14, 'target', 'It is listed.', 'OFAC', 'ASSERTS', 'DOCUMENTED', 12),
               (16, 1, 14, 'list', 'It is on the list.', 'OFAC', 'ASSERTS', 'DOCUMENTED', 12);
        INSERT INTO claim_relation VALUES (15, 16, 'SUPPORTS');
        INSERT INTO dataset_row VALUES ({OFFICIAL}, 'sanction_program', 11), ({OFFICIAL}, 'source', 12);
    """)


async def test_two_loads_at_once_do_not_collide(database: Urls, story: Story) -> None:
    """The second waits for the first and finds nothing to do."""
    async with connected(database.writer) as one, connected(database.writer) as two:
        reports = await asyncio.gather(load(one, story.folder), load(two, story.folder))
    assert sorted(report.revision or 0 for report in reports) == [0, 1]


async def test_progress_is_told(writer: asyncpg.Connection, story: Story) -> None:
    """Whoever asks hears what is being done."""
    steps: list[str] = []
    await load(writer, story.folder, progress=steps.append)
    assert [step.split()[0] for step in steps] == ["Reading", "Checking", "Comparing"]
