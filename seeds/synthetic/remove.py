"""Removes everything that was made up, and nothing else."""

from collections.abc import Callable

from seeds.loader.load import KEPT
from seeds.synthetic.run import LOCK, SyntheticRefused
from seeds.synthetic.tables import COLUMNS, DATASET, DATASET_ID
from seeds.synthetic.world import Connection, is_present

REASON = "Remove the synthetic data"

_MADE_UP = f"slug ~ '^(withheld-)?{DATASET}-[a-z-]+-[0-9]+$'"
_PROGRAM = f"code ~ '^{DATASET.upper()}-[A-Z]+-[0-9]+$'"
_DATASET = f"dataset_id = {DATASET_ID}"
_CLAIMS = f"source_id IN (SELECT id FROM source WHERE {_MADE_UP})"  # noqa: S608 - constants


def _part(column: str, table: str, condition: str = _MADE_UP) -> str:
    return f"{column} IN (SELECT id FROM {table} WHERE {condition})"  # noqa: S608 - constants


# Parts stand before what they are part of: a cascade would look for the parts of each row by itself.
_ROWS = {
    "claim_relation": _part("claim_id", "claim", _CLAIMS),
    "claim": _CLAIMS,
    "exchange": _part("agreement_id", "agreement"),
    "term": _part("agreement_id", "agreement"),
    "relief_sanction": _part("relief_id", "relief"),
    "relief_target": _part("relief_id", "relief"),
    "relief_program": _part("relief_id", "relief"),
    "agreement_relief": _part("agreement_id", "agreement"),
    "relief": _MADE_UP,
    "release_member": _part("release_id", "release"),
    "release_count": _part("release_id", "release"),
    "agreement_release": _part("agreement_id", "agreement"),
    "release": _MADE_UP,
    "party": _part("agreement_id", "agreement"),
    "agreement": _MADE_UP,
    "charge": _part("detention_id", "detention", _part("detainee_id", "detainee")),
    "detention": _part("detainee_id", "detainee"),
    "recognition": _part("detainee_id", "detainee"),
    "nationality": _part("detainee_id", "detainee"),
    "detainee_identifier": _part("detainee_id", "detainee"),
    "detainee_name": _part("detainee_id", "detainee"),
    "detainee": _MADE_UP,
    "sanction_identifier": _part("sanction_id", "sanction", _DATASET),
    "sanction_in_program": _part("sanction_id", "sanction", _DATASET),
    "sanction": _DATASET,
    "target_country": _part("target_id", "target", _DATASET),
    "target_identifier": _part("target_id", "target", _DATASET),
    "target_name": _part("target_id", "target", _DATASET),
    "target": _DATASET,
    "dataset_row": _DATASET,
    "instrument": _MADE_UP,
    "source": _MADE_UP,
    "sanction_program_target_country": _part("program_id", "sanction_program", _PROGRAM),
    "sanction_program": _PROGRAM,
    "dataset_source": f"id = {DATASET_ID}",
    "organization": _MADE_UP,
}
STEPS = len(_ROWS)


async def remove(connection: Connection, progress: Callable[[int], None] | None = None) -> int:
    """Remove all synthetic rows and return how many they were; `progress` is told of each table."""
    removed = 0
    async with connection.transaction():
        await connection.execute(LOCK)
        if not await is_present(connection):
            raise SyntheticRefused(
                "The database holds no synthetic data.\n  Fix: nothing; there is nothing to remove."
            )
        await connection.execute("SELECT set_config('detente.reason', $1, true)", REASON)
        for table, condition in _ROWS.items():
            done = await connection.execute(f"DELETE FROM {table} WHERE {condition}")  # noqa: S608 - constants
            removed += int(done.rpartition(" ")[2])
            if progress:
                progress(1)
    await connection.execute(f"ANALYZE {', '.join([*COLUMNS, *KEPT])}")
    return removed
