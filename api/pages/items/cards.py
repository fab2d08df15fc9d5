"""What a small card says of a thing in a few lines, for a frame in somebody's article."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from api.pages import dates, words
from api.pages.items.item import Seen
from api.pages.links import Node
from api.pages.story.contested import Point


def lines_of(name: str, seen: Seen) -> list[str]:
    """Return the lines of a card; of kinds that have none of their own, nothing."""
    lines = [*_LINES[name](seen), *_doubt(seen.get("points", ()))] if name in _LINES else []
    return [words.sentence(each) for each in lines]


def _agreement(seen: Seen) -> Iterator[str]:
    found = seen["item"]
    yield from map(_freed, found["releases"]["nodes"][:2])
    yield from map(_eased, found["reliefs"]["nodes"][:2])
    yield from _bound(seen)


def _release(seen: Seen) -> Iterator[str]:
    yield _freed(seen["item"])
    yield from (_eased(each["relief"]) for each in seen["exchanges"][:2] if each["relief"])
    yield from _bound(seen)


def _relief(seen: Seen) -> Iterator[str]:
    found = seen["item"]
    act = found["issuedOn"] or found["effectiveOn"]
    yield f"announced: {dates.words(found['announcedOn'])}"
    yield f"legal act: {dates.words(act) if act else 'none that we know of'}"
    if found["unblocksProperty"] is False:
        yield "it unblocks no property"
    yield from _bound(seen)


def _detainee(seen: Seen) -> Iterator[str]:
    found = seen["item"]
    countries = [each["country"]["name"] for each in found["nationalities"]]
    if countries:
        yield f"nationality: {words.listed(countries)}"
    for each in found["releases"]["nodes"][:2]:
        release = each["release"]
        yield f"{words.label(each['outcome'])}: {release['title']}, {dates.words(release['releasedOn'])}"


def _target(seen: Seen) -> Iterator[str]:
    yield f"{words.plural(len(seen['standing']), 'sanction')} that we know of {_verb(len(seen['standing']))} it"
    yield from map(_eased, seen["reliefs"]["nodes"][:2])


def _program(seen: Seen) -> Iterator[str]:
    found = seen["item"]
    yield f"run by {found['authority']['name']}"
    yield f"{words.plural(found['sanctions']['totalCount'], 'sanction')} held here one by one"
    yield from map(_eased, seen["reliefs"]["nodes"][:2])


def _country(seen: Seen) -> Iterator[str]:
    found = seen["item"]
    for field, one, said in (
        ("nationalsReleased", "release", "of its nationals, here or abroad"),
        ("releases", "release", "by the country itself"),
        ("agreements", "agreement", "that it took part in"),
    ):
        if number := found[field]["totalCount"]:
            yield f"{words.plural(number, one)} {said}"


def _freed(release: Node) -> str:
    who = (release["captor"] or release["country"])["name"]
    sure = "exactly " if release["total"]["completeness"] == "EXACT" else ""
    counted = f"{sure}{words.count(release['total'])} people"
    return f"{counted} let go by {who}, {dates.words(release['releasedOn'])}"


def _eased(relief: Node) -> str:
    act = relief["issuedOn"] or relief["effectiveOn"]
    said = f"legal act {dates.words(act)}" if act else "no legal act known"
    return f"{words.label(relief['kind'])}: {relief['title']}, {said}"


def _bound(seen: Seen) -> Iterator[str]:
    standing = sum(each.count for each in seen["binding"].targets) + seen["binding"].unshown
    if standing:
        yield f"{words.plural(standing, 'sanction')} still {_verb(standing)} the same targets"


def _doubt(points: Iterable[Point]) -> Iterator[str]:
    standing = sum(each.open for each in points)
    if standing:
        yield f"contested: {words.plural(standing, 'point')} on which sources contradict one another"


def _verb(number: int) -> str:
    return "binds" if number == 1 else "bind"


_LINES: Mapping[str, Callable[[Seen], Iterator[str]]] = {
    "agreement": _agreement,
    "release": _release,
    "relief": _relief,
    "detainee": _detainee,
    "target": _target,
    "program": _program,
    "country": _country,
}
