"""Says for every field how its value is found among the rows: one small function each, type by type."""

import datetime as dt
from functools import partial
from typing import Any

from tests.oracle import facts
from tests.oracle.connections import CONNECTION, EDGE, PAGE_INFO, Resolver
from tests.oracle.dates import moment_text
from tests.oracle.figures import FIGURES, release_figures, sanction_figures
from tests.oracle.filters import Filter, Where
from tests.oracle.links import LISTS, Wanted, is_read_in, is_spoken_of, link, points_back, tied
from tests.oracle.orders import ORDERS, Page, PageArguments, cut, in_order
from tests.oracle.search import BEST_FIRST, SEARCH, Asked, search, search_many
from tests.oracle.sorting import read_order
from tests.oracle.system import type_system
from tests.oracle.words import snake_case
from tests.oracle.world import TABLES, TYPES, Row, World

# Kinds of fields


def many(table: str, wanted: Wanted) -> Resolver:
    """Return all rows of a table that belong to the parent."""
    return lambda world, row: in_order(world, world.rows(table, lambda each: wanted(world, row, each)))


def pages(table: str, wanted: Wanted = lambda *_: True) -> Resolver:
    """Return a page of the rows of a table that belong to the parent and are asked for, in the order asked for."""

    def resolve(world: World, row: Row, **asked: Any) -> Page:  # noqa: ANN401 - as the client gave them
        where, keys = asked.pop("where", None), asked.pop("orderBy", None)
        kept = of_which(world, table, world.rows(table, lambda each: wanted(world, row, each)), where)
        order = read_order(type_system(), resolver, TYPES[table], keys) if keys else ORDERS[table]
        return cut(world, order, kept, PageArguments(**asked))

    return resolve


def of_which(world: World, table: str, rows: list[Row], where: Where | None) -> list[Row]:
    """Return the rows of which a filter holds."""
    asking = Filter(world, type_system(), resolver)
    return [row for row in rows if asking.holds(TYPES[table], row, where)]


def with_text(table: str, column: str) -> Resolver:
    """Return the row that has this text in a column; the argument is named like the column."""
    return lambda world, _, **arguments: world.row(table, lambda row: row[column] == arguments[column])


def on_day(world: World, on: str | None) -> dt.date:
    """Return the day that is asked about; today unless told."""
    return world.today if on is None else dt.date.fromisoformat(on)


# Fields that several types have

SOURCED: dict[str, Resolver] = {
    "claims": pages("claim", lambda world, parent, row: row in facts.claims_about(world, parent)),
    "sources": many(
        "source",
        lambda world, parent, row: (
            row["id"] in [each["source_id"] for each in facts.claims_about(world, parent)]
        ),
    ),
    "contested": facts.is_contested,
}

# Fields by type; a field that is not named here reads the column of its name.

WORLD: dict[str, dict[str, Resolver]] = {
    "Country": {
        "nationals": pages(
            "detainee",
            lambda world, parent, row: (
                (row["id"], parent["id"])
                in [(each["detainee_id"], each["country_id"]) for each in facts.citizenships(world)]
            ),
        ),
        "detentions": pages("detention", points_back("country_id")),
        "releases": pages("release", points_back("country_id")),
        "nationalsReleased": pages(
            "release",
            lambda world, parent, row: parent["id"] in facts.nationalities_of_release(world, row["id"]),
        ),
        "agreements": pages("agreement", tied("party", "country_id", "agreement_id")),
        "sanctionsImposed": pages("sanction", points_back("country_id")),
        "sanctionsTargeting": pages(
            "sanction",
            lambda world, parent, row: (
                row["target_id"]
                in facts.linked(world, "target_country", "country_id", parent["id"], "target_id")
            ),
        ),
        "reliefGranted": pages("relief", points_back("country_id")),
    },
    "Organization": {"country": link("country", "country_id")},
    "Source": {
        "publisher": link("organization", "publisher_id"),
        "claims": pages("claim", points_back("source_id")),
    },
    "Instrument": {"issuer": link("organization", "issuer_id")},
    "Dataset": {
        "updatedAt": lambda _, row: moment_text(row["updated_at"]),
        "counts": lambda world, _: facts.type_counts(world),
        "sources": lambda world, _: in_order(world, world.rows("dataset_source")),
    },
    "Change": {
        "at": lambda _, row: moment_text(row["at"]),
        "subject": lambda world, row: world.node(f"{row['subject_type']}:{row['subject_id']}"),
    },
}

