"""Tries the clients of the guide for front-end developers: python -m tests.frontend.run [ADDRESS]."""

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from api.explorer import build
from tests.cli.command import serving

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
# What graphql-codegen asks for.
LEAST = (22, 15)


def main() -> int:
    """Try them on the server at an address, or on one that is started for it."""
    node, npm = find_node() or build.node_from_wheel()
    install(node, npm)
    if sys.argv[1:]:
        return attempt(node, sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="detente-") as folder, serving(Path(folder)) as server:
        if not server.address:
            sys.stderr.write(server.said())
            return 1
        return attempt(node, server.address)


def find_node() -> tuple[Path, Path] | None:
    """Node and npm of this machine, if they are there and new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    numbers = tuple(map(int, re.findall(r"\d+", told)[:2]))
    return (Path(node), Path(npm).resolve()) if numbers >= LEAST else None


def install(node: Path, npm: Path) -> None:
    """Install the locked packages, unless they are there."""
    stamp = MODULES / ".installed"
    lock = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == lock:
        return
    command = [str(node), str(npm), "ci", "--ignore-scripts", "--silent"]
    subprocess.run(command, cwd=HERE, check=True)
    stamp.write_text(lock)


def attempt(node: Path, address: str) -> int:
    """Generate, check types, ask; the exit code."""
    return subprocess.run([str(node), "try.mjs", address], cwd=HERE, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
