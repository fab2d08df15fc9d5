"""Writes rows made by chance into a database, and changes some of them, so that there is a history."""

import json
from random import Random

import asyncpg

from tests.oracle import words
from tests.oracle.maker import Values
from tests.oracle.rows import make_rows
from tests.oracle.world import enum_labels

RENAMED = {"country": "official_name", "organization": "name", "release": "title", "claim": "quote"}


async def fill(connection: asyncpg.Connection, seed: str) -> None:
    """Fill an empty database with the rows that a seed gives, in a few transactions."""
    random = Random(seed)  # noqa: S311 - a seed has to give the same rows again
    tables = make_rows(random, await enum_labels(connection))
    async with connection.transaction():
        for table, rows in tables.items():
            await _insert(connection, table, rows)
    for _ in range(random.randint(0, 3)):
        async with connection.transaction():
            await connection.execute(
                "SELECT set_config('detente.reason', $1, true)", random.choice(("", words.text(random)))
            )
            await _change(connection, random)


async def _insert(connection: asyncpg.Connection, table: str, rows: list[Values]) -> None:
    if rows:
        columns = ", ".join(sorted({column for row in rows for column in row}))
        await connection.execute(
            f"INSERT INTO {table} ({columns}) SELECT {columns} FROM json_populate_recordset(NULL::{table}, $1)",
            json.dumps(rows),
        )


async def _change(connection: asyncpg.Connection, random: Random) -> None:
    table = random.choice(list(RENAMED))
    await connection.execute(f"UPDATE {table} SET {RENAMED[table]} = $1 || id", words.text(random)[:99])
    await connection.execute("DELETE FROM claim WHERE id % $1 = 0", random.randint(2, 9))
    await connection.execute("DELETE FROM target_identifier WHERE target_id % $1 = 0", random.randint(1, 9))
    await connection.execute("UPDATE detainee SET status = 'UNKNOWN' WHERE id % $1 = 0", random.randint(1, 9))
