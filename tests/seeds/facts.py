"""Compares the dossiers with the index of the facts they were written from."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import seeds
from seeds.records.nodes import parse

Plain: TypeAlias = Any
# Each dossier as plain lists, mappings and text, by its slug.
Dossiers: TypeAlias = dict[str, Plain]

DOSSIERS = Path(seeds.__file__).parent / "dossiers"
INDEX = Path(__file__).with_name("facts-index.yaml")


def read_dossiers() -> Dossiers:
    """Every dossier of the project."""
    return {path.stem: _plain(path) for path in sorted(DOSSIERS.glob("*.yaml"))}


def read_index() -> Plain:
    """What the facts hold, and where each of it stands."""
    return _plain(INDEX)


def missing(index: Plain, dossiers: Dossiers) -> list[str]:
    """Say of every fact that has lost its place what it is and where it should stand."""
    claims = dict(_claims(dossiers))
    found: list[str] = []
    for slug, event in index["events"].items():
        if slug not in dossiers:
            found.append(f"{slug}: no dossier tells this event")
            continue
        found += [f"{slug}: {complaint}" for complaint in _event(slug, event, dossiers, claims)]
    found += _instruments(index["instruments"], dossiers)
    for check in index["seed_text_checks"]:
        found += [f"seed text: {one}" for one in _disputed("", check, claims)]
    quotes = [*index["instruments"], *index["events"].values()]
    return found + _quotes(quotes, dossiers) + _sources(index["sources"], dossiers)


def _event(slug: str, event: Plain, dossiers: Dossiers, claims: Mapping[str, Plain]) -> Iterator[str]:
    dossier = dossiers[slug]
    yield from _released(slug, event, dossier)
    for person in event["persons"] or ():
        yield from _person(person, dossier, dossiers)
    for relief in event["relief"] or ():
        yield from _relief(relief, dossier)
    for claim in event["claims"] or ():
        yield from _claim(slug, claim, claims)
    for point in event["disputed"] or ():
        yield from _disputed(slug, point, claims)


def _released(slug: str, event: Plain, dossier: Plain) -> Iterator[str]:
    releases = {release["slug"]: release for release in _all(dossier, "releases")}
    if slug not in releases:
        yield "the release is not told"
    elif "released" in event and releases[slug]["total"].get("value") != event["released"]:
        yield f"the total is not {event['released']}"
    counted = {
        (count["country"], number)
        for release in releases.values()
        for count in _all(release, "counts")
        if count["dimension"] == "NATIONALITY" and count["scope"] == "THIS_RELEASE"
        for number in (count.get("value"), count.get("min"), count.get("max"), None)
    }
    for nationality in event["nationalities"] or ():
        country, _, number = nationality.partition(" ")
        if (country, number or None) not in counted:
            yield f"no count holds the nationality {nationality}"


def _person(person: Plain, dossier: Plain, dossiers: Dossiers) -> Iterator[str]:
    members = [member for release in _all(dossier, "releases") for member in _all(release, "members")]
    releases = [release["slug"] for release in _all(dossier, "releases")]
    labels = [
        count.get("label") for release in _all(dossier, "releases") for count in _all(release, "counts")
    ]
    if person.get("release", releases[0]) not in releases:
        yield f"the release of {person['name']} is missing"
    if "count" in person and person["count"] not in labels:
        yield f"no count speaks of {person['name']}"
    if "detainee" not in person:
        return
    record = next((one for one in _each(dossiers, "detainees") if one["slug"] == person["detainee"]), None)
    if record is None:
        yield f"`{person['detainee']}` has no record ({person['name']})"
        return
    mine = [member for member in members if member["detainee"] == person["detainee"]]
    if not mine:
        yield f"{person['name']} is in no release"
    if lost := set(person["sources"] or ()) - _cited([record, *mine]):
        yield f"{person['name']} has lost the sources {sorted(lost)}"


def _relief(relief: Plain, dossier: Plain) -> Iterator[str]:
    places = {
        "relief": {one["slug"]: one for one in _all(dossier, "reliefs")},
        "term": {one["id"]: one for one in _all(dossier.get("agreement") or {}, "terms")},
    }
    for kind, records in places.items():
        if kind in relief and relief[kind] not in records:
            yield f"the {kind} `{relief[kind]}` is missing ({relief['what']})"
    if "relief" in relief and (record := places["relief"].get(relief["relief"])):
        yield from _cites(
            f"the relief `{relief['relief']}`", relief, _cited(record) | _exchanged(relief, dossier)
        )


def _exchanged(relief: Plain, dossier: Plain) -> set[str]:
    return _cited([one for one in _all(dossier, "exchanges") if one.get("relief") == relief["relief"]])


def _claim(slug: str, claim: Plain, claims: Mapping[str, Plain]) -> Iterator[str]:
    record = claims.get(_place(slug, claim["claim"]))
    if record is None:
        yield f"the claim `{claim['claim']}` is missing ({claim['who']})"
        return
    if record["speaker"] != claim["speaker"]:
        yield f"the claim `{claim['claim']}` is no longer by {claim['speaker']}"
    yield from _cites(f"the claim `{claim['claim']}`", claim, _cited({"claims": [record]}))


def _disputed(slug: str, point: Plain, claims: Mapping[str, Plain]) -> Iterator[str]:
    places = [_place(slug, name) for name in point.get("claims") or ()]
    for place in places:
        if place not in claims:
            yield f"the claim `{place}` is missing ({point['point']})"
    records = {place: claims[place] for place in places if place in claims}
    if records:
        yield from _cites(f"“{point['point']}”", point, _cited({"claims": list(records.values())}))


def _cites(what: str, fact: Plain, cited: set[str]) -> Iterator[str]:
    if lost := set(fact.get("sources") or ()) - cited:
        yield f"{what} has lost the sources {sorted(lost)}"


def _instruments(instruments: Plain, dossiers: Dossiers) -> list[str]:
    declared = {one["slug"]: one for one in _each(dossiers, "instruments")}
    return [
        f"the instrument `{one['id']}` of {one['issued_on']} is missing"
        for one in instruments
        if declared.get(one["id"], {}).get("issued_on") != one["issued_on"]
    ]


def _quotes(holders: list[Plain], dossiers: Dossiers) -> list[str]:
    quoted = set(_quoted(dossiers))
    return [
        f"the quote “{quote['begins']} …” from {quote['source']} is missing"
        for holder in holders
        for quote in holder["quotes"] or ()
        if not any(text.startswith(quote["begins"]) for source, text in quoted if source == quote["source"])
    ]


def _sources(sources: list[str], dossiers: Dossiers) -> list[str]:
    declared = {one["slug"] for one in _each(dossiers, "sources")}
    used = _cited(list(dossiers.values()))
    return [
        *(f"the source `{slug}` is declared nowhere" for slug in sources if slug not in declared),
        *(f"the source `{slug}` is cited nowhere" for slug in sources if slug not in used),
    ]


def _claims(dossiers: Dossiers) -> Iterator[tuple[str, Plain]]:
    for slug, dossier in dossiers.items():
        for record in _mappings(dossier):
            for claim in _all(record, "claims"):
                yield f"{slug}/{claim['id']}", claim


def _quoted(dossiers: Dossiers) -> Iterator[tuple[str, str]]:
    for record in _mappings(dossiers):
        if record.get("quote") and record.get("source"):
            yield record["source"], " ".join(record["quote"].split())


def _cited(value: Plain) -> set[str]:
    """The slugs of the sources that records inside a value cite."""
    cited: set[str] = set()
    for record in _mappings(value):
        for source in _all(record, "sources"):
            if isinstance(source, str):
                cited.add(source)
            elif "source" in source:
                cited.add(source["source"])
    return cited


def _mappings(value: Plain) -> Iterator[dict[str, Plain]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _mappings(part)


def _each(dossiers: Dossiers, name: str) -> Iterator[Plain]:
    for dossier in dossiers.values():
        yield from _all(dossier, name)


def _all(record: Plain, name: str) -> list[Plain]:
    return record.get(name) or []


def _place(slug: str, name: str) -> str:
    return name if "/" in name else f"{slug}/{name}"


def _plain(path: Path) -> Plain:
    tree = parse(path.read_text("utf-8"))
    assert not tree.faults, (path, tree.faults)
    return tree.value
