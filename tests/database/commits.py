"""Commits revisions, as a load does."""

import asyncpg

from api.database.connect import connected
from api.database.urls import Urls


async def commit(database: Urls, name: str = "Elsewhere") -> int:
    """Change a country, and return the revision that this made."""
    async with connected(database.writer) as writer:
        return await commit_on(writer, name)


async def commit_on(writer: asyncpg.Connection, name: str = "Elsewhere") -> int:
    """Do so in a session that is open already."""
    async with writer.transaction():
        await writer.execute(
            """
            INSERT INTO country (id, iso2, name, kind) VALUES (1, 'XX', $1, 'STATE')
            ON CONFLICT (id) DO UPDATE SET name = country.name || '!'
            """,
            name,
        )
        number: int = await writer.fetchval("SELECT max(number) FROM revision")
        return number
