"""Counts people and events as the descriptions of the figures promise: row by row, group by group."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

from tests.oracle import facts
from tests.oracle.connections import Resolver
from tests.oracle.dates import day, first_day
from tests.oracle.words import LARGEST_INT
from tests.oracle.world import Row, World

Values = Callable[[World, Row], Iterable[Any]]
Group = dict[str, Any]
"""What some rows have in common, by the column of each dimension."""
Counted = tuple[Row, Group]
"""A row that is counted, as one of a group."""

TIMES = ("year", "month")
PEOPLE = ("people_min", "people_max", "named", "events", "uncounted")
TARGETS = ("sanctions", "targets", "ended")


def release_figures(world: World, words: list[str], releases: list[Row]) -> list[Group]:
    """Return how many people and releases each group has; a release in stages counts once, as the whole."""
    whole = [row for row in releases if row["part_of_id"] is None]
    groups = _grouped(world, RELEASES, words, whole)
    figures = [group | _people(world, counted) for group, counted in groups]
    if {"NATIONALITY", "CHARGE_CATEGORY"} <= set(words):
        figures = [each for each in figures if each["named"]]
    return _in_order(world, RELEASES, PEOPLE, figures)


def sanction_figures(world: World, words: list[str], sanctions: list[Row]) -> list[Group]:
    """Return how many sanctions and targets each group has."""
    groups = _grouped(world, SANCTIONS, words, sanctions)
    return _in_order(
        world, SANCTIONS, TARGETS, [group | _sanctions(world, counted) for group, counted in groups]
    )


def _grouped(
    world: World, dimensions: dict[str, Values], words: list[str], rows: list[Row]
) -> list[tuple[Group, list[Counted]]]:
    """Return the groups, each with its rows; a row of several values is in several groups, and of no value in that of null."""
    chosen = [word for word in dimensions if word in words]
    groups: dict[tuple[Any, ...], list[Counted]] = defaultdict(list)
    if not chosen:
        groups[()] = []
    for row in rows:
        for key in product(*(set(dimensions[word](world, row)) or {None} for word in chosen)):
            groups[key].append((row, dict(zip(chosen, key, strict=True))))
    nothing = dict.fromkeys((_column(word) for word in dimensions), None)
    return [
        (nothing | {_column(word): value for word, value in zip(chosen, key, strict=True)}, counted)
        for key, counted in groups.items()
    ]


def _in_order(
    world: World, dimensions: dict[str, Values], measures: tuple[str, ...], figures: list[Group]
) -> list[Group]:
    """Return figures by time, then the largest first, then by what they are grouped by; null comes last."""

    def place(figure: Group) -> list[tuple[bool, Any]]:
        times = [figure[each] for each in TIMES if each in figure]
        sizes = [None if figure[each] is None else -figure[each] for each in measures]
        keys = [_rank(world, word, figure[_column(word)]) for word in dimensions]
        return [(each is None, 0 if each is None else each) for each in (*times, *sizes, *keys)]

    return sorted(figures, key=place)


def _rank(world: World, word: str, value: Any) -> Any:  # noqa: ANN401 - an id, a number or a word
    labels = world.enums.get({"MODE": "release_mode"}.get(word, word.lower()))
    return labels.index(value) if labels and value is not None else value


def _column(word: str) -> str:
    return f"{word.lower()}_id" if word in LINKS else word.lower()


# Releases


def _people(world: World, counted: list[Counted]) -> Group:
    bounds = [_bounds(world, release, group) for release, group in counted]
    least = [low for low, _ in bounds if low is not None]
    most = [high for _, high in bounds if high is not None]
    known = bounds and len(most) == len(bounds) and sum(most) <= LARGEST_INT
    return {
        "events": len(counted),
        "people_min": min(sum(least), LARGEST_INT) if least else None,
        "people_max": sum(most) if known else None,
        "named": sum(len(_named(world, release, group)) for release, group in counted),
        "uncounted": len(bounds) - len(least),
    }


def _bounds(world: World, release: Row, group: Group) -> tuple[int | None, int | None]:
    """Return the least and the most people that a release has of a group, as far as they are known."""
    named = len(_named(world, release, group)) or None
    if "CHARGE_CATEGORY" in group:
        return named, None
    if "NATIONALITY" not in group:
        return _least_and_most(
            {key: release[f"total_{key}"] for key in ("value", "min", "max", "completeness")}
        )
    counts = [
        _least_and_most(count)
        for count in world.rows("release_count")
        if count["release_id"] == release["id"]
        and count["dimension"] == "NATIONALITY"
        and count["scope"] == "THIS_RELEASE"
        and count["country_id"] is not None
        and count["country_id"] == group["NATIONALITY"]
    ]
    least = [low for low, _ in counts if low is not None]
    most = [high for _, high in counts if high is not None]
    return sum(least) if least else named, sum(most) if counts and len(most) == len(counts) else None


def _least_and_most(count: dict[str, Any]) -> tuple[int | None, int | None]:
    """Return the bounds of a count; its value is one where it is exact, or said to be one."""
    value, kind = count["value"], count["completeness"]
    least = value if kind in ("EXACT", "AT_LEAST") and value is not None else count["min"]
    most = value if kind in ("EXACT", "AT_MOST") and value is not None else count["max"]
    return least, most


def _named(world: World, release: Row, group: Group) -> set[int]:
    """Return those in a release, of a group, whom we have one by one."""
    return {
        person
        for person in _members(world, release)
        if ("NATIONALITY" not in group or group["NATIONALITY"] in (_nationalities(world, person) or {None}))
        and (
            "CHARGE_CATEGORY" not in group or group["CHARGE_CATEGORY"] in (_charges(world, person) or {None})
        )
    }


def _members(world: World, release: Row) -> set[int]:
    return {
        member["detainee_id"]
        for member in world.rows("release_member")
        if member["release_id"] == release["id"] and member["outcome"] != "DISPUTED"
    }


def _nationalities(world: World, person: int) -> set[Any]:
    return {each["country_id"] for each in facts.citizenships(world) if each["detainee_id"] == person}


def _charges(world: World, person: int) -> set[Any]:
    detentions = facts.linked(world, "detention", "detainee_id", person, "id")
    return {charge["category"] for charge in world.rows("charge") if charge["detention_id"] in detentions}


def _counterparts(world: World, release: Row) -> set[int]:
    agreements = facts.linked(world, "agreement_release", "release_id", release["id"], "agreement_id")
    return {each for agreement in agreements for each in facts.principals(world, agreement)} - {
        release["country_id"]
    }


def _reliefs(world: World, release: Row) -> list[Row]:
    tied = [each["relief_id"] for each in facts.not_denied(world, "release_id", release["id"])]
    return world.rows("relief", lambda relief: relief["id"] in tied)


def _programs(world: World, release: Row) -> set[int]:
    eased = [relief["id"] for relief in _reliefs(world, release)]
    return {each["program_id"] for each in world.rows("relief_program") if each["relief_id"] in eased}


# Sanctions


def _sanctions(world: World, counted: list[Counted]) -> Group:
    ends = [first_day(sanction["ended_on"]) for sanction, _ in counted]
    return {
        "sanctions": len(counted),
        "targets": len({sanction["target_id"] for sanction, _ in counted}),
        "ended": sum(end is not None and end <= day(world.today) for end in ends),
    }


def _target_kind(world: World, sanction: Row) -> set[str]:
    return {row["kind"] for row in world.rows("target") if row["id"] == sanction["target_id"]}


# Dimensions


def _of(column: str) -> Values:
    return lambda _, row: [row[column]]


def _year(column: str) -> Values:
    """Return the year of a date that does not lie between two days."""
    return lambda _, row: [int(row[column][:4])] if row[column] and "/" not in row[column] else []


def _month(column: str) -> Values:
    return lambda _, row: re.findall(r"^\d{4}-\d{2}(?=[^/]*$)", row[column] or "")


RELEASES: dict[str, Values] = {
    "NATIONALITY": lambda world, row: facts.nationalities_of_release(world, row["id"]),
    "COUNTRY": _of("country_id"),
    "COUNTERPART": _counterparts,
    "YEAR": _year("released_on"),
    "MONTH": _month("released_on"),
    "MODE": _of("mode"),
    "CHARGE_CATEGORY": lambda world, row: {
        each for person in _members(world, row) for each in _charges(world, person)
    },
    "RELIEF_KIND": lambda world, row: [relief["kind"] for relief in _reliefs(world, row)],
    "PROGRAM": _programs,
    "AUTHORITY": lambda world, row: [relief["authority_id"] for relief in _reliefs(world, row)],
}
SANCTIONS: dict[str, Values] = {
    "AUTHORITY": _of("authority_id"),
    "COUNTRY": _of("country_id"),
    "TARGET_COUNTRY": lambda world, row: facts.linked(
        world, "target_country", "target_id", row["target_id"], "country_id"
    ),
    "TARGET_KIND": _target_kind,
    "PROGRAM": lambda world, row: facts.linked(
        world, "sanction_in_program", "sanction_id", row["id"], "program_id"
    ),
    "MEASURE": lambda _, row: row["measures"],
    "YEAR": _year("listed_on"),
    "MONTH": _month("listed_on"),
}
LINKS = {
    "NATIONALITY": "country",
    "COUNTRY": "country",
    "COUNTERPART": "country",
    "TARGET_COUNTRY": "country",
    "PROGRAM": "sanction_program",
    "AUTHORITY": "organization",
}


def _linked(word: str) -> Resolver:
    return lambda world, figure: world.by_id(LINKS[word], figure[_column(word)])


FIGURES: dict[str, dict[str, Resolver]] = {
    "ReleaseFigure": {
        field: _linked(field.upper())
        for field in ("nationality", "country", "counterpart", "program", "authority")
    },
    "SanctionFigure": {
        "authority": _linked("AUTHORITY"),
        "country": _linked("COUNTRY"),
        "targetCountry": _linked("TARGET_COUNTRY"),
        "program": _linked("PROGRAM"),
    },
}
