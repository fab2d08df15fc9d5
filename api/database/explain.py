"""Asks Postgres how it would run a statement whatever its arguments are."""

from api.database.connect import connected


async def generic_plan(url: str, sql: str) -> str:
    """Return the generic plan, in which $1 stands for a value; the statement is not run.

    Not EXPLAIN (GENERIC_PLAN): through the protocol that the driver speaks it would have to be given values,
    and would show them.
    """
    async with connected(url) as connection:
        await connection.execute("SET plan_cache_mode = force_generic_plan")
        await connection.execute(f"PREPARE explained AS {sql}")
        nulls = await connection.fetchval(
            """
            SELECT string_agg('NULL', ', ')
            FROM pg_prepared_statements, unnest(parameter_types) WHERE name = 'explained'
            """
        )
        rows = await connection.fetch(f"EXPLAIN EXECUTE explained{f'({nulls})' if nulls else ''}")
    return "\n".join(row[0] for row in rows)
