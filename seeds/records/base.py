"""Declares what every record shares: strict fields, rules across fields, and claims."""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from schema.enums import Stance, Verification
from seeds.records.words import ClaimRef, FuzzyDate, OrganizationRef, Slug, SourceRef, Text

# A field's name, and what is wrong with it together with the remedy.
Complaint: TypeAlias = tuple[str, str]


def camel(name: str) -> str:
    """'released_on' → 'releasedOn'."""
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


class Record(BaseModel):
    """A part of a dossier: unknown fields are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {
            name: part for name, part in value.items() if part is not None or name not in cls.model_fields
        }

    def rules(self) -> Iterator[Complaint]:
        """Yield what is wrong across fields; each field alone is right when this is asked."""
        yield from ()


class Citation(Record):
    """Where something was read; a bare slug stands for a citation without a quote."""

    source: SourceRef
    """The source's slug."""
    quote: Text | None = None
    """The decisive words, in the original language, 20 words at most."""


def _citation(value: object) -> object:
    return {"source": value} if isinstance(value, str) else value


Cited = Annotated[Citation, BeforeValidator(_citation)]


class Claim(Record):
    """Who said what about one field of the record it stands under, where we read it, and how it stands."""

    id: Slug
    """A short name for the claim, unique in the file; other claims refer to it."""
    field: Text | None = None
    """The field the claim is about, as GraphQL spells it (`releasedOn`), dotted for a part (`counts.NATIONALITY.PL`). Left out: the record's main field."""
    value: Text | None = None
    """What the speaker holds the field to be, in a form that can be compared: a date, a number, a code."""
    statement: Text
    """What was said, in one plain sentence."""
    speaker: Text
    """Who said it: a person, a body, or the outlet itself."""
    speaker_organization: OrganizationRef | None = None
    """The body that speaks, or for which the speaker speaks."""
    attribution: Text | None = None
    """How the words reached us, for example "via BelTA" or "unnamed US official"."""
    stance: Stance
    """Whether the speaker asserts, denies, qualifies, retracts or only reports."""
    verification: Verification
    """How far we could check it."""
    stated_on: FuzzyDate | None = None
    """When it was said."""
    sources: tuple[Cited, ...]
    """Where it can be read. The first is the claim's own source; each further one is kept as a report that supports it."""
    contradicts: tuple[ClaimRef, ...] = ()
    """Claims that cannot be true together with this one. Write it on one side; it holds on both."""
    supports: tuple[ClaimRef, ...] = ()
    """Claims that this one bears out."""
    refines: tuple[ClaimRef, ...] = ()
    """Claims that this one makes more exact."""
    same_origin: tuple[ClaimRef, ...] = ()
    """Claims that go back to the same original, so that they do not count twice."""

    def rules(self) -> Iterator[Complaint]:
        """A claim needs a source, and cites each one once."""
        if not self.sources:
            yield "sources", "is empty; say where this can be read"
        yield from repeated("sources", [citation.source for citation in self.sources])


class Sourced(Record):
    """A record that rests on what somebody said."""

    main_field: ClassVar[str]
    fields_besides: ClassVar[frozenset[str]] = frozenset()

    claims: tuple[Claim, ...] = ()
    """Who said what about this record."""
    sources: tuple[Cited, ...] = ()
    """Short for claims: we read this there. Each becomes a report by the publisher."""

    def subject_field(self) -> str:
        """The field that a claim is about when it names none."""
        return self.main_field

    def rules(self) -> Iterator[Complaint]:
        """Everything published reaches a source, and claims speak of fields that exist."""
        if not (self.claims or self.sources):
            yield "sources", "is missing, so nothing says where this was read; add `sources` or `claims`"
        yield from repeated("sources", [citation.source for citation in self.sources])
        for claim in self.claims:
            yield from self._field_exists(claim)

    def _field_exists(self, claim: Claim) -> Iterator[Complaint]:
        if claim.field is None:
            return
        known = {camel(name) for name in type(self).model_fields} - {"claims", "sources", "id"}
        known |= self.fields_besides
        head = claim.field.split(".")[0]
        if head not in known:
            message = f"claim `{claim.id}` is about `{head}`, which is no field of this record; use one of "
            yield "claims", message + ", ".join(sorted(known))
        elif not re.fullmatch(r"[A-Za-z]+(\.[A-Za-z0-9_]+)*", claim.field):
            message = f"claim `{claim.id}` has the field `{claim.field}`; "
            yield (
                "claims",
                message + "after a dot use letters, digits and _ alone, as in counts.NATIONALITY.PL",
            )


def repeated(field: str, words: list[str]) -> Iterator[Complaint]:
    """Complain of each word that stands twice in a list."""
    for word in sorted({word for word in words if words.count(word) > 1}):
        yield field, f"names `{word}` twice; keep one"
