"""A table on its way into a file: its columns, its rows page by page, and what is told beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.exports.columns import Column

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a source of the data comes from."""

    title: str
    publisher: str
    license: str
    url: str | None
    retrieved_on: str | None


@dataclass(frozen=True, slots=True)
class About:
    """What is told beside a table.

    Attributes:
        title: What it is called: "Releases".
        description: What its rows are.
        address: Where it was asked for, with all filters; the folder's file of a bulk export.
        filters: What was asked, in the words of the address; empty for everything.
        revision: That of the data.
        updated_at: When that was made.
        license: The terms of the curated data.
        origins: The data sets that the rows come from.
    """

    title: str
    description: str
    address: str
    filters: tuple[tuple[str, str], ...]
    revision: int
    updated_at: str
    license: str
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The columns, and what is told beside them."""

    columns: tuple[Column, ...]
    about: About
