"""Each invariant finds the row that breaks it, prints it, and is silent otherwise."""

import asyncpg
import pytest

from seeds.check import invariants, violations

RELEASE = "(SELECT id FROM release WHERE slug = 'freed-123')"
RELIEF = "(SELECT id FROM relief WHERE slug = 'us-gl13')"
SANCTION = "(SELECT id FROM sanction WHERE slug = 'us-potash-works')"
ENDED = "UPDATE sanction SET ended_on = '{}', ending = '{}'"
# Everything a second claim about the release's total needs but its id, stance and value.
CLAIM = f"""
INSERT INTO claim (id, position, release_id, field, statement, speaker, verification, source_id, stance, value)
SELECT {{id}}, 9, {RELEASE}, 'total', 'Somebody said so.', 'Somebody', '{{how}}', id, '{{stance}}', '{{value}}'
FROM source WHERE slug = 'herald-1214'
"""

# The Herald's report that the Presidency spoke of 123 is gone.
REPORTED = "DELETE FROM claim WHERE field = 'total' AND attribution = 'citing Presidency'"

# The story's target as an entry of a list, and its sanction as a designation there.
ENTRY = "INSERT INTO list_entry (dataset_id, key, target_id, first_seen_on) SELECT dataset_id, 'A1', id, '2025-01-01' FROM target;"
LISTING = (
    "INSERT INTO sanction_listing (dataset_id, key, entry_key, sanction_id, gone_on)"
    " SELECT dataset_id, 'A1', 'A1', id, {gone}::date FROM sanction;"
)

