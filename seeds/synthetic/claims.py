"""Makes up who says what about each record, and sometimes who says otherwise."""

from dataclasses import dataclass, field
from typing import TypeAlias

from seeds.loader.ids import identify
from seeds.synthetic.chance import DAYS, Chance, words
from seeds.synthetic.tables import DATASET, Batch, Numbers
from seeds.synthetic.world import World

# The columns of claim that say what it is about, and the field that a claim about it gives.
_SUBJECTS = {
    "detainee": "name",
    "detention": "country",
    "charge": "title",
    "agreement": "status",
    "exchange": "relation",
    "release": "total",
    "release_member": "outcome",
    "relief": "status",
    "sanction": "target",
}
_PLACES = {subject: place for place, subject in enumerate(_SUBJECTS)}
_STANCES = words("ASSERTS:40 REPORTS:50 QUALIFIES:10")
# Of who speaks alone; two publishers that agree are CORROBORATED.
_VERIFICATIONS = words("SINGLE_SOURCE:80 DOCUMENTED:12 UNVERIFIED:8")
_KINDS = words("NEWS:50 AGENCY:20 STATE_MEDIA:15 NGO:10 OFFICIAL:5")
_LANGUAGES = words("en:60 ru:20 be:5 es:5 fa:5 zh:5")

# A source, and the name and id of its publisher.
Read: TypeAlias = tuple[int, str, int]

# How often a record has a second claim that agrees, and one that does not.
SUPPORTED = 0.07
CONTRADICTED = 0.03


@dataclass(slots=True)
class Desk:
    """Writes the claims of one story, out of the sources that the story was read in."""

    world: World
    chance: Chance
    numbers: Numbers
    batch: Batch
    day: int
    sources: list[Read] = field(default_factory=list)

    def read(self, many: int) -> None:
        """Find so many sources."""
        for _ in range(many):
            own, slug = self.numbers.slug("Source", "source")
            publisher, name = self.chance.draw(self.world.publishers)
            kind, title = self.chance.draw(_KINDS), f"Report {slug}"
            address = f"https://example.org/{slug}"
            published, language = self.chance.fuzzy(self.day), self.chance.draw(_LANGUAGES)
            state = kind == "STATE_MEDIA"
            self.batch.add(
                "source", own, slug, publisher, kind, title, address, published, None, language, state
            )
            self.sources.append((own, name, publisher))

    def claim(  # noqa: PLR0913 - a claim says much
        self,
        subject: str,
        own: int,
        value: str,
        other: str,
        *,
        source: Read | None = None,
        name: str = "",
    ) -> None:
        """Let somebody say the value; now and then somebody else agrees, or says the other one."""
        told = (subject, own, name or _SUBJECTS[subject])
        source = source or self.chance.choice(self.sources)
        second = self.chance.choice(self.sources) if self.chance.happens(SUPPORTED) else None
        agreed = "CORROBORATED" if second and second[2] != source[2] else ""
        first = self._say(told, 0, value, source, agreed)
        position = 0
        if second:
            position += 1
            said = self._say(told, position, value, second, agreed)
            self.batch.add("claim_relation", said, first, "SUPPORTS")
        if self.chance.happens(CONTRADICTED):
            refuted = self.chance.happens(0.2)
            said = self._say(told, position + 1, other, verification="REFUTED" if refuted else "DISPUTED")
            self.batch.add("claim_relation", said, first, "CONTRADICTS")

    def _say(
        self,
        told: tuple[str, int, str],
        position: int,
        value: str,
        source: Read | None = None,
        verification: str = "",
    ) -> int:
        subject, about, name = told
        chance = self.chance
        own = identify("Claim", f"{DATASET}-{self.numbers.next('Claim')}")
        source_id, speaker, organization = source or chance.choice(self.sources)
        place = _PLACES[subject]
        columns = (None,) * place + (about,) + (None,) * (len(_PLACES) - place - 1)
        stated = DAYS[chance.later(self.day, 90)] if chance.happens(0.3) else None
        quote = f"“{value}”" if chance.happens(0.1) else None
        found = verification or chance.draw(_VERIFICATIONS)
        statement = f"{speaker} says of the {name}: {value}."
        self.batch.add(
            "claim", own, position, *columns, name, value, statement, speaker,
            organization, chance.draw(_STANCES), found, stated, quote, source_id,
        )  # fmt: skip
        return own
