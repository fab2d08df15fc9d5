"""Reads a folder of seeds and knows where each record was declared."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

from seeds.records import (
    Document,
    Dossier,
    Problem,
    Record,
    Reference,
    Refused,
    read_dossier,
    read_reference,
    walk,
)
from seeds.records.base import Claim
from seeds.records.exchanges import Release, Term
from seeds.records.nodes import Loc
from seeds.records.people import Detainee
from seeds.records.sanctions import Relief, Sanction, Target
from seeds.records.world import Country, Dataset, Instrument, Organization, Program, Source

AnyDocument: TypeAlias = Document[Dossier] | Document[Reference]
Key: TypeAlias = tuple[str, str]
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Declaration:
    """A record and the place that declares it."""

    document: AnyDocument
    loc: Loc
    record: Record


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that a folder of seeds says."""

    dossiers: tuple[Document[Dossier], ...]
    references: tuple[Document[Reference], ...]
    declared: Mapping[Key, Declaration]

    @property
    def documents(self) -> tuple[AnyDocument, ...]:
        """All files, reference data first."""
        return (*self.references, *self.dossiers)

    def find(self, kind: type[R], key: str) -> R:
        """The record of one kind by its slug or code; it must have been declared."""
        record = self.declared[KINDS[kind], key].record
        assert isinstance(record, kind)
        return record


# Each kind of record that others may name, as ids and references spell it.
KINDS: Mapping[type[Record], str] = {
    Claim: "Claim",
    Country: "Country",
    Dataset: "DatasetSource",
    Detainee: "Detainee",
    Instrument: "Instrument",
    Organization: "Organization",
    Program: "SanctionProgram",
    Release: "Release",
    Relief: "Relief",
    Sanction: "Sanction",
    Source: "Source",
    Target: "Target",
    Term: "Term",
}


def open_library(folder: Path) -> Library:
    """Read every file below a folder; raise Refused with the problems of all of them."""
    problems: list[Problem] = []
    dossiers = list(_each(folder / "dossiers", read_dossier, problems))
    references = list(_each(folder / "reference", read_reference, problems))
    if not (dossiers or references or problems):
        message = "holds no dossiers/*.yaml and no reference/*.yaml; name the folder that does"
        problems.append(Problem(str(folder), 1, "", message))
    declared = _declared((*references, *dossiers), problems)
    if problems:
        raise Refused(tuple(problems))
    return Library(tuple(dossiers), tuple(references), declared)


def home(document: AnyDocument) -> str:
    """The slug within which a document's own ids count."""
    return document.record.slug if isinstance(document.record, Dossier) else ""


def local(kind: str, key: str, document: AnyDocument) -> Key:
    """The full key of a record that a document names: ids of terms and claims count within a dossier."""
    if kind in ("Claim", "Term") and "/" not in key:
        return kind, f"{home(document)}/{key}"
    return kind, key


def _each(
    folder: Path, read: Callable[[Path], Document[R]], problems: list[Problem]
) -> Iterator[Document[R]]:
    for path in sorted(folder.glob("*.yaml")):
        try:
            yield read(path)
        except Refused as refused:
            problems.extend(refused.problems)


def _declared(documents: tuple[AnyDocument, ...], problems: list[Problem]) -> dict[Key, Declaration]:
    declared: dict[Key, Declaration] = {}
    for document in documents:
        for loc, record in walk(document.record):
            key = _key(record, document)
            if key is None:
                continue
            first = declared.setdefault(key, Declaration(document, loc, record))
            if first.record is not record:
                problems.append(_twice(first, document, loc, key))
    return declared


def _key(record: object, document: AnyDocument) -> Key | None:
    kind = KINDS.get(type(record)) if isinstance(record, Record) else None
    if kind is None:
        return None
    names = (getattr(record, name, None) for name in ("slug", "id", "code", "iso2"))
    return local(kind, next(name for name in names if name), document)


def _twice(first: Declaration, document: AnyDocument, loc: Loc, key: Key) -> Problem:
    at = first.document.problem(first.loc, "")
    message = f"declares {key[0]} `{key[1].split('/')[-1]}` a second time (first in {at.file}:{at.line}); "
    return document.problem(loc, message + "keep one of the two, or give this one another name")
