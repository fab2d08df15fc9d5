"""Reads the XML form of an OFAC list, SDN.XML and CONSOLIDATED.XML."""

from collections.abc import Iterator
from pathlib import Path

from seeds.lists import dates
from seeds.lists.audit import Audit
from seeds.lists.entries import Place
from seeds.lists.findings import ListRefused
from seeds.lists.ofac.records import AddressRow, Alias, Feature, Record
from seeds.lists.ofac.remarks import features
from seeds.lists.xml import Node, elements

ROOT = "sdnList"
_ENTRY, _ABOUT = "sdnEntry", "publshInformation"
_WORDS = (
    "uid firstName lastName title sdnType remarks programList program idList id idType idNumber idCountry issueDate"
    " expirationDate akaList aka type category addressList address address1 address2 address3 city stateOrProvince postalCode"
    " country nationalityList nationality mainEntry citizenshipList citizenship dateOfBirthList dateOfBirthItem dateOfBirth"
    " placeOfBirthList placeOfBirthItem placeOfBirth vesselInfo callSign vesselType vesselFlag vesselOwner tonnage"
    " grossRegisteredTonnage"
)
_KNOWN = frozenset(_WORDS.split())
_VESSEL = {
    "callSign": "Vessel Call Sign",
    "vesselType": "Vessel Type",
    "tonnage": "Vessel Tonnage",
    "grossRegisteredTonnage": "Vessel Gross Tonnage",
    "vesselFlag": "Vessel Flag",
    "vesselOwner": "Vessel Owner",
}
# Lists of plain items: the element, the item, what holds its value, and the word that remarks have for it.
_ITEMS = (
    ("nationalityList", "nationality", "country", "nationality"),
    ("citizenshipList", "citizenship", "country", "citizen"),
    ("dateOfBirthList", "dateOfBirthItem", "dateOfBirth", "DOB"),
    ("placeOfBirthList", "placeOfBirthItem", "placeOfBirth", "POB"),
)
_REMEDY = "take the list from its publisher again."


def read(path: Path, audit: Audit) -> Iterator[Record]:
    """Yield every entry; the file says itself how many there are, and must have them all."""
    said, many = None, 0
    for node in elements(path, ROOT, frozenset({_ENTRY, _ABOUT})):
        if node.tag == _ABOUT:
            said = node.value("Record_Count")
            continue
        many += 1
        audit.reads(path.name)
        audit.uses_as(path.name, "entries")
        _report_unknown(node, path.name, audit)
        yield _record(node, path.name, audit)
    if not many:
        raise ListRefused("the file holds no entry", _REMEDY, Place(path.name, 1))
    if said and said.isdigit() and int(said) != many:
        raise ListRefused(
            f"the file says that it has {int(said):,} entries, and {many:,} are here",
            _REMEDY,
            Place(path.name, 1),
        )


def published_on(path: Path) -> str | None:
    """The day that the file says it was published, as YYYY-MM-DD."""
    about = next(elements(path, ROOT, frozenset({_ABOUT, _ENTRY})), None)
    said = about.value("Publish_Date") if about and about.tag == _ABOUT else None
    if said is None:
        return None
    month, _, rest = said.partition("/")
    day, _, year = rest.partition("/")
    return dates.checked(f"{year}-{month:0>2}-{day:0>2}")


def _report_unknown(node: Node, file: str, audit: Audit) -> None:
    for child in node.children:
        if child.tag not in _KNOWN:
            audit.finds(
                Place(file, child.line), "an element that is not known", f"{child.tag}: {child.words() or ''}"
            )
        _report_unknown(child, file, audit)


def _record(node: Node, file: str, audit: Audit) -> Record:
    place = Place(file, node.line)
    uid, last = node.value("uid"), node.value("lastName")
    if uid is None or last is None:
        raise ListRefused("the entry has no uid or no lastName", _REMEDY, place)
    programs = tuple(
        text for part in node.all("programList") for one in part.all("program") if (text := one.words())
    )
    kind = node.value("sdnType")
    record = Record(place, uid, _full(last, node.value("firstName")), kind, programs)
    if title := node.value("title"):
        record.features.append(Feature("Title", title))
    record.features += _vessel(node)
    record.features += _items(node)
    record.features += _numbers(node)
    record.remarks = node.value("remarks")
    # Here the remarks of an entry stand in brackets as a whole.
    record.features += features((record.remarks or "").removeprefix("(").removesuffix(")"))
    record.aliases = [_alias(aka, file, audit) for part in node.all("akaList") for aka in part.all("aka")]
    rows = (_address(one, file, audit) for part in node.all("addressList") for one in part.all("address"))
    record.addresses = [row for row in rows if row]
    return record


def _full(last: str, first: str | None) -> str:
    return f"{last}, {first}" if first else last


def _vessel(node: Node) -> Iterator[Feature]:
    for part in node.all("vesselInfo"):
        for tag, word in _VESSEL.items():
            if value := part.value(tag):
                yield Feature(word, value)


def _items(node: Node) -> Iterator[Feature]:
    for outer, inner, tag, word in _ITEMS:
        for part in node.all(outer):
            for item in part.all(inner):
                if value := item.value(tag):
                    yield Feature(word, value, main=item.value("mainEntry") == "true")


def _numbers(node: Node) -> Iterator[Feature]:
    for part in node.all("idList"):
        for item in part.all("id"):
            kind, value = (item.value("idType") or "").rstrip(" :-#"), item.value("idNumber") or ""
            if kind == "Vessel Registration Identification" and value.startswith("IMO "):
                kind, value = f"{kind} IMO", value.removeprefix("IMO ")
            yield Feature(
                kind, value, item.value("idCountry"), item.value("issueDate"), item.value("expirationDate")
            )


def _alias(node: Node, file: str, audit: Audit) -> Alias:
    audit.reads(f"{file} aka")
    audit.uses_as(f"{file} aka", f"{node.value('type')}: {node.value('category')} names")
    text = _full(node.value("lastName") or "", node.value("firstName")).strip(", ")
    return Alias(Place(file, node.line), node.value("type") or "", text, node.value("category") == "weak")


def _address(node: Node, file: str, audit: Audit) -> AddressRow | None:
    street = ", ".join(text for tag in ("address1", "address2", "address3") if (text := node.value(tag)))
    parts = (
        node.value("city"),
        node.value("country"),
        None,
        node.value("stateOrProvince"),
        node.value("postalCode"),
    )
    says = bool(street) or any(parts)
    audit.reads(f"{file} address")
    audit.uses_as(f"{file} address", "addresses" if says else "say nothing")
    return AddressRow(Place(file, node.line), street or None, *parts) if says else None
