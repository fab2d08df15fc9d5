"""The workers of `detente serve` share the load, are replaced, and leave without cutting anybody off."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import psutil
import pytest

from api.cli.serve import end_if_told
from api.database.urls import Urls
from api.errors import SettingsError
from api.server.listening import bound, listening
from tests.cli.command import Serving, serving
from tests.server.crowd import CLIENTS, LIMIT, crowd

QUERY = {"query": '{ country(iso2: "US") { name } }'}


def _workers(server: Serving) -> set[int]:
    return {child.pid for child in psutil.Process(server.process.pid).children()}


def _await(reached: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LIMIT
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.02)


async def test_a_restart_one_by_one_answers_every_request(seeded_copy: Urls, tmp_path: Path) -> None:
    """SIGHUP replaces each worker, and twenty busy clients meet no error."""
    with serving(tmp_path, DATABASE_URL=seeded_copy.owner, DETENTE_WORKERS="2") as server:
        before = _workers(server)
        assert len(before) == 2
        async with crowd(server.address) as clients:
            server.process.send_signal(signal.SIGHUP)
            await clients.until(lambda: len(_workers(server) - before) == 2 and not _workers(server) & before)
        assert set(clients.met) == {"200"}


async def test_a_stop_under_load_cuts_nobody_off(seeded_copy: Urls, tmp_path: Path) -> None:
    """At SIGTERM requests are answered and then connections refused; none is taken in and thrown out."""
    with serving(tmp_path, DATABASE_URL=seeded_copy.owner, DETENTE_WORKERS="2") as server:
        async with crowd(server.address) as clients:
            server.process.send_signal(signal.SIGTERM)
            await clients.until(lambda: clients.met["refused"] == CLIENTS)
        assert set(clients.met) == {"200", "refused"}
        assert server.process.wait(timeout=LIMIT) == 0
        assert '"level":"error"' not in server.said()


def test_a_lame_duck_answers_but_is_not_ready(seeded_copy: Urls, tmp_path: Path) -> None:
    """Load balancers learn of the stop from /readyz, clients from `Connection: close`."""
    with (
        serving(tmp_path, DATABASE_URL=seeded_copy.owner, DETENTE_LAME_DUCK_SECONDS="30") as server,
        httpx.Client(base_url=server.address) as client,
    ):
        assert client.get("/readyz").status_code == 200
        server.process.send_signal(signal.SIGTERM)
        _await(lambda: client.get("/readyz").status_code == 503)
        assert client.get("/readyz").json()["checks"]["staying"] is False
        answer = client.post("/graphql", json=QUERY)
        assert (answer.status_code, answer.headers["connection"]) == (200, "close")
        # Told again, it does not wait.
        assert server.stop(signal.SIGINT) == 0


def test_metrics_of_all_workers_come_in_one_answer(seeded_copy: Urls, tmp_path: Path) -> None:
    """Whichever worker takes the connection."""
    with serving(tmp_path, DATABASE_URL=seeded_copy.owner, DETENTE_WORKERS="2") as server:
        text = httpx.get(f"{server.address}/metrics").text
        assert [f'detente_listening{{worker="{number}"}} 1.0' in text for number in (0, 1)] == [True, True]


def test_a_killed_worker_is_replaced(seeded_copy: Urls, tmp_path: Path) -> None:
    """Connections that come meanwhile wait at its socket and are answered by its successor."""
    with serving(tmp_path, DATABASE_URL=seeded_copy.owner) as server:
        (worker,) = _workers(server)
        psutil.Process(worker).kill()
        assert httpx.post(f"{server.address}/graphql", json=QUERY, timeout=LIMIT).status_code == 200
        assert worker not in _workers(server)


def test_workers_do_not_outlive_their_parent(seeded_copy: Urls, tmp_path: Path) -> None:
    """However it ends: nobody could stop them any more."""
    with serving(tmp_path, DATABASE_URL=seeded_copy.owner, DETENTE_WORKERS="2") as server:
        workers = _workers(server)
        assert server.stop(signal.SIGKILL) == -signal.SIGKILL
        _await(lambda: not any(psutil.pid_exists(pid) for pid in workers))


def test_a_worker_that_cannot_start_ends_the_command() -> None:
    """Starting it again and again would hide the reason."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.server.parent", "fail"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Worker 0 could not start." in done.stdout) == (3, True)


def test_a_worker_that_hangs_is_replaced() -> None:
    """A loop that does not turn answers nobody; the parent notices by the missing beat."""
    command = [sys.executable, "-m", "tests.server.parent", "hang"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        assert [parent.stdout.readline() for _ in range(2)] == ["began\n", "began\n"]
        parent.terminate()


def test_two_servers_never_share_a_port() -> None:
    """Workers do; whoever else comes is refused."""
    listeners = listening(bound("127.0.0.1", 0), 2)
    port = listeners[0].getsockname()[1]
    assert [each.getsockname()[1] for each in listeners] == [port, port]
    with pytest.raises(SettingsError, match="Address already in use"):
        bound("127.0.0.1", port)
    for listener in listeners:
        listener.close()


def test_of_two_that_took_a_port_before_either_listened_one_gives_way() -> None:
    """Loading takes a while, and Linux lets both wait at one address."""
    first = bound("127.0.0.1", 0)
    second = bound("127.0.0.1", first.getsockname()[1])
    listeners = listening(first, 2)
    with second, pytest.raises(SettingsError, match="Address already in use"):
        listening(second, 2)
    for listener in listeners:
        listener.close()


def test_a_stop_that_got_lost_while_starting_is_heeded() -> None:
    """An exit that is raised within a callback of the driver goes no further."""
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with pytest.raises(SystemExit) as end:
            end_if_told()
        assert end.value.code == 0
    finally:
        signal.signal(signal.SIGTERM, before)
