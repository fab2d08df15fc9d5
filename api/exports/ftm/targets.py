"""Targets of sanctions as entities: people, companies, ships and so on, and how they are tied."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from api.exports.ftm.entity import Dataset, Draft
from api.exports.ftm.facts import (
    CORPORATE,
    COUNTRIES,
    DATES,
    DETAILS,
    EDGES,
    GENDERS,
    IDENTIFIERS,
    NAMES,
    THINGS,
    TOPICS,
)

Row = Mapping[str, Any]


def target_id(slug: str) -> str:
    """Return the id of a target's entity."""
    return f"detente-target-{slug}"


def targets(row: Row) -> Iterator[Draft]:
    """Give a target's entity, and one for each tie; nothing where the model has no kind of thing for it."""
    schema = _schema(row)
    if schema is None:
        return
    draft = Draft(target_id(row["slug"]), schema, datasets_of(row), row["name"])
    draft.add("name", row["name"])
    for name in row["names"]:
        usual = "weakAlias" if name["quality"] == "WEAK" else "alias"
        draft.add(NAMES.get(name["kind"], usual), name["text"])
    draft.add_countries("country", row["countries"])
    if schema == "Person":
        draft.add_days("birthDate", row["bornOn"])
    identify(draft, row["identifiers"])
    draft.add("address", *map(_address, row["addresses"]))
    for detail in row["details"]:
        _detail(draft, detail["kind"], detail["value"])
    for entry in row["entries"]:
        draft.add("notes", entry["remarks"])
        draft.add_links("sourceUrl", entry["url"])
    if row["sanctions"]["nodes"]:
        draft.add("topics", "sanction")
    yield draft
    yield from _ties(row, draft)


def identify(draft: Draft, identifiers: Sequence[Row]) -> None:
    """Add those numbers that the entity's kind has a property for; ids of OpenSanctions are its other names."""
    for each in identifiers:
        if each["scheme"] == "OPENSANCTIONS":
            draft.referents.append(each["value"])
        elif each["scheme"] in IDENTIFIERS:
            name, kinds = IDENTIFIERS[each["scheme"]]
            if draft.schema in kinds:
                draft.add(name, each["value"])


def datasets_of(row: Row) -> tuple[Dataset, ...]:
    """Return the data sets that say so, with their licenses."""
    return tuple((each["slug"], each["license"]) for each in row["datasets"])


def _schema(row: Row) -> str | None:
    if row["kind"] != "ORGANIZATION":
        return THINGS.get(row["kind"])
    owned = any(link["kind"] == "OWNER" for link in row["links"])
    typed = any(detail["kind"] == "COMPANY_TYPE" for detail in row["details"])
    numbered = any(each["scheme"] in CORPORATE for each in row["identifiers"])
    return "Company" if owned or typed or numbered else "Organization"


def _detail(draft: Draft, kind: str, value: str) -> None:
    if kind == "GENDER" and draft.schema == "Person":
        draft.add("gender", GENDERS.get(value.strip().lower()))
    elif kind == "TOPIC" and value in TOPICS:
        draft.add("topics", value)
    elif kind == "WEBSITE" and draft.schema in {"Person", "Organization", "Company"}:
        draft.add_links("website", value)
    for table, add in ((DETAILS, draft.add), (DATES, draft.add_days), (COUNTRIES, _add_code(draft))):
        if kind in table:
            name, kinds = table[kind]
            if draft.schema in kinds:
                add(name, value)


def _add_code(draft: Draft) -> Any:  # noqa: ANN401 - as the adding methods of a draft
    def add(name: str, value: str) -> None:
        # Where a list has no code, its words may be anything.
        if len(value) == 2 and value.isupper():  # noqa: PLR2004 - as ISO codes are
            draft.add_countries(name, [{"iso2": value}])

    return add


def _ties(row: Row, near: Draft) -> Iterator[Draft]:
    for number, link in enumerate(row["links"]):
        other = link["target"]
        far = THINGS.get(other["kind"]) if other else None
        if far is None or other["slug"] == row["slug"]:
            continue
        edge = EDGES.get(link["kind"])
        fits = edge and near.schema in edge.near_kinds and far in edge.far_kinds
        tie = Draft(f"{near.id}-tie-{number}", edge.schema if edge and fits else "UnknownLink", near.datasets)
        tie.add(edge.near if edge and fits else "subject", near.id)
        tie.add(edge.far if edge and fits else "object", target_id(other["slug"]))
        yield tie


def _address(address: Row) -> str:
    country = (address["country"] or {}).get("name")
    parts = (address["street"], address["postalCode"], address["city"], address["region"], country)
    return ", ".join(part for part in parts if part)
