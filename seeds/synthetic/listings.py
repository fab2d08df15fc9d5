"""Makes up targets and the sanctions on them."""

from dataclasses import dataclass

from seeds.synthetic.chance import DAYS, cyrillic, words
from seeds.synthetic.claims import Desk
from seeds.synthetic.tables import DATASET_ID
from seeds.synthetic.world import Authority, measures

_KINDS = words("PERSON:62 ORGANIZATION:28 VESSEL:7 AIRCRAFT:1 SECTOR:1 OTHER:1")
_NAMES = words("0:35 1:35 2:15 3:8 5:5 9:2")
_SANCTIONS = words("1:82 2:13 3:4 4:1")
_ENDINGS = words("DELISTED:70 EXPIRED:30")
_SCHEMES = {"PERSON": "PASSPORT", "VESSEL": "IMO", "AIRCRAFT": "ICAO_REGISTRATION"}


@dataclass(frozen=True, slots=True)
class Listing:
    """A sanction as relief needs to know it."""

    id: int
    target: int
    program: int
    authority: Authority
    ending: str | None


def add_target(desk: Desk, most: int) -> list[Listing]:
    """Add a target and its sanctions, `most` at the most."""
    chance = desk.chance
    own, slug = desk.numbers.slug("Target", "target")
    kind = chance.draw(_KINDS)
    name = chance.name() if kind == "PERSON" else chance.company()
    born = f"{1940 + chance.up_to(60)}" if kind == "PERSON" and chance.happens(0.7) else None
    desk.batch.add("target", own, slug, kind, name, born, DATASET_ID)
    desk.batch.add("target_country", own, chance.draw(desk.world.countries).id)
    _add_names(desk, own, name)
    if chance.happens(0.8):
        number = f"S{desk.numbers.next('target number')}"
        desk.batch.add("target_identifier", own, _SCHEMES.get(kind, "REGISTRATION"), number)
    many = min(int(chance.draw(_SANCTIONS)), most)
    return [_add_sanction(desk, own, name) for _ in range(many)]


def _add_names(desk: Desk, own: int, name: str) -> None:
    for position in range(int(desk.chance.draw(_NAMES))):
        if position == 0:
            desk.batch.add("target_name", own, position, cyrillic(name), "ru", "Cyrl", "ORIGINAL_SCRIPT")
        else:
            desk.batch.add("target_name", own, position, desk.chance.name(), None, None, "ALIAS")


def _add_sanction(desk: Desk, target: int, name: str) -> Listing:
    chance = desk.chance
    own, slug = desk.numbers.slug("Sanction", "sanction")
    authority = chance.draw(desk.world.authorities)
    listed = chance.day()
    ended = chance.later(listed, 4_000) if chance.happens(0.15) else None
    ending = None if ended is None else chance.draw(_ENDINGS)
    listed_on = None if chance.happens(0.02) else chance.fuzzy(listed)
    started = DAYS[chance.later(listed, 5)] if chance.happens(0.1) else None
    ended_on = None if ended is None else DAYS[ended]
    reason = "Synthetic reason" if chance.happens(0.3) else None
    desk.batch.add(
        "sanction", own, slug, target, authority.id, authority.country.id, authority.list_name,
        measures(chance), reason, listed_on, started, ended_on, ending, DATASET_ID,
    )  # fmt: skip
    program = _add_programs(desk, own, authority)
    desk.batch.add("sanction_identifier", own, "OTHER", f"S{desk.numbers.next('listing number')}")
    desk.claim(
        "sanction", own, name, chance.company(), source=(authority.source, authority.name, authority.id)
    )
    return Listing(own, target, program, authority, ending)


def _add_programs(desk: Desk, own: int, authority: Authority) -> int:
    first = desk.chance.draw(authority.programs)
    desk.batch.add("sanction_in_program", own, first)
    if desk.chance.happens(0.1):
        second = desk.chance.draw(authority.programs)
        if second != first:
            desk.batch.add("sanction_in_program", own, second)
    return first
