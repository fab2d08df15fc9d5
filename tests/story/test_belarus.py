"""The story of 13 December 2025: who was freed, for what, who says so, and how sure we are."""

from typing import Any

import pytest

from tests.story.conftest import Ask

SLUG = "by-us-2025-12-13"

MISSION = """
{ country(iso2: "US") { nationalsReleased(first: 10) { totalCount nodes {
  slug title releasedOn total { value completeness }
  counts(dimension: NATIONALITY) { country { iso2 } count { value } scope }
  inExchangeFor { slug kind status announcedOn issuedOn unblocksProperty instrument { number } targets { name } }
  exchanges { relation lagDays contested relief { slug }
    claims(first: 5) { nodes { speaker stance verification source { publisher { name } url } } } }
  members(first: 20) { nodes { outcome contested detainee {
    name charges(first: 5) { nodes { category title stage } } nationalities { country { name } } } } }
} } } }
"""

AGREEMENT = """
query ($slug: String!) { agreement(slug: $slug) {
  releases { nodes {
    slug total { value completeness } contested
    counts { dimension country { iso2 } count { value completeness } scope scopeNote source { slug } }
    members(first: 50) { nodes { outcome contested detainee { slug }
      claims(first: 50) { nodes { value contradicts { value } source { slug } } } } }
  } }
  reliefs { nodes {
    slug kind announcedOn issuedOn effectiveOn unblocksProperty contested
    targets { identifiers { scheme value } }
    sanctions { nodes { slug endedOn status(on: "2025-12-31") } }
    residualSanctions(on: "2025-12-31") { nodes { country { iso2 } } }
  } }
} }
"""


@pytest.fixture
async def release(ask: Ask) -> Any:  # noqa: ANN401 - JSON is what it is
    """The release of that day."""
    return (await ask(AGREEMENT, slug=SLUG))["agreement"]["releases"]["nodes"][0]


@pytest.fixture
async def relief(ask: Ask) -> Any:  # noqa: ANN401 - JSON is what it is
    """The relief it is tied to."""
    reliefs = (await ask(AGREEMENT, slug=SLUG))["agreement"]["reliefs"]["nodes"]
    return next(each for each in reliefs if each["slug"] == "us-gl13")


def counted(release: Any, dimension: str, scope: str) -> dict[str, int | None]:  # noqa: ANN401
    """The counts of a release by country."""
    return {
        each["country"]["iso2"]: each["count"]["value"]
        for each in release["counts"]
        if each["dimension"] == dimension and each["scope"] == scope
    }


async def test_main_question(ask: Ask) -> None:
    """Nationals of the United States were released, and tied to General License 13, by named sources."""
    found = (await ask(MISSION))["country"]["nationalsReleased"]["nodes"]
    release = next(each for each in found if each["slug"] == SLUG)
    assert release["releasedOn"] == "2025-12-13"
    assert release["total"] == {"value": 123, "completeness": "EXACT"}
    (relief,) = release["inExchangeFor"]
    assert relief["slug"] == "us-gl13"
    assert relief["instrument"] == {"number": "13"}
    assert len(relief["targets"]) == 3
    (exchange,) = release["exchanges"]
    assert exchange["relation"] == "IN_EXCHANGE_FOR"
    assert exchange["lagDays"] == 2
    assert exchange["contested"] is False
    assert all(claim["source"]["publisher"]["name"] for claim in exchange["claims"]["nodes"])
    assert {claim["stance"] for claim in exchange["claims"]["nodes"]} >= {"ASSERTS", "QUALIFIES"}


async def test_total_and_destinations(release: Any) -> None:  # noqa: ANN401
    """All 123 are counted by where they went."""
    assert release["total"] == {"value": 123, "completeness": "EXACT"}
    assert counted(release, "DESTINATION", "THIS_RELEASE") == {"UA": 114, "LT": 9}


