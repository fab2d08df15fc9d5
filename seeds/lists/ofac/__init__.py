"""The lists of the US Office of Foreign Assets Control: SDN and Consolidated (non-SDN), delimited or XML."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from seeds.lists.audit import Audit
from seeds.lists.entries import Place
from seeds.lists.findings import ListRefused
from seeds.lists.metadata import Input, Metadata, OfficialList
from seeds.lists.ofac import delimited, xml
from seeds.lists.ofac.mapping import OFAC, map_record
from seeds.lists.ofac.records import Record
from seeds.lists.ofac.vocabulary import LISTS

_LICENSE = "Public domain (a work of the United States government)"
_EXPORTS = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports"
_HOME = "https://ofac.treasury.gov"


def _read(names: dict[str, str], source: Input, audit: Audit, *, sdn: bool) -> Iterator[Record]:
    path = _xml(source)
    records = xml.read(path, audit) if path else delimited.read(source, names, audit)
    many = others = 0
    for record in records:
        many += 1
        others += any(code in LISTS for code in record.programs) is sdn
        yield record
    # Both lists come in the same form, and their files say nowhere which they are.
    if others > many / 2:
        what = f"{others:,} of {many:,} entries stand under programs of OFAC's other list"
        raise ListRefused(what, "name the file of this list.", Place(source.files[0].name, 1))


def _published_on(source: Input) -> str | None:
    path = _xml(source)
    return xml.published_on(path) if path else None


def _xml(source: Input) -> Path | None:
    paths = [path for path in source.files if path.suffix.lower() == ".xml"]
    if paths and len(source.files) > 1:
        have = ", ".join(path.name for path in source.files)
        raise ListRefused(
            f"the list is one XML file or four delimited ones; here are {have}", "name one form of it."
        )
    return paths[0] if paths else None


SDN: OfficialList[Record] = OfficialList(
    Metadata(
        slug="ofac-sdn",
        title="OFAC Specially Designated Nationals and Blocked Persons List (SDN)",
        publisher=OFAC,
        license=_LICENSE,
        home=f"{_HOME}/specially-designated-nationals-and-blocked-persons-list-sdn-human-readable-lists",
        downloads=tuple(
            f"{_EXPORTS}/{name}" for name in ("SDN.CSV", "ADD.CSV", "ALT.CSV", "SDN_COMMENTS.CSV")
        ),
        expected=5_000,
    ),
    partial(
        _read,
        {"entries": "sdn.csv", "aliases": "alt.csv", "addresses": "add.csv", "comments": "sdn_comments.csv"},
        sdn=True,
    ),
    partial(map_record, sdn=True),
    _published_on,
)
CONSOLIDATED: OfficialList[Record] = OfficialList(
    Metadata(
        slug="ofac-consolidated",
        title="OFAC Consolidated Sanctions List (non-SDN)",
        publisher=OFAC,
        license=_LICENSE,
        home=f"{_HOME}/consolidated-sanctions-list-non-sdn-lists",
        downloads=tuple(
            f"{_EXPORTS}/{name}"
            for name in ("CONS_PRIM.CSV", "CONS_ADD.CSV", "CONS_ALT.CSV", "CONS_COMMENTS.CSV")
        ),
        expected=250,
    ),
    partial(
        _read,
        {
            "entries": "cons_prim.csv",
            "aliases": "cons_alt.csv",
            "addresses": "cons_add.csv",
            "comments": "cons_comments.csv",
        },
        sdn=False,
    ),
    partial(map_record, sdn=False),
    _published_on,
)
