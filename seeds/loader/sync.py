"""Brings tables to the state that rows describe, touching only what differs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import asyncpg

from seeds.loader.rows.table import ORDER, SHARED, Row, Rows

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

_COLUMNS = """
SELECT a.attname AS name, coalesce(a.attnum = ANY (i.indkey), false) AS key
FROM pg_attribute a
LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
WHERE a.attrelid = $1::text::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
ORDER BY a.attnum
"""

# Which rows of a table are ours to remove; $1 is our data set. Tables left out are ours alone.
_OF_SANCTION = "EXISTS (SELECT FROM sanction o WHERE o.id = t.sanction_id AND o.dataset_id = $1)"
_OF_CLAIM = """EXISTS (
    SELECT FROM claim o LEFT JOIN sanction s ON s.id = o.sanction_id
    WHERE o.id = t.claim_id AND coalesce(s.dataset_id, $1) = $1
)"""
_SHARED = """EXISTS (SELECT FROM dataset_row o WHERE (o.table_name, o.row_id, o.dataset_id) = ('{table}', t.{column}, $1))
    AND NOT EXISTS (
        SELECT FROM dataset_row o WHERE (o.table_name, o.row_id) = ('{table}', t.{column}) AND o.dataset_id <> $1
    )"""
_OURS = {
    **{table: _SHARED.format(table=table, column="id") for table in SHARED},
    "dataset_source": "false AND t.id = $1",
    "dataset_row": "t.dataset_id = $1",
    "sanction_program_target_country": _SHARED.format(table="sanction_program", column="program_id"),
    **dict.fromkeys(
        (
            "target",
            "target_name",
            "target_identifier",
            "target_country",
            "sanction",
            "sanction_in_program",
            "sanction_identifier",
        ),
        "t.dataset_id = $1",
    ),
    # A name that no file holds any more stays known for as long as it must not be shown.
    "confidential.detainee_name": """t.detainee_id <> $1
        AND EXISTS (SELECT FROM detainee o WHERE o.id = t.detainee_id AND o.publication = 'NAMED')""",
    "claim": "(t.sanction_id IS NULL OR " + _OF_SANCTION + ")",
    "claim_relation": _OF_CLAIM,
}
_ALONE = "$1::bigint IS NOT NULL"

# What a list speaks of too stays when we let it go, and is the list's from then on.
_HAND_OVER = """
UPDATE {table} t SET dataset_id = l.dataset_id
FROM (SELECT {table}_id AS id, min(dataset_id) AS dataset_id FROM {listed} GROUP BY 1) l
WHERE t.id = l.id AND t.dataset_id = $1 AND NOT EXISTS (SELECT FROM {incoming} i WHERE i.id = t.id)
"""
_LISTED = {"target": "list_entry", "sanction": "sanction_listing"}
# What a list gives where our files say nothing stays as well.
_GIVEN = """
UPDATE {incoming} i SET
    list = CASE WHEN 'list' = ANY (l.gives) THEN coalesce(i.list, s.list) ELSE i.list END,
    listed_on = CASE WHEN 'listed_on' = ANY (l.gives) THEN coalesce(i.listed_on, s.listed_on) ELSE i.listed_on END,
    ended_on = CASE WHEN 'ended_on' = ANY (l.gives) THEN coalesce(i.ended_on, s.ended_on) ELSE i.ended_on END,
    ending = CASE WHEN 'ended_on' = ANY (l.gives) AND i.ended_on IS NULL THEN s.ending ELSE i.ending END
FROM sanction s
JOIN (SELECT g.sanction_id, array_agg(e) AS gives FROM sanction_listing g, unnest(g.gives) e GROUP BY 1) l
    ON l.sanction_id = s.id
WHERE s.id = i.id
"""

# A person who is removed makes room for the one who takes the same place on a sanctions list.
_MAKE_ROOM = (
    "claim_relation",
    "claim",
    "release_member",
    "charge",
    "detention",
    "recognition",
    "nationality",
    "detainee_identifier",
    "detainee_name",
    "detainee",
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of one table a load touched."""

    added: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class _Table:
    """A table, the temporary table that holds what it should say, and their columns."""

    name: str
    incoming: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def same(self) -> str:
        return " AND ".join(f"t.{column} = i.{column}" for column in self.key)

    @property
    def rest(self) -> tuple[str, ...]:
        return tuple(column for column in self.columns if column not in self.key)


