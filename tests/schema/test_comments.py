"""Whoever opens the database with psql or a spreadsheet tool finds every table and column explained there."""

import asyncpg

# What an extension brings is explained by the extension.
_UNEXPLAINED = """
WITH ours AS (
    SELECT 'pg_class'::regclass AS kind, oid, CASE relkind WHEN 'v' THEN 'view ' ELSE 'table ' END || oid::regclass AS name
    FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND relnamespace = ANY ($1::regnamespace[])
    UNION ALL
    SELECT 'pg_type'::regclass, oid, 'type ' || oid::regtype
    FROM pg_type WHERE typtype IN ('e', 'd') AND typnamespace = ANY ($1::regnamespace[])
    UNION ALL
    SELECT 'pg_proc'::regclass, oid, 'function ' || oid::regprocedure
    FROM pg_proc WHERE pronamespace = ANY ($1::regnamespace[])
), with_columns AS (
    SELECT kind, oid, 0 AS part, name FROM ours
    UNION ALL
    SELECT o.kind, o.oid, a.attnum, 'column ' || o.oid::regclass || '.' || a.attname
    FROM ours o JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE o.kind = 'pg_class'::regclass
)
SELECT name FROM with_columns o
WHERE NOT EXISTS (
    SELECT FROM pg_description d WHERE (d.classoid, d.objoid, d.objsubid) = (o.kind, o.oid, o.part) AND d.description <> ''
) AND NOT EXISTS (SELECT FROM pg_depend d WHERE (d.classid, d.objid, d.deptype) = (o.kind, o.oid, 'e'))
ORDER BY name
"""
_SCHEMAS = ["public", "confidential"]


async def _unexplained(owner: asyncpg.Connection) -> list[str]:
    return [row["name"] for row in await owner.fetch(_UNEXPLAINED, _SCHEMAS)]


async def test_everything_is_explained(owner: asyncpg.Connection) -> None:
    """Every table, view, column, type, function and procedure of ours has a comment in the database."""
    assert await _unexplained(owner) == []


async def test_what_is_not_explained_is_found(owner: asyncpg.Connection) -> None:
    """A new table, column, type or function without a comment is named."""
    await owner.execute("CREATE TABLE confidential.bare (cell text); COMMENT ON TABLE country IS NULL")
    await owner.execute("CREATE TYPE mood AS ENUM ('GOOD'); ALTER TABLE country ADD COLUMN anthem text")
    await owner.execute("CREATE FUNCTION one() RETURNS integer LANGUAGE sql RETURN 1")
    assert await _unexplained(owner) == [
        "column confidential.bare.cell",
        "column country.anthem",
        "function one()",
        "table confidential.bare",
        "table country",
        "type mood",
    ]
