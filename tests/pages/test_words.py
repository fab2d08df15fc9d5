"""Dates and counts as people write them."""

import pytest

from api.pages import dates, words
from api.pages.links import explorer, name_of, path_of, web, with_parameters


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2025-12-13", "13 December 2025"),
        ("2025-12", "December 2025"),
        ("2025", "2025"),
        ("1962~", "about 1962"),
        ("1962?", "perhaps 1962"),
        ("1962-05%", "perhaps about May 1962"),
        ("2008-08-16/2008-08-20", "16 to 20 August 2008"),
        ("2025-01-14/2025-03-10", "14 January to 10 March 2025"),
        ("2024-07/2024-09", "July to September 2024"),
        ("2024-07/2025-09", "July 2024 to September 2025"),
        ("2014/2015-01-12", "2014 to 12 January 2015"),
        ("1962~/1964", "about 1962 to 1964"),
        ("../1964", "until 1964"),
        ("1964/..", "from 1964"),
        (None, "date unknown"),
    ],
)
def test_a_fuzzy_date_in_words(edtf: str | None, said: str) -> None:
    """No more is said than is known, and nothing twice."""
    assert dates.words(edtf) == said


def test_a_date_says_itself_to_machines_where_html_can() -> None:
    """HTML has days, months and years, and no way to write a doubt or two ends."""
    assert dates.time("2025-12") == '<time datetime="2025-12">December 2025</time>'
    assert dates.time("1962~") == "about 1962"


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "the same day"), (1, "1 day later"), (465, "465 days later"), (-63, "63 days before"), (None, None)],
)
def test_a_lag_in_words(days: int | None, said: str | None) -> None:
    """Before and after are told apart, and nothing is said of what is not known."""
    assert dates.lag(days) == said


def test_a_moment_stands_in_the_middle_of_what_is_known() -> None:
    """A month is drawn in its middle, and a date between two ends between them."""
    assert dates.moment("2025-01-01") == 2025
    assert dates.moment("2025") == 2025.5
    assert 2025 < (dates.moment("2025-01") or 0) < 2025.09
    assert dates.moment("2024/2026") == 2025.5
    assert dates.moment("..") is None


def _count(
    completeness: str, value: int | None = None, least: int | None = None, most: int | None = None
) -> dict[str, object]:
    return {"value": value, "min": least, "max": most, "completeness": completeness}


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (_count("EXACT", 1234), "1,234"),
        (_count("AT_LEAST", 110), "at least 110"),
        (_count("AT_LEAST", None, 110), "at least 110"),
        (_count("AT_MOST", None, None, 30), "at most 30"),
        (_count("ESTIMATE", 21, 20, 21), "about 21 (20 to 21)"),
        (_count("ESTIMATE", 3), "about 3"),
        (_count("ESTIMATE", None, 20, 30), "20 to 30"),
        (_count("UNKNOWN"), "number unknown"),
        (_count("UNKNOWN", 7), "7, unconfirmed"),
        (_count("EXACT", 0), "0"),
        (None, "number unknown"),
    ],
)
def test_a_count_says_how_sure_it_is(counted: dict[str, object] | None, said: str) -> None:
    """A number never stands without how far it can be trusted."""
    assert words.count(counted) == said


def test_an_exact_count_says_so_where_it_is_asked() -> None:
    """Beside others that are not, an exact one says that it is."""
    assert words.count(_count("EXACT", 123), exactly=True) == "123, exactly"


def test_names_in_a_sentence() -> None:
    """The last two are joined by a word."""
    assert [words.listed(["A", "B", "C"][:length]) for length in range(4)] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]


def test_a_path_leads_to_the_key_of_its_type() -> None:
    """Slugs, codes and countries' letters are the keys, and nothing in them can leave the path."""
    assert path_of({"__typename": "Country", "iso2": "BY"}) == "/countries/BY"
    assert path_of({"__typename": "SanctionProgram", "code": "A/B?c"}) == "/programs/A%2FB%3Fc"


def test_who_is_withheld_is_called_so() -> None:
    """A name that is null is not a gap in the page."""
    assert name_of({"__typename": "Detainee", "slug": "w-1", "name": None}) == "Name withheld"


def test_only_the_web_is_linked_to() -> None:
    """A source's address is data, and runs nothing."""
    assert web("https://example.org/a") == "https://example.org/a"
    assert web("javascript:alert(1)") is None
    assert web(None) is None


def test_parameters_that_are_empty_are_left_out() -> None:
    """An address says what was asked and no more."""
    assert with_parameters("/releases", {"q": "", "year": "2025", "after": None}) == "/releases?year=2025"
    assert explorer("{ a }", {"where": None}) == "/graphql?query=%7B+a+%7D"
