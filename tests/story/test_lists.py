"""A list beside the dossiers: the relief shows the real listing with its names, and status tells the history."""

import json
from pathlib import Path
from typing import Any

import pytest

from api.database.connect import connected
from api.database.reader import open_reader
from api.database.urls import Urls
from api.engine import Engine
from tests.seeds.lists.official import Listed, load_entries

# The public facts of three entries of 2025, shortened.
BELARUSKALI = Listed(
    32746,
    "BELARUSKALI OAO",
    program="BELARUS-EO14038",
    remarks="Tax ID No. 600122610 (Belarus); a.k.a. 'BELARUSKALI'; Linked To: AGROROZKVIT LLC.",
    aliases=(("aka", "BELARUSKALI JOINT STOCK COMPANY"),),
    addresses=(("5 Korzh Street", "Soligorsk 223710", "Belarus"),),
)
COMPANY = Listed(33374, "OJSC BELARUSIAN POTASH COMPANY")
AGROROZKVIT = Listed(33372, "AGROROZKVIT LLC")
PLANE = Listed(44580, "EW-301PJ", "aircraft", remarks="Aircraft Model B767-32K; Linked To: BELAVIA.")
OTHERS = tuple(Listed(50_000 + n, f"SAMPLE NUMBER {n}") for n in range(20))

RELIEF = """
{ agreement(slug: "by-us-2025-12-13") { reliefs { nodes { slug sanctions { nodes {
  slug list before: status(on: "2026-03-25") after: status(on: "2026-03-26") endedOn
  sources { slug license retrievedOn } datasets { slug license publisher { slug } publishedOn checksum }
  target {
    slug name names { text kind quality } addresses { street city country { iso2 } dataset { slug } }
    identifiers { scheme value country { iso2 } note } links { kind name target { slug } }
    linkedFrom(first: 5) { nodes { slug } }
    entries { key firstSeenOn goneOn remarks dataset { title } }
  }
} } } } } }
"""
CHANGES = """
{ target(slug: "ew-301pj") { kind details { kind value } entries { key goneOn }
  sanctions(first: 5) { nodes { slug endedOn status(on: "2026-06-01") } } }
  dataset { sources { slug title source { slug kind publishedOn } } } }
"""


async def _ask(engine: Engine, database: Urls, query: str) -> Any:  # noqa: ANN401 - JSON is what it is
    prepared = engine.prepare(query, {}, None)
    assert prepared.sql is not None
    async with open_reader(database.reader, size=1, statement_timeout_ms=10_000) as reader:
        row = await reader.row(prepared.sql, *prepared.arguments)
    assert row is not None
    return json.loads(prepared.respond(row[0], row[1]))["data"]


@pytest.fixture
async def listed(seeded_copy: Urls, tmp_path: Path) -> Urls:
    """The dossiers, and a list of two days: on the second Belaruskali is gone."""
    whole = (BELARUSKALI, COMPANY, AGROROZKVIT, PLANE, *OTHERS)
    async with connected(seeded_copy.writer) as writer:
        first = await load_entries(writer, tmp_path / "list", "2025-12-19", *whole)
        assert first.joined == 4
        await load_entries(writer, tmp_path / "list", "2026-03-26", *whole[1:])
    return seeded_copy


async def test_the_relief_shows_the_real_listing(engine: Engine, listed: Urls) -> None:
    """From the agreement to the list's names, address and remarks, and to who publishes them, in one statement."""
    reliefs = (await _ask(engine, listed, RELIEF))["agreement"]["reliefs"]["nodes"]
    license_13 = next(each for each in reliefs if each["slug"] == "us-gl13")
    sanction = next(each for each in license_13["sanctions"]["nodes"] if each["slug"] == "us-sdn-belaruskali")
    target = sanction["target"]
    assert (target["slug"], target["name"]) == ("belaruskali", "Belaruskali OAO")
    assert {("BELARUSKALI JOINT STOCK COMPANY", "ALIAS", "STRONG"), ("BELARUSKALI", "ALIAS", "WEAK")} <= {
        (name["text"], name["kind"], name["quality"]) for name in target["names"]
    }
    assert "Беларуськалій" in {name["text"] for name in target["names"]}
    assert target["addresses"] == [
        {"street": "5 Korzh Street", "city": "Soligorsk 223710", "country": {"iso2": "BY"}, "dataset": {"slug": "ofac-sdn"}}
    ]  # fmt: skip
    assert {
        "scheme": "TAX_ID",
        "value": "600122610",
        "country": {"iso2": "BY"},
        "note": "Tax ID No.",
    } in target["identifiers"]
    assert target["links"] == [
        {"kind": "LINKED", "name": "AGROROZKVIT LLC", "target": {"slug": "agrorozkvit"}}
    ]
    assert target["entries"][0]["key"] == "32746"
    assert target["entries"][0]["remarks"].startswith("Tax ID No. 600122610")
    assert "ofac-sdn" in {source["slug"] for source in sanction["sources"]}
    assert {each["slug"]: each["publisher"]["slug"] for each in sanction["datasets"]} == {
        "detente-dossiers": "detente",
        "ofac-sdn": "ofac",
    }


async def test_status_tells_what_the_dossier_and_the_list_know(engine: Engine, listed: Urls) -> None:
    """A license leaves the company listed; where the dossiers know its last day they are believed, before the list."""
    reliefs = (await _ask(engine, listed, RELIEF))["agreement"]["reliefs"]["nodes"]
    license_13 = next(each for each in reliefs if each["slug"] == "us-gl13")
    sanctions = {each["slug"]: each for each in license_13["sanctions"]["nodes"]}
    agro = next(each for slug, each in sanctions.items() if "agrorozkvit" in slug)
    entry = sanctions["us-sdn-belaruskali"]["target"]["entries"][0]
    assert (entry["firstSeenOn"], entry["goneOn"]) == ("2025-12-19", "2026-03-26")
    assert agro["target"]["entries"][0]["goneOn"] is None
    assert sanctions["us-sdn-belaruskali"]["after"] == "DELISTED"


async def test_an_aircraft_keeps_its_curated_end(engine: Engine, listed: Urls) -> None:
    """The dossiers say when the aircraft was delisted; a list that has it still stands beside that."""
    answer = await _ask(engine, listed, CHANGES)
    target = answer["target"]
    assert {"kind": "MODEL", "value": "B767-32K"} in target["details"]
    assert [each["key"] for each in target["entries"]] == ["44580"]
    assert {each["slug"]: (each["endedOn"], each["status"]) for each in target["sanctions"]["nodes"]} == {
        "us-sdn-ew-301pj": ("2025-11-04", "DELISTED"),
        "ofac-sdn-44580": (None, "ACTIVE"),
    }
    sources = {each["slug"]: each for each in answer["dataset"]["sources"]}
    assert sources["ofac-sdn"]["source"] == {
        "slug": "ofac-sdn",
        "kind": "DATASET",
        "publishedOn": "2026-03-26",
    }
    assert sources["detente-dossiers"]["source"] is None
