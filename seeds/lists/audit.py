"""Accounts for every line of an input: how it was used, or why it was not."""

from collections import Counter
from collections.abc import Iterable, Iterator

from seeds.lists.entries import Place
from seeds.lists.findings import Finding

# So many findings are kept whole; of the others only their number is.
KEPT = 1_000


class Audit:
    """How each record of each file was used, and what in it was not understood."""

    def __init__(self) -> None:
        self.read: Counter[str] = Counter()
        self.uses: Counter[tuple[str, str]] = Counter()
        self.findings: list[Finding] = []
        self.found: Counter[str] = Counter()

    def reads(self, file: str, many: int = 1) -> None:
        """Note that records of a file were read."""
        self.read[file] += many

    def uses_as(self, file: str, use: str, many: int = 1) -> None:
        """Note how records of a file were used; each record has one use."""
        self.uses[file, use] += many

    def finds(self, place: Place, what: str, value: str) -> None:
        """Report something that was not understood."""
        self.found[what] += 1
        if len(self.findings) < KEPT:
            self.findings.append(Finding(place, what, value))

    def unaccounted(self) -> Iterator[tuple[str, int]]:
        """The files of which not every record has a use, and how many have none."""
        for file, many in self.read.items():
            used = sum(count for (of, _), count in self.uses.items() if of == file)
            if used != many:
                yield file, many - used

    def lines(self) -> Iterable[str]:
        """The account, file by file, and a sum of the findings."""
        for file, many in self.read.items():
            yield f"{file}: {many:,} records"
            for (of, use), count in self.uses.items():
                if of == file:
                    yield f"  {count:>9,} {use}"
        for what, count in self.found.most_common():
            yield f"not understood: {count:,} times {what}"
