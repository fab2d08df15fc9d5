"""Maps what OFAC says of an entry to our words."""

import re

from schema.enums import DetailKind, IdentifierScheme, LinkKind, NameKind, NameQuality, TargetKind
from seeds.lists import dates
from seeds.lists.audit import Audit
from seeds.lists.countries import code_of
from seeds.lists.entries import Address, Authority, Designation, Detail, Entry, Identifier, Link, Name
from seeds.lists.ofac.records import AddressRow, Alias, Feature, Record
from seeds.lists.ofac.remarks import WORDS
from seeds.lists.ofac.vocabulary import (
    COUNTRY_FEATURES,
    DATES,
    KINDS,
    LISTS,
    NAMES,
    OTHER_LIST,
    SDN_LIST,
    meanings,
)

OFAC = Authority("ofac", "Office of Foreign Assets Control (US Department of the Treasury)", "US")

_PAGE = "https://sanctionssearch.ofac.treas.gov/Details.aspx?id="
_NOWHERE = frozenset({"none identified", "undetermined", "na", "unknown"})
_NUMBERED = re.compile(r"\b(?:No\.?|Number|ID|#)[\s:#]*\S*\d")
_TAIL_NUMBER = re.compile(r"[A-Z0-9]{1,3}-?[A-Z0-9]{2,6}")
_LEI = re.compile(r"[A-Z0-9]{18}\d\d")
_IMO = re.compile(r"\d{7}")


class _Parts:
    """What the features of one entry come to."""

    def __init__(self, record: Record, kind: TargetKind, audit: Audit) -> None:
        self.record, self.kind, self.audit = record, kind, audit
        self.names: list[Name] = []
        self.births: list[tuple[bool, str]] = []
        self.countries: dict[str, None] = {}
        self.identifiers = [Identifier(IdentifierScheme.OFAC_UID, record.uid, url=_PAGE + record.uid)]
        self.details: list[Detail] = []
        self.links: list[Link] = []

    def add(self, feature: Feature) -> None:
        """Add what one feature says."""
        meaning = meanings().get(feature.type)
        if feature.type == WORDS or meaning is None:
            self._words(feature)
        elif feature.type in DATES:
            self._date(feature, DATES[feature.type])
        elif feature.type in COUNTRY_FEATURES:
            self._belongs(feature, COUNTRY_FEATURES[feature.type])
        elif isinstance(meaning, IdentifierScheme):
            self._number(feature, meaning)
        elif isinstance(meaning, LinkKind):
            self.links.append(Link(meaning, feature.value))
        elif isinstance(meaning, NameKind):
            weak = NameQuality.WEAK if feature.type != "Issuer Name" else None
            self.names.append(Name(feature.value, meaning, weak))
        else:
            self.detail(meaning, feature.value)

    def detail(self, kind: DetailKind, value: str) -> None:
        """Add a detail, unless it is said already."""
        if Detail(kind, value) not in self.details:
            self.details.append(Detail(kind, value))

    def country(self, name: str, what: str) -> str | None:
        """The code of a country; reports a name that is none."""
        code = code_of(name)
        if code is None and name.lower() not in _NOWHERE and not name.startswith("Region: "):
            self.audit.finds(self.record.place, what, name)
        return code

    def _words(self, feature: Feature) -> None:
        text = feature.value if feature.type == WORDS else f"{feature.type} {feature.value}"
        if "@" in text and " " not in text:
            self.detail(DetailKind.EMAIL, text)
        elif text.startswith(("www.", "http://", "https://")):
            self.detail(DetailKind.WEBSITE, text)
        elif _NUMBERED.search(text):
            self.audit.finds(self.record.place, "a number of a sort that is not known", text)
            self.detail(DetailKind.OTHER, text)
        elif self.kind is TargetKind.PERSON and text[:1].isupper() and not any(c.isdigit() for c in text):
            self.detail(DetailKind.POSITION, text)
        else:
            self.detail(DetailKind.OTHER, text)

    def _date(self, feature: Feature, kind: DetailKind) -> None:
        edtf = dates.english(feature.value)
        if edtf is None:
            self.audit.finds(
                self.record.place, "a date that is not understood", f"{feature.type} {feature.value}"
            )
            self.detail(DetailKind.OTHER, f"{feature.type} {feature.value}")
            return
        self.detail(kind, edtf)
        if kind is DetailKind.BIRTH_DATE:
            self.births.append((feature.main, edtf))

    def _belongs(self, feature: Feature, kind: DetailKind) -> None:
        code = self.country(feature.value, f"a country that is not known ({feature.type})")
        if code and kind is not DetailKind.FORMER_FLAG:
            self.countries[code] = None
        if feature.value.lower() not in _NOWHERE:
            self.detail(kind, code or feature.value)

    def _number(self, feature: Feature, scheme: IdentifierScheme) -> None:
        if (scheme is IdentifierScheme.LEI and not _LEI.fullmatch(feature.value)) or not feature.value:
            scheme = IdentifierScheme.REGISTRATION
        if scheme is IdentifierScheme.IMO and (
            self.kind is not TargetKind.VESSEL or not _IMO.fullmatch(feature.value)
        ):
            scheme = IdentifierScheme.REGISTRATION
        if not feature.value:
            self.audit.finds(self.record.place, "a number that is not there", feature.type)
            return
        country = feature.country and code_of(feature.country)
        place = feature.country if feature.country and not country else None
        said = (
            feature.type,
            place,
            feature.issued and f"issued {feature.issued}",
            feature.expires and f"expires {feature.expires}",
        )
        note = ", ".join(part for part in said if part)
        self.identifiers.append(Identifier(scheme, feature.value, country, note))


