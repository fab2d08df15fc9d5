"""What is plainly new is written batch by batch while a list is read, and comes out as if all had been compared at once."""

from datetime import date
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from seeds.check import violations
from seeds.lists import stage
from seeds.lists.findings import ListRefused
from seeds.lists.load import Options, import_list
from seeds.lists.metadata import OfficialList
from seeds.lists.newcomers import LOOKED_UP
from seeds.lists.newsroom import Newsroom, newsroom
from seeds.lists.opensanctions import OPENSANCTIONS
from seeds.lists.report import Report
from tests.bench.imports.entities import write_entities
from tests.seeds.lists.official import BANK, PERSON, POTASH, SHIP, load_entries
from tests.seeds.lists.reading import entity, lines, put

_LINKS = """
SELECT t.slug || ' > ' || o.slug FROM target_link k JOIN target t ON t.id = k.target_id JOIN target o ON o.id = k.other_id
WHERE t.slug LIKE $1 ORDER BY 1
"""
_SHOWN = """
SELECT e.key, e.gone_on, t.slug, t.name, s.slug AS sanction, s.ended_on,
    ARRAY(SELECT n.text FROM target_name n WHERE n.target_id = t.id ORDER BY n.position) AS names
FROM list_entry e JOIN target t ON t.id = e.target_id LEFT JOIN sanction s ON s.target_id = t.id AND s.dataset_id = e.dataset_id
ORDER BY e.key, s.slug
"""
_READ = """
SELECT t.relname AS name, t.seq_tup_read + (SELECT sum(i.idx_tup_read) FROM pg_stat_user_indexes i WHERE i.relid = t.relid) AS many
FROM pg_stat_user_tables t WHERE t.schemaname = 'public' AND t.relname = ANY ($1)
"""
_CHANGES = (
    "SELECT DISTINCT operation FROM change WHERE revision = $1 AND subject_type IN ('Target', 'Sanction')"
)


@pytest.fixture(autouse=True)
def _two_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "BATCH", 2)


async def _load(told: asyncpg.Connection, official: OfficialList[Any], path: Path, content: bytes) -> Report:
    return await import_list(told, official, put(path, content), Options(date(2026, 11, 1), None))


async def test_a_file_of_many_batches(filled: asyncpg.Connection, tmp_path: Path) -> None:
    """Ties lead to entries of later batches; the next load compares everything, and finds nothing to write."""
    people = [
        entity(f"p{n}", "Person", name=[f"Number {n}", f"N. {n}", f"Number {n}"], topics="sanction", idNumber=f"N{n}")
        for n in range(7)
    ]  # fmt: skip
    sanctions = [entity(f"s{n}", "Sanction", entity=f"p{n}", program="EU-BLR") for n in range(7)]
    tie = entity("f", "Family", person="p0", relative="p6")
    content = lines([*people, *sanctions, tie])
    first = await _load(filled, OPENSANCTIONS, tmp_path / "entities.ftm.json", content)
    assert (first.added, [row["operation"] for row in await filled.fetch(_CHANGES, first.revision)]) == (
        7,
        ["ADD"],
    )
    assert [row[0] for row in await filled.fetch(_LINKS, "opensanctions-%")] == [
        "opensanctions-p0 > opensanctions-p6",
        "opensanctions-p6 > opensanctions-p0",
    ]
    again = await _load(filled, OPENSANCTIONS, tmp_path / "entities.ftm.json", content)
    assert again.revision is None
    assert [str(violation) for violation in await violations(filled)] == []


async def test_new_changed_and_gone_ones_in_one_load(told: asyncpg.Connection, tmp_path: Path) -> None:
    """Each comes out as in a load that takes all entries at once, and names lead to entries of any batch."""
    await load_entries(told, tmp_path / "a", "2026-10-01", PERSON, SHIP)
    report = await load_entries(told, tmp_path / "b", "2026-11-01", POTASH, PERSON, BANK)
    assert (report.added, report.changed, report.gone) == (2, 1, 1)
    shown = {row["key"]: row for row in await told.fetch(_SHOWN)}
    assert [key for key, row in shown.items() if row["gone_on"]] == ["40003"]
    assert [key for key, row in shown.items() if row["ended_on"]] == ["40003"]
    assert [row[0] for row in await told.fetch(_LINKS, "%")] == [
        "ofac-40002 > ofac-40001",
        "potash-works > ofac-40001",
    ]
    assert [str(violation) for violation in await violations(told)] == []


@pytest.mark.parametrize("known", [False, True], ids=["new", "known before"])
async def test_a_key_in_two_batches_is_refused(told: asyncpg.Connection, tmp_path: Path, known: bool) -> None:
    """Whether the entry is new or not; the message names the second line, and nothing is loaded."""
    table = b"id,kind,name\na,person,A B\nb,person,C D\nc,person,E F\n"
    if known:
        await _load(told, newsroom(Newsroom()), tmp_path / "list.csv", table)
    with pytest.raises(ListRefused, match=r"list\.csv:5: the entry a comes a second time"):
        await _load(told, newsroom(Newsroom()), tmp_path / "list.csv", table + b"a,person,G H\n")
    assert await told.fetchval("SELECT count(*) FROM target WHERE name = 'G H'") == 0


async def test_a_longer_list_is_not_read_again_for_each_entry(
    filled: asyncpg.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside tables known as empty, which one has loaded into in vain, each row is looked up a few times and no more."""
    monkeypatch.setattr(stage, "BATCH", 100)
    path = tmp_path / "entities.ftm.json"
    write_entities(path, 3_000)
    source = put(path, path.read_bytes())
    in_vain = Options(date(2026, 11, 1), shrink=None, dry_run=True)
    await import_list(filled, OPENSANCTIONS, source, in_vain)
    await filled.execute(f"ANALYZE {', '.join(LOOKED_UP)}")
    before = await _read(filled)
    report = await import_list(filled, OPENSANCTIONS, source, Options(date(2026, 11, 1), shrink=None))
    read = {table: many - before[table] for table, many in (await _read(filled)).items()}
    assert report.added > 9 * 100
    assert max(read.values()) < 100 * report.added, read


async def _read(connection: asyncpg.Connection) -> dict[str, int]:
    await connection.execute("SELECT pg_stat_force_next_flush()")
    rows = await connection.fetch(_READ, list(LOOKED_UP))
    return {row["name"]: row["many"] for row in rows}
