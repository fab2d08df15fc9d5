"""Breaks everything that can break, one after the other, under load; writes how long each recovery took.

Run as: python -m tests.bench.faults PAGE
"""

import asyncio
import contextlib
import dataclasses
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import asyncpg
import psutil

from tests.bench.askers import Ledger, asking
from tests.bench.faults_page import Phase, page
from tests.deploy.topology import Postgres, Topology, standing

WORKERS = 2
# How long each fault lasts, and how long is waited for all to be well again.
HURT = 3.0
HEAL = 7.0
EDIT_SECONDS = 0.5
START_LIMIT = 120
OURS = "application_name IN ('detente', 'detente listener')"

# From within, for a statement of the API is over in a millisecond.
CANCEL = f"""
DO $$ BEGIN
    WHILE clock_timestamp() < now() + interval '{HURT} seconds' LOOP
        PERFORM pg_cancel_backend(pid) FROM pg_stat_activity WHERE {OURS} AND state = 'active';
        PERFORM pg_stat_clear_snapshot(), pg_sleep(0.001);
    END LOOP;
END $$
"""

Fault = Callable[["Stage"], Awaitable[None]]


@dataclass(slots=True)
class Stage:
    """What there is to break."""

    primary: Postgres
    replica: Postgres
    supervisor: psutil.Process
    # Who takes the writes.
    leader: Postgres

    def server(self, name: str) -> Postgres:
        """The server that began under this name."""
        return self.primary if name == "primary" else self.replica

    @contextlib.asynccontextmanager
    async def superuser(self, server: Postgres) -> AsyncIterator[asyncpg.Connection]:
        """A session that may end others."""
        url = f"postgresql://postgres@/detente?host={server.folder}&port={server.port}"
        connection = await asyncpg.connect(url, timeout=10)
        try:
            yield connection
        finally:
            await connection.close()


async def _calm(_: Stage) -> None:
    await asyncio.sleep(HURT)


def _kill(*names: str) -> Fault:
    async def kill(stage: Stage) -> None:
        for name in names:
            await asyncio.to_thread(stage.server(name).kill)
        await asyncio.sleep(HURT)
        for name in names:
            stage.server(name).start(wait=False)

    return kill


async def _restart(stage: Stage) -> None:
    await asyncio.to_thread(stage.primary.stop)
    stage.primary.start(wait=False)


def _freeze(*names: str) -> Fault:
    async def freeze(stage: Stage) -> None:
        frozen = [process for name in names for process in _processes(stage.server(name))]
        for process in frozen:
            process.suspend()
        await asyncio.sleep(2 * HURT)
        for process in frozen:
            process.resume()

    return freeze


def _processes(server: Postgres) -> list[psutil.Process]:
    assert server.process
    postmaster = psutil.Process(server.process.pid)
    return [postmaster, *postmaster.children(recursive=True)]


async def _each_session(stage: Stage, function: str, condition: str) -> None:
    for server in (stage.primary, stage.replica):
        async with stage.superuser(server) as superuser:
            await superuser.fetch(f"SELECT {function}(pid) FROM pg_stat_activity WHERE {condition}")


async def _terminate_listeners(stage: Stage) -> None:
    await _each_session(stage, "pg_terminate_backend", "application_name = 'detente listener'")


async def _terminate_all(stage: Stage) -> None:
    await _each_session(stage, "pg_terminate_backend", OURS)


async def _cancel_all(stage: Stage) -> None:
    async def cancel(server: Postgres) -> None:
        async with stage.superuser(server) as superuser:
            await superuser.execute(CANCEL)

    await asyncio.gather(*(cancel(server) for server in (stage.primary, stage.replica)))


async def _exhaust(stage: Stage) -> None:
    """Take all connections, and those of the API as soon as they end, which they do again and again."""
    hogs: list[asyncpg.Connection] = []

    async def grab(server: Postgres) -> None:
        with contextlib.suppress(asyncpg.PostgresError, OSError):
            while True:
                hogs.append(await asyncpg.connect(server.url("reader"), timeout=10))

    end = time.monotonic() + HURT
    try:
        while time.monotonic() < end:
            both = (stage.primary, stage.replica) * 10
            await asyncio.gather(_terminate_all(stage), *(grab(server) for server in both))
    finally:
        for hog in hogs:
            hog.terminate()


async def _lag(stage: Stage) -> None:
    async with stage.superuser(stage.replica) as superuser:
        await superuser.execute("SELECT pg_wal_replay_pause()")
        await asyncio.sleep(HURT)
        await superuser.execute("SELECT pg_wal_replay_resume()")


async def _kill_worker(stage: Stage) -> None:
    stage.supervisor.children()[0].kill()


async def _fail_over(stage: Stage) -> None:
    await asyncio.to_thread(stage.primary.kill)
    await asyncio.sleep(HURT)
    async with stage.superuser(stage.replica) as superuser:
        await superuser.execute("SELECT pg_promote()")
    stage.leader = stage.replica


