"""One target on several lists is one page of facts where an identifier ties the entries, and several where nothing does."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import asyncpg
import pytest

from schema.enums import IdentifierScheme, NameKind, TargetKind
from seeds.check import violations
from seeds.lists.audit import Audit
from seeds.lists.entries import Authority, Designation, Entry, Identifier, Name, Place
from seeds.lists.load import Options, import_list
from seeds.lists.metadata import Input, Metadata, OfficialList
from seeds.lists.ofac import CONSOLIDATED
from seeds.lists.report import Report
from tests.seeds.lists.official import BANK, SHIP, Folder, Listed, load_entries, small

ISLE = Authority("isle-treasury", "Treasury of the Isle")


def _entry(key: str, name: str, *identifiers: Identifier, kind: TargetKind = TargetKind.VESSEL) -> Entry:
    """An entry of the Isle's own list."""
    return Entry(
        key=key, slug=f"isle-{key}", place=Place("isle.csv", 1), kind=kind, name=name, identifiers=identifiers,
        names=(Name(f"{name} II", NameKind.FORMER),), countries=("NO",),
        designations=(Designation(key, ISLE, "NO", "Isle List", ("BELARUS-EO14038",), listed_on="2024-05"),),
    )  # fmt: skip


async def _load_isle(
    connection: asyncpg.Connection, day: str, *entries: Entry, checksum: str = "a"
) -> Report:
    """Load the Isle's list, whose reader reads what the test has made."""
    about = Metadata("isle", "List of the Isle", ISLE, "Open Isle Licence", "https://isle.example/list")

    def read(_: Input, audit: Audit) -> Sequence[Entry]:
        audit.reads("isle.csv", len(entries))
        audit.uses_as("isle.csv", "entries", len(entries))
        return entries

    isle: OfficialList[Entry] = OfficialList(
        about, lambda source, audit: iter(read(source, audit)), lambda entry, _: entry, lambda _: None
    )
    return await import_list(
        connection, isle, Input((), checksum * 64), Options(date.fromisoformat(day), None)
    )


async def _targets(connection: asyncpg.Connection) -> dict[str, list[str]]:
    """The keys of the entries of each target of the ship and its like."""
    query = "SELECT t.slug, array_agg(e.key ORDER BY e.key) AS keys FROM list_entry e JOIN target t ON t.id = e.target_id GROUP BY 1"
    return {row["slug"]: row["keys"] for row in await connection.fetch(query)}


IMO = Identifier(IdentifierScheme.IMO, "9187629")


async def test_an_identifier_ties_two_lists(told: asyncpg.Connection, tmp_path: Path) -> None:
    """The ship of both lists is one target with the names of both and a sanction by each authority."""
    await load_entries(told, tmp_path / "a", "2025-01-10", SHIP, BANK)
    report = await _load_isle(told, "2025-01-10", _entry("7", "MV SAMPLE", IMO))
    assert report.joined == 1
    assert await _targets(told) == {"ofac-40003": ["40003", "7"], "ofac-40001": ["40001"]}
    names = "SELECT text FROM target_name n JOIN target t ON t.id = n.target_id WHERE t.slug = 'ofac-40003' ORDER BY 1"
    assert [row["text"] for row in await told.fetch(names)] == ["MV SAMPLE", "MV SAMPLE II"]
    authorities = "SELECT o.slug FROM sanction s JOIN organization o ON o.id = s.authority_id JOIN target t ON t.id = s.target_id WHERE t.slug = 'ofac-40003' ORDER BY 1"
    assert [row["slug"] for row in await told.fetch(authorities)] == ["isle-treasury", "ofac"]
    assert [str(violation) for violation in await violations(told)] == []


async def test_either_list_may_come_first(told: asyncpg.Connection, tmp_path: Path) -> None:
    """The second finds the first, and further loads of both change nothing."""
    await _load_isle(told, "2025-01-10", _entry("7", "MV SAMPLE", IMO))
    await load_entries(told, tmp_path / "a", "2025-01-10", SHIP)
    assert await _targets(told) == {"isle-7": ["40003", "7"]}
    assert (await _load_isle(told, "2025-01-11", _entry("7", "MV SAMPLE", IMO))).revision is None
    assert (await load_entries(told, tmp_path / "a", "2025-01-11", SHIP)).revision is None


