"""The first page: who was freed for what, drawn and in words."""

import re

import pytest

from tests.pages.conftest import Visitor

pytestmark = pytest.mark.asyncio(loop_scope="module")

DECEMBER = "/releases/by-us-2025-12-13"
LICENSE = "/reliefs/us-gl13"
_SVG = re.compile(r'<svg class="(?:broad|narrow) picture".*?</svg>', re.DOTALL)


def _marks(html: str) -> list[str]:
    """What the marks of the pictures say."""
    return re.findall(r'<path aria-label="([^"]+)"', "".join(_SVG.findall(html)))


async def test_the_picture_comes_first(visitor: Visitor) -> None:
    """It stands before all but the title, for broad and narrow screens, and says what it shows."""
    page = await visitor.open("/")
    pictures = _SVG.findall(page.html)
    assert len(pictures) == 4
    assert page.html.index(pictures[0]) < page.html.index('<form class="filters"')
    for picture in pictures:
        assert re.search(r"<title [^>]*>[^<]+</title><desc [^>]*>[^<]+</desc>", picture)
        assert "aria-labelledby" in picture
        assert "viewBox" in picture


async def test_a_mark_says_who_was_freed_for_what(visitor: Visitor) -> None:
    """The release of December 2025 is a mark that says its size, its relief, the lag, and that it is contested."""
    said = next(
        each for each in _marks((await visitor.open("/")).html) if each.startswith("13 December 2025: Bel")
    )
    for part in (
        "123 people freed, among them nationals of",
        "Belarus General License 13",
        "2 days later",
        "Contested.",
    ):
        assert part in said


async def test_every_mark_stands_in_the_table(visitor: Visitor) -> None:
    """Whoever cannot see the picture finds all it leads to in the table behind it."""
    html = (await visitor.open("/")).html
    table = html[html.index("<table") : html.index("</table>")]
    leads = {
        lead for picture in _SVG.findall(html) for lead in re.findall(r'<a [^>]*href="([^"]+)"', picture)
    }
    assert {DECEMBER, LICENSE} <= leads
    assert [lead for lead in sorted(leads) if f'href="{lead}"' not in table] == []


async def test_the_table_says_the_lag_and_what_is_announced_only(visitor: Visitor) -> None:
    """Law and announcement are told apart, and so are ties that somebody only alleges."""
    text = (await visitor.open("/")).text
    assert (
        "in exchange for Belarus General License 13, dealings with three potash companies, 2 days later"
        in text
    )
    assert "allegedly for" in text
    assert "announced only" in text
    assert "about 21 (20 to 21)" in text


async def test_nobody_is_counted_twice(visitor: Visitor) -> None:
    """Stages stand for a release that gives no number, and not beside one that does."""
    html = (await visitor.open("/")).html
    assert 'href="/releases/by-2024-pardons-2024-12"' in html
    assert 'href="/releases/by-2024-pardons"' not in html
    assert 'href="/releases/ru-west-2024-08-01-by"' not in html


async def test_the_picture_is_filtered_as_the_table_is(visitor: Visitor) -> None:
    """A nationality and a year leave those releases alone, in both, and the files follow."""
    page = await visitor.open("/?nationality=GB&year=2025")
    slugs = set(re.findall(r'href="/releases/([^"]+)"', page.html))
    assert slugs == {"by-us-2025-09-11", "by-us-2025-12-13"}
    assert "2 releases; 2 are tied to relief" in page.text
    assert 'href="/v1/exchanges.csv?nationality=GB&amp;year=2025"' in page.html
    assert '<option value="GB" selected>' in page.html


async def test_nothing_fits(visitor: Visitor) -> None:
    """Where nothing is known there is no picture, and the page says so."""
    page = await visitor.open("/?nationality=GB&year=1901")
    assert _SVG.findall(page.html) == []
    assert "No release is known that fits." in page.text


async def test_pictures_take_their_colours_from_the_page(visitor: Visitor) -> None:
    """Light and dark are the page's affair: no mark brings a colour of its own."""
    pictures = "".join(_SVG.findall((await visitor.open("/")).html))
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', pictures))
    assert {
        each for each in colours if not each.startswith("var(") and each not in {"none", "transparent"}
    } == set()