FAULTS: list[tuple[str, Fault]] = [
    ("nothing", _calm),
    ("replica killed with -9, started after 3 s", _kill("replica")),
    ("primary killed with -9, started after 3 s", _kill("primary")),
    ("both killed with -9, started after 3 s", _kill("primary", "replica")),
    ("primary restarted in good order", _restart),
    ("replica frozen for 6 s (takes statements, answers none)", _freeze("replica")),
    ("primary frozen for 6 s", _freeze("primary")),
    ("both frozen for 6 s", _freeze("primary", "replica")),
    ("replay paused on the replica for 3 s", _lag),
    ("listeners' sessions ended", _terminate_listeners),
    ("all sessions of the API ended", _terminate_all),
    ("every statement cancelled for 3 s", _cancel_all),
    ("all connections of both servers taken for 3 s", _exhaust),
    ("one worker killed with -9", _kill_worker),
    ("primary killed for good, replica promoted after 3 s", _fail_over),
]


async def _edit(stage: Stage, ledger: Ledger) -> None:
    """Commit a revision every now and then, whose number the data themselves tell."""
    while True:
        with contextlib.suppress(asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError):
            connection = await asyncpg.connect(stage.leader.url("writer"), timeout=5)
            try:
                number = await _commit(connection)
                ledger.committed.append((time.monotonic(), number))
            finally:
                connection.terminate()
        await asyncio.sleep(EDIT_SECONDS)


async def _commit(connection: asyncpg.Connection) -> int:
    async with asyncio.timeout(5), connection.transaction():
        await connection.execute(
            """
            INSERT INTO country (id, iso2, name, kind)
            SELECT 1, 'XX', 'R' || coalesce(max(number), 0) + 1, 'STATE' FROM revision
            ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name
            """
        )
        number: int = await connection.fetchval("SELECT max(number) FROM revision")
        return number


@contextlib.contextmanager
def _served(topology: Topology, log: Path) -> Iterator[tuple[str, psutil.Process]]:
    """The API with two workers, which reads from the replica first."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("DETENTE_", "PG"))},
        "DATABASE_URL": topology.primary.url("owner"),
        "DETENTE_WRITER_URL": topology.primary.url("writer"),
        "DETENTE_READER_URL": f"{topology.replica.url('reader')} {topology.primary.url('reader')}",
        "DETENTE_PORT": "0",
        "DETENTE_LOG_FORMAT": "json",
        "DETENTE_ANONYMOUS_BUDGET": "1000000000",
    }
    command = [str(Path(sys.executable).with_name("detente")), "serve", "--workers", str(WORKERS)]
    with log.open("wb") as errors:
        process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True)
    try:
        assert process.stdout
        for line in process.stdout:
            if found := re.search(r"http://\S+", line):
                yield found[0], psutil.Process(process.pid)
                return
        raise RuntimeError(log.read_text())
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


async def _run(topology: Topology, address: str, supervisor: psutil.Process) -> tuple[Ledger, list[Phase]]:
    ledger, phases = Ledger(), []
    stage = Stage(topology.primary, topology.replica, supervisor, topology.primary)
    editor = asyncio.create_task(_edit(stage, ledger))
    while not ledger.committed:
        await asyncio.sleep(0.05)
    async with asking(address, ledger):
        for name, fault in FAULTS:
            start = time.monotonic()
            await fault(stage)
            mended = time.monotonic()
            await asyncio.sleep(HEAL)
            phases.append(Phase(name, start, mended, time.monotonic()))
            sys.stderr.write(f"{name}: {phases[-1].summary(ledger)}\n")
    editor.cancel()
    return ledger, phases


def _with_listeners(phases: Sequence[Phase], log: Path) -> Iterator[Phase]:
    """Add when listeners were lost and heard again."""
    behind = time.time() - time.monotonic()
    told: dict[str, list[float]] = {"listener_lost": [], "listening": []}
    for line in log.read_text(encoding="utf-8").splitlines():
        event = json.loads(line) if line.startswith("{") else {}
        if event.get("event") in told:
            told[event["event"]].append(datetime.fromisoformat(event["timestamp"]).timestamp() - behind)
    for phase in phases:
        lost, heard = (
            tuple(at for at in told[event] if phase.start <= at < phase.end)
            for event in ("listener_lost", "listening")
        )
        yield dataclasses.replace(phase, lost=lost, heard=heard)


def main() -> None:
    """Run all faults, write the page; exit 1 where a promise was broken."""
    with (
        tempfile.TemporaryDirectory() as folder,
        standing() as topology,
        _served(topology, log := Path(folder) / "api.log") as (address, supervisor),
    ):
        ledger, phases = asyncio.run(_run(topology, address, supervisor))
        phases = list(_with_listeners(phases, log))
    text = page(ledger, phases, command="make bench-faults")
    Path(sys.argv[1]).write_text(text, encoding="utf-8")
    sys.exit(bool(ledger.wrong) or any(not each.status for each in ledger.asked))


if __name__ == "__main__":
    main()
