"""Reads the consolidated list of the UN Security Council: XML, one element for each person or body."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from schema.enums import TargetKind
from seeds.lists import dates
from seeds.lists.audit import Audit
from seeds.lists.entries import Place
from seeds.lists.findings import ListRefused
from seeds.lists.metadata import Input
from seeds.lists.xml import Node, elements, root_attributes

ROOT = "CONSOLIDATED_LIST"
_KINDS = {"INDIVIDUAL": TargetKind.PERSON, "ENTITY": TargetKind.ORGANIZATION}
_OF_BOTH = (
    "DATAID VERSIONNUM FIRST_NAME SECOND_NAME THIRD_NAME FOURTH_NAME UN_LIST_TYPE REFERENCE_NUMBER LISTED_ON COMMENTS1"
    " NAME_ORIGINAL_SCRIPT LIST_TYPE LAST_DAY_UPDATED SORT_KEY SORT_KEY_LAST_MOD GENDER TITLE DESIGNATION NATIONALITY VALUE"
    " QUALITY ALIAS_NAME NOTE CITY_OF_BIRTH COUNTRY_OF_BIRTH DATE_OF_BIRTH STREET CITY STATE_PROVINCE ZIP_CODE COUNTRY"
    " TYPE_OF_DATE DATE YEAR FROM_YEAR TO_YEAR TYPE_OF_DOCUMENT TYPE_OF_DOCUMENT2 NUMBER ISSUING_COUNTRY COUNTRY_OF_ISSUE"
    " CITY_OF_ISSUE DATE_OF_ISSUE INDIVIDUAL_ALIAS INDIVIDUAL_ADDRESS INDIVIDUAL_DATE_OF_BIRTH INDIVIDUAL_PLACE_OF_BIRTH"
    " INDIVIDUAL_DOCUMENT ENTITY_ALIAS ENTITY_ADDRESS"
)
_KNOWN = frozenset(_OF_BOTH.split())
_REMEDY = "take the list from its publisher again."


class Record(NamedTuple):
    """One INDIVIDUAL or ENTITY."""

    place: Place
    kind: TargetKind
    node: Node


def read(source: Input, audit: Audit) -> Iterator[Record]:
    """Yield every person and body of the list."""
    path, many = the_file(source), 0
    for node in elements(path, ROOT, frozenset(_KINDS)):
        many += 1
        kind = f"{path.name} {node.tag}"
        audit.reads(kind)
        audit.uses_as(kind, "entries")
        _report_unknown(node, path, audit)
        yield Record(Place(path.name, node.line), _KINDS[node.tag], node)
    if not many:
        raise ListRefused("the file holds no entry", _REMEDY, Place(path.name, 1))


def published_on(source: Input) -> str | None:
    """The day that the file was generated, as it says itself."""
    said = root_attributes(the_file(source), ROOT).get("dateGenerated")
    return said and dates.iso(said)


def the_file(source: Input) -> Path:
    """The one XML file of an input."""
    paths = [path for path in source.files if path.suffix.lower() == ".xml"]
    if len(paths) != 1:
        have = ", ".join(sorted(path.name for path in source.files)) or "no file at all"
        raise ListRefused(f"the list is one XML file; here are {have}", "name that file.")
    return paths[0]


def _report_unknown(node: Node, path: Path, audit: Audit) -> None:
    for child in node.children:
        if child.tag not in _KNOWN:
            audit.finds(
                Place(path.name, child.line),
                "an element that is not known",
                f"{child.tag}: {child.words() or ''}",
            )
        _report_unknown(child, path, audit)
