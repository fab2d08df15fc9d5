"""Runs `detente` as a process and watches it and its connection, second by second; kills it where that is asked."""

import contextlib
import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import psutil

from api.database.urls import Urls
from tests.bench.imports.page import Load
from tests.cli.command import DETENTE

_EVERY = 0.2


@dataclass(frozen=True, slots=True)
class Bench:
    """A database to load into, and a folder for what is downloaded and said."""

    database: Urls
    folder: Path
    server: int

    def run(self, title: str, entities: int, *arguments: str, kill_after: float | None = None) -> Load:
        """Run a command to its end, or to the moment at which it is killed."""
        begun, memory = time.monotonic(), []
        watched = _Watched(self.server)
        with (self.folder / "said").open("w+b") as said:
            process = self._start(arguments, said)
            seen = psutil.Process(process.pid)
            while process.poll() is None:
                memory.append(_resident(seen))
                watched.look(seen)
                if kill_after is not None and time.monotonic() - begun > kill_after:
                    process.kill()
                time.sleep(_EVERY)
            seconds = time.monotonic() - begun
            said.seek(0)
            text = said.read().decode()
        if process.returncode and kill_after is None:
            raise SystemExit(text)
        last = text.strip().splitlines()[-1] if text.strip() else ""
        return Load(
            title, entities, seconds, tuple(memory), last, process.returncode < 0,
            processor=(watched.client, watched.backend), backend=watched.memory,
        )  # fmt: skip

    def _start(self, arguments: tuple[str, ...], said: BinaryIO) -> "subprocess.Popen[bytes]":
        ours = ("DETENTE_", "DATABASE_URL", "PG")
        environment = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
        environment |= {"DATABASE_URL": self.database.owner, "DETENTE_DATA_DIR": str(self.folder)}
        return subprocess.Popen([DETENTE, *arguments], env=environment, stdout=said, stderr=subprocess.STDOUT)


class _Watched:
    """Processor time of a process and of its connection in Postgres, and the most memory of the connection's own."""

    def __init__(self, server: int) -> None:
        self.server = psutil.Process(server)
        self.client = self.backend = 0.0
        self.memory = 0
        self.connection: psutil.Process | None = None

    def look(self, client: psutil.Process) -> None:
        """See how far they are; the one or the other may just have ended."""
        with contextlib.suppress(psutil.NoSuchProcess):
            self.client = sum(client.cpu_times()[:2])
        with contextlib.suppress(psutil.NoSuchProcess):
            if self.connection is None:
                self.connection = self._writer()
            else:
                used = self.connection.memory_info()
                self.backend = sum(self.connection.cpu_times()[:2])
                self.memory = max(self.memory, used.rss - used.shared)

    def _writer(self) -> psutil.Process | None:
        for each in self.server.children():
            if "detente_writer" in " ".join(each.cmdline()):
                return each
        return None


def _resident(process: psutil.Process) -> int:
    try:
        found: int = process.memory_info().rss
    except psutil.NoSuchProcess:
        return 0
    return found