# The invariant, what is done to the story, and a part of the row that is printed.
BROKEN = [
    ("delisting-ends-sanctions", "UPDATE relief SET kind = 'DELISTING'", "sanction=us-potash-works"),
    ("delisting-ends-sanctions", ENDED.format("2026-03-19", "DELISTED"), "ended_on=2026-03-19"),
    ("blocked-property-stays-blocked", ENDED.format("2025-01-01", "EXPIRED"), "status=EXPIRED"),
    ("breakdown-fits-total", "UPDATE release_count SET value = 124 WHERE value = 9", "label=Lithuania, least=124, most=123"),
    ("breakdown-fits-total", "UPDATE release_count SET value = 10 WHERE value = 9", "label=all together, least=124, most=123"),
    (
        "breakdown-fits-total",
        "UPDATE release_count SET dimension = 'NATIONALITY' WHERE value IS NOT NULL; UPDATE release_count SET value = 10 WHERE value = 9",
        "dimension=NATIONALITY, label=all together, least=124, most=123",
    ),
    ("members-fit-total", "UPDATE release SET total_value = 1, total_max = 1; DELETE FROM release_count", "members=2, most=1"),
    ("exchange-has-claim", "DELETE FROM claim WHERE exchange_id IS NOT NULL", "relation=IN_EXCHANGE_FOR"),
    ("disagreement-is-linked", "DELETE FROM claim_relation WHERE kind = 'CONTRADICTS'; UPDATE claim SET stance = 'ASSERTS'", "other_value="),
    ("disagreement-is-linked", CLAIM.format(id=1, how="UNVERIFIED", stance="ASSERTS", value="124"), "value=124"),
    ("disagreement-is-linked", CLAIM.format(id=1, how="UNVERIFIED", stance="DENIES", value="123"), "other_value=123"),
    ("relief-dates-in-order", "UPDATE relief SET issued_on = '2025-12-12'", "issued_on=2025-12-12"),
    ("relief-dates-in-order", "UPDATE relief SET effective_on = '2025-12-14'", "effective_on=2025-12-14"),
    ("relief-dates-in-order", "UPDATE relief SET issued_on = NULL, effective_on = '2025-12-01'", "effective_on=2025-12-01"),
    *(
        ("everything-has-a-source", f"DELETE FROM claim WHERE {kind.lower().replace('releasem', 'release_m')}_id IS NOT NULL", f"kind={kind}, ")
        for kind in ("Agreement", "Release", "ReleaseMember", "Detainee", "Detention", "Charge", "Relief", "Sanction")
    ),
    (
        "list-numbers-are-unique",
        ("INSERT INTO target (id, slug, kind, name, dataset_id) SELECT 1, 'twin', kind, name, dataset_id FROM target;"
        "INSERT INTO target_identifier (target_id, scheme, value) VALUES (1, 'OFAC_UID', '33374')"),
        "records=potash-works, twin",
    ),
    (
        "list-numbers-are-unique",
        ("INSERT INTO sanction (id, slug, target_id, authority_id, list, dataset_id)"
        " SELECT 1, 'twin', target_id, authority_id, list, dataset_id FROM sanction;"
        "INSERT INTO sanction_identifier (sanction_id, scheme, value) VALUES (1, 'OFAC_UID', 'A1')"),
        "kind=sanction, scheme=OFAC_UID, value=A1",
    ),
    (
        "parts-fit-whole",
        "UPDATE release SET total_value = 200, part_of_id = (SELECT id FROM release WHERE slug = 'freed-one') WHERE slug = 'freed-123'",
        "release=freed-one, stage=freed-123, least=200, most=2",
    ),
    ("corroborated-by-two-publishers", REPORTED, "speaker=Presidency"),
    ("corroborated-by-two-publishers", "UPDATE source SET publisher_id = (SELECT min(publisher_id) FROM source)", "speaker=Presidency"),
    (
        "corroborated-by-two-publishers",
        "INSERT INTO claim_relation SELECT a.id, b.id, 'SAME_ORIGIN' FROM claim a JOIN claim b ON b.id > a.id AND b.release_id = a.release_id",
        "speaker=Presidency",
    ),
    ("search-finds-every-name", "DELETE FROM search_key WHERE folded = 'belarus'", "subject_type=COUNTRY"),
    ("search-finds-every-name", "INSERT INTO search_key VALUES ('RELIEF', 1, 'Gone', 'gone', '{gone}')", "missing=False"),
    ("search-finds-every-name", "INSERT INTO search_word VALUES ('gone', 1)", "table=search_word, "),
    ("search-finds-every-name", "UPDATE search_word SET frequency = frequency + 1", "table=search_word, "),
    ("search-finds-every-name", "DELETE FROM search_form", "table=search_form, "),
    ("search-finds-every-name", "INSERT INTO search_form VALUES ('gone', 'han')", "table=search_form, "),
    ("release-nationalities-are-kept", "DELETE FROM release_nationality", "missing=True"),
    ("release-nationalities-are-kept", "INSERT INTO release_nationality VALUES (1, 1)", "release_id=1, country_id=1, missing=False"),
    ("rows-are-counted", "INSERT INTO row_count_part VALUES ('claim', 7)", "table_name=claim, "),
    ("rows-are-counted", "DELETE FROM row_count_part WHERE table_name = 'published_change'", "kept=None, "),
    ("lists-keep-their-history", ENTRY, "what=named with source and checksum, list=detente-dossiers"),
    ("lists-keep-their-history", ENTRY + LISTING.format(gone="'2026-01-01'"), "what=ended, list=detente-dossiers, key=A1"),
    (
        "lists-keep-their-history",
        ENTRY + LISTING.format(gone="NULL") + "UPDATE list_entry SET gone_on = '2026-01-01'",
        "what=gone with its entry",
    ),
    (
        "lists-keep-their-history",
        ENTRY + LISTING.format(gone="NULL") + "INSERT INTO target (id, slug, kind, name, dataset_id)"
        " SELECT 1, 'twin', kind, name, dataset_id FROM target; UPDATE list_entry SET target_id = 1",
        "what=on the entry's target",
    ),
    ("withheld-names-show-nowhere", "UPDATE release SET authority = 'an aide of Őrsi, ÜNAL'", "table=release, "),
    ("withheld-names-show-nowhere", "UPDATE party SET negotiators = '{Unal Orsi}' WHERE position = 1", "table=party, "),
    ("withheld-names-show-nowhere", "UPDATE revision SET reason = 'about Ünal Őrsi'", "table=revision, "),
]  # fmt: skip