@pytest.mark.parametrize(
    "entry",
    [
        _entry("7", "SEA SAMPLE"),
        _entry("7", "SEA SAMPLE", Identifier(IdentifierScheme.IMO, "9999999")),
        _entry("7", "SEA SAMPLE", Identifier(IdentifierScheme.MMSI, "572469210")),
        _entry("7", "SEA SAMPLE", IMO, kind=TargetKind.ORGANIZATION),
    ],
    ids=["same name", "another number", "a number that is passed on", "another kind of thing"],
)
async def test_nothing_else_ties(told: asyncpg.Connection, tmp_path: Path, entry: Entry) -> None:
    """The same name is not enough, nor a number that is given out again, nor the same number of something else."""
    await load_entries(told, tmp_path / "a", "2025-01-10", SHIP)
    await _load_isle(told, "2025-01-10", entry)
    assert await _targets(told) == {"ofac-40003": ["40003"], "isle-7": ["7"]}


async def test_a_tie_that_comes_later_makes_them_one(told: asyncpg.Connection, tmp_path: Path) -> None:
    """Once a list prints the number, its entry moves to the target that has it, and its own is gone with its history kept."""
    await load_entries(told, tmp_path / "a", "2025-01-10", SHIP)
    await _load_isle(told, "2025-01-10", _entry("7", "MV SAMPLE"))
    await _load_isle(told, "2025-02-10", _entry("7", "MV SAMPLE", IMO), checksum="b")
    assert await _targets(told) == {"ofac-40003": ["40003", "7"]}
    assert await told.fetchval("SELECT count(*) FROM target WHERE slug = 'isle-7'") == 0
    assert [str(violation) for violation in await violations(told)] == []


async def test_a_tie_that_is_taken_back_parts_them(told: asyncpg.Connection, tmp_path: Path) -> None:
    """A number that was printed by mistake ties nothing any more, and each list has its own target again."""
    await load_entries(told, tmp_path / "a", "2025-01-10", SHIP)
    await _load_isle(told, "2025-01-10", _entry("7", "MV SAMPLE", IMO))
    await _load_isle(told, "2025-02-10", _entry("7", "MV SAMPLE"), checksum="b")
    assert await _targets(told) == {"ofac-40003": ["40003"], "isle-7": ["7"]}
    names = (
        "SELECT t.slug FROM target_name n JOIN target t ON t.id = n.target_id WHERE n.text = 'MV SAMPLE II'"
    )
    assert [row["slug"] for row in await told.fetch(names)] == ["isle-7"]
    assert [str(violation) for violation in await violations(told)] == []


async def test_one_authority_may_have_an_entry_on_two_lists(told: asyncpg.Connection, tmp_path: Path) -> None:
    """OFAC numbers its lists together: an entry of both is one target with a sanction of each list."""
    await load_entries(told, tmp_path / "a", "2025-01-10", BANK)
    names = ("cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv")
    sectoral = Listed(BANK.uid, BANK.name, program="UKRAINE-EO13662")
    source = Folder(tmp_path / "b", (sectoral,), names).write()
    await import_list(told, small(CONSOLIDATED), source, Options(date(2025, 1, 10), None))
    lists = "SELECT s.list FROM sanction s JOIN target t ON t.id = s.target_id WHERE t.slug = 'ofac-40001' ORDER BY 1"
    assert [row["list"] for row in await told.fetch(lists)] == ["SDN", "SSI"]


async def test_a_torn_entry_is_told(told: asyncpg.Connection, tmp_path: Path) -> None:
    """Where its numbers lead to two targets, one of them has it, and somebody should look."""
    await load_entries(
        told,
        tmp_path / "a",
        "2025-01-10",
        SHIP,
        Listed(40012, "SHIP TWO", "vessel", remarks="Vessel Registration Identification IMO 9999999."),
    )
    report = await _load_isle(
        told, "2025-01-10", _entry("7", "MV SAMPLE", IMO, Identifier(IdentifierScheme.IMO, "9999999"))
    )
    assert [str(finding) for finding in report.audit.findings] == [
        "isle.csv:1: identifiers tie the entry to several targets; the first of them has it: 'ofac-40003, ofac-40012'"
    ]


async def test_a_new_authority_becomes_an_organization(told: asyncpg.Connection) -> None:
    """Who imposes a sanction is there by name, and the list by its license, address and checksum."""
    await _load_isle(told, "2025-01-10", _entry("7", "MV SAMPLE"))
    assert (
        await told.fetchval("SELECT name FROM organization WHERE slug = 'isle-treasury'")
        == "Treasury of the Isle"
    )
    license_ = "SELECT license, url, checksum FROM dataset_source WHERE slug = 'isle'"
    (found,) = await told.fetch(license_)
    assert tuple(found) == ("Open Isle Licence", "https://isle.example/list", "a" * 64)
