"""A list's loads make history: entries come, change, go and come back, and nothing is deleted."""

from datetime import date
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from seeds.check import violations
from seeds.lists.findings import ListRefused
from seeds.lists.load import Options, import_list
from seeds.lists.ofac import SDN
from seeds.loader import load
from seeds.loader.ids import identify
from tests.seeds.lists.official import ALL, BANK, PERSON, POTASH, SHIP, Folder, Listed, load_entries, small
from tests.seeds.stories import Story

TABLES = (
    "target", "target_name", "target_identifier", "target_country", "target_address", "target_detail", "target_link",
    "list_entry", "sanction", "sanction_in_program", "sanction_identifier", "sanction_listing", "dataset_source", "source",
    "search_key", "revision", "change",
)  # fmt: skip


async def _image(connection: asyncpg.Connection) -> dict[str, list[str]]:
    return {
        table: [row[0] for row in await connection.fetch(f"SELECT t::text FROM {table} t ORDER BY 1")]
        for table in TABLES
    }


async def _status(connection: asyncpg.Connection, slug: str, *days: str) -> list[str]:
    query = "SELECT sanction_status_on(id, $2)::text FROM sanction WHERE slug = $1"
    return [await connection.fetchval(query, slug, date.fromisoformat(day)) for day in days]


async def _parts(
    connection: asyncpg.Connection, table: str, slug: str, *columns: str
) -> list[tuple[Any, ...]]:
    query = f"SELECT {', '.join(columns)} FROM {table} p JOIN target t ON t.id = p.target_id WHERE t.slug = $1 ORDER BY p.position"
    return [tuple(row) for row in await connection.fetch(query, slug)]


async def test_a_load_is_one_revision(told: asyncpg.Connection, tmp_path: Path) -> None:
    """All entries come in one transaction, with their parts, and all invariants hold."""
    report = await load_entries(told, tmp_path / "a", "2025-01-10", *ALL)
    assert (report.entries, report.added, report.joined, report.revision) == (4, 4, 1, 2)
    assert (
        await told.fetchval("SELECT reason FROM revision WHERE number = 2")
        == f"Load {SDN.metadata.title} as of 2025-01-10"
    )
    assert await _parts(told, "target_address", "ofac-40001", "street", "city", "country_id") == [
        ("Quay 1", "Minsk", identify("Country", "BY")),
        (None, None, identify("Country", "LT")),
    ]
    assert [str(violation) for violation in await violations(told)] == []


async def test_a_second_load_writes_nothing(told: asyncpg.Connection, tmp_path: Path) -> None:
    """The same files again, even on another day, make no revision and touch no row."""
    await load_entries(told, tmp_path / "a", "2025-01-10", *ALL)
    versions = "SELECT 'target', xmin::text, ctid::text, id::text FROM target UNION ALL SELECT 'name', xmin::text, ctid::text, text FROM target_name ORDER BY 1, 4"
    before = await _image(told), await told.fetch(versions)
    report = await load_entries(told, tmp_path / "a", "2025-02-10", *ALL)
    assert (report.added, report.changed, report.gone, report.returned, report.revision) == (0, 0, 0, 0, None)
    assert (await _image(told), await told.fetch(versions)) == before


async def test_what_is_gone_is_delisted_that_day(told: asyncpg.Connection, tmp_path: Path) -> None:
    """An entry that the list has no more stays with all its parts, and its sanction ends on the list's day."""
    await load_entries(told, tmp_path / "a", "2025-01-10", *ALL)
    names = await _parts(told, "target_name", "ofac-40002", "text")
    report = await load_entries(told, tmp_path / "a", "2025-03-10", POTASH, BANK, SHIP)
    assert (report.gone, report.changed, report.revision) == (1, 0, 3)
    assert [str(each) for each in report.differences] == ["gone 40002 SAMPLE, Ivan Ivanavich"]
    assert await _status(told, "ofac-sdn-40002", "2025-02-01", "2025-03-09", "2025-03-10") == [
        "ACTIVE",
        "ACTIVE",
        "DELISTED",
    ]
    assert await _parts(told, "target_name", "ofac-40002", "text") == names
    (change,) = await told.fetch(
        "SELECT operation::text, fields FROM change WHERE revision = 3 AND subject_type = 'Sanction' AND 'endedOn' = ANY (fields)"
    )
    assert tuple(change) == ("MODIFY", ["endedOn"])
    assert [str(violation) for violation in await violations(told)] == []