# What looks alike and is right.
RIGHT = [
    "UPDATE relief SET kind = 'DELISTING', status = 'ANNOUNCED', issued_on = NULL",
    "UPDATE relief SET kind = 'DELISTING'; " + ENDED.format("2025-12-15", "DELISTED"),
    "UPDATE relief SET retroactive = true, issued_on = '2025-12-12'",
    "UPDATE release_count SET value = 900, completeness = 'EXACT' WHERE scope = 'RUNNING_TOTAL'",
    "UPDATE release SET total_completeness = 'AT_LEAST', total_value = 1 WHERE slug = 'freed-123'",
    "UPDATE release SET total_value = 2 WHERE slug = 'freed-123'; DELETE FROM release_count",
    "UPDATE release_count SET value = 10, completeness = 'ESTIMATE' WHERE value = 9",
    REPORTED + "; " + CLAIM.format(id=1, how="CORROBORATED", stance="ASSERTS", value="123"),
    REPORTED + "; " + CLAIM.format(id=1, how="UNVERIFIED", stance="ASSERTS", value="all").replace("'total'", "'mode'")
    + "; INSERT INTO claim_relation SELECT 1, id, 'SUPPORTS' FROM claim WHERE speaker = 'Presidency'",
    CLAIM.format(id=1, how="REFUTED", stance="ASSERTS", value="124"),
    CLAIM.format(id=1, how="UNVERIFIED", stance="RETRACTS", value="124"),
    CLAIM.format(id=1, how="UNVERIFIED", stance="DENIES", value="124"),
    CLAIM.format(id=1, how="CORROBORATED", stance="ASSERTS", value="123"),
    CLAIM.format(id=1, how="UNVERIFIED", stance="ASSERTS", value="124")
    + "; INSERT INTO claim_relation SELECT 1, id, 'CONTRADICTS' FROM claim WHERE speaker = 'Presidency'",
    "INSERT INTO sanction (id, slug, target_id, authority_id, list, dataset_id, started_on)"
    " SELECT 1, 'again', target_id, authority_id, list, dataset_id, '2026' FROM sanction;"
    "INSERT INTO sanction_identifier (sanction_id, scheme, value) VALUES (1, 'OFAC_UID', 'A1');"
    "INSERT INTO sanction_in_program SELECT 1, program_id FROM sanction_in_program;"
    "INSERT INTO claim (id, position, sanction_id, field, statement, speaker, stance, verification, source_id)"
    " SELECT 2, 0, 1, field, statement, speaker, stance, verification, source_id FROM claim WHERE sanction_id IS NOT NULL;"
    + ENDED.format("2025-12-31", "EXPIRED") + " WHERE id <> 1",
    "UPDATE release SET authority = 'Ünal, a village'",
]  # fmt: skip


async def test_the_story_breaks_nothing(told: asyncpg.Connection) -> None:
    """What the loader takes is right by all invariants."""
    assert await violations(told) == []


@pytest.mark.parametrize(
    ("name", "change", "row"), BROKEN, ids=[f"{name}-{row[:30]}" for name, _, row in BROKEN]
)
async def test_a_broken_invariant_prints_its_row(
    told: asyncpg.Connection, name: str, change: str, row: str
) -> None:
    """Each invariant can fail, and then says which row breaks it and what should hold."""
    await told.execute(change)
    found = [violation for violation in await violations(told) if violation.invariant.name == name]
    assert found
    assert any(row in str(violation) for violation in found), "\n".join(map(str, found))
    assert all(violation.invariant.sentence in str(violation) for violation in found)


@pytest.mark.parametrize("change", RIGHT)
async def test_what_only_looks_wrong_is_accepted(told: asyncpg.Connection, change: str) -> None:
    """The nearest right thing to each violation is none."""
    await told.execute(change)
    assert [str(violation) for violation in await violations(told)] == []


async def test_every_invariant_is_broken_above(told: asyncpg.Connection) -> None:
    """No invariant is without a row that breaks it."""
    await told.execute("UPDATE revision SET reason = 'Ünal Őrsi'")
    (withheld,) = await violations(told)
    assert {name for name, _, _ in BROKEN} == {one.name for one in (*invariants(), withheld.invariant)}


async def test_no_violation_prints_a_withheld_name(told: asyncpg.Connection) -> None:
    """A row that would show the name is printed without it."""
    await told.execute("UPDATE release_count SET label = 'Ünal Őrsi', value = 124 WHERE value = 9")
    printed = [str(violation) for violation in await violations(told)]
    assert any("label=(withheld)" in line for line in printed)
    assert any(line.startswith("withheld-names-show-nowhere") for line in printed)
    assert not any("Őrsi" in line for line in printed)
