"""Collects rows per table, in the order in which foreign keys allow them to be written."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import TypeAlias

from seeds.loader.ids import identify
from seeds.records import Record

Cell: TypeAlias = str | int | bool | date | list[str] | None
Row: TypeAlias = dict[str, Cell]

# Tables that hold what dossiers say; each stands after those it refers to.
ORDER = (
    "country",
    "organization",
    "dataset_source",
    "dataset_row",
    "source",
    "instrument",
    "sanction_program",
    "sanction_program_target_country",
    "target",
    "target_name",
    "target_identifier",
    "target_country",
    "sanction",
    "sanction_in_program",
    "sanction_identifier",
    "detainee",
    "confidential.detainee_name",
    "detainee_name",
    "detainee_identifier",
    "nationality",
    "recognition",
    "detention",
    "charge",
    "agreement",
    "party",
    "release",
    "agreement_release",
    "release_count",
    "release_member",
    "relief",
    "agreement_relief",
    "relief_program",
    "relief_target",
    "relief_sanction",
    "term",
    "exchange",
    "claim",
    "claim_relation",
)
SHARED = frozenset({"country", "organization", "source", "instrument", "sanction_program"})


class Rows:
    """Rows per table; a row of a table that data sets share is noted as declared by ours."""

    def __init__(self, dataset: str) -> None:
        self.dataset_id = identify("DatasetSource", dataset)
        self.tables: dict[str, list[Row]] = {name: [] for name in ORDER}

    def add(self, table: str, *parts: Mapping[str, Cell]) -> None:
        """Add one row, made of parts."""
        row: Row = {}
        for part in parts:
            row.update(part)
        self.tables[table].append(row)
        if table in SHARED:
            note: Row = {"dataset_id": self.dataset_id, "table_name": table, "row_id": row["id"]}
            self.tables["dataset_row"].append(note)

    def pair(self, table: str, left: tuple[str, int], right: str, ids: Iterable[int]) -> None:
        """Add the rows that tie one record to several others."""
        for other in ids:
            self.add(table, {left[0]: left[1], right: other})


def cells(record: Record, columns: str) -> Row:
    """The fields of a record that have columns of the same names."""
    return {name: _cell(getattr(record, name)) for name in columns.split()}


def _cell(value: object) -> Cell:
    match value:
        case Enum():
            return str(value.value)
        case tuple():
            return [str(_cell(item)) for item in value]
        case None | str() | int() | date():
            return value
    raise TypeError(f"no column holds a {type(value).__name__}")
