"""Tells made-up stories one after another, each with its people, listings, release and deal."""

from collections.abc import Iterator
from dataclasses import dataclass

from seeds.synthetic.chance import Chance
from seeds.synthetic.claims import Desk
from seeds.synthetic.deals import add_deal
from seeds.synthetic.listings import Listing, add_target
from seeds.synthetic.people import add_person
from seeds.synthetic.releases import Release, add_release
from seeds.synthetic.tables import Batch, Numbers
from seeds.synthetic.world import Country, Maker

_ROWS = 20_000
_STAGED = 8


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is made up."""

    detainees: int
    sanctions: int


def batches(sizes: Sizes, seed: int, known: dict[str, Country]) -> Iterator[Batch]:
    """Yield rows by some ten thousands, in an order in which each batch refers to itself and earlier ones."""
    chance, numbers, batch = Chance(seed), Numbers(), Batch()
    world = Maker(known, chance, numbers, batch).world()
    people = listings = 0
    other: Release | None = None
    while people < sizes.detainees:
        crowd = min(chance.crowd(), sizes.detainees - people)
        people += crowd
        due = sizes.sanctions * people // sizes.detainees - listings
        listings += due
        desk = Desk(world, chance, numbers, batch, chance.day(3_000))
        other = _tell(desk, crowd, due, other)
        batch.people, batch.listings = batch.people + crowd, batch.listings + due
        if len(batch) >= _ROWS:
            yield batch
            batch = Batch()
    yield batch


def _tell(desk: Desk, crowd: int, due: int, other: Release | None) -> Release:
    """Tell one story; return its release, for the next story's other side."""
    chance = desk.chance
    holder = chance.draw(desk.world.countries)
    desk.read(3 + chance.up_to(3))
    listings = _list(desk, due)
    freed = round(crowd * (0.4 + 0.6 * chance.random()))
    people = [add_person(desk, holder, released=place < freed) for place in range(crowd)]
    release = add_release(desk, holder, people[:freed])
    if freed >= _STAGED and chance.happens(0.1):
        add_release(desk, holder, people[: freed // 2], whole=release)
    if chance.happens(0.7):
        add_deal(desk, release, other, listings, chance.draw(desk.world.countries))
    return release


def _list(desk: Desk, due: int) -> list[Listing]:
    listings: list[Listing] = []
    while len(listings) < due:
        listings += add_target(desk, due - len(listings))
    return listings
