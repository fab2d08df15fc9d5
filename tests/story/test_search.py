"""Search on the real data: people and companies are found as readers write them."""

import pytest

from tests.story.conftest import Ask

FIND = """
query ($text: String!) { search(query: $text, first: 5) { nodes { score matched node {
  __typename
  ... on Node { id }
  ... on Detainee { name slug }
  ... on Target { target: name }
  ... on Relief { instrument { number } }
  ... on Country { iso2 }
} } } }
"""
BIALIATSKI = [
    "Bialiatski",
    "Ales Bialiatski",
    "BIALIATSKI, ALES",
    "Bialatski",
    "Беляцкий",
    "алесь бяляцкі",
    "Бяляцкі",
]


@pytest.mark.parametrize("text", BIALIATSKI)
async def test_a_person_in_any_form(ask: Ask, text: str) -> None:
    """Ales Bialiatski comes first, by whatever form of his name the data holds."""
    first = (await ask(FIND, text=text))["search"]["nodes"][0]
    assert first["node"]["name"] == "Ales Bialiatski"


async def test_a_company(ask: Ask) -> None:
    """Belaruskali is found as the target that it is, before the acts that name it."""
    found = (await ask(FIND, text="Belaruskali"))["search"]["nodes"]
    assert found[0]["node"] == {
        "__typename": "Target",
        "id": found[0]["node"]["id"],
        "target": "Belaruskali OAO",
    }
    assert "Relief" in {hit["node"]["__typename"] for hit in found}


async def test_a_license(ask: Ask) -> None:
    """General License 13 is found by its number, before other licenses."""
    first = (await ask(FIND, text="General License 13"))["search"]["nodes"][0]
    assert first["node"]["instrument"] == {"number": "13"}


async def test_a_country(ask: Ask) -> None:
    """A country is found by name and code, before whatever else begins with that."""
    for text in ("Belarus", "by", "BLR"):
        first = (await ask(FIND, text=text))["search"]["nodes"][0]
        assert (first["score"], first["node"]["__typename"], first["node"]["iso2"]) == (1, "Country", "BY")
