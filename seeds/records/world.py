"""Declares countries, organizations, sources, instruments, programs and data sets as files may state them."""

from collections.abc import Iterator

from schema.enums import (
    CountryKind,
    InstrumentKind,
    Measure,
    OrganizationKind,
    ProgramStatus,
    SourceKind,
    TitleBasis,
)
from seeds.records.base import Complaint, Record, repeated
from seeds.records.words import (
    Boolean,
    CountryRef,
    Day,
    FuzzyDate,
    Iso2,
    Iso3,
    Language,
    OrganizationRef,
    Slug,
    Text,
    Url,
)


class Country(Record):
    """A state, a territory, a union or a state that is no more."""

    iso2: Iso2
    """The two-letter code (ISO 3166-1), by which files refer to it."""
    iso3: Iso3 | None = None
    """The three-letter code."""
    name: Text
    """The common English name."""
    official_name: Text | None = None
    """The full name."""
    kind: CountryKind
    """What the code stands for."""
    region: Text | None = None
    """The continent, after the United Nations' M49 list."""
    subregion: Text | None = None
    """The part of the continent, after M49."""


class Organization(Record):
    """A state body, company, bank, international organization, NGO, news outlet or armed group."""

    slug: Slug
    """A short name, unique among organizations."""
    name: Text
    """The name as it writes itself in English."""
    kind: OrganizationKind
    """What sort of body it is."""
    country: CountryRef | None = None
    """Where it belongs."""
    url: Url | None = None
    """Its own page."""


class Source(Record):
    """One page, article, notice or data set that we read."""

    slug: Slug
    """A short name, unique among sources."""
    publisher: OrganizationRef
    """Who published it."""
    kind: SourceKind
    """What sort of publication it is."""
    title: Text
    """Its title, or the best description where none was seen."""
    title_basis: TitleBasis = TitleBasis.TEXT
    """Whether the title was read in the text, taken from the address, or not seen."""
    url: Url | None = None
    """Where it can be read."""
    published_on: FuzzyDate | None = None
    """When it was published, where that was visible."""
    retrieved_on: Day | None = None
    """The day we read it."""
    language: Language | None = None
    """The language it is written in, such as en or be."""
    license: Text | None = None
    """Its license, where one is stated."""
    state_controlled: Boolean
    """Whether a state controls the outlet."""


class Instrument(Record):
    """A law, order, license, decree or notice."""

    slug: Slug
    """A short name, unique among instruments."""
    kind: InstrumentKind
    """Its legal form."""
    number: Text | None = None
    """Its number, such as 13 or 14038."""
    title: Text
    """Its title."""
    issuer: OrganizationRef | None = None
    """Who issued it."""
    issued_on: FuzzyDate | None = None
    """When it was issued."""
    effective_on: FuzzyDate | None = None
    """From when it has effect."""
    expires_on: FuzzyDate | None = None
    """When it ends by itself."""
    citation: Text | None = None
    """Where it is printed, such as 91 FR 10002."""
    url: Url | None = None
    """Where its text can be read."""


class Program(Record):
    """A body of sanctions under one legal basis."""

    code: Text
    """The code, by which files refer to it, such as BELARUS-EO14038."""
    name: Text
    """The name in plain words."""
    aliases: tuple[Text, ...] = ()
    """Other codes and the numbers of its orders and regulations."""
    authority: OrganizationRef
    """Who administers it."""
    country: CountryRef | None = None
    """The country or union that imposes it."""
    legal_basis: Text | None = None
    """The act it rests on."""
    target_countries: tuple[CountryRef, ...] = ()
    """The countries it is about."""
    measures: tuple[Measure, ...] = ()
    """What it forbids or restricts."""
    status: ProgramStatus = ProgramStatus.ACTIVE
    """Whether it is still used."""

    def rules(self) -> Iterator[Complaint]:
        """Lists hold nothing twice."""
        yield from repeated("aliases", list(self.aliases))
        yield from repeated("target_countries", list(self.target_countries))
        yield from repeated("measures", [measure.value for measure in self.measures])


class Dataset(Record):
    """A body of data that rows come from, with its license."""

    slug: Slug
    """A short name, unique among data sets."""
    title: Text
    """Its title."""
    publisher: OrganizationRef
    """Who publishes it."""
    url: Url | None = None
    """Where it can be had."""
    license: Text
    """The license that its users must follow."""
    retrieved_on: Day | None = None
    """The day it was fetched."""
