"""Sanctions, people, organizations and releases as entities."""

from collections.abc import Iterator, Mapping
from typing import Any

from api.exports.ftm.entity import Dataset, Draft
from api.exports.ftm.facts import BODIES, THINGS
from api.exports.ftm.targets import datasets_of, identify, target_id
from api.exports.titles import word_of
from seeds.loader.load import DATASET

Row = Mapping[str, Any]
LICENSE = "license of the dossiers"
"""Where a row has it."""
_UNITED_NATIONS = frozenset({"UN_REF"})


def sanctions(row: Row) -> Iterator[Draft]:
    """Give a sanction's entity, unless its target has none."""
    if row["target"]["kind"] not in THINGS:
        return
    draft = Draft(f"detente-sanction-{row['slug']}", "Sanction", datasets_of(row), row["authority"]["name"])
    draft.add("entity", target_id(row["target"]["slug"]))
    draft.add("authority", row["authority"]["name"])
    draft.add_countries("country", [row["country"]])
    draft.add("program", *(each["name"] for each in row["programs"]))
    draft.add("programId", *(each["code"] for each in row["programs"]))
    draft.add("provisions", *map(word_of, row["measures"]))
    draft.add("status", word_of(row["status"]))
    draft.add("reason", row["reason"])
    draft.add("summary", row["list"])
    draft.add_days("listingDate", row["listedOn"])
    draft.add_days("startDate", row["startedOn"])
    draft.add_days("endDate", row["endedOn"])
    for each in row["identifiers"]:
        draft.add("unscId" if each["scheme"] in _UNITED_NATIONS else "authorityId", each["value"])
        draft.add_links("sourceUrl", each["url"])
    yield draft


def detainees(row: Row) -> Iterator[Draft]:
    """Give the entity of a detainee whose name is published; nobody else can be told from others by it."""
    if row["name"] is None:
        return
    draft = Draft(person_id(row["slug"]), "Person", _own(row), row["name"])
    draft.add("name", row["name"])
    for name in row["names"]:
        draft.add("previousName" if name["kind"] == "FORMER" else "alias", name["text"])
    draft.add("gender", (row["sex"] or "").lower())
    draft.add_days("birthDate", row["bornOn"])
    draft.add_days("deathDate", row["diedOn"])
    draft.add("position", row["occupation"])
    citizens = [each["country"] for each in row["nationalities"] if each["kind"] in {"CITIZEN", "DUAL"}]
    draft.add_countries("nationality", citizens)
    draft.add_countries("country", [each["country"] for each in row["nationalities"]])
    identify(draft, row["identifiers"])
    draft.add_links("sourceUrl", *(each["url"] for each in row["sources"]))
    if row["listedAs"]:
        draft.referents.append(target_id(row["listedAs"]["slug"]))
    yield draft


def organizations(row: Row) -> Iterator[Draft]:
    """Give an organization's entity."""
    schema = BODIES.get(row["kind"], "Organization")
    draft = Draft(body_id(row["slug"]), schema, _own(row), row["name"])
    draft.add("name", row["name"])
    draft.add_countries("country", [row["country"]])
    draft.add_links("website", row["url"])
    yield draft


def releases(row: Row) -> Iterator[Draft]:
    """Give a release's entity: an event that those are involved in whose names are published."""
    draft = Draft(f"detente-release-{row['slug']}", "Event", _own(row), row["title"])
    draft.add("name", row["title"])
    draft.add_days("date", row["releasedOn"])
    draft.add_countries("country", [row["country"]])
    draft.add("summary", row["officialFrame"])
    draft.add("keywords", word_of(row["mode"]))
    if row["captor"]:
        draft.add("organizer", body_id(row["captor"]["slug"]))
    people = [each["detainee"] for each in row["members"]["nodes"]]
    draft.add("involved", *(person_id(each["slug"]) for each in people if each["name"] is not None))
    draft.add_links("sourceUrl", *(each["url"] for each in row["sources"]))
    yield draft


def _own(row: Row) -> tuple[Dataset, ...]:
    """The data set of the dossiers: what carries no other is theirs."""
    return ((DATASET, row[LICENSE]),)


def person_id(slug: str) -> str:
    """Return the id of a detainee's entity."""
    return f"detente-detainee-{slug}"


def body_id(slug: str) -> str:
    """Return the id of an organization's entity."""
    return f"detente-organization-{slug}"
