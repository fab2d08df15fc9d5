"""What a cell says beside what we hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.reconcile.agreement import Asked, Quantifier, agree, plain, span_of

BELARUS = {
    "id": "Country:1",
    "label": "Belarus",
    "iso2": "BY",
    "iso3": "BLR",
    "officialName": "Republic of Belarus",
}


@pytest.mark.parametrize(
    ("asked", "held", "leaf", "agrees"),
    [
        ("Minsk", ["Minsk", "Gomel"], "String", True),
        ("MINSK ", ["minsk"], "String", True),
        ("Šyla", ["Syla"], "String", True),
        ("Brest", ["Minsk"], "String", False),
        ("Brest", [], "String", None),
        ("Brest", None, "String", None),
        ("Brest", [None], "String", None),
        ("", ["Minsk"], "String", None),
        ("released", ["RELEASED"], "DetaineeStatus", True),
        (9.0, [9], "Int", True),
        (True, [True], "Boolean", True),
        ("blr", [BELARUS], "Country", True),
        ("Republic of Belarus", [BELARUS], "Country", True),
        ({"id": "Country:1"}, [BELARUS], "Country", True),
        ({"id": "Q184", "name": "Belarus"}, [BELARUS], "Country", True),
        ({"id": "Country:2", "name": "Japan"}, [BELARUS], "Country", False),
        ("1962", ["1962-09-25"], "FuzzyDate", True),
        (1962, ["1962-09-25"], "FuzzyDate", True),
        ("1962-09-25T00:00:00Z", ["1962-09"], "FuzzyDate", True),
        ("1963", ["1962-09-25"], "FuzzyDate", False),
        ("1963", ["1962/1964"], "FuzzyDate", True),
        ("25 September", ["1962-09-25"], "FuzzyDate", None),
    ],
)
def test_values(asked: Asked, held: list[object] | None, leaf: str, agrees: bool | None) -> None:
    """Case, accents and the order of words do not matter; a date agrees with one that it may be."""
    assert agree([asked], held, leaf, "any") is agrees


@pytest.mark.parametrize(("quantifier", "agrees"), [("any", True), ("all", False), ("none", False)])
def test_of_several(quantifier: Quantifier, agrees: bool) -> None:
    """One of two is held."""
    assert agree(["Minsk", "Brest"], ["Minsk"], "String", quantifier) is agrees


@given(st.one_of(st.text(), st.booleans(), st.integers(), st.floats()))
def test_any_cell_can_be_compared(value: Asked) -> None:
    """Whatever a spreadsheet holds, nothing breaks."""
    assert isinstance(plain(value), str)
    span_of(value)
    for leaf, held in (("String", "a"), ("FuzzyDate", "1962~"), ("Country", BELARUS)):
        assert agree([value], [held], leaf, "any") in {True, False, None}
