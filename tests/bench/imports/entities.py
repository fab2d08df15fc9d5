"""Makes up entities in the FollowTheMoney model, as many as are wanted, in the mixture and disorder of real ones.

Run as: python -m tests.bench.imports.entities FILE MANY
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from seeds.synthetic.chance import DAYS, Chance, cyrillic, words

Entity = dict[str, Any]

_SCHEMAS = words("Person:58 Company:22 Organization:9 LegalEntity:3 Vessel:6 Airplane:1 CryptoWallet:1")
_LISTS = words(
    "eu_fsf:25 gb_fcdo_sanctions:25 ch_seco_sanctions:20 ua_nsdc_sanctions:20 ca_dfatd_sema_sanctions:10"
)
_PROGRAMS = {
    "eu_fsf": ("European Union", "eu", ["EU-RUS", "EU-BLR", "EU-UKR", "EU-IRN", "EU-MMR"]),
    "gb_fcdo_sanctions": (
        "Foreign, Commonwealth & Development Office",
        "gb",
        ["GB-RUS", "GB-BLR", "GB-SYR", "GB-HR"],
    ),
    "ch_seco_sanctions": ("State Secretariat for Economic Affairs", "ch", ["SECO-UKRAINE", "SECO-BRUS"]),
    "ua_nsdc_sanctions": ("National Security and Defense Council", "ua", ["UA-SA1644"]),
    "ca_dfatd_sema_sanctions": ("Global Affairs Canada", "ca", ["CA-SEMA"]),
}
_COUNTRIES = words("ru:50 by:12 ir:10 kp:4 sy:5 mm:5 ua:4 cn:5 ve:2 ae:3")
_CITIES = [
    "Minsk",
    "Moscow",
    "Tehran",
    "Pyongyang",
    "Damascus",
    "Yangon",
    "Kyiv",
    "Dubai",
    "Caracas",
    "Beijing",
    "Soligorsk",
    "Grodno",
]
# How many lines wait to be written: what belongs together stands as far apart as that.
_APART = 20_000


def write_entities(path: Path, many: int, seed: int = 1) -> None:
    """Write so many lines; the same seed makes up the same."""
    chance = Chance(seed)
    waiting: list[Entity] = []
    written = 0
    with path.open("wb") as file:
        for entity in _entities(chance, many):
            waiting.append(entity)
            if len(waiting) > _APART:
                at = chance.up_to(_APART)
                waiting[at], waiting[-1] = waiting[-1], waiting[at]
                file.write(orjson.dumps(waiting.pop()) + b"\n")
                written += 1
        chance.shuffle(waiting)
        file.writelines(orjson.dumps(entity) + b"\n" for entity in waiting)


def _entities(chance: Chance, many: int) -> Iterator[Entity]:
    made = number = 0
    before: list[str] = []
    while made < many:
        number += 1
        for entity in _case(chance, number, before):
            if made < many:
                made += 1
                yield entity


def _case(chance: Chance, number: int, before: list[str]) -> Iterator[Entity]:
    """A thing, and what belongs to it; what others name comes first, so that a list cut short names nobody in vain."""
    own, schema = f"made-up-{number}", chance.draw(_SCHEMAS)
    thing = _thing(chance, own, schema)
    lists = {chance.draw(_LISTS) for _ in range(1 + chance.up_to(1))}
    thing["datasets"] = sorted(lists)
    if chance.happens(0.35):
        thing["properties"]["addressEntity"] = [f"addr-{number}"]
        yield _address(chance, number)
    yield thing
    for name in sorted(lists):
        yield _sanction(chance, own, name)
    if schema in ("Person", "Company") and chance.happens(0.2):
        yield _document(chance, own, schema)
    if before and schema == "Person" and chance.happens(0.06):
        properties = {"person": [own], "relative": [chance.choice(before)], "relationship": ["relative"]}
        yield _entity(f"family-{number}", "Family", properties)
    if schema == "Person":
        before.append(own)
        del before[:-500]


def _entity(own: str, schema: str, properties: dict[str, list[str]]) -> Entity:
    return {
        "id": own,
        "schema": schema,
        "properties": properties,
        "referents": [],
        "datasets": [],
        "first_seen": "2025-01-06T10:00:00",
        "last_seen": "2026-11-20T10:00:00",
        "last_change": "2026-10-01T10:00:00",
    }


def _thing(chance: Chance, own: str, schema: str) -> Entity:
    person = schema == "Person"
    name = chance.name() if person else chance.company()
    properties = {
        "name": [name, cyrillic(name)] if chance.happens(0.6) else [name],
        "country": [chance.draw(_COUNTRIES)],
        "topics": ["sanction"],
        "sourceUrl": ["https://example.org/list"],
    }
    if chance.happens(0.4):
        properties["alias"] = [
            chance.name() if person else chance.company() for _ in range(1 + chance.up_to(2))
        ]
    if person:
        properties |= {"birthDate": [chance.fuzzy(chance.day())], "nationality": [chance.draw(_COUNTRIES)]}
        properties |= {"gender": ["male"], "position": ["Deputy head of a department"]}
    elif schema == "Vessel":
        properties |= {
            "imoNumber": [f"IMO{9_000_000 + chance.up_to(999_999)}"],
            "flag": [chance.draw(_COUNTRIES)],
        }
    elif schema in ("Company", "LegalEntity"):
        properties |= {
            "registrationNumber": [str(chance.up_to(10**10))],
            "innCode": [str(chance.up_to(10**10))],
        }
    if chance.happens(0.3):
        properties["notes"] = ["Named in an annex for reasons that stand in the act itself."]
    return {**_entity(own, schema, properties), "caption": name, "target": True}


def _sanction(chance: Chance, own: str, dataset: str) -> Entity:
    authority, country, programs = _PROGRAMS[dataset]
    day = chance.day()
    properties = {
        "entity": [own],
        "authority": [authority],
        "country": [country],
        "programId": [chance.choice(programs)],
        "listingDate": [DAYS[day]],
        "startDate": [DAYS[day]],
        "reason": ["Responsible for actions that undermine what the act protects."],
    }
    if chance.happens(0.05):
        properties["endDate"] = [DAYS[chance.later(day, 2_000)]]
    return {**_entity(f"{dataset}-{own}", "Sanction", properties), "datasets": [dataset]}


def _address(chance: Chance, number: int) -> Entity:
    street, city, country = (
        f"{chance.up_to(200)} {chance.name()} Street",
        chance.choice(_CITIES),
        chance.draw(_COUNTRIES),
    )
    full = f"{street}, {city}"
    return _entity(
        f"addr-{number}",
        "Address",
        {"full": [full], "street": [street], "city": [city], "country": [country]},
    )


def _document(chance: Chance, own: str, schema: str) -> Entity:
    number = f"{chance.choice('ABCKMP')}{chance.up_to(9_999_999):07}"
    properties = {
        "holder": [own],
        "number": [number],
        "country": [chance.draw(_COUNTRIES)],
        "type": ["Passport"],
    }
    return _entity(f"doc-{own}", "Passport" if schema == "Person" else "Identification", properties)


if __name__ == "__main__":
    write_entities(Path(sys.argv[1]), int(sys.argv[2]))
