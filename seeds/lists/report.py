"""Says what a load of a list changed, and how its input was used."""

from dataclasses import dataclass
from typing import NamedTuple

from seeds.lists.audit import Audit


class Difference(NamedTuple):
    """One entry that is new, says something else, came back or is gone."""

    how: str
    key: str
    name: str
    fields: str

    def __str__(self) -> str:
        """'changed 32746 BELARUSKALI OAO: identifiers, names'."""
        return f"{self.how} {self.key} {self.name}{f': {self.fields}' if self.fields else ''}"


@dataclass(frozen=True, slots=True)
class Report:
    """What a load changed: entries by what became of them, the first differences, and the account of the input."""

    list: str
    as_of: str
    entries: int
    added: int
    changed: int
    returned: int
    gone: int
    joined: int
    left_out: int
    revision: int | None
    dry_run: bool
    differences: tuple[Difference, ...]
    audit: Audit

    def __str__(self) -> str:
        """The sum in one line."""
        made = "nothing was written" if self.dry_run else "no revision"
        if self.revision and not self.dry_run:
            made = f"revision {self.revision}"
        out = f", {self.left_out:,} left out because they hold a withheld name" if self.left_out else ""
        return (
            f"{self.list} as of {self.as_of}: {self.entries:,} entries ({self.joined:,} on targets known otherwise):"
            f" {self.added:,} new, {self.changed:,} changed, {self.returned:,} back, {self.gone:,} gone{out}: {made}"
        )
