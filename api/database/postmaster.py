"""The running server as its postmaster.pid and the process table show it."""

import contextlib
import os
import signal
import socket
import struct
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from api.errors import EmbeddedError

POLL = 0.02
# A fast shutdown writes a checkpoint; past this the server is told to stop without one and recovers later.
STOP_LIMIT = 30.0
ANSWER_LIMIT = 5.0
# The shortest question of the protocol that a server answers without a login.
SSL_REQUEST = struct.pack("!ii", 8, 80877103)


@dataclass(frozen=True, slots=True)
class Postmaster:
    """What postmaster.pid says: its first, fifth and eighth line."""

    pid: int
    socket_dir: Path
    ready: bool


def read(cluster: Path) -> Postmaster | None:
    """The server that last wrote postmaster.pid, running or not; None if there is no complete file."""
    try:
        lines = (cluster / "postmaster.pid").read_text().splitlines()
    except OSError:
        return None
    if len(lines) < 8:  # noqa: PLR2004 - the file is written line by line and is whole with the eighth
        return None
    return Postmaster(int(lines[0]), Path(lines[4]), lines[7].strip() == "ready")


def running(cluster: Path) -> Postmaster | None:
    """The server that runs on a cluster now, whoever started it."""
    found = read(cluster)
    return found if found and works_in(found.pid, cluster) else None


def works_in(pid: int, cluster: Path) -> bool:
    """Whether a process is a Postgres of this cluster: each of them works in the cluster's folder.

    A recycled process id fails this, and so does a zombie.
    """
    with contextlib.suppress(psutil.Error, OSError):
        process = psutil.Process(pid)
        return process.name().startswith("postgres") and cluster.samefile(process.cwd())
    return False


def answers(server: Postmaster, port: int) -> bool:
    """Whether a server takes a connection now; one that is being killed still has its process for a moment."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as client:
        client.settimeout(ANSWER_LIMIT)
        client.connect(str(server.socket_dir / f".s.PGSQL.{port}"))
        client.sendall(SSL_REQUEST)
        return client.recv(1) == b"N"
    return False


def survivors(cluster: Path) -> list[int]:
    """Every process that still works in a cluster, such as the children of a killed postmaster."""
    return [pid for pid in psutil.pids() if works_in(pid, cluster)]


def await_survivors(cluster: Path, limit: float) -> None:
    """Wait for what a killed postmaster left behind; two servers on one cluster would corrupt it."""
    deadline = time.monotonic() + limit
    while left := survivors(cluster):
        if time.monotonic() > deadline:
            raise EmbeddedError(
                f"A Postgres that was killed left processes behind in {cluster}: {', '.join(map(str, left))}.",
                f"end them: kill {' '.join(map(str, left))}",
            )
        time.sleep(POLL)


def stop(pid: int, cluster: Path) -> None:
    """Shut a server down: fast, and if that takes too long, at once."""
    for how in (signal.SIGINT, signal.SIGQUIT):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, how)
        deadline = time.monotonic() + STOP_LIMIT
        while works_in(pid, cluster):
            if time.monotonic() > deadline:
                break
            time.sleep(POLL)
        else:
            return
    raise EmbeddedError(f"Postgres (process {pid}) does not stop.", f"look at its log beside {cluster}.")
