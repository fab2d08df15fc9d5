"""The explorer is built once for each state of its sources, by a Node that Vite runs on."""

import json
from pathlib import Path

import pytest

from api.explorer import build

HERE = Path(build.__file__).parent


@pytest.mark.parametrize(
    ("version", "enough"),
    [
        ("v18.20.4", False),
        ("v20.18.9", False),
        ("v20.19.0", True),
        ("v20.20.2", True),
        ("v21.9.0", False),
        ("v22.11.0", False),
        ("v22.12.0", True),
        ("v24.19.0", True),
        ("", False),
        ("not found", False),
    ],
)
def test_which_node_is_new_enough(version: str, enough: bool) -> None:
    """What Vite says in its package: 20.19 and later of 20, or 22.12 and later."""
    assert build.is_new_enough(version) is enough


def test_the_versions_are_those_of_vite() -> None:
    """A newer Vite that asks for a newer Node is seen here."""
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    assert lock["packages"]["node_modules/vite"]["engines"]["node"] == "^20.19.0 || >=22.12.0"


def test_the_result_depends_on_the_questions_and_the_lock() -> None:
    """A changed example, package or source makes a build stale."""
    names = {str(path.relative_to(build.ROOT)) for path in build.sources()}
    assert {"docs/examples.md", "api/explorer/package-lock.json", "api/explorer/src/main.tsx"} <= names


def test_the_lock_names_no_registry() -> None:
    """Packages come from the registry of whoever builds, and are known by their hashes."""
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert packages
    assert all(each["integrity"].startswith("sha512-") for each in packages.values())
    assert not any("resolved" in each for each in packages.values())
