"""Revisions: every transaction that changes data makes one, with a row for each change."""

import asyncio

import asyncpg

from api.database.connect import connected
from api.database.urls import Urls

ADD = "INSERT INTO country (id, iso2, name, kind) VALUES ($1, $2, $3, 'STATE')"


async def changes(connection: asyncpg.Connection) -> list[tuple[object, ...]]:
    """Every change, in order."""
    rows = await connection.fetch(
        "SELECT revision, operation::text, subject_type, fields FROM change ORDER BY id"
    )
    return [tuple(row) for row in rows]


async def test_one_transaction_one_revision(owner: asyncpg.Connection) -> None:
    """All changes of a transaction belong to one revision, whatever the number of statements."""
    async with owner.transaction():
        await owner.execute(ADD, 1, "AA", "A")
        await owner.execute(ADD, 2, "BB", "B")
        await owner.execute("UPDATE country SET name = 'C', region = 'R' WHERE id = 2")
    await owner.execute("DELETE FROM country WHERE id = 1")
    assert await changes(owner) == [
        (1, "ADD", "Country", []),
        (1, "ADD", "Country", []),
        (1, "MODIFY", "Country", ["name", "region"]),
        (2, "DELETE", "Country", []),
    ]


async def test_nothing_changed_no_revision(owner: asyncpg.Connection) -> None:
    """A statement that changes nothing makes no revision."""
    await owner.execute(ADD, 1, "AA", "A")
    await owner.execute("UPDATE country SET name = 'A'")
    await owner.execute("DELETE FROM country WHERE id = 9")
    await owner.execute(
        "INSERT INTO country (id, iso2, name, kind) SELECT id, iso2, name, kind FROM country WHERE false"
    )
    assert await owner.fetchval("SELECT count(*) FROM revision") == 1


async def test_part_changes_its_subject(owner: asyncpg.Connection) -> None:
    """A row that is part of a subject is recorded as a change of that subject's field."""
    await owner.execute(ADD, 1, "AA", "A")
    await owner.execute(
        "INSERT INTO detainee (id, slug, name, publication, status) VALUES (7, 'a', 'A', 'NAMED', 'UNKNOWN')"
    )
    await owner.execute("INSERT INTO nationality VALUES (7, 1, 'CITIZEN')")
    await owner.execute("UPDATE nationality SET kind = 'DUAL'")
    await owner.execute("DELETE FROM nationality")
    rows = await owner.fetch(
        "SELECT operation::text, subject_id, fields FROM change WHERE revision > 2 ORDER BY id"
    )
    assert [tuple(row) for row in rows] == [("MODIFY", 7, ["nationalities"])] * 3


async def test_reason_and_notice(database: Urls, owner: asyncpg.Connection) -> None:
    """A revision carries the reason that its transaction gave, and tells whoever listens, once."""
    told: list[str] = []
    async with connected(database.owner) as listener:
        await listener.add_listener("detente_revision", lambda *message: told.append(str(message[-1])))
        async with owner.transaction():
            await owner.execute("SELECT set_config('detente.reason', 'a correction', true)")
            await owner.execute(ADD, 1, "AA", "A")
            await owner.execute(ADD, 2, "BB", "B")
        for _ in range(50):
            await asyncio.sleep(0.02)
            if told:
                break
        await listener.remove_listener("detente_revision", lambda *_: None)
    assert told == ["1"]
    assert await owner.fetchval("SELECT reason FROM revision") == "a correction"


async def test_writers_take_turns(database: Urls, owner: asyncpg.Connection) -> None:
    """Revisions of writers at the same time get numbers in the order they commit, with no gap."""

    async def write(number: int) -> None:
        async with connected(database.owner) as connection, connection.transaction():
            await connection.execute(ADD, number, f"A{chr(65 + number)}", f"N{number}")

    await asyncio.gather(*(write(number) for number in range(8)))
    numbers = await owner.fetch("SELECT number FROM revision ORDER BY number")
    assert [row[0] for row in numbers] == list(range(1, 9))


async def test_rollback_leaves_no_gap(owner: asyncpg.Connection) -> None:
    """A transaction that is rolled back uses up no revision."""
    transaction = owner.transaction()
    await transaction.start()
    await owner.execute(ADD, 1, "AA", "A")
    await transaction.rollback()
    await owner.execute(ADD, 1, "AA", "A")
    assert await owner.fetchval("SELECT array_agg(number) FROM revision") == [1]
