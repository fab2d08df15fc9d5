"""Declares relief from sanctions, and the exchanges that tie releases to it."""

import strawberry

from schema.binding import Argument, Key, column, computed, connection, link, rows, table
from schema.enums import ExchangeRelation, ReliefKind, ReliefStatus
from schema.scalars import Date, FuzzyDate
from schema.types.names import (
    Agreement,
    Country,
    Instrument,
    Organization,
    Release,
    Sanction,
    SanctionProgram,
    Target,
    Term,
)
from schema.types.node import Connection, Node, Sourced

# A date counts for the lag only where it is known to the day.
LAG = """(
    SELECT other_side.day - r.released_on_earliest
    FROM release r
    LEFT JOIN relief f ON f.id = {row}.relief_id
    LEFT JOIN release c ON c.id = {row}.counter_release_id
    LEFT JOIN term t ON t.id = {row}.concession_id
    CROSS JOIN LATERAL (
        SELECT coalesce(
            CASE WHEN f.issued_on_earliest = f.issued_on_latest THEN f.issued_on_earliest
                 WHEN f.issued_on IS NULL AND f.effective_on_earliest = f.effective_on_latest
                 THEN f.effective_on_earliest END,
            CASE WHEN c.released_on_earliest = c.released_on_latest THEN c.released_on_earliest END,
            CASE WHEN t.performed_on_earliest = t.performed_on_latest THEN t.performed_on_earliest END
        ) AS day
    ) other_side
    WHERE r.id = {row}.release_id AND r.released_on_earliest = r.released_on_latest
)"""

RESIDUAL = """{row}.target_id IN (SELECT t.target_id FROM relief_target t WHERE t.relief_id = {parent}.id)
    AND sanction_status_on({row}.id, coalesce({on}, current_date)) IN ('ACTIVE', 'LICENSED')"""


@table("relief", Key("announced_on_earliest", "date", descending=True, nullable=True))
@strawberry.type(
    description="A step by which an authority eased sanctions, or said that it would. Its announcement, its legal"
    " act and its effect are three dates, and relief is not delisting: ask what still binds."
)
class Relief(Node, Sourced):
    slug: str = column("Its readable, stable key.")
    title: str = column("What was eased, in a line.")
    kind: ReliefKind = column("The legal form: a license, a waiver, a delisting, or only an announcement.")
    status: ReliefStatus = column("How it stands.")
    country: Country | None = link("The country or union that granted it.")
    authority: Organization | None = link("The body that granted it.")
    announced_on: FuzzyDate | None = column("When it was announced.")
    issued_on: FuzzyDate | None = column("When the legal act was issued; null while there is none.")
    effective_on: FuzzyDate | None = column("When the act took effect.")
    expires_on: FuzzyDate | None = column("When it expires, where it says so.")
    revoked_on: FuzzyDate | None = column("When it was taken back, if it was.")
    unblocks_property: bool | None = column("Whether frozen property is freed; null where that is not known.")
    retroactive: bool = column("Whether it took effect before it was issued.")
    scope: str | None = column("What it permits and what it leaves, in words.", sortable=False)
    instrument: Instrument | None = link("The legal act.")
    superseded_by: "Relief | None" = link("The relief that replaced it.")
    programs: list[SanctionProgram] = rows(
        "The sanctions programs it eases.",
        "{row}.id IN (SELECT p.program_id FROM relief_program p WHERE p.relief_id = {parent}.id)",
    )
    targets: list[Target] = rows(
        "Whom or what it is for.",
        "{row}.id IN (SELECT t.target_id FROM relief_target t WHERE t.relief_id = {parent}.id)",
    )
    sanctions: Connection[Sanction] = connection(
        "The sanctions it touches.",
        "{row}.id = ANY (ARRAY(SELECT s.sanction_id FROM relief_sanction s WHERE s.relief_id = {parent}.id))",
    )
    residual_sanctions: Connection[Sanction] = connection(
        "Sanctions by any authority that still bind the same targets on that day.",
        RESIDUAL,
        Argument("on", Date | None, "The day that is asked about; today unless told."),
    )
    agreements: list[Agreement] = rows(
        "The agreements it was part of.",
        "{row}.id IN (SELECT a.agreement_id FROM agreement_relief a WHERE a.relief_id = {parent}.id)",
    )
    exchanges: list["Exchange"] = rows(
        "The releases that somebody ties it to.", "{row}.relief_id = {parent}.id"
    )
    in_return_for: list[Release] = rows(
        "Releases that it is tied to, unless the tie is only denied.",
        "{row}.id IN (SELECT e.release_id FROM exchange e WHERE e.relief_id = {parent}.id AND e.relation <> 'DENIED')",
    )


@table("exchange", Key("position", "integer"))
@strawberry.type(
    description='A release and what somebody ties to it: the answer to "who was freed for what". Exactly one of'
    " `relief`, `counterRelease` and `concession` is set. It is listed from both sides."
)
class Exchange(Node, Sourced):
    agreement: Agreement = link("The agreement it is part of.")
    release: Release = link("Those let go.")
    relief: Relief | None = link("The relief from sanctions.")
    counter_release: Release | None = link("A prisoner swap: those freed by the other side.")
    concession: Term | None = link(
        "Anything else given: funds, property, a diplomatic or security step, a lawsuit withdrawn."
    )
    relation: ExchangeRelation = column(
        "How the two are tied, in the editors' reading; the claims say who says so."
    )
    lag_days: int | None = computed(
        "Days from the release to the other side's act (for relief: its legal act); null while there is none, or"
        " where either date is not known to the day. Negative where the other side moved first.",
        LAG,
        filterable=True,
    )
