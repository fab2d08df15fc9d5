"""Works out in Python what no column holds: views, functions and conditions of the database, told once more."""

import datetime as dt

from tests.oracle.dates import Day, day, exact_day, first_day, last_day
from tests.oracle.world import TABLES, TYPES, Row, World

NOT_LIVE = ("REFUTED", "RETRACTED")
PERMITS = ("GENERAL_LICENSE", "SPECIFIC_LICENSE", "WAIVER")
NOT_FREED = ("DISPUTED", "DIED")
NATIONAL = ("CITIZEN", "DUAL")


def linked(world: World, table: str, by: str, number: int, to: str) -> list[int]:
    """Return the other column of a table that ties rows together: its `to` wherever `by` is this number."""
    return [row[to] for row in world.rows(table) if row[by] == number]


# Claims


def claims_about(world: World, row: Row) -> list[Row]:
    """Return the claims about a row."""
    return world.rows("claim", lambda claim: claim[f"{row.table}_id"] == row["id"])


def lists_of(world: World, sanction: Row) -> list[int]:
    """Return the ids of the sources that the lists are that have a sanction."""
    datasets = linked(world, "sanction_listing", "sanction_id", sanction["id"], "dataset_id")
    return [each["source_id"] for each in world.tables["dataset_source"] if each["id"] in datasets]


def subject(world: World, claim: Row) -> Row:
    """Return what a claim is about."""
    found = [
        world.by_id(table, claim[f"{table}_id"]) for table in TYPES if claim.get(f"{table}_id") is not None
    ]
    about = [row for row in found if row is not None and row.table not in ("source", "organization")]
    assert len(about) == 1
    return about[0]


def related_claims(world: World, claim: Row, kind: str, *, both_ways: bool) -> list[Row]:
    """Return the claims that stand in this relation to one."""
    pairs = [
        (each["claim_id"], each["other_id"]) for each in world.rows("claim_relation") if each["kind"] == kind
    ]
    others = {other for ours, other in pairs if ours == claim["id"]}
    if both_ways:
        others |= {ours for ours, other in pairs if other == claim["id"]}
    return world.rows("claim", lambda each: each["id"] in others)


def is_live(claim: Row) -> bool:
    """Return whether a claim still counts."""
    return claim["verification"] not in NOT_LIVE and claim["stance"] != "RETRACTS"


def is_contested(world: World, row: Row) -> bool:
    """Return whether a live claim about a row contradicts another live claim, and both are about the same field."""
    return any(
        is_live(claim) and is_live(other) and claim["field"] == other["field"]
        for claim in claims_about(world, row)
        for other in related_claims(world, claim, "CONTRADICTS", both_ways=True)
    )


# Releases and exchanges


def nationalities_of_release(world: World, release: int) -> set[int]:
    """Return the countries whose nationals were freed: by a count that is not zero, or by a member's nationality."""
    counted = {
        count["country_id"]
        for count in world.rows("release_count")
        if count["release_id"] == release
        and count["dimension"] == "NATIONALITY"
        and count["scope"] == "THIS_RELEASE"
        and count["value"] != 0
    }
    freed = [
        member["detainee_id"]
        for member in world.rows("release_member")
        if member["release_id"] == release and member["outcome"] not in NOT_FREED
    ]
    return counted | {each["country_id"] for each in citizenships(world) if each["detainee_id"] in freed}


def citizenships(world: World) -> list[Row]:
    """Return whose citizen is whom: residents, and those only said to be citizens, are left out."""
    return world.rows("nationality", lambda each: each["kind"] in NATIONAL)


def not_denied(world: World, side: str, number: int) -> list[Row]:
    """Return the exchanges with this on one side, unless the tie is denied."""
    return world.rows("exchange", lambda each: each[side] == number and each["relation"] != "DENIED")


def lag_days(world: World, exchange: Row) -> int | None:
    """Return the days from the release to what was given for it, where both are known to the day."""
    release = world.by_id("release", exchange["release_id"])
    assert release is not None
    start, end = exact_day(release["released_on"]), _given_on(world, exchange)
    return None if start is None or end is None else int(end - start)


def _given_on(world: World, exchange: Row) -> Day | None:
    if relief := world.by_id("relief", exchange["relief_id"]):
        acted = relief["effective_on"] if relief["issued_on"] is None else relief["issued_on"]
        return exact_day(acted)
    if release := world.by_id("release", exchange["counter_release_id"]):
        return exact_day(release["released_on"])
    term = world.by_id("term", exchange["concession_id"])
    assert term is not None
    return exact_day(term["performed_on"])


def principals(world: World, agreement: int) -> set[int]:
    """Return the countries that made an agreement."""
    return {
        party["country_id"]
        for party in world.rows("party")
        if party["agreement_id"] == agreement
        and party["role"] == "PRINCIPAL"
        and party["country_id"] is not None
    }


def is_related(world: World, one: Row, other: Row) -> bool:
    """Return whether two agreements have two principals in common."""
    return (
        one["id"] != other["id"] and len(principals(world, one["id"]) & principals(world, other["id"])) >= 2
    )


# Sanctions


def status_on(world: World, sanction: Row, on: dt.date) -> str:
    """Return how a sanction stands on a day."""
    if (begun := begins(sanction, "started_on", "listed_on")) is not None and begun > day(on):
        return "NOT_YET"
    ended = first_day(sanction["ended_on"])
    if ended is not None and ended <= day(on):
        return str(sanction["ending"])
    touching = linked(world, "relief_sanction", "sanction_id", sanction["id"], "relief_id")
    reliefs = [
        relief
        for relief in world.rows("relief")
        if relief["id"] in touching and is_in_force(world, relief, day(on))
    ]
    if any(relief["kind"] == "SUSPENSION" for relief in reliefs):
        return "SUSPENDED"
    if any(relief["kind"] in PERMITS and relief["unblocks_property"] is True for relief in reliefs):
        return "LICENSED"
    return "ACTIVE"


def begins(row: Row, effect: str, act: str) -> Day | None:
    """Return the first day of the effect, or of the act where no effect is told."""
    return first_day(row[act] if row[effect] is None else row[effect])


def is_in_force(world: World, relief: Row, on: Day) -> bool:
    """Return whether relief has begun by a day and not ended; where no end is known, its status tells."""
    starts = begins(relief, "effective_on", "issued_on")
    if starts is None or starts > on:
        return False
    successor = world.by_id("relief", relief["superseded_by_id"])
    expires = last_day(relief["expires_on"])
    ends = [
        None if expires is None else expires + 1,
        first_day(relief["revoked_on"]),
        begins(successor, "effective_on", "issued_on") if successor else None,
    ]
    known = [each for each in ends if each is not None]
    return min(known) > on if known else relief["status"] in ("ISSUED", "IN_FORCE")


def binds(world: World, sanction: Row, on: dt.date) -> bool:
    """Return whether a sanction binds on a day: it stands, under a license or not."""
    return status_on(world, sanction, on) in ("ACTIVE", "LICENSED")


# The data as a whole


def dataset(world: World) -> dict[str, object]:
    """Return the last revision and when that was; 0 and 1970 where there is none."""
    revisions = world.rows("revision")
    return {
        "revision": max((each["number"] for each in revisions), default=0),
        "updated_at": max((each["at"] for each in revisions), default=dt.datetime.fromtimestamp(0, dt.UTC)),
        "license": "CC BY 4.0",
    }


def type_counts(world: World) -> list[dict[str, object]]:
    """Return how many rows there are of each type, by type."""
    names = sorted(name for name in TABLES if name != "Change")
    return [{"type": name, "count": len(world.rows(TABLES[name]))} for name in names]