async def test_what_comes_back_is_sanctioned_anew(told: asyncpg.Connection, tmp_path: Path) -> None:
    """The time in between stays delisted: the return is a sanction of its own on the same target."""
    await load_entries(told, tmp_path / "a", "2025-01-10", *ALL)
    await load_entries(told, tmp_path / "a", "2025-03-10", POTASH, BANK, SHIP)
    report = await load_entries(told, tmp_path / "a", "2025-06-10", *ALL)
    assert (report.added, report.returned) == (0, 1)
    assert await _status(told, "ofac-sdn-40002", "2025-05-01", "2025-07-01") == ["DELISTED", "DELISTED"]
    assert await _status(told, "ofac-sdn-40002-2", "2025-05-01", "2025-06-10") == ["NOT_YET", "ACTIVE"]
    assert await told.fetchval("SELECT gone_on FROM list_entry WHERE key = '40002'") is None
    again = await load_entries(told, tmp_path / "a", "2025-07-10", *ALL)
    assert again.revision is None
    assert [str(violation) for violation in await violations(told)] == []


async def test_one_correction_changes_one_entry(told: asyncpg.Connection, tmp_path: Path) -> None:
    """A corrected name is a change of its target, and search finds it by the new name and no more by the old."""
    await load_entries(told, tmp_path / "a", "2025-01-10", *ALL)
    renamed = Listed(40001, "LAKE BANK", program=BANK.program, addresses=BANK.addresses)
    report = await load_entries(told, tmp_path / "a", "2025-02-10", POTASH, renamed, PERSON, SHIP)
    assert [str(each) for each in report.differences if each.key == "40001"] == [
        "changed 40001 LAKE BANK: name"
    ]
    found = (
        "SELECT count(*) FROM search_key WHERE subject_type = 'TARGET' AND subject_id = $1 AND folded = $2"
    )
    own = identify("Target", "ofac-40001")
    assert [await told.fetchval(found, own, name) for name in ("river bank", "lake bank")] == [0, 1]


async def test_ties_lead_to_the_entry_of_that_name(told: asyncpg.Connection, tmp_path: Path) -> None:
    """`Linked To: RIVER BANK` is a tie to the bank's target."""
    await load_entries(told, tmp_path / "a", "2025-01-10", *ALL)
    assert await _parts(told, "target_link", "ofac-40002", "p.name", "other_id") == [
        ("RIVER BANK", identify("Target", "ofac-40001"))
    ]


async def test_a_list_joins_the_dossiers_target(told: asyncpg.Connection, tmp_path: Path) -> None:
    """The dossier's target has the list's names beside its own, and its sanction is the list's, not doubled."""
    await load_entries(told, tmp_path / "a", "2025-01-10", *ALL)
    assert sorted(await _parts(told, "target_name", "potash-works", "text")) == [
        ("Kaliwerk",), ("OPEN JOINT STOCK COMPANY POTASH WORKS",), ("POTASH WORKS OJSC",), ("PW",),
    ]  # fmt: skip
    assert await told.fetchval("SELECT name FROM target WHERE slug = 'potash-works'") == "Potash Works"
    assert [
        row["slug"]
        for row in await told.fetch(
            "SELECT slug FROM sanction s WHERE target_id = $1", identify("Target", "potash-works")
        )
    ] == ["us-potash-works"]
    assert await told.fetchval("SELECT count(*) FROM target WHERE slug = 'ofac-33374'") == 0
    sources = "SELECT s.slug FROM sanction_listing l JOIN dataset_source d ON d.id = l.dataset_id JOIN source s ON s.id = d.source_id WHERE l.sanction_id = $1"
    assert [row["slug"] for row in await told.fetch(sources, identify("Sanction", "us-potash-works"))] == [
        "ofac-sdn"
    ]


