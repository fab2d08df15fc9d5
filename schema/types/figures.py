"""Declares the figures: how many people and events, grouped as asked."""

import strawberry

from schema.binding import Argument, Dimension, Figures, bound, column, link
from schema.enums import (
    ChargeCategory,
    Measure,
    ReleaseDimension,
    ReleaseMode,
    ReliefKind,
    SanctionDimension,
    TargetKind,
)
from schema.types.names import Country, Organization, SanctionProgram

# A release in stages counts once, as the whole that its stages are part of.
WHOLE = "{row}.part_of_id IS NULL"

TIED = "JOIN relief f ON f.id = e.relief_id WHERE e.relation <> 'DENIED'"

RELEASE_DIMENSIONS = (
    Dimension(
        "NATIONALITY",
        "nationality_id",
        "bigint",
        "n.country_id",
        "LEFT JOIN release_nationality n ON n.release_id = {row}.id",
    ),
    Dimension("COUNTRY", "country_id", "bigint", "{row}.country_id"),
    Dimension(
        "COUNTERPART",
        "counterpart_id",
        "bigint",
        "c.country_id",
        "LEFT JOIN (SELECT a.release_id, p.country_id FROM agreement_release a JOIN party p USING (agreement_id)"
        " WHERE p.role = 'PRINCIPAL') c ON c.release_id = {row}.id AND c.country_id <> {row}.country_id",
    ),
    Dimension("YEAR", "year", "integer", "year_of({row}.released_on)"),
    Dimension("MONTH", "month", "text", "month_of({row}.released_on)"),
    Dimension("MODE", "mode", "release_mode", "{row}.mode"),
    Dimension(
        "CHARGE_CATEGORY",
        "charge_category",
        "charge_category",
        "h.category",
        "LEFT JOIN release_charge h ON h.release_id = {row}.id",
    ),
    Dimension(
        "RELIEF_KIND",
        "relief_kind",
        "relief_kind",
        "k.kind",
        f"LEFT JOIN (SELECT e.release_id, f.kind FROM exchange e {TIED}) k ON k.release_id = {{row}}.id",
    ),
    Dimension(
        "PROGRAM",
        "program_id",
        "bigint",
        "g.program_id",
        "LEFT JOIN (SELECT e.release_id, r.program_id FROM exchange e JOIN relief_program r USING (relief_id)"
        " WHERE e.relation <> 'DENIED') g ON g.release_id = {row}.id",
    ),
    Dimension(
        "AUTHORITY",
        "authority_id",
        "bigint",
        "u.authority_id",
        f"LEFT JOIN (SELECT e.release_id, f.authority_id FROM exchange e {TIED}) u ON u.release_id = {{row}}.id",
    ),
)

MEMBERS = (
    "SELECT count(DISTINCT m.detainee_id)::integer AS named FROM release_member m{joins}"
    " WHERE m.release_id = {group}.id AND m.outcome <> 'DISPUTED'{conditions}"
)
# Of whom nothing is known is in the group of those of whom nothing is known.
OF_NATIONALITY = " LEFT JOIN nationality n ON n.detainee_id = m.detainee_id AND n.kind IN ('CITIZEN', 'DUAL')"
OF_CHARGE = " LEFT JOIN (detention d JOIN charge h ON h.detention_id = d.id) ON d.detainee_id = m.detainee_id"


def _members(*, nationality: bool, charge: bool) -> str:
    """Return the SELECT of how many are named, of a nationality or charge or of all."""
    joins = (OF_NATIONALITY if nationality else "") + (OF_CHARGE if charge else "")
    conditions = " AND n.country_id IS NOT DISTINCT FROM {group}.nationality_id" if nationality else ""
    conditions += " AND h.category IS NOT DISTINCT FROM {group}.charge_category" if charge else ""
    return MEMBERS.replace("{joins}", joins).replace("{conditions}", conditions)


# By charge only those are counted whom we can name; by nationality what was counted or, where nobody
# counted, those we can name as the least.
PEOPLE = (
    (
        ("NATIONALITY", "CHARGE_CATEGORY"),
        f"SELECT nullif(m.named, 0) AS low, NULL::integer AS high, m.named FROM ({_members(nationality=True, charge=True)}) m",
    ),
    (
        ("CHARGE_CATEGORY",),
        f"SELECT nullif(m.named, 0) AS low, NULL::integer AS high, m.named FROM ({_members(nationality=False, charge=True)}) m",
    ),
    (
        ("NATIONALITY",),
        (
            "SELECT coalesce(k.low, nullif(m.named, 0)) AS low, k.high, m.named"
            f" FROM ({_members(nationality=True, charge=False)}) m"
            " LEFT JOIN LATERAL (SELECT sum(least_of(c.value, c.min, c.completeness)) AS low,"
            " CASE WHEN bool_and(most_of(c.value, c.max, c.completeness) IS NOT NULL)"
            " THEN sum(most_of(c.value, c.max, c.completeness)) END AS high FROM release_count c"
            " WHERE c.release_id = {group}.id AND c.dimension = 'NATIONALITY' AND c.scope = 'THIS_RELEASE'"
            " AND c.country_id = {group}.nationality_id) k ON true"
        ),
    ),
    (
        (),
        (
            "SELECT least_of(r.total_value, r.total_min, r.total_completeness) AS low,"
            " most_of(r.total_value, r.total_max, r.total_completeness) AS high, m.named"
            f" FROM release r CROSS JOIN LATERAL ({_members(nationality=False, charge=False)}) m WHERE r.id = {{group}}.id"
        ),
    ),
)

