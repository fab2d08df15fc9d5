"""Declares agreements, their parties and their terms."""

import strawberry

from schema.binding import Key, column, connection, link, rows, table, value_table
from schema.enums import AgreementKind, AgreementStatus, PartyRole, Performance, TermKind
from schema.scalars import FuzzyDate
from schema.types.names import Country, Exchange, Organization, Release, Relief
from schema.types.node import Connection, Node, Sourced

IN_POSITION = Key("position", "integer")


@value_table("party", IN_POSITION)
@strawberry.type(description="Who took part in an agreement, and how.")
class Party:
    role: PartyRole = column(
        "Whether it made the deal, brought the sides together, vouched for it, or hosted it."
    )
    country: Country | None = link("The country, where the party is one.")
    organization: Organization | None = link("The organization, where the party is one.")
    negotiators: list[str] = column("The people who spoke for it.")


@table("term", IN_POSITION)
@strawberry.type(description="One promise in an agreement, and what became of it.")
class Term(Node):
    agreement: "Agreement" = link("The agreement it is part of.")
    kind: TermKind = column("What sort of promise it is.")
    giver: Country | None = link("Who promised.")
    receiver: Country | None = link("To whom.")
    text: str = column("The promise in words.", sortable=False)
    performance: Performance = column("What became of it.")
    performed_on: FuzzyDate | None = column("When it was kept, where it was.")
    release: Release | None = link("The release that kept it.")
    relief: Relief | None = link("The relief that kept it.")


@table("agreement", Key("announced_on_earliest", "date", descending=True, nullable=True))
@strawberry.type(
    description="An understanding between states or others, written or not, in which people were freed."
)
class Agreement(Node, Sourced):
    slug: str = column("Its readable, stable key.")
    title: str = column("What happened, in a line.")
    kind: AgreementKind = column("What sort of understanding it is.")
    status: AgreementStatus = column("What became of it.")
    announced_on: FuzzyDate | None = column("When it became known.")
    summary: str | None = column("What was agreed, in a few sentences.", sortable=False)
    text_available: bool = column("Whether a text of it was published.")
    parties: list[Party] = rows("Who took part, and how.", "{row}.agreement_id = {parent}.id")
    terms: list[Term] = rows("What each side promised.", "{row}.agreement_id = {parent}.id")
    releases: Connection[Release] = connection(
        "The releases under it.",
        "{row}.id = ANY (ARRAY(SELECT r.release_id FROM agreement_release r WHERE r.agreement_id = {parent}.id))",
    )
    reliefs: Connection[Relief] = connection(
        "The relief from sanctions under it.",
        "{row}.id = ANY (ARRAY(SELECT r.relief_id FROM agreement_relief r WHERE r.agreement_id = {parent}.id))",
    )
    exchanges: Connection[Exchange] = connection(
        "What was given for what, and who says so.", "{row}.agreement_id = {parent}.id"
    )
    related: Connection["Agreement"] = connection(
        "Earlier and later agreements between the same principals.",
        "{row}.id <> {parent}.id AND {row}.id IN ("
        "SELECT theirs.agreement_id FROM party ours JOIN party theirs USING (country_id, role)"
        " WHERE ours.agreement_id = {parent}.id AND ours.role = 'PRINCIPAL'"
        " GROUP BY theirs.agreement_id HAVING count(DISTINCT country_id) >= 2)",
    )
