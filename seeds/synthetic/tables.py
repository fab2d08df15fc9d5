"""Collects made-up rows by table, in the order and with the columns in which they are copied."""

from itertools import count
from typing import TypeAlias

from seeds.loader.ids import identify
from seeds.loader.load import SYNTHETIC

DATASET = SYNTHETIC
DATASET_ID = identify("DatasetSource", DATASET)

Cells: TypeAlias = tuple[object, ...]

# Each table stands after those it refers to.
COLUMNS = {
    "organization": "id slug name kind country_id",
    "dataset_source": "id slug title publisher_id license",
    "sanction_program": "id code name authority_id country_id measures status",
    "sanction_program_target_country": "program_id country_id",
    "source": "id slug publisher_id kind title url published_on retrieved_on language state_controlled",
    "instrument": "id slug kind number title issuer_id issued_on effective_on",
    "dataset_row": "dataset_id table_name row_id",
    "target": "id slug kind name born_on dataset_id",
    "target_name": "target_id position text language script kind",
    "target_identifier": "target_id scheme value",
    "target_country": "target_id country_id",
    "sanction": "id slug target_id authority_id country_id list measures reason listed_on started_on ended_on"
    " ending dataset_id",
    "sanction_in_program": "sanction_id program_id",
    "sanction_identifier": "sanction_id scheme value",
    "detainee": "id slug name publication sex born_on occupation status target_id",
    "detainee_name": "detainee_id position text language script kind",
    "detainee_identifier": "detainee_id scheme value",
    "nationality": "detainee_id country_id kind",
    "recognition": "detainee_id organization_id label recognized_on source_id",
    "detention": "id detainee_id country_id captor_id authority facility started_on ended_on legal_status",
    "charge": "id detention_id position category title statute stage decided_on sentence_months sentence",
    "agreement": "id slug title kind status announced_on summary text_available",
    "party": "agreement_id position role country_id organization_id negotiators",
    "release": "id slug title released_on country_id captor_id authority mode total_value total_min total_max"
    " total_completeness part_of_id",
    "agreement_release": "agreement_id release_id",
    "release_count": "release_id position dimension country_id label value completeness scope scope_note source_id",
    "release_member": "id release_id detainee_id position outcome destination_id",
    "relief": "id slug title kind status country_id authority_id announced_on issued_on effective_on"
    " unblocks_property instrument_id",
    "agreement_relief": "agreement_id relief_id",
    "relief_program": "relief_id program_id",
    "relief_target": "relief_id target_id",
    "relief_sanction": "relief_id sanction_id",
    "term": "id agreement_id position kind giver_id receiver_id text performance performed_on release_id relief_id",
    "exchange": "id agreement_id position release_id relief_id counter_release_id concession_id relation",
    "claim": "id position detainee_id detention_id charge_id agreement_id exchange_id release_id release_member_id"
    " relief_id sanction_id field value statement speaker speaker_organization_id stance verification stated_on"
    " quote source_id",
    "claim_relation": "claim_id other_id kind",
}
SHARED = ("organization", "sanction_program", "source", "instrument")


class Batch:
    """Rows of all tables, until they are copied."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Cells]] = {table: [] for table in COLUMNS}
        self.people = 0
        self.listings = 0

    def add(self, table: str, *cells: object) -> None:
        """Add one row; its cells stand in the order of COLUMNS."""
        self.rows[table].append(cells)
        if table in SHARED:
            self.rows["dataset_row"].append((DATASET_ID, table, cells[0]))

    def __len__(self) -> int:
        return sum(map(len, self.rows.values()))


class Numbers:
    """Counts each kind of record, so that each gets a slug and an id of its own."""

    def __init__(self) -> None:
        self._counts: dict[str, count[int]] = {}

    def next(self, kind: str) -> int:
        """The next number of a kind, from 1."""
        return next(self._counts.setdefault(kind, count(1)))

    def slug(self, kind: str, word: str) -> tuple[int, str]:
        """The next id and slug: ("Release", "release") → (…, "synthetic-release-1")."""
        slug = f"{DATASET}-{word}-{self.next(kind)}"
        return identify(kind, slug), slug
