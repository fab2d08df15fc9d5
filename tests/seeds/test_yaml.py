"""YAML's surprises do not reach a dossier."""

from datetime import date
from itertools import product
from unicodedata import normalize

import asyncpg
import pytest

from seeds.loader import check_folder
from seeds.records import edtf
from seeds.records.nodes import parse
from tests.seeds.stories import DEAL, Story


def test_every_scalar_stays_text() -> None:
    """Dates, numbers, NO and yes are what the researcher typed, until a field says what they are."""
    tree = parse("{a: 2025-12-13, b: NO, c: yes, d: 0123, e: 1_000, f: 12:30, g: 1.10, h: '', i: ~, j: }")
    assert tree.value == {
        "a": "2025-12-13",
        "b": "NO",
        "c": "yes",
        "d": "0123",
        "e": "1_000",
        "f": "12:30",
        "g": "1.10",
        "h": "",
        "i": None,
        "j": None,
    }


def test_norway_and_fuzzy_dates_arrive_as_written(story: Story) -> None:
    """`country: NO` is Norway and `started_on: 2021-07` is a month."""
    (deal,) = (one.record for one in check_folder(story.folder).dossiers if one.record.agreement)
    assert [nationality.country for nationality in deal.detainees[0].nationalities] == ["BY", "NO"]
    assert deal.detainees[0].detentions[0].started_on == "2021-07"
    assert deal.sources[1].retrieved_on == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb: 2\na: 3", 3, "stands twice (first on line 1)"),
        ("a: &x [1]\nb: *x", 1, "through a YAML alias"),
        ("a: !!python/name:os.system x", 1, "carries a YAML tag"),
        ("a: 1\n<<: {b: 2}", 2, "a key that is no plain word"),
        ("a: 1\n? [b]\n: 2", 2, "a key that is no plain word"),
        ("a: 1\nb: c: d", 2, "is not YAML"),
        ("a: [1\nb: 2", 2, "is not YAML"),
        ("a: 1\n---\nb: 2", 2, "is not YAML"),
        ("", 1, "is empty"),
        ("a: \x00", 1, "is not YAML"),
    ],
)
def test_what_yaml_permits_and_a_dossier_does_not(text: str, line: int, message: str) -> None:
    """Duplicate keys, aliases, tags, merges and second documents are refused with their line."""
    (fault,) = parse(text).faults
    assert fault.line == line
    assert message in fault.message


def test_files_from_any_machine_are_read(story: Story) -> None:
    """A byte order mark, Windows line ends and decomposed accents change nothing."""
    file = story.folder / DEAL
    plain = check_folder(story.folder)
    odd = normalize("NFD", story.read()).replace("\n", "\r\n").encode("utf-8-sig")
    file.write_bytes(odd)
    assert check_folder(story.folder).dossiers[1].record == plain.dossiers[1].record


async def test_dates_mean_what_the_database_takes_them_for(writer: asyncpg.Connection) -> None:
    """A file's date is accepted exactly where the database would, with the same first and last day."""
    points = [
        "2025",
        "2025-12",
        "2024-02-29",
        "1962~",
        "1962-05?",
        "..",
        "2025-13",
        "2025-02-30",
        "2025-1",
        "20255",
        "x",
        "",
    ]
    texts = [*points, *("/".join(pair) for pair in product(points, points) if pair != ("..", ".."))]
    for text in texts:
        assert _days(text) == await _days_in_database(writer, text), text


def _days(text: str) -> tuple[date, date] | None:
    try:
        return edtf.bounds(text)
    except ValueError:
        return None


async def _days_in_database(writer: asyncpg.Connection, text: str) -> tuple[date, date] | None:
    try:
        row = await writer.fetchrow(
            "SELECT edtf_earliest(d), edtf_latest(d) FROM (SELECT $1::fuzzy_date AS d) AS t", text
        )
    except (asyncpg.CheckViolationError, asyncpg.DatetimeFieldOverflowError):
        return None
    assert row is not None
    return row[0], row[1]