def map_record(record: Record, audit: Audit, *, sdn: bool) -> Entry:
    """The entry that a record stands for."""
    kind = KINDS.get(record.type and record.type.lower())
    if kind is None:
        audit.finds(record.place, "a type of entry that is not known", str(record.type))
        kind = TargetKind.OTHER
    parts = _Parts(record, kind, audit)
    for alias in record.aliases:
        parts.names.append(_name(alias, audit))
    for feature in record.features:
        parts.add(feature)
    if kind is TargetKind.AIRCRAFT and _TAIL_NUMBER.fullmatch(record.name):
        parts.identifiers.append(
            Identifier(IdentifierScheme.ICAO_REGISTRATION, record.name, None, "Aircraft Tail Number")
        )
    addresses = tuple(_address(row, parts) for row in record.addresses)
    born = sorted(parts.births, key=lambda birth: not birth[0])
    return Entry(
        key=record.uid,
        slug=f"ofac-{record.uid}",
        place=record.place,
        kind=kind,
        name=record.name,
        names=tuple(name for name in parts.names if name.text),
        born_on=born[0][1] if born else None,
        countries=tuple(parts.countries),
        identifiers=tuple(parts.identifiers),
        addresses=addresses,
        details=tuple(parts.details),
        links=tuple(parts.links),
        designations=(_designation(record, audit, sdn=sdn),),
        remarks=record.remarks,
        url=_PAGE + record.uid,
    )


def _name(alias: Alias, audit: Audit) -> Name:
    kind = NAMES.get(alias.kind.lower())
    if kind is None:
        audit.finds(alias.place, "a type of alias that is not known", alias.kind)
    return Name(alias.text, kind or NameKind.ALIAS, NameQuality.WEAK if alias.weak else NameQuality.STRONG)


def _address(row: AddressRow, parts: _Parts) -> Address:
    country = row.country and parts.country(row.country, "a country that is not known (address)")
    region, note = row.region, row.note
    if row.country and not country:
        # Regions such as Crimea stand where the country should; whose they are the list does not say.
        region = ", ".join(filter(None, (region, row.country.removeprefix("Region: "))))
    elif country and parts.kind is not TargetKind.PERSON:
        # A body belongs where it has its offices; a person who hides in a country does not belong to it.
        parts.countries[country] = None
    return Address(row.street, row.city, region, row.postal_code, country, note)


def _designation(record: Record, audit: Audit, *, sdn: bool) -> Designation:
    if not record.programs:
        audit.finds(record.place, "an entry without a program", record.uid)
    name, measures = SDN_LIST
    if not sdn:
        name, measures = next((LISTS[code] for code in record.programs if code in LISTS), OTHER_LIST)
    return Designation(
        key=record.uid,
        authority=OFAC,
        country="US",
        list=name,
        programs=tuple(dict.fromkeys(record.programs)),
        measures=measures,
        identifiers=(Identifier(IdentifierScheme.OFAC_UID, record.uid, url=_PAGE + record.uid),),
    )
