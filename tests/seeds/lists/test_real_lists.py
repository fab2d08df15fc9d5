"""The publishers' own files, where somebody has put them beside the project, load whole and are accounted for."""

from datetime import date
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from api.database.connect import connected
from api.database.urls import Urls
from seeds.check import violations
from seeds.lists.audit import Audit
from seeds.lists.downloads import checksum_of
from seeds.lists.load import Options, import_list
from seeds.lists.metadata import Input, OfficialList
from seeds.lists.ofac import CONSOLIDATED, SDN
from seeds.lists.un import UN

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the publishers' files are not here")


def _input(name: str) -> Input:
    path = DATA / name
    files = tuple(sorted(path.iterdir())) if path.is_dir() else (path,)
    return Input(files, checksum_of(*files))


# What each file holds, counted by hand: records, and how they are used.
ACCOUNTS: list[tuple[OfficialList[Any], str, int, dict[tuple[str, str], int]]] = [
    (SDN, "ofac-sdn-2019", 7_379, {
        ("sdn.csv", "entries"): 7_379,
        ("alt.csv", "aka: names"): 9_335, ("alt.csv", "fka: names"): 331, ("alt.csv", "nka: names"): 16,
        ("add.csv", "addresses"): 9_474, ("add.csv", "say nothing (-0-)"): 2_222,
        ("sdn_comments.csv", "go on with the remarks of their entry"): 3,
        ("sdn_comments.csv", "lead to no entry: reported, not used"): 10,
    }),
    (CONSOLIDATED, "ofac-consolidated-2025", 442, {
        ("cons_prim.csv", "entries"): 442,
        ("cons_alt.csv", "aka: names"): 932, ("cons_alt.csv", "fka: names"): 141,
        ("cons_add.csv", "addresses"): 522, ("cons_add.csv", "say nothing (-0-)"): 52,
        ("cons_comments.csv", "go on with the remarks of their entry"): 10,
    }),
    (UN, "un-consolidated-2026-02.xml", 1_003, {
        ("un-consolidated-2026-02.xml INDIVIDUAL", "entries"): 730,
        ("un-consolidated-2026-02.xml ENTITY", "entries"): 273,
        ("un-consolidated-2026-02.xml INDIVIDUAL_ALIAS", "names"): 2_139,
        ("un-consolidated-2026-02.xml ENTITY_ALIAS", "names"): 613,
    }),
]  # fmt: skip


@pytest.mark.parametrize(("official", "name", "many", "uses"), ACCOUNTS, ids=[each[1] for each in ACCOUNTS])
def test_every_record_of_the_real_files_is_accounted_for(
    official: OfficialList[Any], name: str, many: int, uses: dict[tuple[str, str], int]
) -> None:
    """Each record has its use, and little is not understood."""
    audit = Audit()
    assert len(list(official.entries(_input(name), audit))) == many
    assert list(audit.unaccounted()) == []
    assert {use: audit.uses[use] for use in uses} == uses
    assert sum(audit.found.values()) < many / 100


async def _count(connection: asyncpg.Connection, query: str) -> int:
    many: int = await connection.fetchval(query)
    return many


async def test_the_real_lists_load_beside_the_dossiers(seeded_copy: Urls) -> None:
    """All entries, names and addresses are there; a second load makes no revision; the Haqqanis are not doubled."""
    async with connected(seeded_copy.writer) as writer:
        options = Options(date(2019, 1, 15))
        first = await import_list(writer, SDN, _input("ofac-sdn-2019"), options)
        assert (first.added, first.joined) == (7_379, 3)
        assert (await import_list(writer, SDN, _input("ofac-sdn-2019"), options)).revision is None
        council = await import_list(
            writer, UN, _input("un-consolidated-2026-02.xml"), Options(date(2026, 2, 27))
        )
        assert council.added == 1_003
        assert [str(violation) for violation in await violations(writer)] == []
        assert await _count(writer, "SELECT count(*) FROM list_entry") == 7_379 + 1_003
        assert (
            await _count(
                writer,
                "SELECT count(*) FROM target_address a JOIN dataset_source d ON d.id = a.dataset_id WHERE d.slug = 'ofac-sdn'",
            )
            == 9_474
        )
        assert (
            await _count(
                writer,
                "SELECT count(*) FROM sanction WHERE slug = 'us-sdgt-yahya-haqqani' OR slug = 'ofac-sdn-16518'",
            )
            == 1
        )
        assert (
            await _count(
                writer,
                "SELECT count(*) FROM sanction_listing l WHERE NOT EXISTS (SELECT FROM sanction_in_program p WHERE p.sanction_id = l.sanction_id)",
            )
            == 0
        )
