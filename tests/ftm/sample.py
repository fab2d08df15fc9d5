"""A list in the model itself, invented, with something of every kind that we read: what comes in shall go out."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.seeds.lists.reading import entity, lines

PERSON = entity(
    "NK-person",
    "Person",
    name=["Iryna Example", "Ірына Прыклад"],
    alias="I. Example",
    weakAlias="The Clerk",
    previousName="Iryna Sample",
    birthDate=["1962", "1962-05-03"],
    deathDate="2020",
    birthPlace="Minsk",
    nationality=["by", "ru"],
    citizenship="by",
    gender="female",
    title="Colonel",
    position="Deputy head",
    topics=["sanction", "role.pep"],
    passportNumber="MP1234567",
    idNumber="7051262A001PB1",
    innCode="500100732259",
    website="https://example.org/iryna",
    notes="Named in an annex.",
    addressEntity="addr-1",
)
OTHERS = (
    entity(
        "addr-1", "Address", full="1 Main Street, Minsk", street="1 Main Street", city="Minsk", country="by"
    ),
    entity("NK-brother", "Person", name="Ivan Example", topics="sanction", nationality="suhh"),
    entity(
        "NK-company",
        "Company",
        name="Example Trade",
        topics="sanction",
        jurisdiction="by",
        leiCode="213800D1EI4B9WTWWD28",
        swiftBic="BELBBY2X",
        imoNumber="IMO0289230",
        registrationNumber="0100001",
        legalForm="Joint stock company",
        incorporationDate="1999-02",
        website="example.org",
    ),
    entity("NK-party", "Organization", name="Party of Examples", topics="sanction", country="xk"),
    entity(
        "NK-ship",
        "Vessel",
        name="Example Star",
        topics="sanction",
        imoNumber="IMO9074729",
        mmsi="366123456",
        flag="pa",
        pastFlags=["lr", "mt"],
        callSign="3EXY7",
        type="Crude Oil Tanker",
        buildDate="2001",
        owner="NK-company",
    ),
    entity(
        "NK-plane",
        "Airplane",
        name="EW-001PA",
        topics="sanction",
        registrationNumber="EW-001PA",
        serialNumber="30000",
        model="Boeing 737",
        buildDate="2002-06-01",
    ),
    entity("NK-bond", "Security", name="Example 2030", topics="sanction", isin="XS2010028186"),
    entity("NK-wallet", "CryptoWallet", name="1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", topics="sanction"),
    entity("o-1", "Ownership", owner="NK-person", asset="NK-company"),
    entity("d-1", "Directorship", director="NK-brother", organization="NK-company"),
    entity("f-1", "Family", person="NK-person", relative="NK-brother"),
    entity("a-1", "Associate", person="NK-brother", associate="NK-person"),
    entity("u-1", "UnknownLink", subject="NK-party", object="NK-ship"),
    entity("p-1", "Passport", holder="NK-person", number="PP7654321", country="by", type="Diplomatic"),
)
LISTED = ("NK-person", "NK-brother", "NK-company", "NK-party", "NK-ship", "NK-plane", "NK-bond", "NK-wallet")


def entities() -> Iterator[dict[str, Any]]:
    """Give everything, with a sanction for each thing."""
    yield {**PERSON, "referents": ["ofac-32746", "eu-fsf-eu-7945-57", "Q42", "NK-old"]}
    yield from OTHERS
    for number, listed in enumerate(LISTED):
        yield entity(
            f"s-{number}",
            "Sanction",
            entity=listed,
            authority="European External Action Service",
            country="eu",
            programId="EU-BLR",
            program="BLR",
            listingDate="2021-06-21",
            startDate="2021-06-22",
            reason="Responsible\n for it.",
            provisions=["Asset freeze", "Travel ban"],
            authorityId=f"EU.7945.{number}",
            **({"endDate": "2024-02-01"} if listed == "NK-bond" else {}),
        )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(lines(entities()))