async def synchronize(connection: Connection, rows: Rows) -> dict[str, Counts]:
    """Compare every table with its rows; add, change and remove what differs, and nothing else."""
    tables = [await _stage(connection, name, rows.tables[name]) for name in ORDER]
    if rows.tables["sanction"]:
        await connection.execute(_GIVEN.format(incoming="incoming_sanction"))
    removed: dict[str, int] = dict.fromkeys(ORDER, 0)
    by_name = {table.name: table for table in tables}
    for name in _MAKE_ROOM:
        removed[name] += await _remove(connection, by_name[name], rows.dataset_id)
    added: dict[str, int] = {}
    changed: dict[str, int] = {}
    for table in tables:
        added[table.name] = await _add(connection, table)
        changed[table.name] = await _change(connection, table)
    # Last of all the notes of who declared what, which say which rows were ours to remove.
    tables.sort(key=lambda table: (table.name != "dataset_row", ORDER.index(table.name)))
    for name, listed in _LISTED.items():
        incoming = by_name[name].incoming
        hand_over = _HAND_OVER.format(table=name, listed=listed, incoming=incoming)
        await connection.execute(hand_over, rows.dataset_id)
    for table in reversed(tables):
        removed[table.name] += await _remove(connection, table, rows.dataset_id)
    return {name: Counts(added[name], changed[name], removed[name]) for name in ORDER}


async def _stage(connection: Connection, name: str, rows: Sequence[Row]) -> _Table:
    """Copy the rows into a temporary table of the same columns."""
    known = await connection.fetch(_COLUMNS, name)
    key = tuple(column["name"] for column in known if column["key"])
    used = tuple(rows[0]) if rows else key
    columns = tuple(column["name"] for column in known if column["name"] in used)
    incoming = "incoming_" + name.rpartition(".")[2] + ("_hidden" if "." in name else "")
    await connection.execute(
        f"CREATE TEMP TABLE {incoming} ON COMMIT DROP AS SELECT {', '.join(columns)} FROM {name} WITH NO DATA"  # noqa: S608 - names from ORDER and the catalog
    )
    records = [tuple(row[column] for column in columns) for row in rows]
    await connection.copy_records_to_table(incoming, schema_name="pg_temp", records=records, columns=columns)
    await connection.execute(f"ANALYZE {incoming}")
    return _Table(name, incoming, columns, key)


async def _add(connection: Connection, table: _Table) -> int:
    columns = ", ".join(table.columns)
    return await _run(
        connection,
        f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM {table.incoming} i"  # noqa: S608 - as above
        f" WHERE NOT EXISTS (SELECT FROM {table.name} t WHERE {table.same})",
    )


async def _change(connection: Connection, table: _Table) -> int:
    if not table.rest:
        return 0
    values = ", ".join(f"{column} = i.{column}" for column in table.rest)
    old, new = (", ".join(f"{side}.{column}" for column in table.rest) for side in "ti")
    return await _run(
        connection,
        f"UPDATE {table.name} t SET {values} FROM {table.incoming} i"  # noqa: S608 - as above
        f" WHERE {table.same} AND ROW({old}) IS DISTINCT FROM ROW({new})",
    )


async def _remove(connection: Connection, table: _Table, dataset_id: int) -> int:
    return await _run(
        connection,
        f"DELETE FROM {table.name} t WHERE NOT EXISTS (SELECT FROM {table.incoming} i WHERE {table.same})"  # noqa: S608 - as above
        f" AND {_OURS.get(table.name, _ALONE)}",
        dataset_id,
    )


async def _run(connection: Connection, statement: str, *arguments: int) -> int:
    """Run one statement and say how many rows it touched."""
    return int((await connection.execute(statement, *arguments)).rpartition(" ")[2])
