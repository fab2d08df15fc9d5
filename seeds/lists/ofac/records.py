"""Declares what both forms of an OFAC list say of one entry, before it is mapped."""

from dataclasses import dataclass, field
from typing import NamedTuple

from seeds.lists.entries import Place


class Alias(NamedTuple):
    """Another name, with the list's word for what sort it is and whether the list calls it weak."""

    place: Place
    kind: str
    text: str
    weak: bool = False


class AddressRow(NamedTuple):
    """An address; the delimited files have state and postal code within the city."""

    place: Place
    street: str | None
    city: str | None
    country: str | None
    note: str | None = None
    region: str | None = None
    postal_code: str | None = None


class Feature(NamedTuple):
    """One thing that the remarks or the numbered parts of the XML say: `Passport`, `RL0266714`, `Lebanon`."""

    type: str
    value: str
    country: str | None = None
    issued: str | None = None
    expires: str | None = None
    main: bool = True


@dataclass(slots=True)
class Record:
    """One entry with everything that stands elsewhere under its number."""

    place: Place
    uid: str
    name: str
    type: str | None
    programs: tuple[str, ...]
    features: list[Feature] = field(default_factory=list)
    aliases: list[Alias] = field(default_factory=list)
    addresses: list[AddressRow] = field(default_factory=list)
    remarks: str | None = None
