"""The readings of Chinese characters: how their spellings come about, and what the database has of them."""

from pathlib import Path

import asyncpg
import pytest

from schema import readings

SPELLINGS = {
    "zhou": "chou",
    "xiao": "hsiao",
    "zi": "tzu",
    "ge": "ko",
    "dong": "tung",
    "qing": "ching",
    "guo": "kuo",
    "luo": "lo",
}
"""Syllables in Pinyin, and in Wade-Giles without its signs."""
HONG_KONG = {
    "zoeng1": "cheung",
    "can4": "chan",
    "wong4": "wong",
    "lei5": "lee",
    "coi3": "tsoi",
    "jip6": "yip",
    "gwok3": "kwok",
}
"""Syllables in Jyutping, and as people of Hong Kong spell their names."""
UNIHAN = """# Unihan
U+5C71\tkCantonese\tsaan1
U+5C71\tkHangul\t산:0E
U+5C71\tkJapaneseKun\tYAMA
U+5C71\tkJapaneseOn\tSAN SEN
U+5C71\tkMandarin\tshān
U+3400\tkMandarin\tqiū
"""


@pytest.mark.parametrize("pinyin", SPELLINGS)
def test_wade(pinyin: str) -> None:
    """Wade-Giles follows from Pinyin."""
    assert readings.wade(pinyin) == SPELLINGS[pinyin]


@pytest.mark.parametrize("jyutping", HONG_KONG)
def test_hong_kong(jyutping: str) -> None:
    """The spelling of Hong Kong follows from Jyutping."""
    assert readings.hong_kong(jyutping) == HONG_KONG[jyutping]


async def test_migration(owner: asyncpg.Connection, tmp_path: Path) -> None:
    """The migration has each reading of the characters that are in use, and the kana; it says the same as the database."""
    (tmp_path / "Unihan_Readings.txt").write_text(UNIHAN, encoding="utf-8")
    (tmp_path / "Unihan_OtherMappings.txt").write_text(
        "U+5C71\tkTGH\t2013:70\nU+5C71\tkJis0\t2719\n", encoding="utf-8"
    )
    sql = readings.migration(readings.read(tmp_path / name for name in readings.FILES))
    kept = await owner.fetchrow("SELECT * FROM search_reading WHERE letter = '山'")
    assert kept is not None
    async with owner.transaction():
        await owner.execute("DROP TABLE search_reading CASCADE")
        await owner.execute(sql)
        made = await owner.fetch(
            "SELECT * FROM search_reading WHERE letter IN ('山', '㐀', 'カ') ORDER BY letter"
        )
    assert [row["letter"] for row in made] == ["カ", "山"]
    assert made[0]["kun"] == ["ka"]
    assert made[1] == kept
    assert dict(kept) == {
        "letter": "山",
        "mandarin": "shan",
        "surname": None,
        "wade": "shan",
        "cantonese": "san",
        "korean": ["산"],
        "kun": ["yama"],
        "on": ["san", "sen"],
    }
