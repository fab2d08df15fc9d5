"""Maps an entity and what belongs to it to an entry."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from schema.enums import DetailKind, LinkKind, NameKind, TargetKind
from seeds.lists.audit import Audit
from seeds.lists.days import edtf_of
from seeds.lists.entries import Address, Detail, Entry, Identifier, Link, Name, Place
from seeds.lists.opensanctions.model import (
    COUNTRIES,
    DATES,
    DETAILS,
    EDGES,
    ELSEWHERE,
    IDENTIFIERS,
    IDENTIFIERS_OF,
    KNOWN,
    NAMES,
    PLAIN,
    REFERENCES,
    REMARKS,
    THINGS,
)
from seeds.lists.opensanctions.numbers import list_numbers
from seeds.lists.opensanctions.reader import Entity, Record, caption
from seeds.lists.opensanctions.sanctions import designation
from seeds.lists.opensanctions.values import country_of
from seeds.lists.scripts import script_of
from seeds.lists.slugs import slug_of

Values: TypeAlias = list[str]


@dataclass(slots=True)
class _Draft:
    """An entry as it grows, property by property."""

    kind: TargetKind
    name: str
    place: Place
    audit: Audit
    others: Mapping[str, str]
    names: dict[str, Name] = field(default_factory=dict)
    born: list[str] = field(default_factory=list)
    countries: dict[str, None] = field(default_factory=dict)
    identifiers: dict[tuple[str, str], Identifier] = field(default_factory=dict)
    addresses: dict[Address, None] = field(default_factory=dict)
    details: list[Detail] = field(default_factory=list)
    links: dict[Link, None] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def identify(self, identifiers: Iterable[Identifier]) -> None:
        for each in identifiers:
            self.identifiers.setdefault((each.scheme.value, each.value), each)

    def tie(self, kind: LinkKind, other: str) -> None:
        if other in self.others:
            self.links[Link(kind, self.others[other], other)] = None

    def country(self, value: str) -> str | None:
        code, known = country_of(value)
        if code:
            self.countries[code] = None
        elif not known:
            self.audit.finds(self.place, "unknown country code", value)
        return code

    def date(self, value: str) -> str | None:
        found = edtf_of(value, self.place)
        if found is None:
            self.audit.finds(self.place, "unknown form of date", value)
        return found


def map_record(record: Record, audit: Audit) -> Entry:
    """One listed entity as an entry: its names, numbers, addresses, ties and sanctions."""
    entity = record.entity
    own, name = entity["id"], caption(entity)
    draft = _Draft(THINGS[entity["schema"]], name, record.place, audit, record.others)
    for property_name, values in entity["properties"].items():
        if "" in values:
            values = [value for value in values if value]  # noqa: PLW2901 - an empty text says nothing
        _HANDLERS.get(property_name, _unknown)(draft, property_name, values)
    draft.names.pop(name, None)
    for address in record.addresses:
        _address(draft, address)
    former = tuple(each for each in entity.get("referents") or () if each != own)
    draft.identify(list_numbers((own, *former)))
    sanctions = [part for part in record.parts if part[0]["schema"] == "Sanction"]
    for part, place in record.parts:
        _part(draft, own, part, place)
    return Entry(
        key=own,
        slug=slug_of("opensanctions", own),
        place=record.place,
        kind=draft.kind,
        name=name,
        names=tuple(draft.names.values()),
        born_on=draft.born[0] if draft.born else None,
        countries=tuple(draft.countries),
        identifiers=tuple(draft.identifiers.values()),
        addresses=tuple(draft.addresses),
        details=tuple(draft.details),
        links=tuple(draft.links),
        designations=tuple(designation(sanction, place, audit) for sanction, place in sanctions),
        remarks="\n".join(draft.remarks) or None,
        former_keys=former,
    )


def _name(draft: _Draft, _: str, values: Values) -> None:
    for value in values:
        if value != draft.name:
            script = script_of(value)
            kind = NameKind.ALIAS if script in (None, "Latn") else NameKind.ORIGINAL_SCRIPT
            draft.names.setdefault(value, Name(value, kind, script=script))


def _names(draft: _Draft, name: str, values: Values) -> None:
    kind, quality = NAMES[name]
    for value in values:
        draft.names.setdefault(value, Name(value, kind, quality, script=script_of(value)))


def _born(draft: _Draft, _: str, values: Values) -> None:
    # The most exact comes first.
    for value in sorted(values, key=len, reverse=True):
        found = draft.date(value)
        if found:
            draft.born.append(found)
    draft.details.extend(Detail(DetailKind.BIRTH_DATE, each) for each in draft.born[1:])


def _identifiers(draft: _Draft, name: str, values: Values) -> None:
    scheme = IDENTIFIERS_OF.get((draft.kind, name)) or IDENTIFIERS[name]
    note = None if scheme in PLAIN else name
    draft.identify(Identifier(scheme, value, note=note) for value in values)


def _countries(draft: _Draft, name: str, values: Values) -> None:
    kind = COUNTRIES[name]
    for value in values:
        code = draft.country(value)
        if kind and code:
            draft.details.append(Detail(kind, code))


def _dates(draft: _Draft, name: str, values: Values) -> None:
    draft.details.extend(Detail(DATES[name], found) for value in values if (found := draft.date(value)))


def _details(draft: _Draft, name: str, values: Values) -> None:
    kind = DETAILS[name]
    if name == "type" and draft.kind is TargetKind.VESSEL:
        kind = DetailKind.VESSEL_TYPE
    label = f"{name}: " if kind is DetailKind.OTHER else ""
    draft.details.extend(Detail(kind, f"{label}{value}") for value in values)


def _references(draft: _Draft, name: str, values: Values) -> None:
    for value in values:
        draft.tie(REFERENCES[name], value)


def _remarks(draft: _Draft, _: str, values: Values) -> None:
    draft.remarks.extend(values)


def _addresses(draft: _Draft, _: str, values: Values) -> None:
    for value in values:
        draft.addresses[Address(street=value)] = None


def _left_out(draft: _Draft, name: str, values: Values) -> None:
    """Leave out what is of no use here."""


def _unknown(draft: _Draft, name: str, values: Values) -> None:
    if values:
        draft.audit.finds(draft.place, f"unknown property `{name}`", values[0])


_HANDLERS: Mapping[str, Callable[[_Draft, str, Values], None]] = {
    **dict.fromkeys(KNOWN - ELSEWHERE, _left_out),
    **dict.fromkeys(REMARKS, _remarks),
    **dict.fromkeys(REFERENCES, _references),
    **dict.fromkeys(DETAILS, _details),
    **dict.fromkeys(DATES, _dates),
    **dict.fromkeys(COUNTRIES, _countries),
    **dict.fromkeys(IDENTIFIERS, _identifiers),
    **dict.fromkeys(NAMES, _names),
    "name": _name,
    "birthDate": _born,
    "address": _addresses,
    "addressEntity": _left_out,
}


def _address(draft: _Draft, entity: Entity) -> None:
    properties = entity["properties"]

    def first(*names: str) -> str | None:
        return ", ".join(value for name in names for value in properties.get(name, ())) or None

    country = draft.country(properties["country"][0]) if properties.get("country") else None
    street = first("postOfficeBox", "street", "street2")
    parts = (street, first("city"), first("state", "region"), first("postalCode"))
    if not any(parts):
        parts = (first("full"), None, None, None)
    address = Address(*parts, country, first("remarks"))
    if any(address):
        # The whole address in one line says the same again.
        for full in properties.get("full", ()):
            draft.addresses.pop(Address(street=full), None)
        draft.addresses[address] = None


def _part(draft: _Draft, own: str, part: Entity, place: Place) -> None:
    schema, properties = part["schema"], part["properties"]
    edge = EDGES.get(schema)
    if edge:
        if own not in properties.get(edge.target, ()):
            for other in properties.get(edge.target, ()):
                draft.tie(edge.of_source, other)
        for other in properties.get(edge.source, ()):
            if other != own:
                draft.tie(edge.of_target, other)
    elif schema in ("Passport", "Identification"):
        _document(draft, schema, properties, place)


def _document(draft: _Draft, schema: str, properties: Mapping[str, Values], place: Place) -> None:
    scheme = IDENTIFIERS["passportNumber" if schema == "Passport" else "idNumber"]
    country = country_of(properties["country"][0])[0] if properties.get("country") else None
    kind = "; ".join(properties.get("type", ())) or None
    numbers = [*properties.get("number", ()), *properties.get("passportNumber", ())]
    if not numbers:
        draft.audit.finds(place, f"a {schema} without a number", _words(properties))
    draft.identify(Identifier(scheme, number, country, kind) for number in dict.fromkeys(numbers))


def _words(properties: Mapping[str, Values]) -> str:
    return "; ".join(value for values in properties.values() for value in values)[:100]
