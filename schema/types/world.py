"""Declares countries, organizations, sources and legal instruments."""

import strawberry

from schema.binding import Key, column, connection, link, table
from schema.enums import CountryKind, InstrumentKind, OrganizationKind, SourceKind, TitleBasis
from schema.scalars import URL, Date, FuzzyDate
from schema.types.names import Agreement, Claim, Detainee, Detention, Release, Relief, Sanction
from schema.types.node import Connection, Node

BY_NAME = Key("name", "text", collation="C")


@table("country", BY_NAME)
@strawberry.type(description="A country, territory or union of countries, or one that no longer exists.")
class Country(Node):
    iso2: str = column('Its two-letter ISO 3166 code, such as "BY"; "EU" for the European Union.')
    iso3: str | None = column('Its three-letter ISO 3166 code, such as "BLR".')
    name: str = column("Its common English name.")
    official_name: str | None = column("Its official English name.")
    kind: CountryKind = column("Whether it is a state, a territory, a union or a country of the past.")
    region: str | None = column('The part of the world, as the United Nations has it, such as "Europe".')
    subregion: str | None = column('The smaller region, such as "Eastern Europe".')
    nationals: Connection[Detainee] = connection(
        "Detainees with this nationality, or several of which this is one.",
        "{row}.id IN (SELECT n.detainee_id FROM nationality n"
        " WHERE n.country_id = {parent}.id AND n.kind IN ('CITIZEN', 'DUAL'))",
    )
    detentions: Connection[Detention] = connection(
        "Detentions in this country's custody.", "{row}.country_id = {parent}.id"
    )
    releases: Connection[Release] = connection("Releases by this country.", "{row}.country_id = {parent}.id")
    nationals_released: Connection[Release] = connection(
        "Releases, by any country, that include nationals of this one, whether or not their number is known.",
        "{row}.id IN (SELECT n.release_id FROM release_nationality n WHERE n.country_id = {parent}.id)",
    )
    agreements: Connection[Agreement] = connection(
        "Agreements that it is a party to, in any role.",
        "{row}.id IN (SELECT p.agreement_id FROM party p WHERE p.country_id = {parent}.id)",
    )
    sanctions_imposed: Connection[Sanction] = connection(
        "Sanctions that this country or union imposes.", "{row}.country_id = {parent}.id"
    )
    sanctions_targeting: Connection[Sanction] = connection(
        "Sanctions against this country or against targets in it.",
        "{row}.target_id IN (SELECT c.target_id FROM target_country c WHERE c.country_id = {parent}.id)",
    )
    relief_granted: Connection[Relief] = connection(
        "Relief from sanctions that this country or union granted or announced.",
        "{row}.country_id = {parent}.id",
    )


@table("organization", BY_NAME)
@strawberry.type(
    description="A state body, company, bank, international organization, NGO, news outlet or armed group."
)
class Organization(Node):
    slug: str = column("Its readable, stable key.")
    name: str = column("Its common English name.")
    kind: OrganizationKind = column("What sort of body it is.")
    country: Country | None = link("The country it belongs to, where there is one.")
    url: URL | None = column("Its own site.", filterable=False, sortable=False)


@table("source", Key("published_on_earliest", "date", descending=True, nullable=True))
@strawberry.type(description="A page, document or broadcast in which we read what a claim says.")
class Source(Node):
    slug: str = column("Its readable, stable key.")
    publisher: Organization = link("Who published it.")
    kind: SourceKind = column("What sort of publication it is.")
    title: str = column("Its title.")
    title_basis: TitleBasis = column("Where we have the title from.")
    url: URL | None = column("Its address.", filterable=False, sortable=False)
    published_on: FuzzyDate | None = column("When it was published, as far as it says.")
    retrieved_on: Date | None = column("The day on which we read it.")
    language: str | None = column('Its language, as a code such as "en" or "ru".')
    license: str | None = column(
        "The terms under which it may be reused, where it states them.", filterable=False, sortable=False
    )
    state_controlled: bool = column("Whether a state controls the publisher.")
    claims: Connection[Claim] = connection("The claims we read in it.", "{row}.source_id = {parent}.id")


@table("instrument", Key("issued_on_earliest", "date", descending=True, nullable=True))
@strawberry.type(description="A law, order, license, decree or notice.")
class Instrument(Node):
    slug: str = column("Its readable, stable key.")
    kind: InstrumentKind = column("What sort of legal act it is.")
    number: str | None = column("Its number, such as 13 for General License 13.")
    title: str = column("Its title.")
    issuer: Organization | None = link("Who issued it.")
    issued_on: FuzzyDate | None = column("When it was issued.")
    effective_on: FuzzyDate | None = column("When it took effect.")
    expires_on: FuzzyDate | None = column("When it expires, where it says so.")
    citation: str | None = column("Where it is found, such as 31 CFR part 548.")
    url: URL | None = column("Its text, where it stands on the web.", filterable=False, sortable=False)
