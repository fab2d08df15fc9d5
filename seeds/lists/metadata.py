"""Declares what is known of a list itself, and how a list is read and mapped."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from seeds.lists.audit import Audit
from seeds.lists.entries import Authority, Entry

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A list: who publishes it, where, under which terms, and how large it is known to be."""

    slug: str
    """The data set's slug, and the word for `detente import`."""
    title: str
    publisher: Authority
    license: str
    home: str | None
    """The page for people; what `dataset.sources` and citations show."""
    downloads: tuple[str, ...] = ()
    """What to fetch where no file is named, in the order in which the reader wants it."""
    expected: int = 1
    """Fewer entries than this are no whole list."""


@dataclass(frozen=True, slots=True)
class Input:
    """The files of one reading of a list, and their checksum."""

    files: tuple[Path, ...]
    checksum: str
    """SHA-256 over all files, in their order."""
    url: str | None = None
    """Where they were fetched, if they were."""


@dataclass(frozen=True, slots=True)
class OfficialList(Generic[R]):
    """A list and how it comes to entries: `read` turns files into records, `map_record` a record into an entry.

    `read` raises ListRefused where the input is not whole, in a wrong encoding, or another list's; what it can read
    and not understand it reports to the audit. `map_record` does no input or output. Both stream.
    """

    metadata: Metadata
    read: Callable[[Input, Audit], Iterator[R]]
    map_record: Callable[[R, Audit], Entry | None]
    published_on: Callable[[Input], str | None]
    """The day that the list itself bears, as YYYY-MM-DD, where it bears one."""

    def entries(self, source: Input, audit: Audit) -> Iterator[Entry]:
        """Every entry of an input, one after the other."""
        for record in self.read(source, audit):
            entry = self.map_record(record, audit)
            if entry is not None:
                yield entry
