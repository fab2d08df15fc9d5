"""The reference data and the vocabularies fit the world and the database."""

from enum import Enum

import asyncpg

from api.database.connect import connected
from api.database.urls import Urls
from schema import enums
from seeds.check import violations
from seeds.loader import check_folder, load

LABELS = """
SELECT t.typname AS name, array_agg(e.enumlabel ORDER BY e.enumsortorder) AS labels
FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
WHERE t.typnamespace = 'public'::regnamespace
GROUP BY t.typname
"""


async def test_every_vocabulary_is_that_of_the_database(writer: asyncpg.Connection) -> None:
    """Each enum that is stored has the labels of its SQL type, in their order; the others are only asked by."""
    stored = {row["name"]: row["labels"] for row in await writer.fetch(LABELS)}
    declared = {
        "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_"): [one.value for one in kind]
        for name, kind in vars(enums).items()
        if isinstance(kind, type) and issubclass(kind, Enum)
    }
    assert {name: declared[name] for name in stored} == stored
    assert set(declared) - set(stored) <= {"release_dimension", "sanction_dimension", "search_type"}


def test_the_world_is_whole() -> None:
    """All 249 codes of ISO 3166-1, the European Union, Kosovo and five states that are no more."""
    countries = {
        country.iso2: country
        for document in check_folder().references
        for country in document.record.countries
    }
    assert len(countries) == 256
    assert [countries[code].name for code in ("BY", "NO", "US", "GB", "MM", "KP", "EU", "XK")] == [
        "Belarus",
        "Norway",
        "United States",
        "United Kingdom",
        "Myanmar",
        "North Korea",
        "European Union",
        "Kosovo",
    ]
    historical = {code for code, country in countries.items() if country.kind is enums.CountryKind.HISTORICAL}
    assert historical == {"CS", "DD", "SU", "YD", "YU"}
    assert {country.region for country in countries.values()} == {
        "Africa",
        "Americas",
        "Asia",
        "Europe",
        "Oceania",
        None,
    }
    assert [code for code, country in countries.items() if country.region is None] == ["AQ"]


def test_programs_are_known_by_the_codes_of_the_lists() -> None:
    """The programs of the stories go by the authority's own code and say what they forbid."""
    programs = {one.code: one for document in check_folder().references for one in document.record.programs}
    for code in ("BELARUS-EO14038", "EU-BLR", "GB-BLR", "IRAN", "VENEZUELA", "CUBA", "GLOMAG", "SDGT"):
        assert programs[code].measures


def test_no_published_file_holds_a_confidential_name() -> None:
    """What is in this repository is published, so a name that is withheld has no place in it."""
    people = [person for document in check_folder().dossiers for person in document.record.detainees]
    assert people
    assert [person.slug for person in people if person.confidential_name is not None] == []


async def test_our_own_seeds_load_and_are_clean(seeded_copy: Urls) -> None:
    """The dossiers of this project load, a second load changes nothing, and no invariant is broken."""
    async with connected(seeded_copy.writer) as writer:
        report = await load(writer)
        assert (report.added, report.changed, report.removed, report.revision) == (0, 0, 0, None)
        assert [str(violation) for violation in await violations(writer)] == []
