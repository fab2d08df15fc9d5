"""Declares targets, sanctions and relief as a dossier may state them."""

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from schema.enums import Measure, ReliefKind, ReliefStatus, SanctionEnding, TargetKind
from seeds.records import edtf
from seeds.records.base import Complaint, Record, Sourced, repeated
from seeds.records.people import Identifier, Name
from seeds.records.words import (
    Boolean,
    CountryRef,
    FuzzyDate,
    InstrumentRef,
    OrganizationRef,
    ProgramRef,
    ReliefRef,
    SanctionRef,
    Slug,
    TargetRef,
    Text,
)


class Target(Record):
    """Whom or what a sanction is aimed at."""

    slug: Slug
    """A short name, unique among targets."""
    kind: TargetKind
    """Person, organization, vessel, aircraft, sector, country or security."""
    name: Text
    """The name as we print it."""
    names: tuple[Name, ...] = ()
    """Other spellings."""
    countries: tuple[CountryRef, ...] = ()
    """The countries it belongs to."""
    born_on: FuzzyDate | None = None
    """Date of birth of a person."""
    identifiers: tuple[Identifier, ...] = ()
    """Numbers under which lists and registers know it."""

    def rules(self) -> Iterator[Complaint]:
        """Lists hold nothing twice."""
        yield from repeated("countries", list(self.countries))
        yield from repeated("identifiers", [f"{one.scheme.value} {one.value}" for one in self.identifiers])


class Sanction(Sourced):
    """One target put under measures by one authority."""

    main_field: ClassVar[str] = "target"
    fields_besides: ClassVar[frozenset[str]] = frozenset({"status"})

    slug: Slug
    """A short name, unique among sanctions."""
    target: TargetRef
    """Whom or what it is aimed at."""
    authority: OrganizationRef
    """Who imposed it."""
    country: CountryRef | None = None
    """The country or union that imposed it."""
    programs: tuple[ProgramRef, ...] = ()
    """The programs it stands under."""
    list: Text | None = None
    """The list it appears on, such as SDN."""
    measures: tuple[Measure, ...] = ()
    """What it forbids or restricts."""
    reason: Text | None = None
    """The reason the authority gave."""
    listed_on: FuzzyDate | None = None
    """When it was announced or listed."""
    started_on: FuzzyDate | None = None
    """From when it has effect."""
    ended_on: FuzzyDate | None = None
    """When it ended."""
    ending: SanctionEnding | None = None
    """How it ended: taken off the list, or expired."""
    identifiers: tuple[Identifier, ...] = ()
    """Numbers under which the list knows it."""

    def rules(self) -> Iterator[Complaint]:
        """An end has a date and a manner."""
        yield from super().rules()
        yield from repeated("programs", [*self.programs])
        yield from repeated("measures", [measure.value for measure in self.measures])
        yield from repeated("identifiers", [f"{one.scheme.value} {one.value}" for one in self.identifiers])
        if (self.ended_on is None) != (self.ending is None):
            yield (
                "ended_on" if self.ended_on else "ending",
                "stands alone; give both `ended_on` and `ending`, or neither",
            )
        started = self.started_on or self.listed_on
        if started and self.ended_on and edtf.bounds(self.ended_on)[1] < edtf.bounds(started)[0]:
            yield "ended_on", "is before the sanction began; check both dates"


class Relief(Sourced):
    """An easing of sanctions: announcement, legal act and effect are three dates, and none of them is a delisting."""

    main_field: ClassVar[str] = "status"
    fields_besides: ClassVar[frozenset[str]] = frozenset({"exchanges", "agreements"})

    slug: Slug
    """A short name, unique among reliefs."""
    title: Text
    """What it is, in plain words."""
    kind: ReliefKind
    """Its form: license, waiver, suspension, delisting, announcement only …"""
    status: ReliefStatus
    """How far it went."""
    country: CountryRef | None = None
    """The country or union that gives it."""
    authority: OrganizationRef | None = None
    """The body that gives it."""
    announced_on: FuzzyDate | None = None
    """When it was announced."""
    issued_on: FuzzyDate | None = None
    """When the legal act was issued."""
    effective_on: FuzzyDate | None = None
    """From when it has effect."""
    expires_on: FuzzyDate | None = None
    """When it ends by itself."""
    revoked_on: FuzzyDate | None = None
    """When it was taken back."""
    unblocks_property: Boolean | None = None
    """Whether frozen property becomes free; left out where that is not known."""
    retroactive: Boolean = False
    """Whether it has effect from before it was announced or issued."""
    scope: Text | None = None
    """What exactly is permitted, in plain words."""
    instrument: InstrumentRef | None = None
    """The legal act."""
    superseded_by: ReliefRef | None = None
    """The relief that took its place."""
    programs: tuple[ProgramRef, ...] = ()
    """The programs it eases."""
    targets: tuple[TargetRef, ...] = ()
    """Whom it helps."""
    sanctions: tuple[SanctionRef, ...] = ()
    """The sanctions it bears on."""

    def rules(self) -> Iterator[Complaint]:
        """Dates stand in order, and an announcement is no act."""
        yield from super().rules()
        for field in ("programs", "targets", "sanctions"):
            yield from repeated(field, [*getattr(self, field)])
        if self.status is ReliefStatus.ANNOUNCED and self.issued_on:
            yield (
                "status",
                "is ANNOUNCED although an act was issued; use ISSUED or IN_FORCE, or remove `issued_on`",
            )
        if self.superseded_by == self.slug:
            yield "superseded_by", "names this relief itself; name the later one"
        if not self.retroactive:
            yield from self._order()

    def _order(self) -> Iterator[Complaint]:
        steps = [(name, getattr(self, name)) for name in ("announced_on", "issued_on", "effective_on")]
        known = [(name, edtf.bounds(text)) for name, text in steps if text]
        for (before, (earliest, _)), (after, (_, latest)) in pairwise(known):
            if latest < earliest:
                yield after, f"is before `{before}`; check both, or set `retroactive: true`"
