"""Declares claims: who said what, where we read it, and how it stands."""

import strawberry

from schema.binding import Key, OneOf, bound, column, link, rows, table
from schema.enums import Stance, Verification
from schema.scalars import FuzzyDate
from schema.types.names import Organization, Source
from schema.types.node import Node, Sourced

SUBJECTS = (
    ("Detainee", "detainee_id"),
    ("Detention", "detention_id"),
    ("Charge", "charge_id"),
    ("Agreement", "agreement_id"),
    ("Exchange", "exchange_id"),
    ("Release", "release_id"),
    ("ReleaseMember", "release_member_id"),
    ("Relief", "relief_id"),
    ("Sanction", "sanction_id"),
)


@table("claim", Key("position", "integer"))
@strawberry.type(description="Who says what about which field, where we read it, and how it stands.")
class Claim(Node):
    subject: Sourced = bound(OneOf(SUBJECTS), "What the claim is about.")
    field: str = column('The field it is about, such as "total" or "counts.NATIONALITY.PL".')
    value: str | None = column("The value it gives the field, where it gives one.", sortable=False)
    statement: str = column("What is said, in our words.", sortable=False)
    speaker: str = column("Who says it.")
    speaker_organization: Organization | None = link("The organization that the speaker is or speaks for.")
    attribution: str | None = column(
        'How it reached the source, such as "via BelTA".', filterable=False, sortable=False
    )
    stance: Stance = column("Whether the speaker asserts, denies, qualifies, retracts or only reports it.")
    verification: Verification = column("How well it has been checked.")
    stated_on: FuzzyDate | None = column("When it was said.")
    quote: str | None = column(
        "A few words of the source, in its language.", filterable=False, sortable=False
    )
    source: Source = link("Where we read it.")
    contradicts: list["Claim"] = rows(
        "Claims that cannot be true together with this one.",
        "{row}.id IN (SELECT x.other_id FROM contradicting x WHERE x.claim_id = {parent}.id)",
    )
    supports: list["Claim"] = rows(
        "Claims that this one backs up.",
        "{row}.id IN (SELECT r.other_id FROM claim_relation r WHERE r.claim_id = {parent}.id AND r.kind = 'SUPPORTS')",
    )
