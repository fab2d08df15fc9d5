"""Makes rows by chance: what any of them may refer to, which keys they may not share, and tables of pairs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.oracle import words

Values = dict[str, Any]

LINKS = (
    ("sanction_program_target_country", "program", "sanction_program", "country"),
    ("target_country", "target", "target", "country"),
    ("sanction_in_program", "sanction", "sanction", "program"),
    ("agreement_release", "agreement", "agreement", "release"),
    ("agreement_relief", "agreement", "agreement", "relief"),
    ("relief_program", "relief", "relief", "program"),
    ("relief_target", "relief", "relief", "target"),
    ("relief_sanction", "relief", "relief", "sanction"),
)


@dataclass
class Maker:
    """Makes the rows of one database, table after table; those made stand in `tables`, parents first."""

    random: Random
    enums: dict[str, list[str]]
    most: int
    tables: dict[str, list[Values]] = field(default_factory=dict)

    def make(self, rows: Mapping[str, "Make"]) -> dict[str, list[Values]]:
        """Make all rows."""
        for table, make in rows.items():
            self.add(table, make)
        for table, ours, their_table, other in LINKS:
            target = {"program": "sanction_program"}.get(other, other)
            self.pairs(table, (f"{ours}_id", self.ids(their_table)), (f"{other}_id", self.ids(target)))
        self.relations()
        return self.tables

    # What rows are made of

    def word(self, enum: str) -> str:
        """Return a label of an enum."""
        return self.random.choice(self.enums[enum])

    def ids(self, table: str) -> list[int]:
        """Return the ids of the rows of a table."""
        return [row["id"] for row in self.tables[table]]

    def one(self, table: str) -> int:
        """Return the id of some row; there has to be one."""
        return self.random.choice(self.ids(table))

    def maybe(self, table: str) -> int | None:
        """Return the id of some row, or nothing."""
        ids = self.ids(table)
        return self.random.choice(ids) if ids and self.random.random() < 0.7 else None

    def some_words(self, enum: str) -> list[str]:
        """Return a few labels of an enum."""
        return self.random.sample(self.enums[enum], self.random.randint(0, 3))

    def texts(self, least: int = 0) -> list[str]:
        """Return a few texts."""
        return [words.text(self.random) for _ in range(self.random.randint(least, 3))]

    # How tables are filled

    def add(self, table: str, make: "Make") -> None:
        """Add a handful of rows; where two have the same key, the first stays."""
        self.tables[table] = []
        for _ in range(self.tries(table)):
            row = make(self) if all(self.tables[parent] for parent in NEEDS.get(table, ())) else None
            if row is not None and not any(_clash(table, row, other) for other in self.tables[table]):
                self.tables[table].append(row)

    def tries(self, table: str) -> int:
        """Return how many rows to try to make; a table is empty now and then, and claims are many."""
        if self.random.random() < 0.05:
            return 0
        return self.random.randint((self.most + 1) // 2, self.most) * (3 if table == "claim" else 1)

    def pairs(self, table: str, one: tuple[str, list[int]], other: tuple[str, list[int]]) -> None:
        """Tie rows of two tables together."""
        every = [{one[0]: ours, other[0]: theirs} for ours in one[1] for theirs in other[1]]
        self.tables[table] = self.random.sample(every, min(len(every), self.random.randint(0, 3 * self.most)))

    def relations(self) -> None:
        """Tie claims to claims."""
        every = [
            {"claim_id": ours, "other_id": theirs, "kind": kind}
            for ours in self.ids("claim")
            for theirs in self.ids("claim")
            if ours != theirs
            for kind in self.enums["claim_relation_kind"]
        ]
        self.tables["claim_relation"] = self.random.sample(every, min(len(every), self.random.randint(0, 8)))

    def node(self, **values: object) -> Values:
        """Return a row with an id."""
        big = self.random.random() < 0.1
        return {
            "id": self.random.randint(words.BIG - 20, words.BIG) if big else self.random.randint(1, 60)
        } | values

    def named(self, **values: object) -> Values:
        """Return a row with an id and a slug."""
        return self.node(slug=words.slug(self.random)) | values


def _clash(table: str, row: Values, other: Values) -> bool:
    return any(
        row.get(columns[0]) is not None and all(row[each] == other[each] for each in columns)
        for columns in (*UNIQUE.get(table, ()), ("id",), ("slug",))
        if set(columns) <= row.keys()
    )


Make = Callable[[Maker], Values | None]
"""Makes one row, or none where chance has made it impossible."""

UNIQUE: dict[str, tuple[tuple[str, ...], ...]] = {
    "country": (("iso2",), ("iso3",), ("name",)),
    "sanction_program": (("code",),),
    "target_name": (("target_id", "position"),),
    "target_identifier": (("target_id", "scheme", "value"),),
    "target_address": (("target_id", "position", "dataset_id"),),
    "target_detail": (("target_id", "position", "dataset_id"),),
    "target_link": (("target_id", "position", "dataset_id"),),
    "list_entry": (("dataset_id", "key"),),
    "sanction_listing": (("dataset_id", "key"),),
    "sanction_identifier": (("sanction_id", "scheme", "value"),),
    "detainee": (("target_id",),),
    "detainee_name": (("detainee_id", "position"),),
    "detainee_identifier": (("detainee_id", "scheme", "value"),),
    "nationality": (("detainee_id", "country_id"),),
    "recognition": (("detainee_id", "organization_id", "label"),),
    "party": (("agreement_id", "position"),),
    "release_count": (("release_id", "position"),),
    "release_member": (("release_id", "detainee_id"),),
}

NEEDS: dict[str, tuple[str, ...]] = {
    "source": ("organization",),
    "dataset_source": ("organization",),
    "sanction_program": ("organization",),
    "target": ("dataset_source",),
    "target_name": ("target",),
    "target_identifier": ("target",),
    "sanction": ("target", "organization", "dataset_source"),
    "target_address": ("target", "dataset_source"),
    "target_detail": ("target", "dataset_source"),
    "target_link": ("target", "dataset_source"),
    "list_entry": ("target", "dataset_source"),
    "sanction_listing": ("sanction", "list_entry"),
    "sanction_identifier": ("sanction",),
    "nationality": ("detainee", "country"),
    "recognition": ("detainee", "organization"),
    "detention": ("detainee", "country"),
    "charge": ("detention",),
    "party": ("agreement",),
    "release": ("country",),
    "release_count": ("release",),
    "release_member": ("release", "detainee"),
    "term": ("agreement",),
    "exchange": ("agreement", "release"),
    "claim": ("source",),
}
