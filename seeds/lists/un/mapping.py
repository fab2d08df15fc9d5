"""Maps what the United Nations say of an entry to our words."""

import re

from schema.enums import DetailKind, IdentifierScheme, NameKind, NameQuality, TargetKind
from seeds.lists import dates
from seeds.lists.audit import Audit
from seeds.lists.countries import code_of
from seeds.lists.entries import Address, Authority, Designation, Detail, Entry, Identifier, Name, Place
from seeds.lists.findings import ListRefused
from seeds.lists.scripts import script_of
from seeds.lists.slugs import slugify
from seeds.lists.un.records import Record
from seeds.lists.xml import Node

COUNCIL = Authority("un-security-council", "United Nations Security Council")

# The Council's lists, by the word that the file has for them, and the programs that they belong to.
PROGRAMS = {
    "Al-Qaida": "UN-SCISIL", "Taliban": "UN-SC1988", "DPRK": "UN-SC1718", "Iraq": "UN-SC1518", "DRC": "UN-SC1533",
    "Iran": "UN-SC1737", "Libya": "UN-SC1970", "Somalia": "UN-SC2713", "CAR": "UN-SC2127", "GB": "UN-SC2048",
    "Yemen": "UN-SC2140", "Haiti": "UN-SC2653", "Sudan": "UN-SC1591", "SouthSudan": "UN-SC2206",
}  # fmt: skip
_QUALITIES = {
    "Good": (NameKind.ALIAS, NameQuality.STRONG),
    "Low": (NameKind.ALIAS, NameQuality.WEAK),
    "a.k.a.": (NameKind.ALIAS, None),
    "f.k.a.": (NameKind.FORMER, None),
    None: (NameKind.ALIAS, None),
}
_DOCUMENTS = {
    "Passport": IdentifierScheme.PASSPORT,
    "Numéro de passeport": IdentifierScheme.PASSPORT,
    "Número de pasaporte": IdentifierScheme.PASSPORT,
    "National Identification Number": IdentifierScheme.NATIONAL_ID,
}
_FORMERLY = re.compile(r"(?:previously|formerly) listed as\b", re.IGNORECASE)
_ORIGINAL = re.compile(r"original script: (.+)", re.IGNORECASE)
_PARTS_OF_NAME = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")


