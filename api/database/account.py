"""The system account that runs the embedded server, since Postgres refuses to run as root."""

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from api.errors import EmbeddedError

# Tried in this order when root starts a new cluster: Debian's account for Postgres, then the one all have.
UNPRIVILEGED = ("postgres", "nobody")


class Identity(TypedDict, total=False):
    """The arguments of subprocess that make a child run as an account."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True, slots=True)
class Account:
    """Who owns the cluster's files and runs its server."""

    name: str
    uid: int
    gid: int

    @property
    def identity(self) -> Identity:
        """What subprocess needs to run a child as this account: nothing, if we are it already."""
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Give a file to this account."""
        if self.uid != os.geteuid():
            os.chown(path, self.uid, self.gid)

    def reaches(self, path: Path) -> bool:
        """Whether this account may enter every folder above a path, and read and run the path itself."""
        real = path.resolve()
        return all(self._may_enter(step) for step in (real, *real.parents))

    def _may_enter(self, path: Path) -> bool:
        try:
            status = path.stat()
        except PermissionError:
            return False
        if status.st_uid == self.uid:
            needed = stat.S_IXUSR
        elif status.st_gid == self.gid:
            needed = stat.S_IXGRP
        else:
            needed = stat.S_IXOTH
        return bool(status.st_mode & needed)


def choose(cluster: Path) -> Account:
    """The account for a cluster: its owner if it exists, else ourselves, or an unprivileged one for root."""
    owner = cluster.stat().st_uid if cluster.exists() else None
    if os.geteuid() != 0:
        return _own_account(cluster, owner)
    if owner:
        return _by_uid(owner)
    for name in UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    raise EmbeddedError(
        f"Postgres refuses to run as root, and this machine has no account named {' or '.join(UNPRIVILEGED)}.",
        "run detente as an ordinary user, or set DATABASE_URL to another Postgres.",
    )


def _own_account(cluster: Path, owner: int | None) -> Account:
    if owner not in {None, os.geteuid()}:
        raise EmbeddedError(
            f"The data in {cluster} belongs to user id {owner}, not to yours ({os.geteuid()}).",
            "run as that user (or as root), or set DETENTE_DATA_DIR to a folder of your own.",
        )
    return _by_uid(os.geteuid())


def _by_uid(uid: int) -> Account:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        raise EmbeddedError(
            f"User id {uid} has no entry in /etc/passwd, and Postgres needs its name.",
            "run as a named user, or set DATABASE_URL to another Postgres.",
        ) from None
    return Account(entry.pw_name, uid, entry.pw_gid)
