"""The flat answer to the main question: one row for each exchange and nationality.

A prisoner swap is told from both sides, and what a running total counts stands in rows of its own. An exchange of which
no nationality is known has one row without.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from api.collections.filters import Typed
from api.collections.question import Question
from seeds.records.edtf import bounds

Row = dict[str, Any]
Given = Mapping[str, tuple[str, ...]]

SIDES = ("release", "counterRelease")
_OTHER = {"release": "counterRelease", "counterRelease": "release"}
# Without these nobody knows which rows there are, nor which of them were asked for.
_ALWAYS = (
    "id",
    *(
        f"{side}.{path}"
        for side in SIDES
        for path in (
            "slug",
            "releasedOn",
            "country.iso2",
            "nationalities",
            "counts.label",
            "counts.country",
            "counts.scope",
        )
    ),
    "relief.slug",
    "relief.country.iso2",
    "concession.id",
    "concession.giver.iso2",
)
_UNCOUNTED = {"value": None, "min": None, "max": None, "completeness": "UNKNOWN"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a row.

    Attributes:
        path: Where it stands: in the exchange, or in what a row adds to it: its `own` side, the `other`, the `count`.
        always: Whether every row has it.
    """

    name: str
    path: str
    description: str
    always: bool = False

    @property
    def needs(self) -> tuple[str, ...]:
        """What of the exchange it is read from; the first has its type."""
        head, _, rest = self.path.partition(".")
        if head in {"own", "other"}:
            return tuple(f"{side}.{rest}" for side in SIDES)
        if head == "count":
            return tuple(f"{side}.counts.{rest}" for side in SIDES)
        return _OF_ROWS.get(self.path, (self.path,))


# What a row says of the exchange in words of its own.
_OF_ROWS = {
    "side": (),
    "lag": ("lagDays",),
    "returned": (),
    "counterpart.iso2": ("relief.country.iso2", "concession.giver.iso2"),
    "counterpart.name": (
        "relief.country.name",
        "concession.giver.name",
        *(f"{side}.country.name" for side in SIDES),
    ),
}

CELLS = (
    Cell("exchange", "id", "The exchange; its rows stand together.", always=True),
    Cell("agreement", "agreement.slug", "The agreement, by its slug.", always=True),
    Cell("agreementTitle", "agreement.title", "What the agreement is called.", always=True),
    Cell("side", "side", "RELEASE, or COUNTER_RELEASE for the other side of a prisoner swap.", always=True),
    Cell("release", "own.slug", "The release, by its slug.", always=True),
    Cell("releaseTitle", "own.title", "What happened, in a line.", always=True),
    Cell("releasedOn", "own.releasedOn", "When the people were let go."),
    Cell("mode", "own.mode", "The legal form of the release.", always=True),
    Cell("country", "own.country.iso2", "The country that let them go, by its code.", always=True),
    Cell("countryName", "own.country.name", "Its name.", always=True),
    Cell("captor", "own.captor.name", "Who let them go, where it was no state."),
    Cell("nationality", "count.country.iso2", "Whose nationals they are, by the country's code."),
    Cell("nationalityName", "count.country.name", "The country's name."),
    Cell("label", "count.label", "The people counted, in words."),
    Cell("number", "count.count.value", "How many of them; null where they are known to be there, and the number is not."),
    Cell("min", "count.count.min", "At least this many, where that is known."),
    Cell("max", "count.count.max", "At most this many, where that is known."),
    Cell("completeness", "count.count.completeness", "How far the number can be trusted to be the whole.", always=True),
    Cell("scope", "count.scope", "THIS_RELEASE, or RUNNING_TOTAL: a number that includes others, and must not be added.", always=True),
    Cell("scopeNote", "count.scopeNote", "Of what it is a running total, and since when."),
    Cell("total", "own.total.value", "How many were let go in all, of any nationality."),
    Cell("totalCompleteness", "own.total.completeness", "How far that number can be trusted.", always=True),
    Cell("relation", "relation", "How the two are tied, in the editors' reading.", always=True),
    Cell("inReturn", "returned", "What was given: RELIEF from sanctions, a RELEASE, or a CONCESSION.", always=True),
    Cell("counterpart", "counterpart.iso2", "The country that gave it, by its code."),
    Cell("counterpartName", "counterpart.name", "Its name."),
    Cell("relief", "relief.slug", "The relief from sanctions, by its slug."),
    Cell("reliefTitle", "relief.title", "What was eased, in a line."),
    Cell("reliefKind", "relief.kind", "The legal form of the relief. Relief is not delisting."),
    Cell("reliefStatus", "relief.status", "How the relief stands."),
    Cell("authority", "relief.authority.name", "Who granted it."),
    Cell("announcedOn", "relief.announcedOn", "When it was announced."),
    Cell("issuedOn", "relief.issuedOn", "When the legal act was issued; null while there is none."),
    Cell("effectiveOn", "relief.effectiveOn", "When the act took effect."),
    Cell("counterRelease", "other.slug", "In a prisoner swap, the other side's release, by its slug."),
    Cell("counterReleaseTitle", "other.title", "What happened there, in a line."),
    Cell("concession", "concession.text", "Anything else that was given, in words."),
    Cell("concessionKind", "concession.kind", "What sort of thing it is."),
    Cell("lagDays", "lag", "Days from this release to the other side's act; negative where that came first."),
    Cell("contested", "contested", "Whether live claims about the tie disagree.", always=True),
    Cell("sources", "sources", "What we read about it.", always=True),
)  # fmt: skip
NAMES = tuple(cell.name for cell in CELLS)


