"""Lists: the same rows as the collections of REST, with filters, orders and pages."""

import re
from html import unescape

import pytest

from api.pages.lists import LISTS, Listed
from tests.pages.conftest import Visitor

pytestmark = pytest.mark.asyncio(loop_scope="module")


def _rows(html: str) -> list[str]:
    """Where each row of the table leads to."""
    body = html.partition("<tbody>")[2].partition("</tbody>")[0]
    return [re.findall(r'href="/([a-z]+/[^"]+)"', row)[0] for row in body.split("</tr>")[:-1]]


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.plural)
async def test_a_list(visitor: Visitor, listed: Listed) -> None:
    """It has a form with its filters, files of the same rows, and heads to sort by."""
    page = await visitor.open(f"/{listed.plural}")
    for name in listed.filters:
        assert re.search(rf'<(?:input|select) name="{name}"', page.html), name
    for ending in (".csv", ".xlsx", ""):
        assert f'href="/v1/{listed.plural}{ending}"' in page.html
    assert re.search(r"\d+ results", page.text)
    assert _rows(page.html)


FILTERED = [
    "/releases?nationality=BY&year=2025",
    "/releases?agreement=by-us-2025-12-13",
    "/detainees?release=by-us-2025-12-13",
    "/reliefs?country=US&kind=GENERAL_LICENSE",
    "/targets?kind=ORGANIZATION",
    '/agreements?where={"contested":{"eq":true}}&sort=title',
    "/programs?q=belarus",
]


@pytest.mark.parametrize("path", FILTERED)
async def test_rows_are_those_of_rest(visitor: Visitor, path: str) -> None:
    """The same parameters find the same rows, in the same order, as data."""
    page = await visitor.open(path)
    answer = await visitor.http.get(f"/v1{path}")
    rows = answer.json()["data"]
    assert rows
    assert [each.partition("/")[2] for each in _rows(page.html)] == [
        row.get("slug") or row["code"] for row in rows
    ]


async def test_a_form_keeps_what_was_asked(visitor: Visitor) -> None:
    """What a link from elsewhere asked can be seen and taken away; the rest stays."""
    page = await visitor.open("/releases?agreement=by-us-2025-12-13&year=2025")
    assert 'name="year" value="2025"' in page.html
    assert "Agreement: by-us-2025-12-13" in page.text
    assert '<a href="/releases?year=2025">without</a>' in page.html
    assert '<input type="hidden" name="agreement" value="by-us-2025-12-13">' in page.html


async def test_pages_follow_one_another(visitor: Visitor) -> None:
    """Further and back lead through all rows, each once, and keep the filters."""
    first = await visitor.open("/detainees?status=RELEASED")
    further = unescape(re.findall(r'<a href="([^"]+)" rel="next"', first.html)[0])
    assert "status=RELEASED" in further
    second = await visitor.open(further)
    assert not set(_rows(first.html)) & set(_rows(second.html))
    back = unescape(re.findall(r'<a href="([^"]+)" rel="prev"', second.html)[0])
    assert _rows((await visitor.open(back)).html) == _rows(first.html)


async def test_heads_sort(visitor: Visitor) -> None:
    """A head sorts by its column, and once more the other way round."""
    page = await visitor.open("/releases?sort=title")
    assert 'aria-sort="ascending"' in page.html
    assert 'href="/releases?sort=-title"' in page.html
    turned = await visitor.open("/releases?sort=-title")
    assert _rows(turned.html)[0] != _rows(page.html)[0]


async def test_parameters_of_others_are_passed_over(visitor: Visitor) -> None:
    """A link that somebody decorated still leads to the list."""
    assert _rows((await visitor.open("/releases?utm_source=letter&total=false")).html)


async def test_withheld_names_are_withheld_in_lists(visitor: Visitor) -> None:
    """They are counted and named nowhere; their addresses say nothing."""
    page = await visitor.open('/detainees?where={"publication":{"eq":"WITHHELD"}}')
    rows = _rows(page.html)
    assert rows
    assert page.html.count('class="withheld"') == len(rows)
