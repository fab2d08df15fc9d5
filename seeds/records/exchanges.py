"""Declares agreements, releases and exchanges as a dossier may state them."""

from collections.abc import Iterator
from typing import ClassVar

from schema.enums import (
    AgreementKind,
    AgreementStatus,
    Completeness,
    CountDimension,
    CountScope,
    ExchangeRelation,
    PartyRole,
    Performance,
    ReleaseMode,
    ReleaseOutcome,
    TermKind,
)
from seeds.records.base import Cited, Complaint, Record, Sourced, repeated
from seeds.records.words import (
    Boolean,
    CountryRef,
    DetaineeRef,
    FuzzyDate,
    Number,
    OrganizationRef,
    ReleaseRef,
    ReliefRef,
    Slug,
    TermRef,
    Text,
)


class Count(Record):
    """A number with what is known about it."""

    value: Number | None = None
    """The number; left out where people are known to be there and the number is not."""
    min: Number | None = None
    """The least it can be."""
    max: Number | None = None
    """The most it can be."""
    completeness: Completeness
    """How well the number is known."""

    def rules(self) -> Iterator[Complaint]:
        """UNKNOWN goes with no number, everything else with one."""
        known = [number for number in (self.value, self.min, self.max) if number is not None]
        if (self.completeness is Completeness.UNKNOWN) == bool(known):
            message = (
                "must be UNKNOWN exactly where no number is given; give `value`, `min` or `max`, or change it"
            )
            yield "completeness", message
        if self.min is not None and self.max is not None and self.max < self.min:
            yield "max", "is less than `min`; check both"


class ReleaseCount(Count):
    """A part of those released, counted by nationality, destination, sex, charge or status."""

    dimension: CountDimension
    """What is counted by."""
    country: CountryRef | None = None
    """The nationality or destination."""
    label: Text | None = None
    """What is counted, in words; for a country its name is used."""
    scope: CountScope
    """Whether it counts this release or a running total that includes others. Only THIS_RELEASE adds up."""
    scope_note: Text | None = None
    """What a running total covers."""
    sources: tuple[Cited, ...] = ()
    """Where the number was read; the first is shown beside it."""

    def rules(self) -> Iterator[Complaint]:
        """A place has a country, everything else a label; a running total says of what."""
        yield from super().rules()
        yield from repeated("sources", [citation.source for citation in self.sources])
        place = self.dimension in (CountDimension.NATIONALITY, CountDimension.DESTINATION)
        if place and self.country is None:
            yield "country", f"is missing; a count by {self.dimension.value} names one"
        if self.country is None and self.label is None and not place:
            yield "label", "is missing; say in words what is counted"
        if self.scope is CountScope.RUNNING_TOTAL and self.scope_note is None:
            yield "scope_note", "is missing; say what the running total covers"


class Member(Sourced):
    """One person in a release, and what happened to that person."""

    main_field: ClassVar[str] = "outcome"

    detainee: DetaineeRef
    """The person."""
    outcome: ReleaseOutcome
    """What happened."""
    destination: CountryRef | None = None
    """Where the person was taken."""


class Release(Sourced):
    """One event in which people were let go."""

    main_field: ClassVar[str] = "total"
    fields_besides: ClassVar[frozenset[str]] = frozenset({"nationalities", "agreements", "exchanges"})

    slug: Slug
    """A short name, unique among releases."""
    title: Text
    """What happened, in one line."""
    released_on: FuzzyDate | None = None
    """When."""
    country: CountryRef
    """The country where they were held."""
    captor: OrganizationRef | None = None
    """The group that held them, where it is no state."""
    authority: Text | None = None
    """Who decided, in words."""
    mode: ReleaseMode
    """The legal way in which they were let go."""
    official_frame: Text | None = None
    """The releasing side's own words for whom it let go, and why."""
    part_of: ReleaseRef | None = None
    """The larger release of which this is a stage; never counted twice."""
    total: Count
    """How many people."""
    counts: tuple[ReleaseCount, ...] = ()
    """How many of which sort; never the sum of the people we can name."""
    members: tuple[Member, ...] = ()
    """Those we can point to."""

    def rules(self) -> Iterator[Complaint]:
        """Nobody is a member twice, and no release is a part of itself."""
        yield from super().rules()
        yield from repeated("members", [member.detainee for member in self.members])
        if self.part_of == self.slug:
            yield "part_of", "names this release itself; name the larger one"


