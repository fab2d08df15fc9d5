"""Declares what every list is mapped to: entries with their names, numbers, addresses and designations."""

from dataclasses import dataclass
from typing import NamedTuple

from schema.enums import (
    DetailKind,
    IdentifierScheme,
    LinkKind,
    Measure,
    NameKind,
    NameQuality,
    SanctionEnding,
    TargetKind,
)


class Place(NamedTuple):
    """Where in the input something stands."""

    file: str
    line: int

    def __str__(self) -> str:
        """Spell it as editors jump to it: file:line."""
        return f"{self.file}:{self.line}"

    @classmethod
    def read(cls, text: str) -> "Place":
        """Read what str() wrote."""
        file, _, line = text.rpartition(":")
        return cls(file, int(line))


class Name(NamedTuple):
    """Another form of an entry's name."""

    text: str
    kind: NameKind = NameKind.ALIAS
    quality: NameQuality | None = None
    language: str | None = None
    script: str | None = None


class Identifier(NamedTuple):
    """A number under which others know the same person or thing; `note` says what sort, in the list's words."""

    scheme: IdentifierScheme
    value: str
    country: str | None = None
    note: str | None = None
    url: str | None = None


class Address(NamedTuple):
    """A place that the list gives for an entry; the country is a two-letter code."""

    street: str | None = None
    city: str | None = None
    region: str | None = None
    postal_code: str | None = None
    country: str | None = None
    note: str | None = None


class Detail(NamedTuple):
    """One thing more that a list says of an entry, such as a position held or a ship's flag; dates are EDTF."""

    kind: DetailKind
    value: str


class Link(NamedTuple):
    """A tie to another entry of the same list, by its key where it is known, else by the name that is printed."""

    kind: LinkKind
    name: str
    key: str | None = None


class Authority(NamedTuple):
    """Who imposes a sanction: the slug of an organization, and what to call it where it is not known yet."""

    slug: str
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Designation:
    """One sanction that an entry stands under. Its key is unique in the list and stays the same from file to file.

    Programs are named as the list names them: a code or an alias that the registry knows.
    """

    key: str
    authority: Authority
    country: str | None = None
    list: str | None = None
    programs: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    reason: str | None = None
    listed_on: str | None = None
    started_on: str | None = None
    ended_on: str | None = None
    ending: SanctionEnding | None = None
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, body or thing on a list. Its key is unique in the list and stays the same from file to file.

    `slug` names its target unless an identifier ties it to one that is known already; countries are two-letter codes.
    An entry that the list has renamed tells its former keys.
    """

    key: str
    slug: str
    place: Place
    kind: TargetKind
    name: str
    names: tuple[Name, ...] = ()
    born_on: str | None = None
    countries: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    details: tuple[Detail, ...] = ()
    links: tuple[Link, ...] = ()
    designations: tuple[Designation, ...] = ()
    remarks: str | None = None
    url: str | None = None
    former_keys: tuple[str, ...] = ()
