"""Turns claims and cited sources into rows: one row per source, so that every source shows."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from schema.enums import ClaimRelationKind, CountDimension, CountScope, Stance, Verification
from seeds.loader.ids import identify, refer
from seeds.loader.library import Library, local
from seeds.loader.rows.exchanges import label_of
from seeds.loader.rows.subjects import Subject, count_statement, number, subjects
from seeds.loader.rows.table import Row, Rows, cells
from seeds.records import Document, Dossier
from seeds.records.base import Citation, Claim
from seeds.records.exchanges import Release, ReleaseCount
from seeds.records.words import SourceRef
from seeds.records.world import Organization, Source

_COLUMNS = {
    "Detainee": "detainee_id",
    "Detention": "detention_id",
    "Charge": "charge_id",
    "Agreement": "agreement_id",
    "Exchange": "exchange_id",
    "Release": "release_id",
    "ReleaseMember": "release_member_id",
    "Relief": "relief_id",
    "Sanction": "sanction_id",
}


@dataclass(frozen=True, slots=True)
class Report:
    """Sources that are cited for one field without a claim written out."""

    field: str
    value: str | None
    statement: str
    citations: tuple[Citation, ...]


def add_claims(library: Library, rows: Rows) -> None:
    """Add what everybody said, and how the claims bear on one another."""
    writer = _Writer(library, rows)
    for document in library.dossiers:
        for subject in subjects(document.record, library):
            writer.add_subject(document, subject)
    rows.tables["claim_relation"] = sorted(
        writer.relations.values(), key=lambda row: [str(c) for c in row.values()]
    )


class _Writer:
    """Writes claims, and holds the relations between them once each."""

    def __init__(self, library: Library, rows: Rows) -> None:
        self.library = library
        self.rows = rows
        self.relations: dict[tuple[int, int, str], Row] = {}
        self.known: set[object] = set()

    def add_subject(self, document: Document[Dossier], subject: Subject) -> None:
        base: Row = dict.fromkeys(_COLUMNS.values())
        base[_COLUMNS[subject.kind]] = subject.id
        position = 0
        for claim in subject.record.claims:
            position = self._add_claim(document, subject, claim, base, position)
        spoken = {
            claim.field or subject.record.subject_field() for claim in subject.record.claims if claim.value
        }
        for report in _comparable(_reports(subject, self.library), spoken):
            position = self._add_report(document, subject, report, base, position)

    def _add_claim(
        self, document: Document[Dossier], subject: Subject, claim: Claim, base: Row, position: int
    ) -> int:
        field = claim.field or subject.record.subject_field()
        same: Row = {"field": field, "statement": claim.statement, "verification": claim.verification.value}
        first, *further = claim.sources
        own = _claim_id(document.record.slug, claim)
        said = cells(claim, "value speaker attribution stance stated_on")
        said |= {
            "id": own,
            "position": position,
            "speaker_organization_id": refer(claim.speaker_organization),
        }
        self._add(first, base, same, said)
        for index, citation in enumerate(further, start=position + 1):
            report = self._report(citation.source)
            report |= {"id": _claim_id(document.record.slug, claim, citation), "position": index}
            report["attribution"] = f"citing {claim.speaker}"
            # To report a denial is not to hold what was denied.
            report["value"] = claim.value if claim.stance in (Stance.ASSERTS, Stance.REPORTS) else None
            self._add(citation, base, same, report)
            self._relate(_claim_id(document.record.slug, claim, citation), own, ClaimRelationKind.SUPPORTS)
        self._relate_as_written(document, claim, own)
        return position + len(claim.sources)

    def _add_report(
        self, document: Document[Dossier], subject: Subject, report: Report, base: Row, position: int
    ) -> int:
        publishers = {self._publisher(citation.source).slug for citation in report.citations}
        verification = Verification.CORROBORATED if len(publishers) > 1 else Verification.SINGLE_SOURCE
        same: Row = {"field": report.field, "statement": report.statement, "verification": verification.value}
        for index, citation in enumerate(report.citations, start=position):
            key = f"{document.record.slug}/{subject.kind}/{subject.key}/{report.field}/{citation.source}"
            own: Row = {"id": identify("Claim", key), "position": index, "value": report.value}
            self._add(citation, base, same, self._report(citation.source), own)
        return position + len(report.citations)

    def _report(self, ref: SourceRef) -> Row:
        """What is said when a publisher passes something on."""
        publisher = self._publisher(ref)
        return {
            "speaker": publisher.name,
            "speaker_organization_id": identify("Organization", publisher.slug),
            "attribution": None,
            "stance": Stance.REPORTS.value,
            "stated_on": self.library.find(Source, ref).published_on,
        }

    def _add(self, citation: Citation, *parts: Row) -> None:
        row: Row = {"quote": citation.quote, "source_id": refer(citation.source)}
        for part in parts:
            row |= part
        if row["id"] not in self.known:
            self.known.add(row["id"])
            self.rows.add("claim", row)

    def _relate_as_written(self, document: Document[Dossier], claim: Claim, own: int) -> None:
        for kind in ClaimRelationKind:
            for ref in getattr(claim, kind.value.lower()):
                home = local("Claim", ref, document)[1]
                other = self.library.find(Claim, home)
                self._relate(own, _claim_id(home.split("/", maxsplit=1)[0], other), kind)

    def _relate(self, claim_id: int, other_id: int, kind: ClaimRelationKind) -> None:
        if kind in (ClaimRelationKind.CONTRADICTS, ClaimRelationKind.SAME_ORIGIN):
            claim_id, other_id = sorted((claim_id, other_id))
        row: Row = {"claim_id": claim_id, "other_id": other_id, "kind": kind.value}
        self.relations[claim_id, other_id, kind.value] = row

    def _publisher(self, source: SourceRef) -> Organization:
        return self.library.find(Organization, self.library.find(Source, source).publisher)


def count_field(count: ReleaseCount, library: Library) -> str:
    """'counts.DESTINATION.UA', 'counts.STATUS.POLITICAL_PRISONERS', 'counts.NATIONALITY.US.RUNNING_TOTAL'."""
    label = label_of(count, library)
    place = count.dimension in (CountDimension.NATIONALITY, CountDimension.DESTINATION)
    words = str(count.country) if place else re.sub(r"[^A-Za-z0-9]+", "_", label).strip("_").upper()
    running = ".RUNNING_TOTAL" if count.scope is CountScope.RUNNING_TOTAL else ""
    return f"counts.{count.dimension.value}.{words or 'OTHER'}{running}"


def _claim_id(home: str, claim: Claim, citation: Citation | None = None) -> int:
    return identify("Claim", f"{home}/{claim.id}/{(citation or claim.sources[0]).source}")


def _reports(subject: Subject, library: Library) -> Iterator[Report]:
    record = subject.record
    if record.sources:
        yield Report(record.subject_field(), subject.value, subject.statement, record.sources)
    if isinstance(record, Release):
        for count in record.counts:
            statement = count_statement(record, count, library)
            yield Report(count_field(count, library), number(count), statement, count.sources)


def _comparable(reports: Iterable[Report], spoken: set[str]) -> Iterator[Report]:
    """Leave the value out where claims written by hand, or two counts, already speak of that field.

    What is only cited cannot be linked to what contradicts it, so it must not take sides.
    """
    reports = list(reports)
    values: dict[str, set[str | None]] = defaultdict(set)
    for report in reports:
        values[report.field].add(report.value)
    for report in reports:
        sided = report.field in spoken or len(values[report.field]) > 1
        yield replace(report, value=None) if sided else report
