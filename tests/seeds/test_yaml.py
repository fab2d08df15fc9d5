"""YAML's surprises do not reach a dossier."""

from datetime import date

import pytest

from seeds.records.nodes import parse
from tests.seeds.stories import Story


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
    from seeds.loader import check_folder  # noqa: PLC0415

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
    ],
)
def test_what_yaml_permits_and_a_dossier_does_not(text: str, line: int, message: str) -> None:
    """Duplicate keys, aliases, tags, merges and second documents are refused with their line."""
    (fault,) = parse(text).faults
    assert fault.line == line
    assert message in fault.message