class _Mapper:
    """Collects what the elements of one entry say."""

    def __init__(self, record: Record, audit: Audit) -> None:
        self.record, self.audit = record, audit
        self.names: list[Name] = []
        self.births: list[str] = []
        self.countries: dict[str, None] = {}
        self.details: list[Detail] = []
        self.identifiers: list[Identifier] = []
        self.addresses: list[Address] = []

    def place(self, node: Node) -> Place:
        """Where an element stands."""
        return Place(self.record.place.file, node.line)

    def detail(self, kind: DetailKind, value: str | None) -> None:
        """Add a detail, unless it is empty or said already."""
        if value and Detail(kind, value) not in self.details:
            self.details.append(Detail(kind, value))

    def country(self, node: Node, name: str | None) -> str | None:
        """The code of a country; reports a name that is none."""
        code = name and code_of(name)
        if name and not code and name.lower() != "na":
            self.audit.finds(self.place(node), "a country that is not known", name)
        return code or None

    def values(self, tag: str, kind: DetailKind) -> None:
        """Add the values of a repeated element as details."""
        for part in self.record.node.all(tag):
            for value in part.all("VALUE"):
                self.detail(kind, value.words())

    def nationalities(self) -> None:
        """Add the nationalities: countries, and details in the list's words where they are none."""
        for part in self.record.node.all("NATIONALITY"):
            for value in part.all("VALUE"):
                code = self.country(value, value.words())
                self.detail(DetailKind.NATIONALITY, code or value.words())
                if code:
                    self.countries[code] = None

    def alias(self, node: Node) -> None:
        """Add one alias with its quality, and what is said beside it."""
        text, note, quality = node.value("ALIAS_NAME"), node.value("NOTE"), node.value("QUALITY")
        self._used(node, "names" if text else "empty")
        if text is None:
            return
        if quality not in _QUALITIES:
            self.audit.finds(self.place(node), "a quality of alias that is not known", str(quality))
        kind, strength = _QUALITIES.get(quality, _QUALITIES[None])
        script = script_of(text)
        if note and _FORMERLY.match(note):
            kind = NameKind.FORMER
        elif script not in (None, "Latn"):
            kind = NameKind.ORIGINAL_SCRIPT
        self.names.append(Name(text, kind, strength, None, script))
        if note and (original := _ORIGINAL.fullmatch(note)):
            self.names.append(
                Name(original[1], NameKind.ORIGINAL_SCRIPT, strength, None, script_of(original[1]))
            )
        elif note and not _FORMERLY.fullmatch(note):
            self.detail(DetailKind.OTHER, f"{text}: {note}")
        self._alias_birth(node)

    def _alias_birth(self, node: Node) -> None:
        if said := node.value("DATE_OF_BIRTH"):
            self.detail(DetailKind.BIRTH_DATE, self._date(node, said))
        place = ", ".join(filter(None, (node.value("CITY_OF_BIRTH"), node.value("COUNTRY_OF_BIRTH"))))
        self.detail(DetailKind.BIRTH_PLACE, place)

    def birth(self, node: Node) -> None:
        """Add a date of birth, as fuzzy as it is."""
        kind, note = node.value("TYPE_OF_DATE"), node.value("NOTE")
        about = "~" if kind == "APPROXIMATELY" or note == "Approximately" else ""
        if kind == "BETWEEN":
            edtf = dates.checked(f"{node.value('FROM_YEAR')}{about}/{node.value('TO_YEAR')}{about}")
        elif said := node.value("DATE") or node.value("YEAR"):
            edtf = self._date(node, said)
            edtf = edtf and edtf + about
        else:
            edtf = dates.english(note) if note else None
        self._used(
            node, "dates of birth" if edtf else "empty" if not (kind and note) else "not understood: reported"
        )
        if edtf:
            self.births.append(edtf)
            self.detail(DetailKind.BIRTH_DATE, edtf)
        elif kind and (note or kind == "BETWEEN"):
            self.audit.finds(
                self.place(node), "a date of birth that is not understood", f"{kind} {note or ''}".strip()
            )
            self.detail(DetailKind.OTHER, note and f"Date of birth: {note}")
        if edtf and note not in (None, "Approximately") and dates.english(note) != edtf:
            self.detail(DetailKind.OTHER, f"Date of birth: {edtf}: {note}")

    def _date(self, node: Node, said: str) -> str | None:
        edtf = dates.iso(said) or dates.checked(said)
        if edtf is None:
            self.audit.finds(self.place(node), "a date that is not understood", said)
        return edtf

    def birth_place(self, node: Node) -> None:
        """Add a place of birth."""
        parts = (node.value(tag) for tag in ("STREET", "CITY", "STATE_PROVINCE", "COUNTRY", "NOTE"))
        text = ", ".join(filter(None, parts))
        self._used(node, "places of birth" if text else "empty")
        self.detail(DetailKind.BIRTH_PLACE, text)

    def address(self, node: Node) -> None:
        """Add an address."""
        country = self.country(node, node.value("COUNTRY"))
        region = node.value("STATE_PROVINCE")
        if node.value("COUNTRY") and not country:
            region = ", ".join(filter(None, (region, node.value("COUNTRY"))))
        made = Address(
            node.value("STREET"),
            node.value("CITY"),
            region,
            node.value("ZIP_CODE"),
            country,
            node.value("NOTE"),
        )
        self._used(node, "addresses" if any(made) else "empty")
        if any(made):
            self.addresses.append(made)
            if country and self.record.kind is not TargetKind.PERSON:
                self.countries[country] = None

    def document(self, node: Node) -> None:
        """Add a passport or another document."""
        number, kind, other = (
            node.value("NUMBER"),
            node.value("TYPE_OF_DOCUMENT"),
            node.value("TYPE_OF_DOCUMENT2"),
        )
        self._used(
            node,
            "documents"
            if number
            else "empty"
            if not (kind or other)
            else "without a number: kept as a remark",
        )
        if number is None:
            self.detail(DetailKind.OTHER, ", ".join(filter(None, (kind, other, node.value("NOTE")))))
            return
        scheme = _DOCUMENTS.get(kind or "")
        if kind and scheme is None:
            self.audit.finds(self.place(node), "a type of document that is not known", kind)
        country = node.value("ISSUING_COUNTRY") or node.value("COUNTRY_OF_ISSUE")
        code = self.country(node, country)
        issued = node.value("DATE_OF_ISSUE")
        said = (kind, other, node.value("CITY_OF_ISSUE"), issued and f"issued {issued}", node.value("NOTE"))
        note = ", ".join(part for part in said if part) or None
        self.identifiers.append(Identifier(scheme or IdentifierScheme.OTHER, number, code, note))

    def _used(self, node: Node, use: str) -> None:
        kind = f"{self.record.place.file} {node.tag}"
        self.audit.reads(kind)
        self.audit.uses_as(kind, use)


