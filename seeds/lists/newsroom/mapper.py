"""Maps a row of a newsroom's table to an entry."""

from collections.abc import Iterator, Mapping

from schema.enums import IdentifierScheme, NameKind, SanctionEnding, TargetKind
from seeds.lists.audit import Audit
from seeds.lists.countries import code_of, known
from seeds.lists.days import edtf_of
from seeds.lists.entries import Designation, Entry, Identifier, Name, Place
from seeds.lists.findings import ListRefused
from seeds.lists.metadata import Metadata
from seeds.lists.newsroom.reader import NEEDED, Row
from seeds.lists.scripts import script_of
from seeds.lists.slugs import slug_of

_KINDS: Mapping[str, TargetKind] = {
    **{kind.value.lower(): kind for kind in TargetKind},
    "individual": TargetKind.PERSON,
    "entity": TargetKind.ORGANIZATION,
    "organisation": TargetKind.ORGANIZATION,
    "company": TargetKind.ORGANIZATION,
    "legalentity": TargetKind.ORGANIZATION,
    "group": TargetKind.ORGANIZATION,
    "ship": TargetKind.VESSEL,
    "airplane": TargetKind.AIRCRAFT,
    "plane": TargetKind.AIRCRAFT,
}
# What makes a row more than a name: somebody has put the person or body under something.
_OF_SANCTION = ("program", "listed_on", "started_on", "ended_on")


def map_record(row: Row, audit: Audit, *, metadata: Metadata) -> Entry:
    """One row as an entry, with a sanction where it has a program or a date of one."""
    place, values = row
    for field in NEEDED:
        if field not in values:
            raise ListRefused(f"has no {field}", f"fill in the column `{field}`", place)
    own, name = values["id"], values["name"]
    texts = dict.fromkeys(_several(values.get("aliases", "")))
    return Entry(
        key=own,
        slug=slug_of(metadata.slug, own),
        place=place,
        kind=_kind(values["kind"], place, audit),
        name=name,
        names=tuple(_name(text) for text in texts if text != name),
        born_on=_date(values, "born_on", place, audit),
        countries=tuple(dict.fromkeys(_countries(values.get("country", ""), place, audit))),
        identifiers=tuple(dict.fromkeys(_identifiers(values.get("identifiers", ""), place, audit))),
        designations=tuple(_designations(row, metadata, audit)),
        remarks=values.get("remarks"),
        url=_url(values.get("url"), place, audit),
    )


def _designations(row: Row, metadata: Metadata, audit: Audit) -> Iterator[Designation]:
    place, values = row
    if not any(field in values for field in _OF_SANCTION):
        return
    ended = _date(values, "ended_on", place, audit)
    yield Designation(
        key=values["id"],
        authority=metadata.publisher,
        list=metadata.title,
        programs=tuple(dict.fromkeys(_several(values.get("program", "")))),
        reason=values.get("reason"),
        listed_on=_date(values, "listed_on", place, audit),
        started_on=_date(values, "started_on", place, audit),
        ended_on=ended,
        ending=SanctionEnding.DELISTED if ended else None,
    )


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _name(text: str) -> Name:
    script = script_of(text)
    kind = NameKind.ALIAS if script in (None, "Latn") else NameKind.ORIGINAL_SCRIPT
    return Name(text, kind, script=script)


def _kind(word: str, place: Place, audit: Audit) -> TargetKind:
    kind = _KINDS.get(word.lower())
    if kind is None:
        audit.finds(place, "unknown kind; taken as OTHER", word)
    return kind or TargetKind.OTHER


def _countries(cell: str, place: Place, audit: Audit) -> Iterator[str]:
    for word in _several(cell):
        code = word.upper() if known(word.upper()) else code_of(word)
        if code is None:
            audit.finds(place, "unknown country", word)
        else:
            yield code


def _identifiers(cell: str, place: Place, audit: Audit) -> Iterator[Identifier]:
    for word in _several(cell):
        scheme, colon, value = (part.strip() for part in word.partition(":"))
        if colon and value and scheme.upper() in IdentifierScheme.__members__:
            yield Identifier(IdentifierScheme[scheme.upper()], value)
        else:
            audit.finds(place, "no identifier of the form SCHEME:NUMBER", word)


def _date(values: Mapping[str, str], field: str, place: Place, audit: Audit) -> str | None:
    text = values.get(field)
    found = text and edtf_of(text, place)
    if text and not found:
        audit.finds(place, f"unknown form of date in `{field}`", text)
    return found or None


def _url(text: str | None, place: Place, audit: Audit) -> str | None:
    if text is None or text.startswith(("http://", "https://")):
        return text
    audit.finds(place, "no address of a page", text)
    return None
