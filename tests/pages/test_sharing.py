"""Cards for other people's articles, and oEmbed for the editors that look for them."""

import re
from xml.etree import ElementTree as ET

import pytest

from tests.pages.conftest import Visitor, read

pytestmark = pytest.mark.asyncio(loop_scope="module")

PAGE = "http://detente/agreements/by-us-2025-12-13"
CARD = "http://detente/embed/agreements/by-us-2025-12-13"


async def test_discovery(visitor: Visitor) -> None:
    """The page says where its oEmbed answer stands, in both formats, and these are of that page."""
    page = await visitor.open("/agreements/by-us-2025-12-13")
    for media, form in (("application/json", "json"), ("text/xml", "xml")):
        link = re.findall(rf'<link rel="alternate" type="{media}\+oembed" href="([^"]+)"', page.html)[0]
        answer = await visitor.http.get(link.replace("&amp;", "&"))
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(media)
        assert f"format={form}" in link


async def test_json(visitor: Visitor) -> None:
    """An answer has all that a rich one must have, and its frame shows the card."""
    told = (await visitor.http.get("/oembed", params={"url": PAGE})).json()
    assert told["version"] == "1.0"
    assert told["type"] == "rich"
    assert told["title"] == "Release of 123 for potash relief, December 2025"
    assert told["provider_name"] == "Détente"
    assert told["html"].startswith(f'<iframe src="{CARD}"')
    assert f'width="{told["width"]}" height="{told["height"]}"' in told["html"]


async def test_xml(visitor: Visitor) -> None:
    """The same in XML."""
    json = (await visitor.http.get("/oembed", params={"url": PAGE})).json()
    answer = await visitor.http.get("/oembed", params={"url": PAGE, "format": "xml"})
    root = ET.fromstring(answer.content)  # noqa: S314 - our own answer
    assert root.tag == "oembed"
    assert {each.tag: each.text for each in root} == {name: str(value) for name, value in json.items()}


async def test_of_a_card(visitor: Visitor) -> None:
    """The address of a card is as good as that of its page."""
    answer = await visitor.http.get("/oembed", params={"url": CARD})
    assert answer.json()["title"] == "Release of 123 for potash relief, December 2025"


async def test_no_larger_than_asked(visitor: Visitor) -> None:
    """A frame is no larger than the editor has room for."""
    told = (
        await visitor.http.get("/oembed", params={"url": PAGE, "maxwidth": "300", "maxheight": "200"})
    ).json()
    assert (told["width"], told["height"]) == (300, 200)


@pytest.mark.parametrize(
    "url",
    [
        "http://elsewhere/agreements/by-us-2025-12-13",
        "http://detente/agreements/nothing",
        "http://detente/nothing/by-us-2025-12-13",
        "http://detente/agreements",
        "http://detente/agreements/",
        "http://[",
        "by-us-2025-12-13",
    ],
)
async def test_not_ours(visitor: Visitor, url: str) -> None:
    """What is no page of ours is not found."""
    answer = await visitor.http.get("/oembed", params={"url": url})
    assert answer.status_code == 404
    assert answer.json()["code"] == "NOT_FOUND"


async def test_other_formats(visitor: Visitor) -> None:
    """A format that is not written here is answered as the specification has it."""
    answer = await visitor.http.get("/oembed", params={"url": PAGE, "format": "yaml"})
    assert answer.status_code == 501


async def test_no_address(visitor: Visitor) -> None:
    """Without an address there is nothing to tell."""
    assert (await visitor.http.get("/oembed")).status_code == 400


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("agreements/by-us-2025-12-13", "Exactly 123 people let go by Belarus, 13 December 2025"),
        ("releases/by-us-2025-12-13", "Exactly 123 people let go by Belarus, 13 December 2025"),
        ("reliefs/us-gl13", "It unblocks no property"),
        ("detainees/valiantsin-stefanovic", "Disputed: Belarus pardons 123 people of various nationalities"),
        ("targets/belaruskali", "2 sanctions that we know of bind it"),
        ("programs/BELARUS-EO14038", "Run by Office of Foreign Assets Control"),
        ("countries/GB", "5 releases of its nationals, here or abroad"),
        ("sources/tass-by-1213", "Source"),
    ],
)
async def test_cards(visitor: Visitor, address: str, said: str) -> None:
    """A card says the most important of a thing in a few lines, and how far it is contested."""
    answer = await visitor.get(f"/embed/{address}")
    assert answer.status_code == 200
    assert said in read(answer).text


async def test_a_card_may_be_framed(visitor: Visitor) -> None:
    """Any site may frame a card, which loads nothing and runs nothing."""
    answer = await visitor.get("/embed/agreements/by-us-2025-12-13")
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors" not in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "x-frame-options" not in answer.headers
    assert "<script" not in answer.text
    assert len(answer.content) < 5_000


@pytest.mark.parametrize("address", ["agreements/nothing", "nothing/by-us-2025-12-13", "targets/%00"])
async def test_no_such_card(visitor: Visitor, address: str) -> None:
    """There is no card of what is not there."""
    assert (await visitor.get(f"/embed/{address}")).status_code in {400, 404}
