"""A process of its own that uses an embedded server until its input ends; for killing.

Run as: python -m tests.database.keeper FOLDER [UID]
"""

import os
import pwd
import sys
from pathlib import Path

from api.database import binaries, embedded
from api.database.account import Account
from api.errors import EmbeddedError


def main() -> None:
    """Use the server, say where it is, and wait."""
    if len(sys.argv) > 2:
        _become(int(sys.argv[2]))
    try:
        with embedded.use(Path(sys.argv[1]), lambda _: None, {"fsync": "off"}) as server:
            sys.stdout.write(f"{server.pid} {server.url('postgres', 'postgres')}\n")
            sys.stdout.flush()
            sys.stdin.read()
    except EmbeddedError as error:
        sys.stdout.write(f"{error}\n")


def _become(uid: int) -> None:
    """Become another user, who may be unable to enter this checkout: so find the programs before."""
    entry = pwd.getpwuid(uid)
    binaries.locate(Account(entry.pw_name, uid, entry.pw_gid))
    os.setgroups([])
    os.setgid(entry.pw_gid)
    os.setuid(uid)


if __name__ == "__main__":
    main()
