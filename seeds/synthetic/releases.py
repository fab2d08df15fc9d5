"""Makes up releases: their totals, counts and members."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from seeds.loader.ids import identify
from seeds.synthetic.chance import words
from seeds.synthetic.claims import Desk
from seeds.synthetic.people import Person
from seeds.synthetic.world import Country

_MODES = words(
    "PARDON:40 AMNESTY:15 PRISONER_SWAP:15 CHARGES_DROPPED:8 DEPORTATION:8 PAROLE:4 MEDICAL:3 UNKNOWN:7"
)
_TOTALS = words("EXACT:70 ESTIMATE:12 AT_LEAST:12 UNKNOWN:6")
_OUTCOMES = words("FREED:80 DEPORTED:14 TRANSFERRED:2 REFUSED_TO_LEAVE:1 RE_DETAINED:1 DISPUTED:1 DIED:1")
_COUNTED = 5


@dataclass(frozen=True, slots=True)
class Release:
    """What agreements and exchanges need to know of a release."""

    id: int
    title: str
    country: Country


def add_release(
    desk: Desk, country: Country, members: Sequence[Person], whole: Release | None = None
) -> Release:
    """Add a release of these people and some more, or the first stage of a whole one."""
    chance = desk.chance
    own, slug = desk.numbers.slug("Release", "release")
    extra = 0 if whole else chance.up_to(1 + len(members) // 3)
    people = len(members) + extra
    title = f"{country.name} frees {people}, {'stage of ' if whole else ''}{slug}"
    value, least, completeness = _total(chance.draw(_TOTALS), people)
    captor = chance.draw(desk.world.captors) if chance.happens(0.02) else None
    part_of = whole and whole.id
    released_on, mode = chance.fuzzy(desk.day), chance.draw(_MODES)
    desk.batch.add(
        "release", own, slug, title, released_on, country.id, captor, "Synthetic president",
        mode, value, least, None, completeness, part_of,
    )  # fmt: skip
    desk.claim("release", own, str(people), str(people + 7))
    if not whole:
        _add_counts(desk, own, members)
        _add_members(desk, own, slug, members)
    return Release(own, title, country)


def _total(completeness: str, people: int) -> tuple[int | None, int | None, str]:
    if completeness == "UNKNOWN":
        return None, None, completeness
    return (None, people, completeness) if completeness == "AT_LEAST" else (people, None, completeness)


def _add_counts(desk: Desk, release: int, members: Sequence[Person]) -> None:
    """Count the members by nationality and sex; now and then without a number, or as a running total."""
    position = 0
    by_country = Counter(person.nationality for person in members)
    for country, many in by_country.most_common(_COUNTED):
        known = desk.chance.happens(0.85)
        source = desk.chance.choice(desk.sources)[0]
        running = desk.chance.happens(0.05)
        desk.batch.add(
            "release_count", release, position, "NATIONALITY", country.id, country.name,
            many if known else None, "EXACT" if known else "UNKNOWN",
            "RUNNING_TOTAL" if running else "THIS_RELEASE", "since the year began" if running else None, source,
        )  # fmt: skip
        position += 1
    for sex, many in sorted(Counter(person.sex for person in members).items()):
        label, source = sex.lower(), desk.sources[0][0]
        desk.batch.add(
            "release_count",
            release,
            position,
            "SEX",
            None,
            label,
            many,
            "EXACT",
            "THIS_RELEASE",
            None,
            source,
        )
        position += 1


def _add_members(desk: Desk, release: int, slug: str, members: Sequence[Person]) -> None:
    destination = desk.chance.draw(desk.world.countries).id
    for position, person in enumerate(members):
        own = identify("ReleaseMember", f"{slug}/{person.id}")
        outcome = desk.chance.draw(_OUTCOMES)
        to = destination if desk.chance.happens(0.4) else None
        desk.batch.add("release_member", own, release, person.id, position, outcome, to)
        desk.claim("release_member", own, outcome, "DISPUTED")
