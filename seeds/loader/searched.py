"""Has search take in what a load wrote, all at once: row by row it would fold the same words again and again."""

from typing import TypeAlias

import asyncpg

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

_LATER = "SELECT set_config('detente.search', 'later', true)"
_FOUND = {
    "Country": "COUNTRY",
    "Detainee": "DETAINEE",
    "Target": "TARGET",
    "Organization": "ORGANIZATION",
    "SanctionProgram": "SANCTION_PROGRAM",
    "Agreement": "AGREEMENT",
    "Release": "RELEASE",
    "Relief": "RELIEF",
}
_CHANGED = """
SELECT subject_type, array_agg(DISTINCT subject_id) AS ids FROM change
WHERE revision = $1 AND subject_type = ANY ($2) GROUP BY subject_type ORDER BY subject_type
"""


async def put_off(connection: Connection) -> None:
    """Have triggers leave search alone for the rest of the transaction, which must call `catch_up`."""
    await connection.execute(_LATER)


async def catch_up(connection: Connection, revision: int) -> None:
    """Bring the keys of all records that a revision changed in line with their names."""
    for row in await connection.fetch(_CHANGED, revision, list(_FOUND)):
        await connection.execute(
            f"CALL refresh_search('{_FOUND[row['subject_type']]}', $1::bigint[])", row["ids"]
        )
