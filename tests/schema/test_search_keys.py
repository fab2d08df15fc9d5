"""Search keys: they follow the names by themselves, and make no revisions of their own."""

from collections import Counter

import asyncpg

from seeds.check import violations

PERSON = "INSERT INTO detainee (id, slug, name, publication, status) VALUES (1, 'a', 'Ánna  Bé', 'NAMED', 'UNKNOWN')"
ALIAS = "INSERT INTO detainee_name (detainee_id, position, text, kind) VALUES (1, 0, 'Ганна Спіс', 'ORIGINAL_SCRIPT')"


async def keys(owner: asyncpg.Connection) -> set[tuple[str, str]]:
    """Every key, as it is written and as it is compared; `detente check` agrees that they are right."""
    assert not [each for each in await violations(owner) if each.invariant.name == "search-finds-every-name"]
    rows = await owner.fetch("SELECT text, folded, words FROM search_key")
    held = Counter(word for row in rows for word in row["words"])
    assert held == {row["word"]: row["frequency"] for row in await owner.fetch("TABLE search_word")}
    assert held.keys() == {row["word"] for row in await owner.fetch("TABLE search_form")}
    return {(row["text"], row["folded"]) for row in rows}


async def test_keys_follow(owner: asyncpg.Connection) -> None:
    """A name that is added, changed or removed is found, found otherwise, or no longer found."""
    await owner.execute(PERSON)
    await owner.execute(ALIAS)
    assert await keys(owner) == {("Ánna  Bé", "anna be"), ("Ганна Спіс", "ганна спіс")}
    await owner.execute("UPDATE detainee SET name = 'Anna Cé'")
    assert await keys(owner) == {("Anna Cé", "anna ce"), ("Ганна Спіс", "ганна спіс")}
    await owner.execute("UPDATE detainee SET name = 'ANNA CE'")
    assert await keys(owner) == {("ANNA CE", "anna ce"), ("Ганна Спіс", "ганна спіс")}
    await owner.execute("DELETE FROM detainee_name")
    assert await keys(owner) == {("ANNA CE", "anna ce")}
    await owner.execute("DELETE FROM detainee")
    assert await keys(owner) == set()


async def test_a_name_written_twice(owner: asyncpg.Connection) -> None:
    """Of two spellings that compare alike one key is kept, and the other takes over when it goes."""
    await owner.execute(PERSON)
    await owner.execute(ALIAS.replace("Ганна Спіс", "Anna Be"))
    assert await keys(owner) == {("Anna Be", "anna be")}
    await owner.execute("DELETE FROM detainee_name")
    assert await keys(owner) == {("Ánna  Bé", "anna be")}


async def test_withdrawn(owner: asyncpg.Connection) -> None:
    """Where a name is withheld from now on, no key and no word of it stays."""
    await owner.execute(PERSON)
    await owner.execute(ALIAS)
    async with owner.transaction():
        await owner.execute("DELETE FROM detainee_name")
        await owner.execute("UPDATE detainee SET name = NULL, publication = 'WITHHELD', slug = 'withheld-1'")
    assert await keys(owner) == set()
    for table in ("search_word", "search_form"):
        assert await owner.fetchval(f"SELECT count(*) FROM {table}") == 0


async def test_parts_of_a_record(owner: asyncpg.Connection) -> None:
    """Codes and aliases are keys too, and what holds no letter or digit is none."""
    await owner.execute("INSERT INTO organization (id, slug, name, kind) VALUES (1, 'o', '—', 'OTHER')")
    await owner.execute(
        "INSERT INTO sanction_program (id, code, name, aliases, authority_id, status)"
        " VALUES (1, 'A-1', 'Alpha', '{AL,\"A 1\"}', 1, 'ACTIVE')"
    )
    assert {folded for _, folded in await keys(owner)} == {"a 1", "alpha", "al"}


async def test_no_revision(owner: asyncpg.Connection) -> None:
    """The keys are part of the change that made them."""
    await owner.execute(PERSON)
    assert await owner.fetchval("SELECT array_agg(number) FROM revision") == [1]
    assert await owner.fetchval("SELECT array_agg(subject_type) FROM change") == ["Detainee"]


async def test_long_names(owner: asyncpg.Connection) -> None:
    """Of a very long text the beginning is kept, even where letters grow when they are folded."""
    for number, text in enumerate(("x" * 9_000, "word " * 2_000, "\ufdfa" * 900, "\U00010400" * 900)):
        await owner.execute(
            "INSERT INTO organization (id, slug, name, kind) VALUES ($1, $2, $3, 'OTHER')",
            number,
            f"o{number}",
            text,
        )
    assert max(len(folded) for _, folded in await keys(owner)) == 500


async def test_a_load_that_has_them_wait(owner: asyncpg.Connection) -> None:
    """A transaction may have the triggers stand aside, and bring all keys in line by itself, once."""
    async with owner.transaction():
        await owner.execute("SELECT set_config('detente.search', 'later', true)")
        await owner.execute(PERSON)
        await owner.execute(ALIAS)
        assert await owner.fetchval("SELECT count(*) FROM search_key") == 0
        await owner.execute("CALL refresh_search('DETAINEE', '{1}')")
    assert await keys(owner) == {("Ánna  Bé", "anna be"), ("Ганна Спіс", "ганна спіс")}
    await owner.execute("DELETE FROM detainee_name")
    assert await keys(owner) == {("Ánna  Bé", "anna be")}
