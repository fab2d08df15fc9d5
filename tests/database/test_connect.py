"""Single connections, and how the driver's faults are told."""

import asyncpg
import pytest

from api.database.connect import connected
from api.database.urls import Urls
from api.errors import DatabaseUnavailable

END = "SELECT pg_terminate_backend($1)"


async def lose(url: str, owner: asyncpg.Connection) -> None:
    """Run a command whose server ends within its transaction."""
    async with connected(url) as connection, connection.transaction():
        await owner.fetchval(END, connection.get_server_pid())
        await connection.fetchval("SELECT 1")


async def test_lost_within_a_transaction(database: Urls, owner: asyncpg.Connection) -> None:
    """A command whose server ends is told so, and what to do, whatever the driver says of its transaction."""
    with pytest.raises(DatabaseUnavailable, match="was lost") as refusal:
        await lose(database.owner, owner)
    assert refusal.value.hint
    assert "run the command again" in refusal.value.hint


async def test_other_faults_stay(database: Urls) -> None:
    """A wrong use of a connection that is well is no lost connection."""
    with pytest.raises(asyncpg.InterfaceError):
        async with connected(database.writer) as connection:
            await connection.fetchval("SELECT $1::integer")
