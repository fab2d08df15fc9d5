"""Reads the numbers of official lists out of the ids that OpenSanctions makes of them."""

import re
from collections.abc import Iterable, Iterator

from schema.enums import IdentifierScheme
from seeds.lists.entries import Identifier

_FORMS = (
    (re.compile(r"ofac-(\d+)"), IdentifierScheme.OFAC_UID, "{0}"),
    (re.compile(r"eu-fsf-eu-(\d+)-(\d+)"), IdentifierScheme.EU_REF, "EU.{0}.{1}"),
    (re.compile(r"unsc-(\d+)"), IdentifierScheme.UN_DATAID, "{0}"),
    (re.compile(r"gb-hmt-(\d+)"), IdentifierScheme.OFSI_GROUP_ID, "{0}"),
    (re.compile(r"(Q\d+)"), IdentifierScheme.WIKIDATA, "{0}"),
    (re.compile(r"lei-([0-9A-Z]{20})", re.IGNORECASE), IdentifierScheme.LEI, "{0}"),
)
_OFFICIAL = (
    (re.compile(r"EU\.\d+\.\d+"), IdentifierScheme.EU_REF),
    (re.compile(r"[A-Z]{2}[ie]\.\d{3}", re.IGNORECASE), IdentifierScheme.UN_REF),
    (re.compile(r"[A-Z]{3}\d{4}"), IdentifierScheme.UK_ID),
)


def list_numbers(ids: Iterable[str]) -> Iterator[Identifier]:
    """The id itself and, where it is made of a list's own number, that number, which ties it to that list's entry."""
    for own in ids:
        yield Identifier(IdentifierScheme.OPENSANCTIONS, own)
        for form, scheme, spelling in _FORMS:
            found = form.fullmatch(own)
            if found:
                yield Identifier(scheme, spelling.format(*found.groups()).upper())


def official_number(value: str) -> Identifier | None:
    """'EU.7945.57' → the EU's reference; None where the form tells nothing."""
    for form, scheme in _OFFICIAL:
        if form.fullmatch(value):
            return Identifier(scheme, value)
    return None
