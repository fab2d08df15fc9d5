"""`detente serve` comes up from nothing, comes up again, drains, and ends as it was asked to."""

import asyncio
import os
import shutil
import signal
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from api.database import postmaster
from api.database.connect import connected
from api.database.urls import Urls
from tests.cli.command import run, serving


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A data directory that has been served from once."""
    made = Path(tempfile.mkdtemp(prefix="detente-test-"))
    with serving(made) as first:
        assert first.address, first.said()
        assert httpx.get(f"{first.address}/readyz").json()["status"] == "ready"
        assert first.stop(signal.SIGTERM) == 0
    yield made
    shutil.rmtree(made)


def _postgres(folder: Path) -> list[int]:
    return postmaster.survivors(folder / "data" / "postgres")


def test_the_second_start_does_nothing_twice(folder: Path) -> None:
    """Everything is there already, and nothing is loaded anew."""
    with serving(folder) as second:
        assert httpx.get(f"{second.address}/readyz").status_code == 200
        assert "Seeds: 0 added, 0 changed, 0 removed: no revision." in second.said()


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_is_exit_code_0_and_leaves_no_process(folder: Path, sent: signal.Signals) -> None:
    """Ctrl-C and a supervisor's stop end it in good order, Postgres included."""
    with serving(folder) as server:
        assert server.stop(sent) == 0
        assert "Stopped Postgres." in server.said()
    assert _postgres(folder) == []


def test_two_on_one_folder_share_its_postgres(folder: Path) -> None:
    """The first may leave while the second goes on."""
    with serving(folder) as first, serving(folder) as second:
        assert first.stop(signal.SIGTERM) == 0
        assert httpx.get(f"{second.address}/readyz").status_code == 200
        assert second.stop(signal.SIGTERM) == 0
    assert _postgres(folder) == []


def test_after_kill_9_it_starts_again(folder: Path) -> None:
    """A killed process leaves its Postgres to the next one."""
    with serving(folder) as killed:
        killed.stop(signal.SIGKILL)
        with serving(folder) as again:
            assert "Sharing the Postgres that already runs" in again.said()
            assert httpx.get(f"{again.address}/readyz").status_code == 200
            assert again.stop(signal.SIGTERM) == 0
    assert _postgres(folder) == []


def test_a_killed_postgres_is_started_again(folder: Path) -> None:
    """Who asks meanwhile is told that the database is away; afterwards all is as before, at the same address."""
    with serving(folder) as server:
        found = _kill(folder)
        _until(lambda: httpx.get(f"{server.address}/readyz").status_code == 503)
        _until(lambda: httpx.get(f"{server.address}/readyz").status_code == 200)
        assert f"Postgres (process {found}) ended on its own; started it again" in server.said()


def test_a_postgres_that_does_not_live_ends_it(folder: Path) -> None:
    """A supervisor is told by the exit code, a person by the message; the next start is a new try."""
    with serving(folder) as server:
        _kill(folder)
        _until(lambda: "started it again" in server.said())
        found = _kill(folder)
        assert server.process.wait(timeout=20) == 1
        assert f"Postgres (process {found}) ended again" in server.said()
    with serving(folder) as again:
        assert httpx.get(f"{again.address}/readyz").status_code == 200


def _kill(folder: Path) -> int:
    found = postmaster.running(folder / "data" / "postgres")
    assert found
    os.kill(found.pid, signal.SIGKILL)
    return found.pid


def _until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_port_in_use_is_said_before_anything_is_started(tmp_path: Path) -> None:
    """The message names the address and the variable."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = run("serve", DETENTE_PORT=port, DETENTE_DATA_DIR=str(tmp_path / "data"))
    assert done.returncode == 1
    assert f"Cannot listen on 127.0.0.1:{port}: Address already in use." in done.stderr
    assert not (tmp_path / "data").exists()


async def test_a_running_request_is_answered_before_the_end(seeded_copy: Urls, tmp_path: Path) -> None:
    """A stop waits for what was asked before it."""
    with serving(tmp_path, DATABASE_URL=seeded_copy.owner) as server:
        body = {"query": '{ country(iso2: "US") { name } }'}
        async with connected(seeded_copy.owner) as owner, httpx.AsyncClient() as client:
            async with owner.transaction():
                await owner.execute("LOCK TABLE country")
                asked = asyncio.create_task(client.post(f"{server.address}/graphql", json=body))
                await asyncio.sleep(0.3)
                server.process.send_signal(signal.SIGTERM)
                await asyncio.sleep(0.3)
                assert not asked.done()
            answer = await asked
        assert answer.status_code == 200
        assert server.process.wait(timeout=20) == 0


def test_with_a_readers_login_alone_it_only_reads(seeded: Urls, tmp_path: Path) -> None:
    """Whoever faces the internet need not be able to change anything."""
    with serving(tmp_path, DETENTE_READER_URL=seeded.reader) as server:
        assert httpx.get(f"{server.address}/readyz").status_code == 200
        assert "Seeds" not in server.said()
        assert not (tmp_path / "data").exists()
        assert server.stop(signal.SIGTERM) == 0


def test_with_a_readers_login_alone_it_waits_for_the_tables(empty_database: Urls) -> None:
    """If nobody makes them, it says who should."""
    done = run("serve", DETENTE_READER_URL=empty_database.reader, DETENTE_WAIT_SECONDS="0", DETENTE_PORT="0")
    assert done.returncode == 1
    assert "The tables are at version 0, and this code needs" in done.stderr
    assert "Fix: run this version's `detente migrate`" in done.stderr


def test_a_readers_login_is_enough_for_nothing_else(seeded: Urls) -> None:
    """The embedded database is not what was meant."""
    done = run("migrate", DETENTE_READER_URL=seeded.reader)
    assert done.returncode == 1
    assert "set DATABASE_URL to the owner's address" in done.stderr