PEOPLE: dict[str, dict[str, Resolver]] = {
    "Detainee": SOURCED
    | {
        "names": many("detainee_name", points_back("detainee_id")),
        "nationalities": many("nationality", points_back("detainee_id")),
        "detentions": pages("detention", points_back("detainee_id")),
        "charges": pages(
            "charge",
            lambda world, parent, row: (
                row["detention_id"] in facts.linked(world, "detention", "detainee_id", parent["id"], "id")
            ),
        ),
        "releases": pages("release_member", points_back("detainee_id")),
        "recognitions": many("recognition", points_back("detainee_id")),
        "listedAs": link("target", "target_id"),
        "identifiers": many("detainee_identifier", points_back("detainee_id")),
    },
    "Nationality": {"country": link("country", "country_id")},
    "Recognition": {
        "body": link("organization", "organization_id"),
        "source": link("source", "source_id"),
    },
    "Detention": SOURCED
    | {
        "detainee": link("detainee", "detainee_id"),
        "country": link("country", "country_id"),
        "captor": link("organization", "captor_id"),
        "charges": pages("charge", points_back("detention_id")),
    },
    "Charge": SOURCED
    | {
        "detention": link("detention", "detention_id"),
        "detainee": lambda world, row: world.by_id(
            "detainee", facts.linked(world, "detention", "id", row["detention_id"], "detainee_id")[0]
        ),
    },
}

RELEASES: dict[str, dict[str, Resolver]] = {
    "Release": SOURCED
    | {
        "country": link("country", "country_id"),
        "captor": link("organization", "captor_id"),
        "partOf": link("release", "part_of_id"),
        "stages": pages("release", points_back("part_of_id")),
        "total": lambda _, row: {key: row[f"total_{key}"] for key in ("value", "min", "max", "completeness")},
        "counts": lambda world, row, dimension=None: in_order(
            world,
            world.rows(
                "release_count",
                lambda each: each["release_id"] == row["id"] and dimension in (None, each["dimension"]),
            ),
        ),
        "nationalities": many(
            "country",
            lambda world, parent, row: row["id"] in facts.nationalities_of_release(world, parent["id"]),
        ),
        "members": pages("release_member", points_back("release_id")),
        "agreements": many("agreement", tied("agreement_release", "release_id", "agreement_id")),
        "exchanges": many(
            "exchange", lambda _, parent, row: parent["id"] in (row["release_id"], row["counter_release_id"])
        ),
        "inExchangeFor": many(
            "relief",
            lambda world, parent, row: (
                row["id"]
                in [each["relief_id"] for each in facts.not_denied(world, "release_id", parent["id"])]
            ),
        ),
        "swappedFor": many(
            "release",
            lambda world, parent, row: (
                row["id"]
                in [
                    each["counter_release_id"] for each in facts.not_denied(world, "release_id", parent["id"])
                ]
                + [each["release_id"] for each in facts.not_denied(world, "counter_release_id", parent["id"])]
            ),
        ),
        "concessions": many(
            "term",
            lambda world, parent, row: (
                row["id"]
                in [each["concession_id"] for each in facts.not_denied(world, "release_id", parent["id"])]
            ),
        ),
    },
    "ReleaseCount": {
        "country": link("country", "country_id"),
        "count": lambda _, row: row,
        "source": link("source", "source_id"),
    },
    "ReleaseMember": SOURCED
    | {
        "release": link("release", "release_id"),
        "detainee": link("detainee", "detainee_id"),
        "destination": link("country", "destination_id"),
    },
}

AGREEMENTS: dict[str, dict[str, Resolver]] = {
    "Agreement": SOURCED
    | {
        "parties": many("party", points_back("agreement_id")),
        "terms": many("term", points_back("agreement_id")),
        "releases": pages("release", tied("agreement_release", "agreement_id", "release_id")),
        "reliefs": pages("relief", tied("agreement_relief", "agreement_id", "relief_id")),
        "exchanges": pages("exchange", points_back("agreement_id")),
        "related": pages("agreement", facts.is_related),
    },
    "Party": {
        "country": link("country", "country_id"),
        "organization": link("organization", "organization_id"),
    },
    "Term": {
        "agreement": link("agreement", "agreement_id"),
        "giver": link("country", "giver_id"),
        "receiver": link("country", "receiver_id"),
        "release": link("release", "release_id"),
        "relief": link("relief", "relief_id"),
    },
    "Exchange": SOURCED
    | {
        "agreement": link("agreement", "agreement_id"),
        "release": link("release", "release_id"),
        "relief": link("relief", "relief_id"),
        "counterRelease": link("release", "counter_release_id"),
        "concession": link("term", "concession_id"),
        "lagDays": facts.lag_days,
    },
    "Claim": {
        "subject": facts.subject,
        "speakerOrganization": link("organization", "speaker_organization_id"),
        "source": link("source", "source_id"),
        "contradicts": lambda world, row: in_order(
            world, facts.related_claims(world, row, "CONTRADICTS", both_ways=True)
        ),
        "supports": lambda world, row: in_order(
            world, facts.related_claims(world, row, "SUPPORTS", both_ways=False)
        ),
    },
}