def map_record(record: Record, audit: Audit) -> Entry:
    """The entry that an INDIVIDUAL or ENTITY stands for."""
    node, mapper = record.node, _Mapper(record, audit)
    key, data_id = node.value("REFERENCE_NUMBER"), node.value("DATAID")
    name = " ".join(filter(None, (node.value(tag) for tag in _PARTS_OF_NAME)))
    if key is None or not name:
        raise ListRefused(
            "the entry has no REFERENCE_NUMBER or no name",
            "take the list from its publisher again.",
            record.place,
        )
    for original in node.all("NAME_ORIGINAL_SCRIPT"):
        if text := original.words():
            mapper.names.append(Name(text, NameKind.ORIGINAL_SCRIPT, None, None, script_of(text)))
    steps = {"ALIAS": mapper.alias, "DATE_OF_BIRTH": mapper.birth, "PLACE_OF_BIRTH": mapper.birth_place,
             "ADDRESS": mapper.address, "DOCUMENT": mapper.document}  # fmt: skip
    mapper.values("TITLE", DetailKind.TITLE)
    mapper.values("DESIGNATION", DetailKind.POSITION)
    mapper.detail(DetailKind.GENDER, node.value("GENDER"))
    mapper.nationalities()
    for child in node.children:
        step = (
            steps.get(child.tag.partition("_")[2])
            if child.tag.startswith(("INDIVIDUAL_", "ENTITY_"))
            else None
        )
        if step:
            step(child)
    identifiers = [Identifier(IdentifierScheme.UN_REF, key)]
    if data_id:
        identifiers.append(Identifier(IdentifierScheme.UN_DATAID, data_id))
    return Entry(
        key=key,
        slug=f"un-{slugify(key)}",
        place=record.place,
        kind=record.kind,
        name=name,
        names=tuple(mapper.names),
        born_on=mapper.births[0] if mapper.births else None,
        countries=tuple(mapper.countries),
        identifiers=(*identifiers, *mapper.identifiers),
        addresses=tuple(mapper.addresses),
        details=tuple(mapper.details),
        designations=(_designation(record, key, audit),),
        remarks=node.value("COMMENTS1"),
    )


def _designation(record: Record, key: str, audit: Audit) -> Designation:
    listed, kind = record.node.value("LISTED_ON"), record.node.value("UN_LIST_TYPE")
    listed_on = listed and dates.iso(listed)
    if listed and not listed_on:
        audit.finds(record.place, "a date of listing that is not understood", listed)
    if kind is None or kind not in PROGRAMS:
        audit.finds(record.place, "a list of the Council that is not known", str(kind))
    return Designation(
        key=slugify(key),
        authority=COUNCIL,
        list=f"UN {kind}" if kind else "UN",
        programs=(PROGRAMS.get(kind, kind),) if kind else (),
        listed_on=listed_on or None,
        identifiers=(Identifier(IdentifierScheme.UN_REF, key),),
    )
