"""The embedded Postgres: started by the first process that needs it, stopped by the last.

Two files beside the data are locked with flock, which the kernel releases however a process ends:

- `postgres.turn`, exclusive, by whoever is starting or stopping the server;
- `postgres.users`, shared, by every process for as long as it uses the server.

A process that leaves takes its turn and asks for `postgres.users` exclusively. If it gets that,
nobody else is left, and it stops the server. No list of process ids can go stale.

A server that dies is started again by whoever of its users has a turn first, at the same socket.
"""

import contextlib
import fcntl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO
from urllib.parse import quote

from api.database import account, postmaster
from api.database.cluster import PORT, START_LIMIT, Cluster
from api.database.postmaster import Postmaster
from api.errors import EmbeddedError

Say = Callable[[str], None]

DATABASE = "detente"
# Long enough for another process's start or stop.
TURN_LIMIT = 90.0
# A process whose server was killed notices within a second or two, and ends.
USERS_LIMIT = 5.0


@dataclass(frozen=True, slots=True)
class Server:
    """A running embedded server that this process may use."""

    cluster: Path
    socket_dir: Path
    pid: int
    options: Mapping[str, str]

    def url(self, role: str, database: str = DATABASE) -> str:
        """The address of a database for a role: "postgresql://detente_reader@/detente?host=/…"."""
        return f"postgresql://{role}@/{database}?host={quote(str(self.socket_dir), safe='/')}&port={PORT}"

    def alive(self) -> bool:
        """Whether the server still runs."""
        return postmaster.works_in(self.pid, self.cluster)


@contextlib.contextmanager
def use(data_dir: Path, say: Say, options: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Use the server of a data directory, starting it if it does not run; leave it as the module says."""
    folder = _prepared(data_dir)
    cluster = _cluster(folder)
    with (folder / "postgres.users").open("a") as users:
        try:
            with _turn(folder, say):
                server = _join(cluster, users, say, options or {})
            yield server
        finally:
            with _turn(folder, say):
                _leave(cluster, users, say)


def revive(server: Server, say: Say) -> Server:
    """Start a server anew that died while this process used it; another of its users may have done so already."""
    folder = server.cluster.parent
    cluster = _cluster(folder)
    with _turn(folder, say):
        # Nobody else can have it: who does not see its process was refused to use it.
        found = _running(cluster)
        if found is None:
            found = cluster.start(server.options, server.socket_dir)
            say(f"Postgres (process {server.pid}) ended on its own; started it again (process {found.pid}).")
    return replace(server, pid=found.pid)


def _cluster(folder: Path) -> Cluster:
    return Cluster(folder / "postgres", account.choose(folder / "postgres"), folder / "postgres.log")


def _join(cluster: Cluster, users: IO[str], say: Say, options: Mapping[str, str]) -> Server:
    found = _running(cluster)
    if found is None:
        _await_no_users(cluster, users)
        if cluster.ensure():
            say(f"Made a new Postgres data directory in {cluster.folder}.")
        found = cluster.start(options)
        say(f"Started Postgres (process {found.pid}).")
    else:
        say(f"Sharing the Postgres that already runs (process {found.pid}).")
    fcntl.flock(users, fcntl.LOCK_SH)
    return Server(cluster.folder, found.socket_dir, found.pid, options)


def _running(cluster: Cluster) -> Postmaster | None:
    """The server that runs on the cluster and answers; one that is starting or ending is awaited."""
    deadline = time.monotonic() + START_LIMIT
    while found := postmaster.running(cluster.folder):
        if found.ready and postmaster.answers(found, PORT):
            return found
        if time.monotonic() > deadline:
            raise EmbeddedError(
                f"The Postgres that runs on {cluster.folder} (process {found.pid}) does not answer.",
                f"read the end of {cluster.log}, and end it: kill -INT {found.pid}",
            )
        time.sleep(postmaster.POLL)
    return None


def _leave(cluster: Cluster, users: IO[str], say: Say) -> None:
    if not _exclusive(users):
        return
    found = postmaster.running(cluster.folder)
    if found is None:
        cluster.tidy()
        return
    cluster.stop(found)
    say("Stopped Postgres.")


def _await_no_users(cluster: Cluster, users: IO[str]) -> None:
    """Refuse a folder whose server we cannot see although somebody uses it, as from another container."""
    deadline = time.monotonic() + USERS_LIMIT
    while not _exclusive(users):
        if time.monotonic() > deadline:
            raise EmbeddedError(
                f"Another process uses {cluster.folder.parent}, but its Postgres cannot be seen from here.",
                "stop that process (is it in another container?), or set DETENTE_DATA_DIR to another folder.",
            )
        time.sleep(postmaster.POLL)


@contextlib.contextmanager
def _turn(folder: Path, say: Say) -> Iterator[None]:
    """Hold the right to start or stop the server."""
    with (folder / "postgres.turn").open("a") as turn:
        if not _exclusive(turn):
            say("Waiting for another process to start or stop Postgres …")
            deadline = time.monotonic() + TURN_LIMIT
            while not _exclusive(turn):
                if time.monotonic() > deadline:
                    raise EmbeddedError(
                        f"Another process has been starting or stopping the Postgres in {folder} for too long.",
                        f"find it with: fuser {folder / 'postgres.turn'}",
                    )
                time.sleep(postmaster.POLL)
        yield


def _exclusive(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _prepared(data_dir: Path) -> Path:
    folder = data_dir.expanduser().resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "postgres.turn").touch()
    except OSError as error:
        raise EmbeddedError(
            f"The data directory {folder} cannot be written: {error.strerror}.",
            "set DETENTE_DATA_DIR to a folder that you may write to.",
        ) from error
    return folder