async def test_dossiers_and_lists_leave_each_other_alone(
    told: asyncpg.Connection, story: Story, tmp_path: Path
) -> None:
    """After a list was loaded, the dossiers change nothing; after a dossier changed, the list changes nothing."""
    await load_entries(told, tmp_path / "a", "2025-01-10", *ALL)
    assert (await load(told, story.folder)).revision is None
    story.change("name: Potash Works,", "name: Potash Works of Salt Town,")
    assert (await load(told, story.folder)).revision == 3
    assert (await load_entries(told, tmp_path / "a", "2025-01-11", *ALL)).revision is None
    assert (
        await told.fetchval("SELECT name FROM target WHERE slug = 'potash-works'")
        == "Potash Works of Salt Town"
    )


async def test_a_delisting_fills_what_the_dossier_leaves_open(
    told: asyncpg.Connection, story: Story, tmp_path: Path
) -> None:
    """The dossier knows of no end, so the list's day is the end; the next load of the dossiers keeps it."""
    await load_entries(told, tmp_path / "a", "2025-01-10", *ALL)
    await load_entries(told, tmp_path / "a", "2026-03-20", BANK, PERSON, SHIP)
    assert await _status(told, "us-potash-works", "2026-03-19", "2026-03-20") == ["ACTIVE", "DELISTED"]
    assert (await load(told, story.folder)).revision is None
    assert [str(violation) for violation in await violations(told)] == []


async def test_a_joined_entry_may_come_back(told: asyncpg.Connection, tmp_path: Path) -> None:
    """The dossier's sanction stays ended, and the return is a sanction of the list on the dossier's target."""
    await load_entries(told, tmp_path / "a", "2025-01-10", *ALL)
    await load_entries(told, tmp_path / "a", "2026-03-20", BANK, PERSON, SHIP)
    await load_entries(told, tmp_path / "a", "2026-05-01", *ALL)
    assert await _status(told, "us-potash-works", "2026-03-19", "2026-05-02") == ["ACTIVE", "DELISTED"]
    assert await _status(told, "ofac-sdn-33374-2", "2026-04-30", "2026-05-02") == ["NOT_YET", "ACTIVE"]
    assert (await load_entries(told, tmp_path / "a", "2026-05-02", *ALL)).revision is None
    assert [str(violation) for violation in await violations(told)] == []


async def test_a_curated_end_stays(told: asyncpg.Connection, story: Story, tmp_path: Path) -> None:
    """Where the dossier says when the sanction ended, the list's day does not take its place."""
    story.change(
        "listed_on: 2021-08-09, identifiers",
        "listed_on: 2021-08-09, ended_on: 2026-03-01, ending: DELISTED, identifiers",
    )
    await load(told, story.folder)
    await load_entries(told, tmp_path / "a", "2025-01-10", *ALL)
    await load_entries(told, tmp_path / "a", "2026-03-20", BANK, PERSON, SHIP)
    assert await told.fetchval("SELECT ended_on FROM sanction WHERE slug = 'us-potash-works'") == "2026-03-01"


async def test_what_a_dossier_lets_go_stays_with_the_list(
    told: asyncpg.Connection, story: Story, tmp_path: Path
) -> None:
    """A dossier that is gone takes its facts along; the target and its listing stay, and are the list's."""
    await load_entries(told, tmp_path / "a", "2025-01-10", *ALL)
    for file in (story.folder / "dossiers").iterdir():
        file.unlink()
    await load(told, story.folder)
    report = await load_entries(told, tmp_path / "a", "2025-01-11", *ALL)
    owner = "SELECT d.slug, t.name FROM target t JOIN dataset_source d ON d.id = t.dataset_id WHERE t.slug = 'potash-works'"
    (found,) = await told.fetch(owner)
    assert tuple(found) == ("ofac-sdn", "POTASH WORKS OJSC")
    assert report.joined == 0
    assert (await load_entries(told, tmp_path / "a", "2025-01-12", *ALL)).revision is None
    assert [str(violation) for violation in await violations(told)] == []


