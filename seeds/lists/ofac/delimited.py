"""Reads the delimited form of an OFAC list: four files without headers that refer to one another by number."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from seeds.lists.audit import Audit
from seeds.lists.entries import Place
from seeds.lists.findings import ListRefused
from seeds.lists.lines import rows
from seeds.lists.metadata import Input
from seeds.lists.ofac.records import AddressRow, Alias, Feature, Record
from seeds.lists.ofac.remarks import features

NULL = "-0-"
# Remarks are cut after so many letters and go on in the file of comments.
REMARKS = 1_000
# So many rows may lead to no entry before the files are taken for those of different days.
_LOOSE = 0.01
_WHOLE = "take the list from its publisher again."
_ALL = "take all four files from the publisher again."
_COLUMNS = {"entries": 12, "aliases": 5, "addresses": 6, "comments": 2}
_ENTRY_FEATURES = (
    "Title",
    "Vessel Call Sign",
    "Vessel Type",
    "Vessel Tonnage",
    "Vessel Gross Tonnage",
    "Vessel Flag",
    "Vessel Owner",
)

Rows = dict[str, list[tuple[Place, list[str]]]]


def read(source: Input, names: dict[str, str], audit: Audit) -> Iterator[Record]:
    """Yield every entry with its aliases, addresses and overflowing comments; `names` are the four files' names."""
    paths = {part: _find(source, name) for part, name in names.items()}
    side = {part: _by_number(paths[part], part, audit) for part in ("aliases", "addresses", "comments")}
    sizes = {part: sum(map(len, found.values())) for part, found in side.items()}
    seen: set[str] = set()
    alone, without = 0, ""
    for place, cells in rows(paths["entries"], _COLUMNS["entries"]):
        audit.reads(place.file)
        uid = _number(cells[0], place)
        if uid in seen:
            raise ListRefused(f"the entry {uid} comes a second time", _WHOLE, place)
        seen.add(uid)
        if uid not in side["addresses"]:
            alone, without = alone + 1, uid
        audit.uses_as(place.file, "entries")
        yield _record(place, uid, cells, {part: found.pop(uid, []) for part, found in side.items()}, audit)
    if not seen:
        raise ListRefused("the file is empty", _WHOLE, Place(paths["entries"].name, 1))
    last = max(map(int, seen))
    if alone > _LOOSE * len(seen) or without == str(last):
        what = f"{alone:,} of {len(seen):,} entries have no row here, where each has one: the file is cut off or of another day"
        raise ListRefused(what, _ALL, Place(paths["addresses"].name, sizes["addresses"]))
    _settle_loose(side, sizes, last, audit)


def _find(source: Input, name: str) -> Path:
    for path in source.files:
        if path.name.lower() == name:
            return path
    have = ", ".join(sorted(path.name for path in source.files)) or "no file at all"
    raise ListRefused(
        f"the file {name} is missing; here are {have}", "put all four files of one day into one folder."
    )


def _by_number(path: Path, part: str, audit: Audit) -> Rows:
    """All rows of a file by the number of their entry; these files are small beside the database."""
    found: Rows = defaultdict(list)
    numbers: set[str] = set()
    for place, cells in rows(path, _COLUMNS[part]):
        audit.reads(place.file)
        uid = _number(cells[0], place)
        own = uid if part == "comments" else cells[1].strip()
        if own in numbers:
            raise ListRefused(f"the number {own} comes a second time", _WHOLE, place)
        numbers.add(own)
        found[uid].append((place, cells))
    return found


def _number(cell: str, place: Place) -> str:
    uid = cell.strip()
    if not uid.isascii() or not uid.isdigit():
        what = f"the row begins with {uid[:40]!r}, where an entry's number must stand"
        raise ListRefused(what, "name the files of this list; they have no header row.", place)
    return uid


def _record(place: Place, uid: str, cells: list[str], side: Rows, audit: Audit) -> Record:
    name, kind, programs = _cell(cells[1]), _cell(cells[2]), _cell(cells[3])
    if name is None:
        raise ListRefused(f"the entry {uid} has no name", _WHOLE, place)
    remarks = "" if cells[11].strip() == NULL else cells[11]
    if len(remarks) >= REMARKS and not side["comments"]:
        audit.finds(place, "remarks that are cut off, and no comment goes on with them", remarks[-40:])
    for where, comment in side["comments"]:
        remarks += comment[1]
        audit.uses_as(where.file, "go on with the remarks of their entry")
    record = Record(place, uid, name, kind, tuple(programs.strip("[] ").split("] [")) if programs else ())
    columns = (cells[4], cells[5], cells[6], cells[7], cells[8], cells[9], cells[10])
    record.features = [
        Feature(word, value)
        for word, cell in zip(_ENTRY_FEATURES, columns, strict=True)
        if (value := _cell(cell))
    ]
    record.features += features(remarks)
    record.remarks = remarks.strip() or None
    record.aliases = [
        Alias(at, row[2].strip(), text) for at, row in side["aliases"] if (text := _alias(at, row, audit))
    ]
    record.addresses = [address for at, row in side["addresses"] if (address := _address(at, row, audit))]
    return record


def _alias(place: Place, row: list[str], audit: Audit) -> str | None:
    text = _cell(row[3])
    audit.uses_as(place.file, f"{row[2].strip()}: names" if text else "say nothing (-0-)")
    if _cell(row[4]):
        audit.finds(place, "a remark on a name, where none has stood so far", row[4].strip())
    return text


def _address(place: Place, row: list[str], audit: Audit) -> AddressRow | None:
    street, city, country = (_cell(cell) for cell in row[2:5])
    note = _cell(row[5])
    if row[5].strip() == "-0":
        audit.finds(place, "the file ends within its last null", row[5])
        note = None
    says = any((street, city, country, note))
    audit.uses_as(place.file, "addresses" if says else "say nothing (-0-)")
    return AddressRow(place, street, city, country, note) if says else None


def _cell(text: str) -> str | None:
    words = text.strip()
    return None if words in (NULL, "") else words


def _settle_loose(side: dict[str, Rows], sizes: dict[str, int], last: int, audit: Audit) -> None:
    """Tell the rows that no entry has asked for, one by one."""
    for part, found in side.items():
        loose = [(place, cells) for places in found.values() for place, cells in places]
        if part != "comments":
            _refuse_loose(loose, sizes[part], last)
        for place, cells in loose:
            audit.uses_as(place.file, "lead to no entry: reported, not used")
            audit.finds(place, f"{part} of an entry that the list does not have", ",".join(cells)[:80])


def _refuse_loose(loose: list[tuple[Place, list[str]]], many: int, last: int) -> None:
    """Rows that lead to no entry may show that the files do not belong together."""
    for place, cells in loose:
        if int(cells[0]) > last:
            what = f"the row belongs to the entry {cells[0]}, and the list ends with {last}: it is cut off or of another day"
            raise ListRefused(what, _ALL, place)
    if len(loose) > _LOOSE * many:
        what = f"{len(loose):,} of {many:,} rows lead to no entry: the files are of different days"
        raise ListRefused(what, _ALL, loose[0][0])
