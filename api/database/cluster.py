"""The data directory of the embedded server: made by initdb, checked for its version, started."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from api.database import binaries, postmaster
from api.database.account import Account
from api.database.postmaster import Postmaster
from api.errors import EmbeddedError

MAJOR_VERSION = 18
SUPERUSER = "postgres"
PORT = 5432

START_LIMIT = 60.0
SURVIVOR_LIMIT = 10.0
LOG_LIMIT = 4 * 1024 * 1024

# sockaddr_un holds 104 bytes on macOS and 108 on Linux, with the socket's own name and a closing NUL.
SOCKET_DIR_LIMIT = 104 - len(f"/.s.PGSQL.{PORT}") - 1
SOCKET_DIR_PREFIX = "detente-"

# One line, no TCP: whoever may enter the private folder of the socket may log in as any role.
ACCESS = "local all all trust\n"

SETTINGS: Mapping[str, str] = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "jit": "off",
    # A load writes gigabytes: with less room it waits for checkpoints.
    "wal_buffers": "32MB",
    "max_wal_size": "4GB",
    # A failed statement's details may hold a value that must not be published.
    "log_error_verbosity": "terse",
}


def shared_buffers(limit: Path = Path("/sys/fs/cgroup/memory.max")) -> int:
    """How many MB of pages the server keeps: a sixteenth of the machine's memory, or of what a container may use.

    Indexes that do not fit are written out and read again, over and over, while a large list is loaded.
    """
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    allowed = limit.read_text().strip() if limit.exists() else "max"
    if allowed != "max":
        memory = min(memory, int(allowed))
    return min(max(memory // 16 // 2**20, 128), 1024)


@dataclass(frozen=True, slots=True)
class Cluster:
    """A data directory, its log beside it, and the account that owns both."""

    folder: Path
    account: Account
    log: Path

    def ensure(self) -> bool:
        """Make the data directory if it is not there; True if it was made now."""
        if self.folder.exists():
            self._check_version()
            return False
        # Made aside and renamed whole, so that a kill in the middle leaves nothing half made.
        unfinished = self.folder.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        self.account.own(unfinished)
        self._initdb(unfinished)
        (unfinished / "pg_hba.conf").write_text(ACCESS)
        unfinished.rename(self.folder)
        return True

    def start(self, options: Mapping[str, str], socket_dir: Path | None = None) -> Postmaster:
        """Start the server, at a socket where it was before if that is given, and wait until it takes connections.

        Nothing may run on the folder yet.
        """
        self._clear_leftovers()
        socket_dir = self._socket_dir() if socket_dir is None else self._again(socket_dir)
        settings = {
            **SETTINGS,
            "shared_buffers": f"{shared_buffers()}MB",
            **options,
            "unix_socket_directories": str(socket_dir),
            "port": str(PORT),
        }
        flags = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return self._await_ready(self._spawn([*self._command("postgres", self.folder), *flags]))

    def stop(self, server: Postmaster) -> None:
        """Stop the server and remove a socket folder that was made for it."""
        postmaster.stop(server.pid, self.folder)
        _remove_temporary(server.socket_dir)

    def tidy(self) -> None:
        """Remove the socket folder of a server that was killed."""
        left = postmaster.read(self.folder)
        if left:
            _remove_temporary(left.socket_dir)

    def _check_version(self) -> None:
        found = (self.folder / "PG_VERSION").read_text().strip()
        if found != str(MAJOR_VERSION):
            raise EmbeddedError(
                f"The data in {self.folder} was written by Postgres {found}; this is Postgres {MAJOR_VERSION}.",
                "move the folder away and load the data anew, or set DETENTE_DATA_DIR to another folder.",
            )

    def _command(self, program: str, folder: Path) -> list[str]:
        """A program and its data directory: by name, or, below a closed folder, as the folder it starts in."""
        name = folder if self.account.reaches(folder) else Path("/proc/self/cwd")
        return [str(binaries.locate(self.account) / program), "-D", str(name)]

    def _initdb(self, folder: Path) -> None:
        flags = ["--username", SUPERUSER, "--encoding=UTF8", "--locale-provider=builtin"]
        # Only LC_CTYPE is the system's: pg_trgm asks it what a letter is.
        character_types = "C.UTF-8" if sys.platform == "linux" else "UTF-8"
        flags += ["--builtin-locale=C.UTF-8", "--locale=C", f"--lc-ctype={character_types}", "--auth=trust"]
        done = subprocess.run(  # noqa: S603 - our own program, no shell
            [*self._command("initdb", folder), *flags],
            cwd=folder,
            env=_environment(),
            capture_output=True,
            text=True,
            check=False,
            **self.account.identity,
        )
        if done.returncode != 0:
            shutil.rmtree(folder, ignore_errors=True)
            raise EmbeddedError(
                f"Postgres could not make its data directory {self.folder}:\n{_tail(done.stdout + done.stderr)}",
                "see to the reason above, or set DETENTE_DATA_DIR to another folder.",
            )

    def _spawn(self, command: list[str]) -> int:
        """Start a server that is nobody's child, so that whoever is last can stop it; its process id."""
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))
        self.log.touch(mode=0o600)
        with self.log.open("ab") as log:
            shell = subprocess.run(  # noqa: S603 - our own program; the shell sees no value of ours
                ["/bin/sh", "-c", '"$0" "$@" >&2 & echo $!', *command],
                cwd=self.folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                start_new_session=True,
                check=True,
                **self.account.identity,
            )
        return int(shell.stdout)

    def _await_ready(self, pid: int) -> Postmaster:
        deadline = time.monotonic() + START_LIMIT
        while time.monotonic() < deadline:
            found = postmaster.read(self.folder)
            if found and found.pid == pid and found.ready:
                return found
            if not _exists(pid):
                break
            time.sleep(postmaster.POLL)
        raise EmbeddedError(
            f"Postgres did not start. The end of {self.log}:\n{_tail(self.log.read_text(errors='replace'))}",
            "see to the reason above and run the command again.",
        )

    def _clear_leftovers(self) -> None:
        """Remove what a killed server left; a process id in it may by now be somebody else's."""
        postmaster.await_survivors(self.folder, SURVIVOR_LIMIT)
        self.tidy()
        (self.folder / "postmaster.pid").unlink(missing_ok=True)

    def _socket_dir(self) -> Path:
        """A private folder for the socket: beside the data, or a short one if that is too deep or closed."""
        beside = self.folder.parent / "run"
        beside.mkdir(mode=0o700, exist_ok=True)
        self.account.own(beside)
        for leftover in beside.glob(".s.PGSQL.*"):
            leftover.unlink()
        if self._fits(beside):
            return beside
        for place in dict.fromkeys((tempfile.gettempdir(), "/tmp", "/var/tmp")):  # noqa: S108 - mkdtemp is private
            if self._fits(Path(place) / f"{SOCKET_DIR_PREFIX}12345678"):
                made = Path(tempfile.mkdtemp(prefix=SOCKET_DIR_PREFIX, dir=place))
                self.account.own(made)
                return made
        raise EmbeddedError(
            f"{beside} is too long a path for a socket, and no temporary folder is shorter.",
            "set DETENTE_DATA_DIR to a shorter path.",
        )

    def _again(self, socket_dir: Path) -> Path:
        """The folder of a socket that clients know, made anew if it was removed with its server."""
        if socket_dir == self.folder.parent / "run":
            return self._socket_dir()
        # Not if it is there: somebody else may have made it meanwhile.
        socket_dir.mkdir(mode=0o700)
        self.account.own(socket_dir)
        return socket_dir

    def _fits(self, folder: Path) -> bool:
        name = os.fsencode(folder)
        # A comma or a quote would be read as syntax by Postgres's setting or by a URL.
        plain = re.fullmatch(rb"[\w./+-]+", name) is not None
        nearest = folder if folder.exists() else folder.parent
        return plain and len(name) <= SOCKET_DIR_LIMIT and self.account.reaches(nearest)


def _remove_temporary(socket_dir: Path) -> None:
    if socket_dir.name.startswith(SOCKET_DIR_PREFIX):
        shutil.rmtree(socket_dir, ignore_errors=True)


def _environment() -> dict[str, str]:
    """Nothing of the caller's environment: a stray PGDATA or LC_ALL would change what is made."""
    return {"PATH": "/usr/bin:/bin", "TZ": "UTC"}


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _tail(text: str, lines: int = 12) -> str:
    return "\n".join(f"  {line}" for line in text.strip().splitlines()[-lines:])
