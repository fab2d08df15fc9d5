"""Leaves out entries that would show a name that is withheld."""

from seeds.lists.stage import TABLES, Connection, arriving
from seeds.records.discretion import words_of

_NAMES = "SELECT name FROM confidential.detainee_name"
_TEXTS = """
SELECT key, concat_ws(' ', name, remarks) AS text FROM staged_entry
UNION ALL SELECT key, text FROM staged_name
UNION ALL SELECT key, value FROM staged_detail
UNION ALL SELECT key, name FROM staged_link
UNION ALL SELECT key, concat_ws(' ', street, city, region, note) FROM staged_address
UNION ALL SELECT entry_key, reason FROM staged_sanction WHERE reason IS NOT NULL
"""
# A word that is rare enough is looked for first; only then are all words of the text told apart.
_SHOWS = f"""
SELECT DISTINCT t.key FROM ({_TEXTS}) t
WHERE lower(unaccent(t.text)) LIKE '%' || $1 || '%'
    AND regexp_split_to_array(lower(unaccent(t.text) COLLATE pg_c_utf8), '[^[:alnum:]]+') @> $2
"""  # noqa: S608 - constants


async def leave_out_withheld(connection: Connection) -> int:
    """Take the entries that hold all words of a withheld name out of the batch, and say how many they were."""
    keys: set[str] = set()
    for row in await connection.fetch(_NAMES):
        words = sorted(words_of(row["name"]), key=len)
        keys.update(found["key"] for found in await connection.fetch(arriving(_SHOWS), words[-1], words))
    for table, columns in TABLES.items() if keys else ():
        if table != "staged_organization":
            column = "entry_key" if "entry_key" in columns else "key"
            await connection.execute(
                f"DELETE FROM {arriving(table)} WHERE {column} = ANY ($1)",  # noqa: S608 - constants
                sorted(keys),
            )
    return len(keys)
