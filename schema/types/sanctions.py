"""Declares sanctions programs, targets and sanctions."""

import strawberry

from schema.binding import Argument, Key, RowCondition, column, computed, connection, link, rows, table
from schema.enums import Measure, ProgramStatus, SanctionStatus, TargetKind
from schema.scalars import Date, FuzzyDate
from schema.types.names import (
    Address,
    Country,
    DatasetSource,
    Detail,
    Detainee,
    ListEntry,
    Organization,
    Relief,
    Source,
    TargetLink,
)
from schema.types.node import Connection, Identifier, Name, Node, Sourced

BY_SCHEME = (Key("scheme", "identifier_scheme"), Key("value", "text", collation="C"))
ON_DAY = Argument("on", Date | None, "The day that is asked about; today unless told.")


@table("sanction_program", Key("name", "text", collation="C"))
@strawberry.type(description="The law or policy under which an authority imposes sanctions.")
class SanctionProgram(Node):
    code: str = column('Its code, such as "BELARUS-EO14038".')
    name: str = column("Its name.")
    aliases: list[str] = column("Other codes for it that official lists use.")
    authority: Organization = link("Who runs it.")
    country: Country | None = link("The country or union behind the authority.")
    legal_basis: str | None = column("The acts it rests on.", sortable=False)
    target_countries: list[Country] = rows(
        "The countries it is about.",
        "{row}.id IN (SELECT t.country_id FROM sanction_program_target_country t WHERE t.program_id = {parent}.id)",
    )
    measures: list[Measure] = column("What it forbids or restricts.")
    status: ProgramStatus = column("Whether it is still used.")
    sanctions: Connection["Sanction"] = connection(
        "The sanctions under it.",
        "{row}.id IN (SELECT s.sanction_id FROM sanction_in_program s WHERE s.program_id = {parent}.id)",
    )


@table("target", Key("name", "text", collation="C"))
@strawberry.type(description="Whom or what a sanction is aimed at.")
class Target(Node):
    slug: str = column("Its readable, stable key.")
    kind: TargetKind = column("Whether it is a person, an organization, a ship, a sector and so on.")
    name: str = column("Its name, as the lists have it.")
    names: list[Name] = rows(
        "Other forms of the name.",
        "{row}.target_id = {parent}.id",
        table="target_name",
        order=(Key("position", "integer"), Key("dataset_id", "bigint")),
    )
    countries: list[Country] = rows(
        "The countries it belongs to.",
        "{row}.id IN (SELECT c.country_id FROM target_country c WHERE c.target_id = {parent}.id)",
    )
    born_on: FuzzyDate | None = column("The date of birth, for a person.")
    identifiers: list[Identifier] = rows(
        "Numbers and codes under which lists and registers know it.",
        "{row}.target_id = {parent}.id",
        table="target_identifier",
        order=BY_SCHEME,
    )
    addresses: list[Address] = rows(
        "Where official lists place it: offices, homes, haunts.", "{row}.target_id = {parent}.id"
    )
    details: list[Detail] = rows(
        "What else official lists say of it: posts held, places of birth, flags, call signs.",
        "{row}.target_id = {parent}.id",
    )
    links: list[TargetLink] = rows("Whom or what official lists tie it to.", "{row}.target_id = {parent}.id")
    linked_from: Connection["Target"] = connection(
        "The targets whose entries tie them to this one.",
        "{row}.id IN (SELECT l.target_id FROM target_link l WHERE l.other_id = {parent}.id)",
    )
    entries: list[ListEntry] = rows(
        "Its entries on official lists, those that left their list too. Several lists' entries are one target where an"
        " identifier ties them.",
        "{row}.target_id = {parent}.id",
    )
    datasets: list[DatasetSource] = rows(
        "The data sets that speak of it, each with its publisher and license.",
        "{row}.id = {parent}.dataset_id"
        " OR {row}.id IN (SELECT e.dataset_id FROM list_entry e WHERE e.target_id = {parent}.id)",
    )
    sanctions: Connection["Sanction"] = connection(
        "Every sanction on it, by any authority, past ones too.", "{row}.target_id = {parent}.id"
    )
    detainee: Detainee | None = rows(
        "The same person as a detainee, where there is one.", "{row}.target_id = {parent}.id"
    )


IN_FORCE_ON = RowCondition(
    "inForceOn",
    "Date",
    "Binds on this day: imposed by then, where that is known, and neither ended nor suspended.",
    "(coalesce(coalesce({row}.started_on_earliest, {row}.listed_on_earliest) <= {value}, true)"
    " AND coalesce({row}.ended_on_earliest > {value}, true)"
    " AND sanction_status_on({row}.id, {value}) IN ('ACTIVE', 'LICENSED'))",
)


@table(
    "sanction",
    Key("listed_on_earliest", "date", descending=True, nullable=True),
    conditions=(IN_FORCE_ON,),
)
@strawberry.type(
    description="One target put under measures by one authority: a listing, a designation, or a measure against"
    " a sector or country."
)
class Sanction(Node, Sourced):
    slug: str = column("Its readable, stable key.")
    target: Target = link("Whom or what it is aimed at.")
    sources: list[Source] = rows(
        "Every source that a claim about this was read in, and the official lists that have it.",
        "{row}.id IN (SELECT c.source_id FROM claim c WHERE c.sanction_id = {parent}.id UNION ALL"
        " SELECT d.source_id FROM sanction_listing l JOIN dataset_source d ON d.id = l.dataset_id"
        " WHERE l.sanction_id = {parent}.id)",
    )
    datasets: list[DatasetSource] = rows(
        "The data sets that have it, each with its publisher and license.",
        "{row}.id = {parent}.dataset_id"
        " OR {row}.id IN (SELECT l.dataset_id FROM sanction_listing l WHERE l.sanction_id = {parent}.id)",
    )
    authority: Organization = link("Who imposed it.")
    country: Country | None = link("The country or union behind the authority.")
    programs: list[SanctionProgram] = rows(
        "The programs it was imposed under; there may be several.",
        "{row}.id IN (SELECT p.program_id FROM sanction_in_program p WHERE p.sanction_id = {parent}.id)",
    )
    list_name: str | None = column(
        "The official list it stands on, such as SDN.", "list", graphql_name="list"
    )
    measures: list[Measure] = column("What it forbids or restricts.")
    reason: str | None = column("The reason the authority gave.", sortable=False)
    listed_on: FuzzyDate | None = column("When the authority listed the target.")
    started_on: FuzzyDate | None = column("When it took effect, where that is another day.")
    ended_on: FuzzyDate | None = column("When it ended; null while it stands.")
    status: SanctionStatus = computed(
        "How it stands on a day. A general license permits dealings and leaves the target blocked, so a sanction"
        " under one is still ACTIVE; LICENSED means that a license in force also unblocks property.",
        "sanction_status_on({row}.id, coalesce({on}, current_date))",
        ON_DAY,
    )
    identifiers: list[Identifier] = rows(
        "Numbers and codes of this listing.",
        "{row}.sanction_id = {parent}.id",
        table="sanction_identifier",
        order=BY_SCHEME,
    )
    reliefs: Connection[Relief] = connection(
        "Relief that touches it: licenses, suspensions, delistings.",
        "{row}.id = ANY (ARRAY(SELECT r.relief_id FROM relief_sanction r WHERE r.sanction_id = {parent}.id))",
    )
