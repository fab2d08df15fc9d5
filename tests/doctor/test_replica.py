"""The doctor tells a replica from its primary, and one that follows from one that does not."""

from collections.abc import Iterator

import pytest

from api import settings
from api.doctor import Finding, Patient, examine
from api.engine import Engine
from tests.cli.command import run
from tests.deploy.topology import Topology, standing


@pytest.fixture(scope="module")
def pair() -> Iterator[Topology]:
    """A primary with data, and its replica."""
    with standing() as found:
        done = run("migrate", DATABASE_URL=found.primary.url("owner"), **_logins(found))
        assert done.returncode == 0, done.stderr
        yield found


def _logins(pair: Topology) -> dict[str, str]:
    return {
        "DETENTE_WRITER_URL": pair.primary.url("writer"),
        "DETENTE_READER_URL": f"{pair.replica.url('reader')} {pair.primary.url('reader')}",
    }


async def _replication(pair: Topology, engine: Engine) -> list[Finding]:
    patient = Patient(settings.load(), engine, (pair.replica.url("reader"), pair.primary.url("reader")))
    return [finding async for finding in examine(patient) if finding.check in {"replication", "server"}]


async def test_a_replica_that_follows_is_well(pair: Topology, engine: Engine) -> None:
    """The primary is known as such, and the replica by its lag."""
    found = [finding for finding in await _replication(pair, engine) if finding.check == "replication"]
    assert [finding.level for finding in found] == ["ok", "ok"]
    assert found[0].message == "this is the primary."
    assert found[1].message.startswith("a replica at revision 0, ")


async def test_a_lost_replica_is_found_at_both_ends(pair: Topology, engine: Engine) -> None:
    """The primary keeps its log for it, until its disk is full."""
    pair.replica.kill()
    try:
        found = await _replication(pair, engine)
    finally:
        pair.replica.start()
    assert [(ill.check, ill.level) for ill in found if ill.level != "ok"] == [
        ("replication", "warn"),
        ("server", "fail"),
    ]
    assert "nobody reads from replica" in found[1].message
