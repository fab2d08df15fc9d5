"""Text of any length can be stored: no index refuses it."""

import asyncpg


async def test_long_text_is_stored(owner: asyncpg.Connection) -> None:
    """A reason and a statement of many thousand characters, such as official lists hold, are taken."""
    words = " ".join(f"word{number}" for number in range(4_000))
    await owner.execute(
        "INSERT INTO organization (id, slug, name, kind) VALUES (1, 'o', 'O', 'OTHER');"
        "INSERT INTO dataset_source (id, slug, title, publisher_id, license) VALUES (1, 'd', 'D', 1, 'L');"
        "INSERT INTO target (id, slug, kind, name, dataset_id) VALUES (1, 't', 'OTHER', 'T', 1)"
    )
    await owner.execute(
        "INSERT INTO sanction (id, slug, target_id, authority_id, reason, dataset_id) VALUES (1, 's', 1, 1, $1, 1)",
        words,
    )
    assert await owner.fetchval("SELECT reason FROM sanction") == words
