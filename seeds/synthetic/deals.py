"""Makes up agreements, relief from sanctions, and the exchanges that tie releases to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from seeds.loader.ids import identify
from seeds.synthetic.chance import Chance, words
from seeds.synthetic.claims import Desk
from seeds.synthetic.listings import Listing
from seeds.synthetic.releases import Release
from seeds.synthetic.world import Authority, Country

_KINDS = words(
    "UNPUBLISHED_DEAL:40 RECIPROCAL_STEPS:20 PRISONER_SWAP:25 UNILATERAL_STEP:10 MEMORANDUM:4 TREATY:1"
)
_STATUSES = words("PERFORMED:40 PARTLY_PERFORMED:20 REPORTED:20 ANNOUNCED:10 DENIED:5 REVERSED:5")
_RELATIONS = words("IN_EXCHANGE_FOR:50 FOLLOWED_BY:20 CONDITIONAL_ON:10 ALLEGED:10 GOODWILL:5 DENIED:5")
_RELIEFS = words("0:35 1:40 2:18 3:7")
_RELIEF_KINDS = words(
    "GENERAL_LICENSE:35 DELISTING:20 WAIVER:10 SPECIFIC_LICENSE:10 SUSPENSION:10 FUNDS_RELEASE:7 ANNOUNCEMENT_ONLY:8"
)
_RELIEF_STATUSES = words("IN_FORCE:50 ISSUED:15 EXPIRED:15 REVOKED:8 SUPERSEDED:7 DENIED:5")
_TOUCHED = 12


@dataclass(frozen=True, slots=True)
class Relief:
    """What terms and exchanges need to know of relief."""

    id: int
    title: str
    authority: Authority


def add_deal(
    desk: Desk, release: Release, other: Release | None, listings: Sequence[Listing], mediator: Country
) -> None:
    """Add the agreement under which people were let go, and what was given for them."""
    chance = desk.chance
    own, slug = desk.numbers.slug("Agreement", "agreement")
    reliefs = [_add_relief(desk, listings) for _ in range(int(chance.draw(_RELIEFS)))] if listings else []
    status = chance.draw(_STATUSES)
    title, announced, kind = f"Deal over {release.title}", chance.fuzzy(desk.day), chance.draw(_KINDS)
    summary, published = "Synthetic summary", chance.happens(0.05)
    desk.batch.add("agreement", own, slug, title, kind, status, announced, summary, published)
    desk.claim("agreement", own, status, "DENIED")
    desk.batch.add("agreement_release", own, release.id)
    counterpart = reliefs[0].authority.country if reliefs else chance.draw(desk.world.authorities).country
    _add_parties(desk, own, release.country, counterpart, mediator)
    for relief in reliefs:
        desk.batch.add("agreement_relief", own, relief.id)
    concession = _add_terms(desk, own, slug, release, counterpart)
    given = [("relief", relief.id) for relief in reliefs]
    if other and chance.happens(0.2):
        given.append(("counter_release", other.id))
    if concession:
        given.append(("concession", concession))
    for position, other_side in enumerate(given):
        _add_exchange(desk, own, position, release, other_side)


def _add_parties(desk: Desk, own: int, holder: Country, counterpart: Country, mediator: Country) -> None:
    desk.batch.add("party", own, 0, "PRINCIPAL", holder.id, None, ["A synthetic envoy"])
    desk.batch.add("party", own, 1, "PRINCIPAL", counterpart.id, None, [])
    if desk.chance.happens(0.3):
        desk.batch.add("party", own, 2, "MEDIATOR", mediator.id, None, [])


def _add_terms(desk: Desk, own: int, slug: str, release: Release, counterpart: Country) -> int | None:
    """Add the release itself as a term and, sometimes, a concession."""
    to_free, to_give = (identify("Term", f"{slug}/{key}") for key in ("release", "concession"))
    done = desk.chance.fuzzy(desk.day)
    free = (release.country.id, counterpart.id, "Frees prisoners", "PERFORMED", done, release.id, None)
    desk.batch.add("term", to_free, own, 0, "RELEASE", *free)
    if not desk.chance.happens(0.25):
        return None
    give = (counterpart.id, release.country.id, "Sends an ambassador", "PROMISED", None, None, None)
    desk.batch.add("term", to_give, own, 1, "DIPLOMATIC_STEP", *give)
    return to_give


def _add_exchange(
    desk: Desk, agreement: int, position: int, release: Release, given: tuple[str, int]
) -> None:
    own = identify("Exchange", f"{agreement}/{position}")
    relation = desk.chance.draw(_RELATIONS)
    sides = [given[1] if given[0] == each else None for each in ("relief", "counter_release", "concession")]
    desk.batch.add("exchange", own, agreement, position, release.id, *sides, relation)
    desk.claim("exchange", own, relation, "DENIED")


def _add_relief(desk: Desk, listings: Sequence[Listing]) -> Relief:
    chance = desk.chance
    kind = chance.draw(_RELIEF_KINDS)
    first = chance.choice(listings)
    # A delisting ends what it names; anything else leaves it standing.
    fitting = [
        each for each in listings if each.ending == ("DELISTED" if kind == "DELISTING" else None)
    ] or None
    if fitting is None:
        kind, fitting = "ANNOUNCEMENT_ONLY", []
    own, slug = desk.numbers.slug("Relief", "relief")
    authority, title = first.authority, f"{kind.replace('_', ' ').capitalize()}, {slug}"
    only_said = kind == "ANNOUNCEMENT_ONLY"
    status = "ANNOUNCED" if only_said else chance.draw(_RELIEF_STATUSES)
    issued = chance.later(desk.day, 60)
    instrument = None if only_said else _add_instrument(desk, kind, authority, issued)
    dates = (None, None) if only_said else (chance.fuzzy(issued), chance.fuzzy(chance.later(issued, 10)))
    desk.batch.add(
        "relief", own, slug, title, kind, status, authority.country.id, authority.id,
        chance.fuzzy(desk.day), *dates, _unblocks(chance, kind), instrument,
    )  # fmt: skip
    desk.claim("relief", own, status, "DENIED")
    desk.batch.add("relief_program", own, first.program)
    _touch(desk, own, fitting)
    return Relief(own, title, authority)


def _touch(desk: Desk, relief: int, fitting: Sequence[Listing]) -> None:
    chosen = desk.chance.sample(fitting, min(len(fitting), 1 + desk.chance.up_to(_TOUCHED)))
    for listing in chosen:
        desk.batch.add("relief_sanction", relief, listing.id)
    for target in dict.fromkeys(listing.target for listing in chosen):
        desk.batch.add("relief_target", relief, target)


def _unblocks(chance: Chance, kind: str) -> bool | None:
    if kind == "DELISTING":
        return True
    return None if chance.happens(0.1) else chance.happens(0.1)


def _add_instrument(desk: Desk, kind: str, authority: Authority, issued: int) -> int:
    own, slug = desk.numbers.slug("Instrument", "instrument")
    known = {
        "DELISTING": "DELISTING_NOTICE",
        "GENERAL_LICENSE": kind,
        "SPECIFIC_LICENSE": kind,
        "WAIVER": kind,
    }
    number, on = str(desk.numbers.next(f"number of {authority.id}")), desk.chance.fuzzy(issued)
    form = known.get(kind, "DECISION")
    desk.batch.add("instrument", own, slug, form, number, f"Synthetic act {number}", authority.id, on, on)
    return own
