"""Starts servers, each held to one core of the machine, and watches what they cost."""

import contextlib
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

SERVER_CORE = 0
LOAD_CORE = 1
START_SECONDS = 60.0
STOP_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Usage:
    """Seconds of processor time so far, and bytes in memory now."""

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers."""

    process: psutil.Process

    def usage(self) -> Usage:
        """What it and its children took."""
        return usage(self.process)


def usage(process: psutil.Process) -> Usage:
    """What a process and its children took until now, those that have ended included."""
    own = process.cpu_times()
    seconds, memory = own.children_user + own.children_system, 0
    for each in (process, *process.children(recursive=True)):
        with contextlib.suppress(psutil.NoSuchProcess):
            times, resident = each.cpu_times(), each.memory_info().rss
            seconds, memory = seconds + times.user + times.system, memory + resident
    return Usage(seconds, memory)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def pinned(core: int, command: Sequence[str]) -> list[str]:
    """The same command, held to one core."""
    return ["taskset", "--cpu-list", str(core), *command]


@contextlib.contextmanager
def running(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, port: int
) -> Iterator[Running]:
    """Run a server until the end of the block; its own words are shown if it does not start."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DETENTE_", "PG"))}
    with (folder / f"server-{port}.log").open("w+", encoding="utf-8") as log:
        server = subprocess.Popen(
            pinned(SERVER_CORE, command),
            cwd=folder,
            env={**kept, **environment},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _await(server, port, Path(log.name))
            yield Running(psutil.Process(server.pid))
        finally:
            server.terminate()
            try:
                server.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                server.kill()


def _await(server: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise SystemExit(f"A server did not start; it says:\n{log.read_text(encoding='utf-8')[-2000:]}")
