"""What all stories share: real countries, and made-up authorities, programs, publishers and lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import asyncpg

from seeds.loader.ids import identify
from seeds.synthetic.chance import Chance, Weighted, words, zipf
from seeds.synthetic.tables import DATASET, DATASET_ID, Batch, Numbers

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

# Those that detain most come first; all others follow in a drawn order.
_HOLDERS = "RU BY IR CN VE MM TR SY AF CU NI SA EG VN ET PK AZ TJ KP ML"
_GRANTERS = "US EU GB CA CH UA AU JP NO NZ"
_GRANTING = 10
_PROGRAMS_EACH = 6
_MEASURES = words(
    "ASSET_FREEZE:70 TRAVEL_BAN:30 SECTORAL_SANCTIONS:6 EXPORT_CONTROL:6 INVESTMENT_BAN:3 DEBARMENT:1 OTHER:2"
)


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the reference data."""

    id: int
    iso2: str
    name: str


@dataclass(frozen=True, slots=True)
class Authority:
    """A made-up body that imposes sanctions, the list it publishes, and its programs."""

    id: int
    name: str
    country: Country
    list_name: str
    source: int
    programs: Weighted[int]


@dataclass(frozen=True, slots=True)
class World:
    """What stories are set in."""

    countries: Weighted[Country]
    authorities: Weighted[Authority]
    publishers: Weighted[tuple[int, str]]
    captors: Weighted[int]


async def is_present(connection: Connection) -> bool:
    """Whether the database holds synthetic data."""
    return bool(await connection.fetchval("SELECT true FROM dataset_source WHERE slug = $1", DATASET))


async def countries(connection: Connection) -> dict[str, Country]:
    """The countries of the reference data, by code."""
    found = await connection.fetch("SELECT id, iso2, name FROM country ORDER BY iso2")
    return {row["iso2"]: Country(row["id"], row["iso2"], row["name"]) for row in found}


@dataclass(frozen=True, slots=True)
class Maker:
    """Adds what all stories share."""

    known: dict[str, Country]
    chance: Chance
    numbers: Numbers
    batch: Batch

    def world(self) -> World:
        """Make up what stories share, and add its rows."""
        publishers = [self.organization("press", "MEDIA", None) for _ in range(60)]
        captors = [self.organization("captor", "ARMED_GROUP", None)[0] for _ in range(10)]
        title = "Synthetic data, for measuring"
        self.batch.add("dataset_source", DATASET_ID, DATASET, title, publishers[0][0], "CC0-1.0")
        holders = self.ranked(_HOLDERS.split())
        granters = self.ranked(_GRANTERS.split())[:_GRANTING]
        authorities = [self.authority(country, holders) for country in granters]
        return World(zipf(holders), zipf(authorities), zipf(publishers), zipf(captors))

    def ranked(self, first: Sequence[str]) -> list[Country]:
        """All countries: these first, the others as drawn."""
        rest = sorted(self.known.keys() - set(first))
        self.chance.shuffle(rest)
        return [self.known[iso2] for iso2 in (*first, *rest) if iso2 in self.known]

    def organization(self, word: str, kind: str, country: Country | None) -> tuple[int, str]:
        """Add an organization; its id and name."""
        own, slug = self.numbers.slug("Organization", word)
        name = slug.replace("-", " ").capitalize()
        self.batch.add("organization", own, slug, name, kind, country and country.id)
        return own, name

    def authority(self, country: Country, holders: Sequence[Country]) -> Authority:
        """Add an authority with its list and its programs."""
        own, name = self.organization(f"authority-{country.iso2.lower()}", "STATE_BODY", country)
        source, slug = self.numbers.slug("Source", "list")
        address, title, state = f"https://example.org/{slug}", f"Synthetic list of {country.name}", True
        self.batch.add("source", source, slug, own, "OFFICIAL", title, address, None, None, "en", state)
        programs = [self.program(own, country, holders) for _ in range(_PROGRAMS_EACH)]
        return Authority(own, name, country, f"SYNTHETIC-{country.iso2}", source, zipf(programs, 1.5))

    def program(self, authority: int, country: Country, holders: Sequence[Country]) -> int:
        """Add a program of an authority."""
        code = f"SYNTHETIC-{country.iso2}-{self.numbers.next('SanctionProgram')}"
        own, name = identify("SanctionProgram", code), f"Synthetic program {code}"
        bans = measures(self.chance)
        self.batch.add("sanction_program", own, code, name, authority, country.id, bans, "ACTIVE")
        aimed_at = self.chance.choice(holders[:30]).id
        self.batch.add("sanction_program_target_country", own, aimed_at)
        return own


def measures(chance: Chance) -> list[str]:
    """One to three measures, in a fixed order."""
    return sorted({chance.draw(_MEASURES) for _ in range(1 + chance.up_to(2))})
