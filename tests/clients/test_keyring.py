"""A key is looked up once and believed for a while; what the reader may see of keys is what he holds."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest

from api.clients import secrets
from api.clients.keyring import Keyring
from api.database import keys
from api.database.connect import connected
from api.database.keys import KeyRecord
from api.database.reader import Reader, open_reader
from api.database.urls import Urls
from api.errors import DatabaseUnavailable, KeyRefused
from tests.clients.conftest import MakeKey
from tests.recorder import Recorder

SOON = timedelta(hours=1)


@pytest.fixture
async def pool(database: Urls) -> AsyncIterator[Reader]:
    """The reader of an empty database."""
    async with open_reader(database.reader, size=2, statement_timeout_ms=5_000) as reader:
        yield reader


async def _replaced(owner: asyncpg.Connection, record: KeyRecord, grace: timedelta) -> str:
    key = secrets.new()
    await keys.rotate(owner, record.id, grace=grace, start=secrets.start(key), digest=secrets.digest(key))
    return key


async def _state(pool: Reader, key: str) -> str | None:
    """As a process sees it that meets the key for the first time."""
    found = await Keyring(pool.row).look_up(key)
    return found.state if found else None


async def test_a_key_leads_to_what_it_allows(pool: Reader, make_key: MakeKey) -> None:
    """Its number, its scopes and its budget, and nothing about whose it is."""
    key, record = await make_key()
    found = await Keyring(pool.row).look_up(key)
    assert found
    assert (found.id, found.scopes, found.budget, found.state) == (
        record.id,
        frozenset({"read"}),
        50_000,
        "active",
    )


async def test_an_unknown_key_leads_nowhere(pool: Reader, make_key: MakeKey) -> None:
    """Nor does one whose checksum is wrong, which is not even looked up."""
    await make_key()
    assert await _state(pool, secrets.new()) is None
    async with Recorder.on(pool.pool) as recorder:
        assert await _state(pool, "detente_" + "x" * 49) is None
        assert await recorder.seen() == []


async def test_a_key_ends_by_revocation_or_by_its_date(
    owner: asyncpg.Connection, pool: Reader, make_key: MakeKey
) -> None:
    """Both are told apart, so that its holder knows whom to ask for what."""
    revoked, record = await make_key()
    await keys.revoke(owner, record.id)
    expired, _ = await make_key(expires_at=datetime.now(UTC) - SOON)
    assert (await _state(pool, revoked), await _state(pool, expired)) == ("revoked", "expired")


async def test_a_replaced_key_is_good_for_its_grace(
    owner: asyncpg.Connection, pool: Reader, make_key: MakeKey
) -> None:
    """Old and new are one client with one number, and the old one ends."""
    old, record = await make_key()
    new = await _replaced(owner, record, SOON)
    assert (await _state(pool, old), await _state(pool, new)) == ("active", "active")
    newest = await _replaced(owner, record, timedelta(0))
    assert [await _state(pool, key) for key in (old, new, newest)] == [None, "expired", "active"]
    found = await Keyring(pool.row).look_up(newest)
    assert found
    assert found.id == record.id


async def test_grace_outlives_neither_the_key_nor_its_revocation(
    owner: asyncpg.Connection, pool: Reader, make_key: MakeKey
) -> None:
    """The end of a key is the end of the one it replaced."""
    old, record = await make_key(expires_at=datetime.now(UTC) + SOON)
    await _replaced(owner, record, timedelta(days=9))
    found = await Keyring(pool.row).look_up(old)
    assert found
    assert found.seconds_left
    assert found.seconds_left <= SOON.total_seconds()
    await keys.revoke(owner, record.id)
    assert await _state(pool, old) == "revoked"


async def test_what_has_ended_cannot_be_replaced(owner: asyncpg.Connection, make_key: MakeKey) -> None:
    """Nor what there never was."""
    _, record = await make_key()
    await keys.revoke(owner, record.id)
    for number in (record.id, 999_999):
        with pytest.raises(KeyRefused, match=f"There is no active key {number}"):
            await keys.rotate(owner, number, grace=SOON, start="detente_0000", digest=bytes(32))
    with pytest.raises(KeyRefused, match="There is no key 999999"):
        await keys.revoke(owner, 999_999)


async def test_a_key_is_looked_up_once(pool: Reader, make_key: MakeKey) -> None:
    """However many requests bring it, also at the same time."""
    key, _ = await make_key()
    keyring = Keyring(pool.row)
    async with Recorder.on(pool.pool) as recorder:
        await asyncio.gather(*(keyring.look_up(key) for _ in range(10)))
        await keyring.look_up(key)
        assert len(await recorder.seen()) == 1


async def test_a_revoked_key_stops_when_its_trust_runs_out(
    owner: asyncpg.Connection, pool: Reader, make_key: MakeKey
) -> None:
    """Until then it is believed; then it is looked up anew."""
    key, record = await make_key()
    patient, impatient = Keyring(pool.row), Keyring(pool.row, trusted_seconds=0.0)
    for keyring in (patient, impatient):
        await keyring.look_up(key)
    await keys.revoke(owner, record.id)
    states = [found and found.state for found in (await patient.look_up(key), await impatient.look_up(key))]
    assert states == ["active", "revoked"]


async def test_a_database_that_is_away_locks_no_known_key_out(
    owner: asyncpg.Connection, pool: Reader, make_key: MakeKey
) -> None:
    """Known keys stay good until it answers again; new ones cannot be checked."""
    known, _ = await make_key()
    new, _ = await make_key()
    keyring = Keyring(pool.row, trusted_seconds=0.0)
    await keyring.look_up(known)
    name = await owner.fetchval("SELECT current_database()")
    await owner.execute(f"ALTER DATABASE {name} CONNECTION LIMIT 0")
    try:
        await pool.pool.close()
        found = await keyring.look_up(known)
        assert found
        assert found.state == "active"
        with pytest.raises(DatabaseUnavailable):
            await keyring.look_up(new)
    finally:
        await owner.execute(f"ALTER DATABASE {name} CONNECTION LIMIT -1")


async def test_who_asked_first_may_leave(pool: Reader, make_key: MakeKey) -> None:
    """A request that is cancelled takes the look-up from nobody who waits for the same."""
    key, _ = await make_key()
    keyring = Keyring(pool.row)
    first, second = (asyncio.create_task(keyring.look_up(key)) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    assert await second


async def test_no_key_is_stored(owner: asyncpg.Connection, make_key: MakeKey) -> None:
    """The table holds its hash and how it begins: nobody who reads it can use it."""
    key, record = await make_key()
    row = await owner.fetchval("SELECT k::text FROM confidential.api_key k WHERE id = $1", record.id)
    assert key not in row
    assert key[12:] not in row
    assert secrets.digest(key).hex() in row


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT count(*) FROM confidential.api_key",
        "UPDATE confidential.api_key SET budget = 1000000",
        "INSERT INTO confidential.api_key (label) VALUES ('mine')",
    ],
)
async def test_neither_reader_nor_writer_sees_the_table(database: Urls, statement: str) -> None:
    """The reader may ask by hash, the writer not even that."""
    for url in (database.reader, database.writer):
        async with connected(url) as connection:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(statement)
    async with connected(database.writer) as writer:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await writer.execute("SELECT * FROM api_key_of('\\x00')")


async def test_a_hash_of_nothing_finds_nothing(database: Urls, make_key: MakeKey) -> None:
    """No value lists keys: not null, not the empty one."""
    await make_key()
    async with connected(database.reader) as reader:
        for digest in (None, b"", bytes(32)):
            assert await reader.fetch("SELECT * FROM api_key_of($1)", digest) == []