class Party(Record):
    """Somebody who takes part in an agreement."""

    role: PartyRole
    """The part played."""
    country: CountryRef | None = None
    """A state."""
    organization: OrganizationRef | None = None
    """A body that is no state."""
    negotiators: tuple[Text, ...] = ()
    """The people who spoke for it."""

    def rules(self) -> Iterator[Complaint]:
        """A party is a country, an organization or named people."""
        yield from repeated("negotiators", list(self.negotiators))
        if self.country and self.organization:
            yield "organization", "stands beside `country`; a party is one of the two"
        if not (self.country or self.organization or self.negotiators):
            yield "role", "belongs to nobody; give `country`, `organization` or `negotiators`"


class Term(Record):
    """One promise, and what became of it."""

    id: Slug
    """A short name, unique in the file."""
    kind: TermKind
    """What the promise is about."""
    giver: CountryRef | None = None
    """Who promises."""
    receiver: CountryRef | None = None
    """To whom."""
    text: Text
    """The promise in plain words."""
    performance: Performance
    """What became of it."""
    performed_on: FuzzyDate | None = None
    """When it was kept."""
    release: ReleaseRef | None = None
    """The release that fulfilled it."""
    relief: ReliefRef | None = None
    """The relief that fulfilled it."""

    def rules(self) -> Iterator[Complaint]:
        """One promise is fulfilled by one thing."""
        if self.release and self.relief:
            yield "relief", "stands beside `release`; make two terms of it"


class Agreement(Sourced):
    """An understanding between parties, written or not."""

    main_field: ClassVar[str] = "status"
    fields_besides: ClassVar[frozenset[str]] = frozenset({"exchanges"})

    title: Text
    """What it is, in one line."""
    kind: AgreementKind
    """What sort of understanding."""
    status: AgreementStatus
    """What became of it."""
    announced_on: FuzzyDate | None = None
    """When it became known."""
    summary: Text | None = None
    """The story in two or three sentences."""
    text_available: Boolean
    """Whether the agreement's own text was published."""
    parties: tuple[Party, ...] = ()
    """Who takes part."""
    terms: tuple[Term, ...] = ()
    """What was promised."""
    releases: tuple[ReleaseRef, ...] = ()
    """Releases that belong to it, besides those of this file and those its terms and exchanges name."""
    reliefs: tuple[ReliefRef, ...] = ()
    """Reliefs that belong to it, besides those its terms and exchanges name."""

    def rules(self) -> Iterator[Complaint]:
        """Lists hold nothing twice."""
        yield from super().rules()
        yield from repeated("terms", [term.id for term in self.terms])
        yield from repeated("releases", list(self.releases))
        yield from repeated("reliefs", list(self.reliefs))


class Exchange(Sourced):
    """A release and what somebody ties to it."""

    main_field: ClassVar[str] = "relation"

    id: Slug
    """A short name, unique in the file."""
    release: ReleaseRef
    """The release."""
    relief: ReliefRef | None = None
    """The relief on the other side."""
    counter_release: ReleaseRef | None = None
    """In a swap: those freed by the other side."""
    concession: TermRef | None = None
    """Anything else given: the id of a term of this file."""
    relation: ExchangeRelation
    """How the two are tied."""

    def rules(self) -> Iterator[Complaint]:
        """A release is tied to exactly one other thing."""
        yield from super().rules()
        sides = [side for side in (self.relief, self.counter_release, self.concession) if side]
        if len(sides) != 1:
            yield (
                "release",
                "must be tied to one thing; give exactly one of `relief`, `counter_release`, `concession`",
            )
        if self.counter_release == self.release:
            yield "counter_release", "names the release itself; name the other side's release"
