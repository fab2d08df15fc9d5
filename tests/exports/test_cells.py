"""What spreadsheets make of cells: texts stay texts, and everything can be read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.exports.cells import day, guarded, plain


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+375 29 123",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uff1dA1",
        "'=1",
        "''@x",
        "=HYPERLINK(1)",
    ],
)
def test_what_would_run_as_a_formula_has_an_apostrophe(text: str) -> None:
    """Whatever a spreadsheet takes for a formula is marked as text."""
    assert plain(text) == f"'{text}"


@pytest.mark.parametrize("text", ["007", "0012345678", "4055550123456789012", "7E10", "'007"])
def test_what_would_become_another_number_has_one_too(text: str) -> None:
    """Zeros in front, digits beyond Excel's fifteen and what looks like an exponent stay as they are."""
    assert plain(text) == f"'{text}"


@pytest.mark.parametrize("text", ["2025-12-13", "2025", "0", "13", "US", "'Abd al-Rahman", "a=b", "", "3.5"])
def test_everything_else_stays_as_it_is(text: str) -> None:
    """Dates, plain numbers and names are not touched."""
    assert plain(text) == text


def test_numbers_stay_numbers() -> None:
    """A negative number is no formula."""
    assert (plain(-3), plain(0), plain(2.5), plain(True), plain(None)) == ("-3", "0", "2.5", "yes", "")


@given(st.text(alphabet="'=+-@\t\r\n0123456789eEx "))
def test_the_mark_can_be_taken_away_again(text: str) -> None:
    """Who takes an apostrophe from before a guarded text has the text back, and loses none of the text's own."""
    cell = plain(text)
    assert (cell[1:] if cell.startswith("'") and guarded(cell[1:]) else cell) == text


@pytest.mark.parametrize(
    ("text", "exact"),
    [("2025-12-13", True), ("2025-12", False), ("2025-12-13~", False), ("2025-02-30", False), ("x", False)],
)
def test_only_exact_days_are_dates(text: str, exact: bool) -> None:
    """What is a month, a year or about a day is no day."""
    assert (day(text) is not None) is exact
