"""Says what a dossier may say: records, and a reader that names file, line and remedy."""

from seeds.records.base import Record
from seeds.records.files import Dossier, Reference
from seeds.records.reader import Document, Problem, Refused, read_dossier, read_reference, walk

__all__ = [
    "Document",
    "Dossier",
    "Problem",
    "Record",
    "Reference",
    "Refused",
    "read_dossier",
    "read_reference",
    "walk",
]
