"""Declares detainees, their time in custody and their charges as a dossier may state them."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, SecretStr

from schema.enums import (
    ChargeCategory,
    ChargeStage,
    DetaineeStatus,
    IdentifierScheme,
    LegalStatus,
    NameKind,
    NationalityKind,
    PublicationPolicy,
    RecognitionLabel,
    Sex,
)
from seeds.records import edtf
from seeds.records.base import Complaint, Record, Sourced, repeated
from seeds.records.words import (
    CountryRef,
    FuzzyDate,
    Language,
    Number,
    OrganizationRef,
    Script,
    Slug,
    SourceRef,
    TargetRef,
    Text,
    Url,
    as_text,
)

_INITIALS = re.compile(r"(\w{1,2}\.[ -]?){1,4}")


class Name(Record):
    """One more spelling of a name."""

    text: Text
    """The name as written."""
    kind: NameKind
    """How it relates to the main name."""
    language: Language | None = None
    """The language, such as be."""
    script: Script | None = None
    """The script, such as Cyrl."""


class Identifier(Record):
    """A number or code under which a list or register knows somebody."""

    scheme: IdentifierScheme
    """Whose numbering it is."""
    value: Text
    """The number or code."""
    url: Url | None = None
    """Where the entry can be seen."""


class Nationality(Record):
    """How a detainee belongs to a country."""

    country: CountryRef
    """The country."""
    kind: NationalityKind = NationalityKind.CITIZEN
    """Citizen, dual national, resident, or only claimed."""


class Recognition(Record):
    """What a body calls a detainee; bodies differ, so it is never a property of the person."""

    organization: OrganizationRef
    """The body."""
    label: RecognitionLabel
    """What it calls the detainee."""
    recognized_on: FuzzyDate | None = None
    """Since when."""
    withdrawn_on: FuzzyDate | None = None
    """When it took that back."""
    source: SourceRef | None = None
    """Where that can be read."""


class Charge(Sourced):
    """One accusation, and how far it went."""

    main_field: ClassVar[str] = "title"

    id: Slug
    """A short name, unique within the detention."""
    category: ChargeCategory
    """What it is about."""
    title: Text
    """The accusation in plain words."""
    statute: Text | None = None
    """The article of law."""
    stage: ChargeStage
    """How far it went."""
    decided_on: FuzzyDate | None = None
    """When it was decided."""
    court: Text | None = None
    """Which court decided."""
    sentence_months: Number | None = None
    """The sentence in months, where it is a number."""
    sentence: Text | None = None
    """The sentence in words."""

    def rules(self) -> Iterator[Complaint]:
        """A sentence of no months is none."""
        yield from super().rules()
        if self.sentence_months == 0:
            yield "sentence_months", "is 0; leave it out and say in `sentence` what was decided"


class Detention(Sourced):
    """One stay in custody; a second arrest is a second detention."""

    main_field: ClassVar[str] = "country"

    id: Slug
    """A short name, unique within the detainee."""
    country: CountryRef
    """Where the person was held."""
    captor: OrganizationRef | None = None
    """The group that held the person, where it is no state."""
    authority: Text | None = None
    """The body that held the person, in words."""
    facility: Text | None = None
    """The prison or place."""
    started_on: FuzzyDate | None = None
    """The first day in custody."""
    ended_on: FuzzyDate | None = None
    """The last day in custody."""
    legal_status: LegalStatus
    """The legal state of the detention."""
    charges: tuple[Charge, ...] = ()
    """The accusations."""

    def rules(self) -> Iterator[Complaint]:
        """A detention ends after it starts; its charges have names of their own."""
        yield from super().rules()
        yield from repeated("charges", [charge.id for charge in self.charges])
        if (
            self.started_on
            and self.ended_on
            and edtf.bounds(self.ended_on)[1] < edtf.bounds(self.started_on)[0]
        ):
            yield "ended_on", "is before `started_on`; check both dates"


def _secret(value: object) -> SecretStr:
    return SecretStr(as_text(value))


class Detainee(Sourced):
    """A person who is or was detained."""

    main_field: ClassVar[str] = "name"

    slug: Slug
    """A short name, unique among detainees; `withheld-…` where the name is withheld."""
    publication: PublicationPolicy
    """Whether the name, the initials or neither may be published."""
    name: Text | None = None
    """The name as we print it, or the initials; left out where it is withheld."""
    names: tuple[Name, ...] = ()
    """Other spellings."""
    confidential_name: Annotated[SecretStr, BeforeValidator(_secret)] | None = None
    """The name of a person whose name is withheld. Only for files that are never published; it reaches no reader."""
    sex: Sex | None = None
    """Sex, where it is known."""
    born_on: FuzzyDate | None = None
    """Date of birth."""
    died_on: FuzzyDate | None = None
    """Date of death."""
    occupation: Text | None = None
    """What the person does or did."""
    status: DetaineeStatus
    """Where the person is now, as far as is known."""
    listed_as: TargetRef | None = None
    """The same person on a sanctions list."""
    nationalities: tuple[Nationality, ...] = ()
    """The countries the person belongs to."""
    recognitions: tuple[Recognition, ...] = ()
    """What bodies call the person."""
    identifiers: tuple[Identifier, ...] = ()
    """Numbers under which registers know the person."""
    detentions: tuple[Detention, ...] = ()
    """The stays in custody."""

    def subject_field(self) -> str:
        """A claim about somebody withheld is about being withheld."""
        return "publication" if self.publication is PublicationPolicy.WITHHELD else self.main_field

    def rules(self) -> Iterator[Complaint]:
        """The publication policy decides what may stand here."""
        yield from super().rules()
        yield from repeated("detentions", [detention.id for detention in self.detentions])
        yield from repeated("nationalities", [nationality.country for nationality in self.nationalities])
        yield from repeated("identifiers", [f"{one.scheme.value} {one.value}" for one in self.identifiers])
        yield from repeated(
            "recognitions", [f"{one.organization} {one.label.value}" for one in self.recognitions]
        )
        match self.publication:
            case PublicationPolicy.NAMED:
                yield from self._named()
            case PublicationPolicy.INITIALS:
                yield from self._initials()
            case PublicationPolicy.WITHHELD:
                yield from self._withheld()

    def _named(self) -> Iterator[Complaint]:
        if self.name is None:
            yield "name", "is missing; give the name, or set `publication` to INITIALS or WITHHELD"
        if self.confidential_name is not None:
            yield "confidential_name", "stands beside a published name; remove one of the two"

    def _initials(self) -> Iterator[Complaint]:
        if self.name is None or not _INITIALS.fullmatch(self.name):
            yield "name", "must be initials alone, as in `A. B.`"
        yield from self._absent(("names", "identifiers", "listed_as"))

    def _withheld(self) -> Iterator[Complaint]:
        if not self.slug.startswith("withheld-"):
            yield "slug", "must start with `withheld-` and tell nothing of the person, as in `withheld-by-1`"
        yield from self._absent(
            ("name", "names", "identifiers", "listed_as", "born_on", "died_on", "occupation")
        )

    def _absent(self, fields: tuple[str, ...]) -> Iterator[Complaint]:
        for field in fields:
            if getattr(self, field):
                yield (
                    field,
                    f"would tell who this is, and `publication` is {self.publication.value}; remove it",
                )
