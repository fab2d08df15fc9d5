"""Writes made-up data into a database: one transaction, one revision, in batches and constant memory."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import asyncpg

from seeds.loader import searched
from seeds.loader.load import KEPT
from seeds.synthetic.stories import Sizes, batches
from seeds.synthetic.tables import COLUMNS, Batch
from seeds.synthetic.world import Connection, countries, is_present

REASON = "Make up synthetic data, for measuring"
LOCK = "SELECT pg_advisory_xact_lock(hashtext('detente.seed'))"


class SyntheticRefused(Exception):
    """Synthetic data cannot be written or removed here; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was written."""

    rows: dict[str, int]
    revision: int

    def __str__(self) -> str:
        """One line per table, and a sum."""
        lines = [f"{table}: {many:,}" for table, many in self.rows.items() if many]
        return "\n".join((*lines, f"{sum(self.rows.values()):,} rows: revision {self.revision}"))


async def synthesize(
    connection: Connection, sizes: Sizes, seed: int, progress: Callable[[int], None] | None = None
) -> Report:
    """Write synthetic data beside the seeds; `progress` is told how many detainees and sanctions are done."""
    rows = dict.fromkeys(COLUMNS, 0)
    async with connection.transaction():
        await connection.execute(LOCK)
        known = await countries(connection)
        if not known:
            raise SyntheticRefused("The database holds no countries.\n  Fix: run `detente seed` first.")
        if await is_present(connection):
            raise SyntheticRefused(
                "The database holds synthetic data already.\n  Fix: run `detente synth --remove` first."
            )
        await connection.execute("SELECT set_config('detente.reason', $1, true)", REASON)
        # Deferred checks would wait in memory, one for each row, until the end; and checks planned while the
        # tables are small would read them whole, row by row, for as long as they grow.
        await connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        await connection.execute("SET LOCAL enable_seqscan = off")
        # Indexes of text take in many rows at once far faster than one by one.
        await connection.execute("SET LOCAL gin_pending_list_limit = '128MB'")
        await connection.execute("SET LOCAL work_mem = '128MB'")
        # Every record is new, so no part of one is a change of its own.
        await connection.execute("SELECT set_config('detente.parts', 'new', true)")
        await searched.put_off(connection)
        source = batches(sizes, seed, known)
        batch = _next(source)
        while batch:
            # Python makes the next batch up while Postgres takes this one in.
            _, following = await asyncio.gather(_write(connection, batch), asyncio.to_thread(_next, source))
            for table, made in batch.rows.items():
                rows[table] += len(made)
            if progress:
                progress(batch.people + batch.listings)
            batch = following
        revision: int = await connection.fetchval("SELECT open_revision()")
        await searched.catch_up(connection, revision)
    await connection.execute(f"VACUUM (ANALYZE) {', '.join([*COLUMNS, *KEPT])}")
    return Report(rows, revision)


def _next(source: Iterator[Batch]) -> Batch | None:
    return next(source, None)


async def _write(connection: Connection, batch: Batch) -> None:
    for table, columns in COLUMNS.items():
        if batch.rows[table]:
            await _copy(connection, table, columns.split(), batch)


async def _copy(connection: Connection, table: str, columns: list[str], batch: Batch) -> None:
    try:
        await connection.copy_records_to_table(table, records=batch.rows[table], columns=columns)
    except asyncpg.PostgresError as error:
        raise SyntheticRefused(
            f"The database refused rows of {table}: {error}.\n"
            "  Fix: bring the tables up to date with `detente migrate`; if they are, report this."
        ) from error
