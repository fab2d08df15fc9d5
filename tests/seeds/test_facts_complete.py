"""Nothing of the facts is lost on the way into the dossiers."""

import pytest

from tests.seeds.facts import Plain, missing, read_dossiers, read_index

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
    """Of several claims on a disputed point two contradict or refine each other, or one of them qualifies."""
    for point in INDEX["events"][slug]["disputed"] or ():
        names = [name if "/" in name else f"{slug}/{name}" for name in point.get("claims") or ()]
        if len(names) > 1:
            assert _linked(names) or _qualified(names), point["point"]


@pytest.mark.parametrize("kind", ["detainees", "reliefs", "sources", "instruments"])
def test_a_deleted_record_is_missed(kind: str) -> None:
    """Each indexed person, relief, source and instrument that is deleted from its dossier is reported."""
    report = "\n".join(missing(INDEX, {slug: {**one, kind: []} for slug, one in DOSSIERS.items()}))
    assert [name for name in sorted(_indexed(kind)) if f"`{name}`" not in report] == []


def test_a_deleted_claim_is_missed() -> None:
    """Each indexed claim that is deleted from its dossier is reported."""
    report = "\n".join(missing(INDEX, _without_claims(DOSSIERS)))
    events = INDEX["events"].values()
    names = {claim["claim"] for event in events for claim in event["claims"] or ()}
    points = [*INDEX["seed_text_checks"], *(point for event in events for point in event["disputed"] or ())]
    names |= {name for point in points for name in point.get("claims") or ()}
    assert [name for name in sorted(names) if f"{name}`" not in report] == []


def _indexed(kind: str) -> set[str]:
    persons = (person for event in INDEX["events"].values() for person in event["persons"] or ())
    reliefs = (relief for event in INDEX["events"].values() for relief in event["relief"] or ())
    return {
        "detainees": {person["detainee"] for person in persons if "detainee" in person},
        "reliefs": {relief["relief"] for relief in reliefs if "relief" in relief},
        "sources": set(INDEX["sources"]),
        "instruments": {one["id"] for one in INDEX["instruments"]},
    }[kind]


def _linked(names: list[str]) -> bool:
    return any(
        (other if "/" in other else f"{name.split('/')[0]}/{other}") in names
        for name in names
        for relation in ("contradicts", "refines")
        for other in _claim(name).get(relation) or ()
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


def _without_claims(value: Plain) -> Plain:
    if isinstance(value, list):
        return [_without_claims(part) for part in value]
    if not isinstance(value, dict):
        return value
    return {name: _without_claims(part) for name, part in value.items() if name != "claims"}
