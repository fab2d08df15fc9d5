"""Declares detainees, their detentions and their charges."""

import strawberry

from schema.binding import Key, column, connection, link, rows, table, value_table
from schema.enums import (
    ChargeCategory,
    ChargeStage,
    DetaineeStatus,
    LegalStatus,
    NationalityKind,
    PublicationPolicy,
    RecognitionLabel,
    Sex,
)
from schema.scalars import FuzzyDate
from schema.types.names import Country, Organization, ReleaseMember, Source, Target
from schema.types.node import Connection, Identifier, Name, Node, Sourced

IN_POSITION = (Key("position", "integer"),)


@value_table("nationality", Key("kind", "nationality_kind"), Key("country_id", "bigint"))
@strawberry.type(description="How a person belongs to a country.")
class Nationality:
    country: Country = link("The country.")
    kind: NationalityKind = column(
        "Whether the person is a citizen, one of several, a resident, or said to be one."
    )


@value_table("recognition", Key("organization_id", "bigint"), Key("label", "recognition_label"))
@strawberry.type(description="What a body calls a detainee. Never a property of the person: bodies differ.")
class Recognition:
    body: Organization = link("Who says so.", "organization_id")
    label: RecognitionLabel = column("What the body calls the detainee.")
    recognized_on: FuzzyDate | None = column("Since when.")
    withdrawn_on: FuzzyDate | None = column("When the body took it back, if it did.")
    source: Source | None = link("Where we read it.")


@table("detainee", Key("name", "text", nullable=True, collation="C"))
@strawberry.type(
    description="A person who is or was detained. Where the person's name is withheld for safety, `name` is null"
    " everywhere, at any depth, in every format, and the person still counts."
)
class Detainee(Node, Sourced):
    slug: str = column("A readable, stable key; it says nothing of a withheld name.")
    name: str | None = column(
        "The name most used in English; only initials, or null, where the person's safety asks for it."
    )
    names: list[Name] = rows(
        "Other forms of the name: original script, other spellings, aliases, former names.",
        "{row}.detainee_id = {parent}.id",
        table="detainee_name",
        order=IN_POSITION,
    )
    publication: PublicationPolicy = column("Whether we publish the name, its initials, or nothing.")
    sex: Sex | None = column("The person's sex, where known.")
    born_on: FuzzyDate | None = column("The date of birth, as well as it is known.")
    died_on: FuzzyDate | None = column("The date of death, where the person has died.")
    occupation: str | None = column("What the person does or did for a living, or is known for.")
    status: DetaineeStatus = column("Where the person is now, as far as we know.")
    nationalities: list[Nationality] = rows("The person's nationalities.", "{row}.detainee_id = {parent}.id")
    detentions: Connection["Detention"] = connection(
        "Every stay in custody, newest first.", "{row}.detainee_id = {parent}.id"
    )
    charges: Connection["Charge"] = connection(
        "The charges of all detentions.",
        "{row}.detention_id = ANY (ARRAY(SELECT d.id FROM detention d WHERE d.detainee_id = {parent}.id))",
    )
    releases: Connection[ReleaseMember] = connection(
        "The releases the person was part of, or was said to be.", "{row}.detainee_id = {parent}.id"
    )
    recognitions: list[Recognition] = rows("What bodies call this person.", "{row}.detainee_id = {parent}.id")
    listed_as: Target | None = link("The same person on a sanctions list, where there is one.", "target_id")
    identifiers: list[Identifier] = rows(
        "Numbers and codes under which others know the person.",
        "{row}.detainee_id = {parent}.id",
        table="detainee_identifier",
        order=(Key("scheme", "identifier_scheme"), Key("value", "text", collation="C")),
    )


@table("detention", Key("started_on_earliest", "date", descending=True, nullable=True))
@strawberry.type(description="One stay in custody. A re-arrest is a second detention.")
class Detention(Node, Sourced):
    detainee: Detainee = link("The person held.")
    country: Country = link("The country that held the person, or on whose soil a captor did.")
    captor: Organization | None = link("Who held the person, where it was no state.")
    authority: str | None = column("The service that held the person, such as a committee or a ministry.")
    facility: str | None = column("Where the person was held.")
    started_on: FuzzyDate | None = column("When custody began.")
    ended_on: FuzzyDate | None = column("When it ended.")
    legal_status: LegalStatus = column("How the person stood before the law of the country that held them.")
    charges: Connection["Charge"] = connection(
        "What the person was charged with during this stay.", "{row}.detention_id = {parent}.id"
    )


@table("charge", *IN_POSITION)
@strawberry.type(
    description="What a person was accused of, in the words of whoever accused them; the claims say who that was."
)
class Charge(Node, Sourced):
    detention: Detention = link("The stay in custody it belongs to.")
    detainee: Detainee = rows(
        "The person charged.",
        "{row}.id = (SELECT d.detainee_id FROM detention d WHERE d.id = {parent}.detention_id)",
    )
    category: ChargeCategory = column("The sort of charge, by our own small list.")
    title: str = column("The charge in words.", sortable=False)
    statute: str | None = column("The article of law.", sortable=False)
    stage: ChargeStage = column("How far it went.")
    decided_on: FuzzyDate | None = column("When the court decided.")
    court: str | None = column("Which court.", sortable=False)
    sentence_months: int | None = column("The prison term in months; null for life, death, or none known.")
    sentence: str | None = column("The sentence in words.", sortable=False)