async def test_nationalities_have_their_scopes(release: Any) -> None:  # noqa: ANN401
    """The seven countries named belong to the running total of 156; what is known of the 123 stands apart."""
    official = counted(release, "NATIONALITY", "RUNNING_TOTAL")
    assert official == dict.fromkeys(["AU", "GB", "LV", "LT", "US", "UA", "JP"])
    here = counted(release, "NATIONALITY", "THIS_RELEASE")
    known = {country: value for country, value in here.items() if value is not None}
    assert known == {"BY": 110, "UA": 5, "JP": 1, "PL": 1}
    assert {country for country, value in here.items() if value is None} == {"LT", "LV", "GB", "US", "AU"}
    notes = [each["scopeNote"] for each in release["counts"] if each["scope"] == "RUNNING_TOTAL"]
    assert any("156" in note for note in notes)
    assert all(each["source"] for each in release["counts"])


async def test_most_were_belarusians(release: Any) -> None:  # noqa: ANN401
    """The number of Belarusians is a lower bound, and said to be one."""
    (belarus,) = [
        each
        for each in release["counts"]
        if each["dimension"] == "NATIONALITY" and each["country"]["iso2"] == "BY"
    ]
    assert belarus["count"] == {"value": 110, "completeness": "AT_LEAST"}


async def test_relief_has_three_dates(relief: Any) -> None:  # noqa: ANN401
    """The relief was announced that day, and the licence issued two days later; it unblocks nothing."""
    assert relief["kind"] == "GENERAL_LICENSE"
    assert (relief["announcedOn"], relief["issuedOn"]) == ("2025-12-13", "2025-12-15")
    assert relief["unblocksProperty"] is False


async def test_relief_is_not_delisting(relief: Any) -> None:  # noqa: ANN401
    """Its three targets stay listed, and the European Union's sanctions bind two of them too."""
    uids = {each["value"] for target in relief["targets"] for each in target["identifiers"]}
    assert uids == {"33374", "33372", "32746"}
    sanctions = relief["sanctions"]["nodes"]
    assert [(each["endedOn"], each["status"]) for each in sanctions] == [(None, "ACTIVE")] * 3
    assert {each["country"]["iso2"] for each in relief["residualSanctions"]["nodes"]} == {"US", "EU"}


async def test_lifted_is_contested(relief: Any) -> None:  # noqa: ANN401
    """Whether sanctions were lifted, as announced, or licensed, is contested."""
    assert relief["contested"] is True


async def test_one_was_not_freed(release: Any) -> None:  # noqa: ANN401
    """One man was reported freed and was not: he is shown as disputed, with claims that contradict."""
    (disputed,) = [each for each in release["members"]["nodes"] if each["outcome"] == "DISPUTED"]
    assert disputed["detainee"]["slug"] == "valiantsin-stefanovic"
    assert disputed["contested"] is True
    values = {claim["value"] for claim in disputed["claims"]["nodes"]}
    assert "FREED" in values
    assert len(values) > 1
    assert any(claim["contradicts"] for claim in disputed["claims"]["nodes"])


async def test_he_was_freed_later(ask: Ask) -> None:
    """The same man is free since March 2026."""
    query = '{ detainee(slug: "valiantsin-stefanovic") { status releases { nodes { outcome release { slug } } } } }'
    found = (await ask(query))["detainee"]
    assert found["status"] == "RELEASED"
    outcomes = {each["release"]["slug"]: each["outcome"] for each in found["releases"]["nodes"]}
    assert outcomes[SLUG] == "DISPUTED"
    assert outcomes["by-us-2026-03-19"] != "DISPUTED"


async def test_what_the_seed_article_got_wrong(ask: Ask) -> None:
    """The seed article's wrong statements are kept as claims, refuted by better ones."""
    query = '{ source(slug: "seed-article") { claims(first: 50) { nodes { statement verification contradicts { source { slug } } } } } }'
    claims = (await ask(query))["source"]["claims"]["nodes"]
    refuted = [each for each in claims if each["verification"] == "REFUTED"]
    assert len(refuted) >= 3
    assert all(each["contradicts"] for each in refuted)