def asked(question: Question, cells: Iterable[str] | None) -> Question:
    """Return the question that reads what these cells of its rows need, and nothing else; None is all of them."""
    wanted = NAMES if cells is None else frozenset(cells)
    needs = {need for cell in CELLS if cell.name in wanted for need in cell.needs}
    return replace(question, fields=tuple(sorted({*_ALWAYS, *needs})))


def rows(
    exchange: Row, given: Given, filters: Mapping[str, Typed], cells: Iterable[str] | None = None
) -> list[Row]:
    """Return an exchange's rows, of those that the filters leave, with these cells or all."""
    wanted = None if cells is None else frozenset(cells)
    chosen = [cell for cell in CELLS if wanted is None or cell.name in wanted]
    return [
        {cell.name: _dig(view, cell.path) for cell in chosen}
        for view in _views(exchange)
        if all(_keeps(view, name, values, filters[name]) for name, values in given.items())
    ]


def _views(exchange: Row) -> Iterator[Row]:
    """The exchange as each of its rows sees it."""
    for side in SIDES:
        if (own := exchange[side]) is None:
            continue
        other = exchange[_OTHER[side]]
        lag = exchange.get("lagDays")
        view = exchange | {
            "own": own,
            "other": other,
            "side": "RELEASE" if side == "release" else "COUNTER_RELEASE",
            "lag": -lag if lag is not None and side == "counterRelease" else lag,
            "returned": "RELIEF" if exchange["relief"] else "RELEASE" if other else "CONCESSION",
            "counterpart": _counterpart(exchange, other),
        }
        yield from (view | {"count": count} for count in _counts(own))


def _counterpart(exchange: Row, other: Row | None) -> Row | None:
    if other:
        country: Row = other["country"]
        return country
    given = exchange["relief"] or exchange["concession"] or {}
    return given.get("country") or given.get("giver")


def _counts(side: Row) -> list[Row]:
    """What is counted by nationality, and the nationalities that nobody counted."""
    counted = {
        each["country"]["iso2"]
        for each in side["counts"]
        if each["country"] and each["scope"] == "THIS_RELEASE"
    }
    uncounted = [
        {
            "country": each,
            "label": each.get("name"),
            "count": _UNCOUNTED,
            "scope": "THIS_RELEASE",
            "scopeNote": None,
        }
        for each in side["nationalities"]
        if each["iso2"] not in counted
    ]
    nobody = {"country": None, "label": None, "count": _UNCOUNTED, "scope": "THIS_RELEASE", "scopeNote": None}
    return [*side["counts"], *uncounted] or [nobody]


def _keeps(view: Row, name: str, values: tuple[str, ...], declared: Typed) -> bool:
    """Whether a row is among those that a filter leaves; filters on the exchange itself were asked of the engine."""
    match name:
        case "nationality":
            return _dig(view, "count.country.iso2") in map(str.upper, values)
        case "country" | "counterpart":
            side = "own.country.iso2" if name == "country" else "counterpart.iso2"
            return _dig(view, side) in map(str.upper, values)
        case "release":
            return view["own"]["slug"] in values
        case "scope":
            return view["count"]["scope"] in values
        case "year" | "since" | "until":
            return _lies(view["own"]["releasedOn"], declared.operator, values)
    return True


def _lies(day: str | None, operator: str, values: tuple[str, ...]) -> bool:
    """Whether a fuzzy date lies as the engine's operator of that name has it."""
    if day is None:
        return False
    earliest, latest = bounds(day)
    for first, last in map(bounds, values):
        within = {
            "during": first <= earliest and latest <= last,
            "gte": earliest >= first,
            "lte": earliest <= last,
        }
        if within[operator]:
            return True
    return False


def _dig(view: Row, path: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    value: Any = view
    for step in path.split("."):
        if value is None:
            return None
        value = value.get(step)
    return value
