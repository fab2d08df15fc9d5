"""Declares releases, their counts and their members."""

import strawberry

from schema.binding import Argument, Key, column, connection, embedded, link, rows, table, value_table
from schema.enums import CountDimension, CountScope, ReleaseMode, ReleaseOutcome
from schema.scalars import FuzzyDate
from schema.types.names import Agreement, Country, Detainee, Exchange, Organization, Relief, Source, Term
from schema.types.node import Connection, Count, Node, Sourced

IN_POSITION = Key("position", "integer")


@value_table("release_count", IN_POSITION)
@strawberry.type(
    description="How many of those released were of one kind: of one nationality, to one destination."
)
class ReleaseCount:
    dimension: CountDimension = column("What the people are counted by.")
    country: Country | None = link("The country, where they are counted by one.")
    label: str = column("The kind of people counted, in words.")
    count: Count = embedded("The number, with what is known about it.")
    scope: CountScope = column(
        "What the number counts: this release, or a running total that includes others."
        " Only THIS_RELEASE adds up."
    )
    scope_note: str | None = column("The scope in words: for a running total, of what and since when.")
    source: Source | None = link("Where the number comes from.")


@table("release", Key("released_on_earliest", "date", descending=True, nullable=True))
@strawberry.type(description="One occasion on which a country, or a captor, let people go.")
class Release(Node, Sourced):
    slug: str = column("Its readable, stable key.")
    title: str = column("What happened, in a line.")
    released_on: FuzzyDate | None = column("When the people were let go.")
    country: Country = link("The country that let them go, or on whose soil a captor did.")
    captor: Organization | None = link("Who let them go, where it was no state.")
    authority: str | None = column("Who decided it, such as a president or a court.")
    mode: ReleaseMode = column("The legal form: a pardon, an amnesty, a swap and so on.")
    official_frame: str | None = column(
        "The releasing state's own words for whom it let go, and why.", sortable=False
    )
    total: Count = embedded("How many people were let go.", "total")
    counts: list[ReleaseCount] = rows(
        "The people counted by nationality, destination and so on, as far as anybody counted.",
        "{row}.release_id = {parent}.id",
        Argument("dimension", CountDimension | None, "Only the counts by this."),
        filters={"dimension": "{row}.dimension = {dimension}"},
    )
    nationalities: list[Country] = rows(
        "Countries whose nationals are known to be among those released, with or without a number.",
        "{row}.id IN (SELECT n.country_id FROM release_nationality n WHERE n.release_id = {parent}.id)",
    )
    members: Connection["ReleaseMember"] = connection(
        "Those we know one by one. They are often fewer than the total.", "{row}.release_id = {parent}.id"
    )
    agreements: list[Agreement] = rows(
        "The agreements it was part of.",
        "{row}.id IN (SELECT a.agreement_id FROM agreement_release a WHERE a.release_id = {parent}.id)",
    )
    exchanges: list[Exchange] = rows(
        "What somebody ties it to, seen from either side.",
        "{row}.release_id = {parent}.id OR {row}.counter_release_id = {parent}.id",
    )
    in_exchange_for: list[Relief] = rows(
        "Relief from sanctions that it is tied to in any way but a denied one: also where the tie is only alleged, or the"
        " relief only followed. How each is tied, and who says so, is in `exchanges`.",
        "{row}.id IN (SELECT e.relief_id FROM exchange e WHERE e.release_id = {parent}.id AND e.relation <> 'DENIED')",
    )
    swapped_for: list["Release"] = rows(
        "Releases by the other side that it was swapped for, unless the tie is only denied.",
        "{row}.id IN (SELECT e.counter_release_id FROM exchange e WHERE e.release_id = {parent}.id AND e.relation <> 'DENIED'"
        " UNION ALL SELECT e.release_id FROM exchange e WHERE e.counter_release_id = {parent}.id AND e.relation <> 'DENIED')",
    )
    concessions: list[Term] = rows(
        "Anything else that was given for it, unless the tie is only denied.",
        "{row}.id IN (SELECT e.concession_id FROM exchange e WHERE e.release_id = {parent}.id AND e.relation <> 'DENIED')",
    )
    part_of: "Release | None" = link(
        "The larger release that this is a stage of; its people are counted there."
    )
    stages: Connection["Release"] = connection(
        "The stages in which it happened, where there were several.", "{row}.part_of_id = {parent}.id"
    )


@table("release_member", IN_POSITION)
@strawberry.type(description="One person in a release, and what became of them.")
class ReleaseMember(Node, Sourced):
    release: Release = link("The release.")
    detainee: Detainee = link("The person.")
    outcome: ReleaseOutcome = column("What became of the person: not everybody reported free was freed.")
    destination: Country | None = link("The country the person was taken to.")
