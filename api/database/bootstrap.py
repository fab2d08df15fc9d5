"""Makes the owner and its database in a new embedded server."""

from api.database.cluster import SUPERUSER
from api.database.connect import connected
from api.database.embedded import DATABASE, Server
from api.database.urls import OWNER


async def bootstrap(server: Server) -> None:
    """Make what is missing; the owner is no superuser, as on a Postgres that somebody else runs."""
    async with connected(server.url(SUPERUSER, "postgres")) as connection:
        if not await connection.fetchval("SELECT true FROM pg_roles WHERE rolname = $1", OWNER):
            await connection.execute(f"CREATE ROLE {OWNER} LOGIN CREATEROLE CREATEDB")
        if not await connection.fetchval("SELECT true FROM pg_database WHERE datname = $1", DATABASE):
            await connection.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")
