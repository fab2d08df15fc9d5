"""Loads a folder of seeds: reads all of it, proves it, then brings the tables to it in one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from seeds.loader.library import Library, open_library
from seeds.loader.rows import rows_of
from seeds.loader.rules import Withheld, listed_twice, shown_names, unknown_names, withheld_names
from seeds.loader.sync import Connection, Counts, synchronize
from seeds.records import Problem, Refused
from seeds.records.discretion import HIDDEN, touches, words_of

FOLDER = Path(__file__).parent.parent
DATASET = "detente-dossiers"
SYNTHETIC = "synthetic"
REASON = "Load the dossiers"
# Tables that triggers write, whatever is loaded.
KEPT = (
    "change",
    "revision",
    "search_key",
    "search_word",
    "search_form",
    "release_nationality",
    "row_count_part",
)

_CONFIDENTIAL = (
    "SELECT n.name, d.slug FROM confidential.detainee_name n JOIN detainee d ON d.id = n.detainee_id"
)


class DatabaseRefused(Exception):
    """The database did not take the rows; nothing was loaded."""


class SyntheticPresent(DatabaseRefused):
    """The database is one for measuring: a load would take its made-up rows for removed dossiers."""

    def __init__(self) -> None:
        super().__init__(
            "the database holds synthetic data, which a load would remove; nothing was loaded."
            " Run `detente synth --remove` first, or load into another database."
        )


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load changed: rows per table, and the revision it made, if any."""

    tables: Mapping[str, Counts]
    revision: int | None

    @property
    def added(self) -> int:
        """How many rows are new."""
        return sum(counts.added for counts in self.tables.values())

    @property
    def changed(self) -> int:
        """How many rows say something else than before."""
        return sum(counts.changed for counts in self.tables.values())

    @property
    def removed(self) -> int:
        """How many rows are gone."""
        return sum(counts.removed for counts in self.tables.values())

    @property
    def touched(self) -> list[str]:
        """The tables in which anything changed."""
        return [name for name, counts in self.tables.items() if counts != Counts()]

    def __str__(self) -> str:
        """One line per table that changed, and a sum."""
        lines = [
            f"{name}: {counts.added} added, {counts.changed} changed, {counts.removed} removed"
            for name, counts in ((name, self.tables[name]) for name in self.touched)
        ]
        made = f"revision {self.revision}" if self.revision else "no revision"
        return "\n".join(
            (*lines, f"{self.added} added, {self.changed} changed, {self.removed} removed: {made}")
        )


async def load(
    connection: Connection, folder: Path = FOLDER, *, progress: Callable[[str], None] | None = None
) -> LoadReport:
    """Load every file below a folder; all of it or, with Refused, nothing."""
    tell = progress or _silence
    tell(f"Reading {folder}")
    library = open_library(folder)
    tell(f"Checking {len(library.documents)} files")
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(hashtext('detente.seed'))")
        if await connection.fetchval("SELECT true FROM dataset_source WHERE slug = $1", SYNTHETIC):
            raise SyntheticPresent
        _check(library, await _withheld_before(connection))
        await connection.execute("SELECT set_config('detente.reason', $1, true)", REASON)
        try:
            rows = rows_of(library, DATASET)
            tell(f"Comparing {sum(map(len, rows.tables.values()))} rows with the tables")
            tables = await synchronize(connection, rows)
        except asyncpg.PostgresError as error:
            raise DatabaseRefused(_explain(error)) from None
        revision = await connection.fetchval("SELECT current_setting('detente.revision', true)")
    report = LoadReport(tables, int(revision) if revision else None)
    if report.revision:
        await connection.execute(f"ANALYZE {', '.join([*report.touched, *KEPT])}")
    return report


def check_folder(folder: Path = FOLDER) -> Library:
    """Read and prove every file below a folder without a database."""
    library = open_library(folder)
    _check(library, {})
    return library


def _check(library: Library, withheld: Withheld) -> None:
    withheld = {**withheld, **withheld_names(library)}
    problems = [*unknown_names(library), *listed_twice(library), *shown_names(library, withheld)]
    if ("DatasetSource", DATASET) not in library.declared:
        message = f"no data set `{DATASET}` is declared; add it to reference/datasets.yaml"
        problems.append(Problem("reference/datasets.yaml", 1, "datasets", message))
    if problems:
        raise Refused(tuple(_discreet(problem, withheld) for problem in problems))


def _discreet(problem: Problem, withheld: Withheld) -> Problem:
    """A problem that would quote a withheld name says only where it stands."""
    if touches(f"{problem.where} {problem.message}", withheld):
        return Problem(problem.file, problem.line, "", HIDDEN)
    return problem


async def _withheld_before(connection: Connection) -> Withheld:
    return {words_of(row["name"]): row["slug"] for row in await connection.fetch(_CONFIDENTIAL)}


def _explain(error: asyncpg.PostgresError) -> str:
    """The database's own words without its detail, which would quote the row."""
    place = f" (table {error.table_name})" if getattr(error, "table_name", None) else ""
    message = f"the database refused the rows{place}: {error.args[0]}; nothing was loaded."
    return (
        message
        + " Correct the dossier that holds this row, or bring the tables up to date with `detente migrate`."
    )


def _silence(message: str) -> None:
    """Tell nobody."""
