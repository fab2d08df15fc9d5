"""Runs `detente` as a process and watches its memory, second by second; kills it where that is asked."""

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

    def run(self, title: str, entities: int, *arguments: str, kill_after: float | None = None) -> Load:
        """Run a command to its end, or to the moment at which it is killed."""
        begun, memory = time.monotonic(), []
        with (self.folder / "said").open("w+b") as said:
            process = self._start(arguments, said)
            seen = psutil.Process(process.pid)
            while process.poll() is None:
                memory.append(_resident(seen))
                if kill_after is not None and time.monotonic() - begun > kill_after:
                    process.kill()
                time.sleep(_EVERY)
            seconds = time.monotonic() - begun
            said.seek(0)
            text = said.read().decode()
        if process.returncode and kill_after is None:
            raise SystemExit(text)
        last = text.strip().splitlines()[-1] if text.strip() else ""
        return Load(title, entities, seconds, tuple(memory), last, process.returncode < 0)

    def _start(self, arguments: tuple[str, ...], said: BinaryIO) -> "subprocess.Popen[bytes]":
        ours = ("DETENTE_", "DATABASE_URL", "PG")
        environment = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
        environment |= {"DATABASE_URL": self.database.owner, "DETENTE_DATA_DIR": str(self.folder)}
        return subprocess.Popen([DETENTE, *arguments], env=environment, stdout=said, stderr=subprocess.STDOUT)


def _resident(process: psutil.Process) -> int:
    try:
        found: int = process.memory_info().rss
    except psutil.NoSuchProcess:
        return 0
    return found