# Where a bound is more than an Int can hold, the least is as much as it can, and the most is not told.
LARGEST = 2**31 - 1
RELEASE_MEASURES = (
    (
        "people_min",
        f"CASE WHEN sum({{counted}}.low) > {LARGEST} THEN {LARGEST} ELSE sum({{counted}}.low)::integer END",
    ),
    (
        "people_max",
        (
            f"CASE WHEN bool_and({{counted}}.high IS NOT NULL) AND sum({{counted}}.high) <= {LARGEST}"
            " THEN sum({counted}.high)::integer END"
        ),
    ),
    ("named", "coalesce(sum({counted}.named), 0)::integer"),
    ("events", "count(DISTINCT {group}.id)::integer"),
    ("uncounted", "(count(DISTINCT {group}.id) FILTER (WHERE {counted}.low IS NULL))::integer"),
)


@strawberry.type(
    description="How many releases, and how many people in them, share what they are grouped by."
    " People are counted from numbers that add up: running totals are left out."
    " A release with two counterparts stands in both groups, so groups by what may be several do not add up."
)
class ReleaseFigure:
    nationality: Country | None = link(
        "The nationality, where grouped by it; null for those of whom none is known."
    )
    country: Country | None = link("The country that let them go, where grouped by it.")
    counterpart: Country | None = link(
        "The other side of the agreement, where grouped by it; null where there is none."
    )
    year: int | None = column("The year, where grouped by it; null where it is not known.")
    month: str | None = column(
        'The month, such as "2025-12", where grouped by it; null where it is not known.'
    )
    mode: ReleaseMode | None = column("The legal form, where grouped by it.")
    charge_category: ChargeCategory | None = column(
        "The sort of charge, where grouped by it; null where none is known."
    )
    relief_kind: ReliefKind | None = column(
        "The kind of relief it is tied to, where grouped by it; null where none is."
    )
    program: SanctionProgram | None = link(
        "The program eased for it, where grouped by it; null where none is."
    )
    authority: Organization | None = link(
        "The body that gave relief for it, where grouped by it; null where none is."
    )
    events: int = column("How many releases.")
    people_min: int | None = column("At least this many people; null where nobody gave a number.")
    people_max: int | None = column(
        "At most this many people; null where that is not known of every release."
    )
    named: int = column("How many of the people are in our records one by one.")
    uncounted: int = column("How many of the releases have no number at all.")


SANCTION_DIMENSIONS = (
    Dimension("AUTHORITY", "authority_id", "bigint", "{row}.authority_id"),
    Dimension("COUNTRY", "country_id", "bigint", "{row}.country_id"),
    Dimension(
        "TARGET_COUNTRY",
        "target_country_id",
        "bigint",
        "c.country_id",
        "LEFT JOIN target_country c ON c.target_id = {row}.target_id",
    ),
    Dimension(
        "TARGET_KIND", "target_kind", "target_kind", "t.kind", "JOIN target t ON t.id = {row}.target_id"
    ),
    Dimension(
        "PROGRAM",
        "program_id",
        "bigint",
        "p.program_id",
        "LEFT JOIN sanction_in_program p ON p.sanction_id = {row}.id",
    ),
    Dimension(
        "MEASURE",
        "measure",
        "measure",
        "m.measure",
        "LEFT JOIN LATERAL unnest({row}.measures) m (measure) ON true",
    ),
    Dimension("YEAR", "year", "integer", "year_of({row}.listed_on)"),
    Dimension("MONTH", "month", "text", "month_of({row}.listed_on)"),
)

SANCTION_MEASURES = (
    ("sanctions", "count(DISTINCT {group}.id)::integer"),
    ("targets", "count(DISTINCT {counted}.target_id)::integer"),
    ("ended", "(count(DISTINCT {group}.id) FILTER (WHERE {counted}.ended))::integer"),
)


@strawberry.type(
    description="How many sanctions, and how many targets under them, share what they are grouped by."
)
class SanctionFigure:
    authority: Organization | None = link("Who imposed them, where grouped by it.")
    country: Country | None = link("The country or union behind the authority, where grouped by it.")
    target_country: Country | None = link(
        "The target's country, where grouped by it; null where none is known."
    )
    target_kind: TargetKind | None = column("The sort of target, where grouped by it.")
    program: SanctionProgram | None = link("The program, where grouped by it; null where none is known.")
    measure: Measure | None = column("The measure, where grouped by it; null where none is known.")
    year: int | None = column("The year of listing, where grouped by it; null where it is not known.")
    month: str | None = column(
        'The month of listing, such as "2021-08", where grouped by it; null where it is not known.'
    )
    sanctions: int = column("How many sanctions, past ones too.")
    targets: int = column("How many targets they are aimed at.")
    ended: int = column("How many of the sanctions have ended.")


RELEASE_FIGURES = Figures(
    "Release",
    RELEASE_DIMENSIONS,
    RELEASE_MEASURES,
    PEOPLE,
    WHOLE,
    empty=frozenset({"NATIONALITY", "CHARGE_CATEGORY"}),
)
SANCTION_FIGURES = Figures(
    "Sanction",
    SANCTION_DIMENSIONS,
    SANCTION_MEASURES,
    (
        (
            (),
            "SELECT s.target_id, s.ended_on_earliest <= current_date AS ended FROM sanction s WHERE s.id = {group}.id",
        ),
    ),
)

release_figures = bound(
    RELEASE_FIGURES,
    "How many people and releases, grouped as asked: chronologically first, then by how many people.",
    Argument(
        "by", list[ReleaseDimension], "What to group by, in any combination; [] gives one figure for all."
    ),
)
sanction_figures = bound(
    SANCTION_FIGURES,
    "How many sanctions and targets, grouped as asked: chronologically first, then by how many.",
    Argument(
        "by", list[SanctionDimension], "What to group by, in any combination; [] gives one figure for all."
    ),
)