SANCTIONS: dict[str, dict[str, Resolver]] = {
    "SanctionProgram": {
        "authority": link("organization", "authority_id"),
        "country": link("country", "country_id"),
        "targetCountries": many(
            "country", tied("sanction_program_target_country", "program_id", "country_id")
        ),
        "sanctions": pages("sanction", tied("sanction_in_program", "program_id", "sanction_id")),
    },
    "Target": {
        "names": many("target_name", points_back("target_id")),
        "countries": many("country", tied("target_country", "target_id", "country_id")),
        "identifiers": many("target_identifier", points_back("target_id")),
        "sanctions": pages("sanction", points_back("target_id")),
        "addresses": many("target_address", points_back("target_id")),
        "details": many("target_detail", points_back("target_id")),
        "links": many("target_link", points_back("target_id")),
        "linkedFrom": pages("target", tied("target_link", "other_id", "target_id")),
        "entries": many("list_entry", points_back("target_id")),
        "datasets": many("dataset_source", partial(is_spoken_of, "list_entry", "target_id")),
        "detainee": lambda world, row: world.row("detainee", lambda each: each["target_id"] == row["id"]),
    },
    "Sanction": SOURCED
    | {
        "sources": many("source", is_read_in),
        "datasets": many("dataset_source", partial(is_spoken_of, "sanction_listing", "sanction_id")),
        "target": link("target", "target_id"),
        "authority": link("organization", "authority_id"),
        "country": link("country", "country_id"),
        "programs": many("sanction_program", tied("sanction_in_program", "sanction_id", "program_id")),
        "status": lambda world, row, on=None: facts.status_on(world, row, on_day(world, on)),
        "identifiers": many("sanction_identifier", points_back("sanction_id")),
        "reliefs": pages("relief", tied("relief_sanction", "sanction_id", "relief_id")),
    },
    "Relief": SOURCED
    | {
        "country": link("country", "country_id"),
        "authority": link("organization", "authority_id"),
        "instrument": link("instrument", "instrument_id"),
        "supersededBy": link("relief", "superseded_by_id"),
        "programs": many("sanction_program", tied("relief_program", "relief_id", "program_id")),
        "targets": many("target", tied("relief_target", "relief_id", "target_id")),
        "sanctions": pages("sanction", tied("relief_sanction", "relief_id", "sanction_id")),
        "residualSanctions": lambda world, row, on=None, **page: pages(
            "sanction",
            lambda _, parent, each: (
                each["target_id"]
                in facts.linked(world, "relief_target", "relief_id", parent["id"], "target_id")
                and facts.binds(world, each, on_day(world, on))
            ),
        )(world, row, **page),
        "agreements": many("agreement", tied("agreement_relief", "relief_id", "agreement_id")),
        "exchanges": many("exchange", points_back("relief_id")),
        "inReturnFor": many(
            "release",
            lambda world, parent, row: (
                row["id"]
                in [each["release_id"] for each in facts.not_denied(world, "relief_id", parent["id"])]
            ),
        ),
    },
}

QUERY: dict[str, Resolver] = {
    "node": lambda world, _, id: world.node(id),  # noqa: A006 - the argument's name
    "nodes": lambda world, _, ids: [world.node(each) for each in ids],
    "country": lambda world, _, iso2: world.row("country", lambda row: row["iso2"] == iso2.upper()),
    "program": with_text("sanction_program", "code"),
    "changes": lambda world, _, since=None, **page: pages(
        "published_change", lambda _, __, row: since is None or row["revision"] > since
    )(world, _, **page),
    "releaseFigures": lambda world, _, by, where=None: release_figures(
        world, by, of_which(world, "release", world.rows("release"), where)
    ),
    "sanctionFigures": lambda world, _, by, where=None: sanction_figures(
        world, by, of_which(world, "sanction", world.rows("sanction"), where)
    ),
    "search": lambda world, _, query, types=None, kinds=None, countries=None, born=None, programs=None, **page: (
        cut(
            world,
            BEST_FIRST,
            search(world, query, Asked(types, kinds, countries, born, programs)),
            PageArguments(**page),
        )
    ),
    "searchMany": lambda world, _, queries: search_many(world, queries),
    "dataset": lambda world, _: facts.dataset(world),
}
for _name in ("detainee", "agreement", "release", "relief", "sanction", "target", "organization", "source"):
    QUERY[_name] = with_text(_name, "slug")
for _plural, _type in {
    "countries": "Country",
    "detainees": "Detainee",
    "detentions": "Detention",
    "charges": "Charge",
    "agreements": "Agreement",
    "exchanges": "Exchange",
    "releases": "Release",
    "reliefs": "Relief",
    "programs": "SanctionProgram",
    "sanctions": "Sanction",
    "targets": "Target",
    "organizations": "Organization",
    "sources": "Source",
    "claims": "Claim",
}.items():
    QUERY[_plural] = pages(TABLES[_type])

RESOLVERS: dict[str, dict[str, Resolver]] = (
    {"Query": QUERY} | WORLD | LISTS | PEOPLE | RELEASES | AGREEMENTS | SANCTIONS | FIGURES | SEARCH
)


def resolver(type_name: str, field: str) -> Resolver:
    """Return how a field is found."""
    if type_name.endswith("Connection"):
        return CONNECTION[field]
    if type_name.endswith("Edge"):
        return EDGE[field]
    if type_name == "PageInfo":
        return PAGE_INFO[field]
    if field in RESOLVERS.get(type_name, {}):
        return RESOLVERS[type_name][field]
    return column(field)


def column(field: str) -> Resolver:
    """Return the value of the column that a field is named like."""
    if field == "id":
        return lambda _, row: row.global_id
    return lambda _, row: _plain(row[snake_case(field)])


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value
