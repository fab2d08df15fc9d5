"""What the scripts of .deploy/ make, stood up with the embedded binaries."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator

import asyncpg
import pytest

from api.database.connect import connected
from tests.deploy.topology import Topology, standing


@pytest.fixture(scope="module")
def topology() -> Iterator[Topology]:
    """The primary, loaded as the compose file's `load` does it, and its replica."""
    with standing() as found:
        _detente(found, "seed")
        yield found


def _detente(topology: Topology, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "from api.cli import main; main()", *arguments],
        env={
            "PATH": os.environ["PATH"],
            "DATABASE_URL": topology.primary.url("owner"),
            "DETENTE_WRITER_URL": topology.primary.url("writer"),
            "DETENTE_READER_URL": topology.primary.url("reader"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


async def _ask(url: str, sql: str) -> object:
    async with connected(url) as connection:
        return await connection.fetchval(sql)


async def _awaited(url: str, sql: str, expected: object) -> object:
    """What a server answers, once that is what is expected, or after a few seconds."""
    for _ in range(100):
        found = await _ask(url, sql)
        if found == expected:
            break
        await asyncio.sleep(0.1)
    return found


async def test_the_replica_holds_what_the_primary_does(topology: Topology) -> None:
    """A revision loaded into the primary is soon read from the replica."""
    newest = "SELECT max(number) FROM revision"
    expected = await _ask(topology.primary.url("reader"), newest)
    assert expected is not None
    assert await _awaited(topology.replica.url("reader"), newest, expected) == expected


async def test_the_replica_takes_no_change(topology: Topology) -> None:
    """Even the owner writes to the primary alone."""
    async with connected(topology.replica.url("owner")) as owner:
        with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
            await owner.execute("DELETE FROM claim")


async def test_a_killed_replica_takes_up_where_it_was(topology: Topology) -> None:
    """After a kill and a start it follows the primary again."""
    topology.replica.kill()
    topology.replica.start()
    async with connected(topology.primary.url("owner")) as owner:
        await owner.execute("INSERT INTO revision (number, reason) VALUES (1000, 'After the kill')")
    newest = "SELECT max(number) FROM revision"
    assert await _awaited(topology.replica.url("reader"), newest, 1000) == 1000


@pytest.mark.parametrize("name", ["primary", "replica"])
def test_a_stranger_is_refused(topology: Topology, name: str) -> None:
    """A wrong password opens neither server."""
    server = getattr(topology, name)
    guessed = server.url("reader").replace("made-up", "guessed")
    assert server.run("psql", "--no-psqlrc", "--command=SELECT 1", server.url("reader")) == 0
    assert server.run("psql", "--no-psqlrc", "--command=SELECT 1", guessed) != 0
