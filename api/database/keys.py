"""The statements about API keys: the owner makes and ends them, the reader finds one by its hash and no other way."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import asyncpg

from api.errors import KeyRefused

SCOPES = ("read", "export", "admin")

_COLUMNS = """
id, label, contact, scopes, budget, start, created_at, rotated_at, expires_at, revoked_at,
CASE WHEN previous_until > now() THEN least(previous_until, expires_at) END AS previous_until,
CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN expires_at <= now() THEN 'expired' ELSE 'active' END AS state
"""
_CREATE = f"""
INSERT INTO confidential.api_key (label, contact, scopes, budget, expires_at, start, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7)
RETURNING {_COLUMNS}
"""  # noqa: S608 - constants
_LIST = f"SELECT {_COLUMNS} FROM confidential.api_key ORDER BY id"  # noqa: S608 - constants
_ROTATE = f"""
UPDATE confidential.api_key
SET previous_hash = hash, previous_until = now() + $2, hash = $3, start = $4, rotated_at = now()
WHERE id = $1 AND revoked_at IS NULL AND (expires_at > now()) IS NOT FALSE
RETURNING {_COLUMNS}
"""  # noqa: S608 - constants
_REVOKE = f"""
UPDATE confidential.api_key SET revoked_at = coalesce(revoked_at, now()) WHERE id = $1
RETURNING {_COLUMNS}
"""  # noqa: S608 - constants
_FIND = "SELECT id, scopes, budget, state, seconds_left FROM api_key_of($1)"

ReadRow = Callable[..., Awaitable[asyncpg.Record | None]]


@dataclass(frozen=True, slots=True)
class NewKey:
    """What is stored of a new key: how it begins, and its hash."""

    label: str
    contact: str | None
    scopes: Sequence[str]
    budget: int
    expires_at: datetime | None
    start: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """All that is known of a key; the key itself is not."""

    id: int
    label: str
    contact: str | None
    scopes: list[str]
    budget: int
    start: str
    created_at: datetime
    rotated_at: datetime | None
    expires_at: datetime | None
    revoked_at: datetime | None
    # Until when the key that was replaced last is still good.
    previous_until: datetime | None
    state: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a hash leads to; `seconds_left` is None where the key never expires."""

    id: int
    scopes: frozenset[str]
    budget: int
    state: str
    seconds_left: float | None


async def create(owner: asyncpg.Connection, new: NewKey) -> KeyRecord:
    """Store a new key."""
    row = await owner.fetchrow(
        _CREATE, new.label, new.contact, list(new.scopes), new.budget, new.expires_at, new.start, new.digest
    )
    assert row
    return KeyRecord(**row)


async def every(owner: asyncpg.Connection) -> list[KeyRecord]:
    """All keys there ever were, the oldest first."""
    return [KeyRecord(**row) for row in await owner.fetch(_LIST)]


async def rotate(
    owner: asyncpg.Connection, number: int, *, grace: timedelta, start: str, digest: bytes
) -> KeyRecord:
    """Replace a key; the old one stays good for a while. The one before that ends now."""
    row = await owner.fetchrow(_ROTATE, number, grace, digest, start)
    if row is None:
        raise KeyRefused(
            f"There is no active key {number}.", "look it up with `detente keys list`, or create a new one."
        )
    return KeyRecord(**row)


async def revoke(owner: asyncpg.Connection, number: int) -> KeyRecord:
    """End a key, and the one it replaced, for good."""
    row = await owner.fetchrow(_REVOKE, number)
    if row is None:
        raise KeyRefused(f"There is no key {number}.", "look it up with `detente keys list`.")
    return KeyRecord(**row)


async def find(read: ReadRow, digest: bytes) -> Found | None:
    """Return what a hash leads to, with the reader's rights."""
    row = await read(_FIND, digest)
    if row is None:
        return None
    return Found(row["id"], frozenset(row["scopes"]), row["budget"], row["state"], row["seconds_left"])