async def test_a_dossier_that_comes_later_is_joined(
    writer: asyncpg.Connection, story: Story, tmp_path: Path
) -> None:
    """The list came first; once a dossier names its entry, they are one target and one sanction."""
    dossiers = {file: file.read_text() for file in (story.folder / "dossiers").iterdir()}
    for file in dossiers:
        file.unlink()
    await load(writer, story.folder)
    await load_entries(writer, tmp_path / "a", "2025-01-10", *ALL)
    for file, text in dossiers.items():
        file.write_text(text)
    await load(writer, story.folder)
    report = await load_entries(writer, tmp_path / "a", "2025-01-10", *ALL)
    assert report.joined == 1
    slugs = "SELECT slug FROM {} WHERE slug IN ('potash-works', 'ofac-33374', 'us-potash-works', 'ofac-sdn-33374')"
    assert [
        row[0] for row in await writer.fetch(f"{slugs.format('target')} UNION ALL {slugs.format('sanction')}")
    ] == ["potash-works", "us-potash-works"]
    assert (await load_entries(writer, tmp_path / "a", "2025-01-10", *ALL)).revision is None
    assert [str(violation) for violation in await violations(writer)] == []


async def test_a_dry_run_tells_and_keeps_nothing(told: asyncpg.Connection, tmp_path: Path) -> None:
    """It says what would be new, and the database is as before."""
    before = await _image(told)
    report = await load_entries(told, tmp_path / "a", "2025-01-10", *ALL, dry_run=True)
    assert [str(each) for each in report.differences][:1] == ["new 33374 POTASH WORKS OJSC"]
    assert str(report).endswith("nothing was written")
    assert await _image(told) == before


async def test_an_older_list_is_refused(told: asyncpg.Connection, tmp_path: Path) -> None:
    """Loaded after a newer one, it would delist what came since."""
    await load_entries(told, tmp_path / "a", "2025-02-10", *ALL)
    with pytest.raises(ListRefused, match=r"as of 2025-01-10, and one as of 2025-02-10 is loaded"):
        await load_entries(told, tmp_path / "a", "2025-01-10", *ALL)


async def test_a_list_of_a_day_to_come_is_refused(told: asyncpg.Connection, tmp_path: Path) -> None:
    """No later list could be loaded after it."""
    with pytest.raises(ListRefused, match=r"as of 2999-01-10, which is to come"):
        await load_entries(told, tmp_path / "a", "2999-01-10", *ALL)


async def test_a_shrunk_list_is_refused(told: asyncpg.Connection, tmp_path: Path) -> None:
    """A list that lost more than its share of entries is not believed, and what was loaded stays."""
    await load_entries(told, tmp_path / "a", "2025-01-10", *ALL)
    before = await _image(told)
    with pytest.raises(ListRefused, match=r"1 of 4 entries are missing, more than 10%"):
        await load_entries(told, tmp_path / "a", "2025-02-10", POTASH, BANK, SHIP, shrink=0.1)
    assert await _image(told) == before


async def test_a_list_far_too_short_is_refused(told: asyncpg.Connection, tmp_path: Path) -> None:
    """The first load too knows how long the list must be."""
    source = Folder(tmp_path, ALL).write()
    with pytest.raises(ListRefused, match=r"has 100 entries or more, and here are 4"):
        await import_list(told, small(SDN, 100), source, Options(date(2025, 1, 10)))


async def test_a_withheld_name_stays_out(told: asyncpg.Connection, tmp_path: Path) -> None:
    """An entry that would show the name of a withheld person is left out and counted, and its name is not printed."""
    named = Listed(40009, "ORSI, Ünal", "individual", addresses=BANK.addresses)
    report = await load_entries(told, tmp_path / "a", "2025-01-10", *ALL, named)
    assert (report.entries, report.left_out) == (4, 1)
    assert "orsi" not in str(report).lower()
    assert [str(violation) for violation in await violations(told)] == []


async def test_an_unknown_program_is_kept_and_told(told: asyncpg.Connection, tmp_path: Path) -> None:
    """A tag that no program of the registry bears becomes a program under its own code."""
    report = await load_entries(
        told, tmp_path / "a", "2025-01-10", Listed(40010, "SAMPLE", program="MOON-EO99999")
    )
    assert [str(finding) for finding in report.audit.findings] == [
        "sdn.csv:1: a program that the registry does not have; it is kept under its own code: 'MOON-EO99999'"
    ]
    codes = "SELECT p.code FROM sanction_in_program i JOIN sanction_program p ON p.id = i.program_id WHERE i.sanction_id = $1"
    assert await told.fetchval(codes, identify("Sanction", "ofac-sdn-40010")) == "MOON-EO99999"
