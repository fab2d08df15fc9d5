"""Makes up people, their time in custody and their charges."""

from dataclasses import dataclass

from seeds.loader.ids import identify
from seeds.synthetic.chance import Chance, cyrillic, words
from seeds.synthetic.claims import Desk
from seeds.synthetic.world import Country

_PUBLICATIONS = words("NAMED:960 INITIALS:25 WITHHELD:15")
_SEXES = words("MALE:70 FEMALE:26 OTHER:1")
_OCCUPATIONS = words(
    "journalist:9 activist:12 lawyer:4 teacher:6 engineer:6 soldier:8 trader:4 student:8 nurse:2"
)
_STATUSES = words("DETAINED:70 RELEASED:20 DIED:4 UNKNOWN:6")
_LABELS = words(
    "POLITICAL_PRISONER:60 ARBITRARILY_DETAINED:20 WRONGFULLY_DETAINED:15 PRISONER_OF_CONSCIENCE:5"
)
_LEGAL = words(
    "CONVICTED:55 PRETRIAL:20 ADMINISTRATIVE:10 SUSPECT:6 INCOMMUNICADO:4 HOUSE_ARREST:3 UNKNOWN:2"
)
_STAYS = words("1:65 2:25 3:10")
_CHARGES = words("0:20 1:40 2:22 3:12 4:6")
_CATEGORIES = words(
    "EXTREMISM:30 MASS_UNREST:20 ESPIONAGE:9 TREASON:8 TERRORISM:8 DEFAMATION:7 FINANCIAL:6 DRUGS:4 VIOLENCE:3"
    " IMMIGRATION:2 SABOTAGE:2 WEAPONS:1 CYBERCRIME:1 SANCTIONS_EVASION:1 OTHER:2 UNKNOWN:1"
)
_STAGES = words("CONVICTED:55 INDICTED:20 ALLEGED:15 DROPPED:5 ACQUITTED:3 OVERTURNED:2")


@dataclass(frozen=True, slots=True)
class Person:
    """What the rest of a story needs to know of somebody."""

    id: int
    nationality: Country
    sex: str


def add_person(desk: Desk, holder: Country, *, released: bool) -> Person:
    """Add a person held by a country, with all that belongs to them."""
    chance = desk.chance
    nationality = holder if chance.happens(0.8) else chance.draw(desk.world.countries)
    publication, sex = chance.draw(_PUBLICATIONS), chance.draw(_SEXES)
    name = _name(chance, publication)
    own, slug = _identity(desk, publication)
    status = "RELEASED" if released else chance.draw(_STATUSES)
    withheld = publication == "WITHHELD"
    born = None if withheld or chance.happens(0.4) else f"{1940 + chance.up_to(66)}"
    occupation = None if withheld or chance.happens(0.5) else chance.draw(_OCCUPATIONS)
    desk.batch.add("detainee", own, slug, name, publication, sex, born, occupation, status, None)
    desk.batch.add("nationality", own, nationality.id, "CITIZEN")
    if publication == "NAMED" and name:
        _add_names(desk, own, name)
    _add_belonging(desk, own, nationality)
    field = "publication" if withheld else "name"
    said, otherwise = ("WITHHELD", "NAMED") if withheld else (name or "", chance.name())
    desk.claim("detainee", own, said, otherwise, name=field)
    _add_stays(desk, own, slug, holder, released=released)
    return Person(own, nationality, sex)


def _name(chance: Chance, publication: str) -> str | None:
    name = chance.name()
    if publication == "INITIALS":
        return ". ".join(word[0] for word in name.split()) + "."
    return name if publication == "NAMED" else None


def _identity(desk: Desk, publication: str) -> tuple[int, str]:
    own, slug = desk.numbers.slug("Detainee", "detainee")
    if publication == "WITHHELD":
        slug = f"withheld-{slug}"
        return identify("Detainee", slug), slug
    return own, slug


def _add_names(desk: Desk, own: int, name: str) -> None:
    if desk.chance.happens(0.4):
        desk.batch.add("detainee_name", own, 0, cyrillic(name), "ru", "Cyrl", "ORIGINAL_SCRIPT")
        if desk.chance.happens(0.3):
            desk.batch.add("detainee_name", own, 1, desk.chance.name(), None, "Latn", "ALIAS")
    if desk.chance.happens(0.1):
        desk.batch.add("detainee_identifier", own, "VIASNA_ID", f"S{desk.numbers.next('person number')}")


def _add_belonging(desk: Desk, own: int, nationality: Country) -> None:
    chance = desk.chance
    if chance.happens(0.08):
        second = chance.draw(desk.world.countries)
        if second.id != nationality.id:
            desk.batch.add("nationality", own, second.id, "DUAL")
    if chance.happens(0.3):
        source, _, body = chance.choice(desk.sources)
        since = chance.fuzzy(desk.day)
        desk.batch.add("recognition", own, body, chance.draw(_LABELS), since, source)


def _add_stays(desk: Desk, person: int, slug: str, holder: Country, *, released: bool) -> None:
    """Add one to three detentions; the last one ends with the release, where there is one."""
    chance, end = desk.chance, desk.day
    for number in range(int(chance.draw(_STAYS))):
        start = max(0, end - 1 - chance.up_to(1_500))
        over = number > 0 or released
        country = holder if chance.happens(0.97) else chance.draw(desk.world.countries)
        captor = chance.draw(desk.world.captors) if chance.happens(0.02) else None
        own = identify("Detention", f"{slug}/d{number}")
        facility = f"Colony {chance.up_to(60)}" if chance.happens(0.4) else None
        ended = chance.fuzzy(end) if over else None
        legal = chance.draw(_LEGAL)
        desk.batch.add(
            "detention", own, person, country.id, captor, "Synthetic service", facility,
            chance.fuzzy(start), ended, legal,
        )  # fmt: skip
        desk.claim("detention", own, country.iso2, chance.draw(desk.world.countries).iso2)
        _add_charges(desk, own, f"{slug}/d{number}", start, end)
        end = max(0, start - 30)


def _add_charges(desk: Desk, stay: int, key: str, start: int, end: int) -> None:
    chance = desk.chance
    for position in range(int(chance.draw(_CHARGES))):
        own = identify("Charge", f"{key}/c{position}")
        category, stage = chance.draw(_CATEGORIES), chance.draw(_STAGES)
        title = f"{category.replace('_', ' ').capitalize()}, article {100 + chance.up_to(300)}"
        decided = chance.fuzzy(chance.day(start, end)) if stage == "CONVICTED" else None
        months = 6 + chance.up_to(180) if stage == "CONVICTED" else None
        sentence = months and f"{months} months in prison"
        desk.batch.add("charge", own, stay, position, category, title, None, stage, decided, months, sentence)
        desk.claim("charge", own, title, f"{title}, as amended")
