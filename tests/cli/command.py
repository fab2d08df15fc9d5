"""Runs the `detente` command as a process of its own."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

DETENTE = str(Path(sys.executable).with_name("detente"))


def run(*arguments: str, stdin: str = "", **settings: str) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end."""
    return subprocess.run(
        [DETENTE, *arguments],
        input=stdin,
        env=_environment(settings),
        capture_output=True,
        text=True,
        check=False,
    )


class Serving:
    """A running `detente serve`: what it said so far, and its address once it is ready."""

    def __init__(self, process: "subprocess.Popen[str]", errors: Path) -> None:
        self.process = process
        self.errors = errors
        assert process.stdout
        self.address = process.stdout.readline().removeprefix("Ready: ").strip()

    def said(self) -> str:
        """Everything it wrote for people, and its log."""
        return self.errors.read_text()

    def stop(self, sent: int) -> int:
        """Send a signal and wait for the end; the exit code."""
        self.process.send_signal(sent)
        return self.process.wait(timeout=30)


@contextlib.contextmanager
def serving(folder: Path, **settings: str) -> Iterator[Serving]:
    """Run `detente serve` on a free port until the block ends."""
    folder.mkdir(parents=True, exist_ok=True)
    errors = folder / f"errors-{os.urandom(4).hex()}"
    quick = {"DETENTE_PORT": "0", "DETENTE_LAME_DUCK_SECONDS": "0"}
    chosen = {**quick, "DETENTE_DATA_DIR": str(folder / "data"), **settings}
    with errors.open("w") as stream:
        process = subprocess.Popen(
            [DETENTE, "serve"], env=_environment(chosen), stdout=subprocess.PIPE, stderr=stream, text=True
        )
        with process:
            try:
                yield Serving(process, errors)
            finally:
                _end(process)


def _end(process: "subprocess.Popen[str]") -> None:
    """Let it stop its Postgres, if it still runs."""
    process.terminate()
    try:
        process.wait(timeout=30)
    except subprocess.TimeoutExpired:
        process.kill()


def _environment(settings: dict[str, str]) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **settings}
