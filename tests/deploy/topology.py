"""Stands up the primary and the replica of docker-compose.yml, by its own scripts, with the embedded binaries."""

import contextlib
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from api.database import account, binaries
from api.database.account import Account
from tests.deploy.compose import PASSWORDS, ROOT, options, services

DATABASE = "detente"
PATIENCE_SECONDS = 60.0
# Nothing here need outlive the machine.
QUICK = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "shared_buffers=64MB"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(slots=True)
class Postgres:
    """One server of the topology: started, killed and started anew, always on the same port."""

    name: str
    folder: Path
    runs_as: Account
    command: list[str]
    environment: Mapping[str, str]
    port: int = field(default_factory=_free_port)
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def data(self) -> Path:
        """Its data directory."""
        return self.folder / self.name

    def url(self, role: str) -> str:
        """Its address for a role of Détente: "reader" → "postgresql://detente_reader:…@127.0.0.1:…/detente"."""
        password = PASSWORDS[f"DETENTE_{role.upper()}_PASSWORD"]
        return f"postgresql://detente_{role}:{password}@127.0.0.1:{self.port}/{DATABASE}"

    def start(self, *, wait: bool = True) -> None:
        """Start it, and wait until it answers."""
        listen = [
            *("-c", f"port={self.port}"),
            *("-c", "listen_addresses=127.0.0.1"),
            *("-c", f"unix_socket_directories={self.folder}"),
        ]
        with (self.folder / f"{self.name}.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*self.command, *QUICK, *listen],
                cwd=self.folder,
                env={**_environment(self.runs_as), **self.environment, "PGDATA": str(self.data)},
                stdout=log,
                stderr=log,
                **self.runs_as.identity,
            )
        if wait:
            self.await_ready()

    def await_ready(self) -> None:
        """Wait until it takes connections."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self.run("pg_isready", "--quiet", "--host=127.0.0.1", f"--port={self.port}") != 0:
            assert time.monotonic() < deadline, (self.folder / f"{self.name}.log").read_text()
            time.sleep(0.1)

    def kill(self) -> None:
        """End it at once and without warning, with all its backends."""
        self._end(signal.SIGKILL)
        # The backends notice that the postmaster is gone, and hold the data directory until they do.
        deadline = time.monotonic() + PATIENCE_SECONDS
        while _anyone_in(self.data) and time.monotonic() < deadline:
            time.sleep(0.05)
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def stop(self) -> None:
        """Stop it in good order."""
        self._end(signal.SIGINT)

    def run(self, program: str, *arguments: str) -> int:
        """Run one of Postgres's own programs; its exit code."""
        path = binaries.locate(self.runs_as) / program
        return subprocess.run([path, *arguments], check=False, capture_output=True).returncode

    def _end(self, sent: signal.Signals) -> None:
        if self.process is not None:
            self.process.send_signal(sent)
            self.process.wait(PATIENCE_SECONDS)
            self.process = None


@dataclass(frozen=True, slots=True)
class Topology:
    """A primary and its streaming replica."""

    primary: Postgres
    replica: Postgres


@contextlib.contextmanager
def standing() -> Iterator[Topology]:
    """Both servers, running; stopped and removed at the end."""
    with tempfile.TemporaryDirectory(prefix="detente-pair-", dir="/tmp") as name:
        folder = Path(name)
        runs_as = account.choose(folder / "primary")
        runs_as.own(folder)
        scripts = _scripts(folder)
        told = services()
        primary = Postgres(
            "primary",
            folder,
            runs_as,
            [str(binaries.locate(runs_as) / "postgres"), *options(told["primary"])],
            {},
        )
        _initialise(primary, scripts)
        primary.start()
        replica = Postgres(
            "replica",
            folder,
            runs_as,
            [str(scripts / "replica.sh"), *options(told["replica"])],
            {**PASSWORDS, "PRIMARY_HOST": "127.0.0.1", "PRIMARY_PORT": str(primary.port)},
        )
        try:
            replica.start()
            yield Topology(primary, replica)
        finally:
            for server in (replica, primary):
                server.stop()


def _initialise(server: Postgres, scripts: Path) -> None:
    """Do what the image does with a new data directory: initdb, then the script, on a socket alone."""
    programs = binaries.locate(server.runs_as)
    locale = services()["primary"]["environment"]["POSTGRES_INITDB_ARGS"].split()
    common = {**_environment(server.runs_as), **PASSWORDS, "PGDATA": str(server.data)}
    _checked(server, [programs / "initdb", "--username=postgres", "--auth-local=trust", *locale], common)
    with (server.data / "pg_hba.conf").open("a") as rules:
        rules.write("host all all all scram-sha-256\n")
    alone = f"-c listen_addresses='' -c unix_socket_directories={server.folder}"
    log = server.folder / "initialise.log"
    _checked(server, [programs / "pg_ctl", "-w", "-l", log, "-o", alone, "start"], common)
    _checked(server, [scripts / "primary.sh"], {**common, "PGHOST": str(server.folder)})
    _checked(server, [programs / "pg_ctl", "-w", "-m", "fast", "stop"], common)


def _checked(server: Postgres, command: list[object], environment: Mapping[str, str]) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=server.folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        **server.runs_as.identity,
    )
    assert done.returncode == 0, done.stderr


def _scripts(folder: Path) -> Path:
    """The scripts, where the account that runs Postgres can read them."""
    target = folder / "scripts"
    target.mkdir(mode=0o755)
    for script in (ROOT / ".deploy").glob("*.sh"):
        copy = target / script.name
        copy.write_bytes(script.read_bytes())
        copy.chmod(0o755)
    return target


def _environment(runs_as: Account) -> dict[str, str]:
    return {"PATH": f"{binaries.locate(runs_as)}:/usr/bin:/bin", "TZ": "UTC", "LC_ALL": "C.UTF-8"}


def _anyone_in(data: Path) -> bool:
    """Whether a process still works in a data directory."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (process / "cwd").readlink() == data:
                return True
    return False
