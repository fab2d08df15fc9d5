"""Reads the shape of the live database: what the catalog is compared with at start."""

from collections import defaultdict

import asyncpg

from schema.conformance import ColumnShape, DatabaseShape, IndexKey

COLUMNS = """
SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type,
    CASE WHEN c.relkind = 'v' THEN NULL ELSE a.attnotnull END AS not_null
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT p.proname, o.name, format_type(o.type, NULL), NULL
FROM pg_proc p CROSS JOIN LATERAL unnest(p.proargnames, p.proallargtypes, p.proargmodes) AS o (name, type, mode)
WHERE p.pronamespace = 'public'::regnamespace AND p.proretset AND o.mode = 't'
"""
ENUMS = """
SELECT t.typname AS type, array_agg(e.enumlabel::text) AS labels
FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname
"""
# Some references are checked once for each statement, by triggers (schema/tables/0022 and 0027).
FOREIGN_KEYS = r"""
SELECT c.conrelid::regclass::text AS table, a.attname AS column, c.confrelid::regclass::text AS target
FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND cardinality(c.conkey) = 1
UNION
SELECT t.tgrelid::regclass::text, a.words[1], a.words[2]
FROM pg_trigger t CROSS JOIN LATERAL string_to_array(encode(t.tgargs, 'escape'), '\000') AS a (words)
WHERE t.tgfoid = to_regproc('public.refers_to_what_is')
"""
INDEXES = """
SELECT c.relname AS table, i.indexrelid AS index, k.place,
    pg_get_indexdef(i.indexrelid, k.place::int, true) AS column,
    i.indoption[k.place - 1] & 1 = 1 AS descending, i.indoption[k.place - 1] & 2 = 2 AS nulls_first,
    l.collname AS collation
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
CROSS JOIN LATERAL generate_series(1, i.indnkeyatts) AS k (place)
LEFT JOIN pg_collation l ON l.oid = i.indcollation[k.place - 1]
WHERE c.relnamespace = 'public'::regnamespace AND i.indisvalid
    AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = '(' || pg_get_indexdef(i.indexrelid, 1, true) || ' IS NOT NULL)')
ORDER BY i.indexrelid, k.place
"""
TYPE_NAMES = {"timestamp with time zone": "timestamptz"}


async def inspect(connection: asyncpg.Connection) -> DatabaseShape:
    """Return the tables, enums, foreign keys and indexes of the public schema."""
    columns: dict[str, dict[str, ColumnShape]] = defaultdict(dict)
    for row in await connection.fetch(COLUMNS):
        type_name = TYPE_NAMES.get(row["type"], row["type"])
        columns[row["table"]][row["column"]] = ColumnShape(type_name, row["not_null"])
    enums = {row["type"]: frozenset(row["labels"]) for row in await connection.fetch(ENUMS)}
    keys = {(row["table"], row["column"]): row["target"] for row in await connection.fetch(FOREIGN_KEYS)}
    return DatabaseShape(columns, enums, keys, await _indexes(connection))


async def _indexes(connection: asyncpg.Connection) -> dict[str, tuple[tuple[IndexKey, ...], ...]]:
    by_index: dict[tuple[str, int], list[IndexKey]] = defaultdict(list)
    for row in await connection.fetch(INDEXES):
        key = IndexKey(
            row["column"].split(" COLLATE ")[0].strip('"'),
            row["descending"],
            row["nulls_first"],
            row["collation"],
        )
        by_index[row["table"], row["index"]].append(key)
    by_table: dict[str, list[tuple[IndexKey, ...]]] = defaultdict(list)
    for (table, _), index in by_index.items():
        by_table[table].append(tuple(index))
    return {table: tuple(indexes) for table, indexes in by_table.items()}
