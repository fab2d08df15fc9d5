"""Nothing of the facts is lost on the way into the dossiers."""

from copy import deepcopy

import pytest

from tests.seeds.facts import Dossiers, Plain, missing, read_dossiers, read_index

INDEX = read_index()
DOSSIERS = read_dossiers()


def test_every_fact_has_its_place() -> None:
    """Each event, person, relief, claim, disputed point, quote, instrument, seed check and source stands in a dossier."""
    assert missing(INDEX, DOSSIERS) == []


def test_the_index_is_whole() -> None:
    """The index holds all 41 events, ten instruments, eleven seed checks and 217 sources."""
    sizes = {name: len(INDEX[name]) for name in ("events", "instruments", "seed_text_checks", "sources")}
    assert sizes == {"events": 41, "instruments": 10, "seed_text_checks": 11, "sources": 217}


@pytest.mark.parametrize("slug", sorted(INDEX["events"]))
def test_a_disputed_point_keeps_its_sides(slug: str) -> None:
    """Of the claims on a disputed point two contradict each other, or one of them qualifies."""
    for point in INDEX["events"][slug]["disputed"] or ():
        names = [name if "/" in name else f"{slug}/{name}" for name in point.get("claims") or ()]
        if names:
            assert _linked(names) or _qualified(names), point["point"]


@pytest.mark.parametrize("kind", ["detainees", "reliefs", "sources", "instruments"])
def test_a_deleted_record_is_missed(kind: str) -> None:
    """Whichever indexed person, relief, source or instrument is deleted from a dossier, it is reported."""
    for slug, dossier in DOSSIERS.items():
        for record in dossier.get(kind) or ():
            if record["slug"] in _indexed():
                rest = [one for one in dossier[kind] if one is not record]
                assert missing(INDEX, {**DOSSIERS, slug: {**dossier, kind: rest}}), record["slug"]


@pytest.mark.parametrize("slug", sorted(INDEX["events"]))
def test_a_deleted_claim_is_missed(slug: str) -> None:
    """Whichever claim of the index is deleted from its dossier, it is reported."""
    event = INDEX["events"][slug]
    names = {claim["claim"] for claim in event["claims"] or ()}
    names |= {name for point in event["disputed"] or () for name in point.get("claims") or ()}
    for name in sorted(name for name in names if "/" not in name):
        assert missing(INDEX, _without_claim(slug, name)), name


def _indexed() -> set[str]:
    persons = (person for event in INDEX["events"].values() for person in event["persons"] or ())
    reliefs = (relief for event in INDEX["events"].values() for relief in event["relief"] or ())
    return {
        *INDEX["sources"],
        *(one["id"] for one in INDEX["instruments"]),
        *(person["detainee"] for person in persons if "detainee" in person),
        *(relief["relief"] for relief in reliefs if "relief" in relief),
    }


def _linked(names: list[str]) -> bool:
    return any(
        (other if "/" in other else f"{name.split('/')[0]}/{other}") in names
        for name in names
        for other in _claim(name).get("contradicts") or ()
    )


def _qualified(names: list[str]) -> bool:
    return any(_claim(name)["stance"] == "QUALIFIES" for name in names)


def _claim(place: str) -> Plain:
    slug, name = place.split("/")
    (claim,) = (one for one in _claim_lists(DOSSIERS[slug]) if one["id"] == name)
    return claim


def _claim_lists(value: Plain) -> list[Plain]:
    if isinstance(value, list):
        return [claim for part in value for claim in _claim_lists(part)]
    if not isinstance(value, dict):
        return []
    return [*(value.get("claims") or ()), *_claim_lists(list(value.values()))]


def _without_claim(slug: str, name: str) -> Dossiers:
    dossier = deepcopy(DOSSIERS[slug])
    _drop(dossier, name)
    return {**DOSSIERS, slug: dossier}


def _drop(value: Plain, name: str) -> None:
    if isinstance(value, dict):
        if value.get("claims"):
            value["claims"] = [claim for claim in value["claims"] if claim["id"] != name]
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            _drop(part, name)
