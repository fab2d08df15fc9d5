"""Records become rows that keep every source, every count and every disagreement."""

import asyncpg
import pytest

from seeds.loader import DATASET, load
from seeds.loader.ids import identify
from seeds.loader.library import open_library
from seeds.loader.rows import rows_of
from tests.seeds.stories import LATER, Story

CLAIMS = """
SELECT c.field, c.value, c.speaker, c.attribution, c.stance::text, c.verification::text, s.slug
FROM claim c JOIN source s ON s.id = c.source_id
WHERE num_nonnulls({column}) = 1 AND {column} = $1
ORDER BY c.position
"""


async def _claims(writer: asyncpg.Connection, column: str, kind: str, key: str) -> list[tuple[object, ...]]:
    rows = await writer.fetch(CLAIMS.format(column=column), identify(kind, key))
    return [tuple(row) for row in rows]


def test_ids_are_the_same_everywhere() -> None:
    """An id is the first 63 bits of SHA-256 over kind and key: published links survive a reload."""
    assert identify("Country", "BY") == 4347226808138214862
    assert identify("Release", "by-us-2025-12-13") != identify("Agreement", "by-us-2025-12-13")


async def test_each_source_of_a_claim_shows(writer: asyncpg.Connection, story: Story) -> None:
    """A claim's further sources are reports that support it, by the outlet, citing the speaker."""
    await load(writer, story.folder)
    first, second, *_ = await _claims(writer, "release_id", "Release", "freed-123")
    assert first == ("total", "123", "Presidency", None, "ASSERTS", "CORROBORATED", "gazette-1213")
    assert second == (
        "total",
        "123",
        "The Herald",
        "citing Presidency",
        "REPORTS",
        "CORROBORATED",
        "herald-1214",
    )
    supports = await writer.fetchval(
        "SELECT kind::text FROM claim_relation WHERE (claim_id, other_id) = ($1, $2)",
        identify("Claim", "by-us-2025-12-13/total-official/herald-1214"),
        identify("Claim", "by-us-2025-12-13/total-official/gazette-1213"),
    )
    assert supports == "SUPPORTS"


async def test_a_report_of_a_denial_does_not_hold_what_was_denied(
    writer: asyncpg.Connection, story: Story
) -> None:
    """Further sources of a denial carry no value of their own."""
    story.change(
        "            sources: [herald-1214]\n            contradicts",
        "            sources: [herald-1214, gazette-1213]\n            contradicts",
    )
    await load(writer, story.folder)
    claims = await _claims(writer, "release_member_id", "ReleaseMember", "freed-123/p-p")
    assert [claim[1] for claim in claims] == ["FREED", "FREED", "UNKNOWN", None]


async def test_a_cited_source_is_a_report_by_its_publisher(writer: asyncpg.Connection, story: Story) -> None:
    """Two outlets that report the same corroborate it; each sentence says what the record says."""
    await load(writer, story.folder)
    assert await _claims(writer, "release_member_id", "ReleaseMember", "freed-123/maria-doe") == [
        ("outcome", "FREED", "The Gazette", None, "REPORTS", "CORROBORATED", "gazette-1213"),
        ("outcome", "FREED", "The Herald", None, "REPORTS", "CORROBORATED", "herald-1214"),
    ]
    (claim,) = await writer.fetch("SELECT statement, stated_on FROM claim WHERE quote = 'she is free'")
    assert tuple(claim) == ("Maria Doe was freed.", "2025-12-14")


async def test_one_outlet_twice_is_a_single_source(writer: asyncpg.Connection, story: Story) -> None:
    """Two pages of one publisher do not corroborate each other."""
    story.change("sources: [herald-0105]}", "sources: [herald-0105, herald-1214]}", LATER)
    await load(writer, story.folder)
    claims = await _claims(writer, "release_member_id", "ReleaseMember", "freed-one/p-p")
    assert [claim[5] for claim in claims] == ["SINGLE_SOURCE", "SINGLE_SOURCE"]


async def test_what_is_only_cited_takes_no_side(writer: asyncpg.Connection, story: Story) -> None:
    """Beside claims on the same field, a cited source keeps its place and carries no value."""
    story.change(
        "        outcome: DISPUTED\n", "        outcome: DISPUTED\n        sources: [gazette-1213]\n"
    )
    await load(writer, story.folder)
    last = (await _claims(writer, "release_member_id", "ReleaseMember", "freed-123/p-p"))[-1]
    assert last == ("outcome", None, "The Gazette", None, "REPORTS", "SINGLE_SOURCE", "gazette-1213")


async def test_a_contradiction_is_stored_once(writer: asyncpg.Connection, story: Story) -> None:
    """Written on either side or on both, it is one row, and shows from both claims."""
    story.change(
        "            sources: [gazette-1213, herald-1214]\n          - id: petr-held",
        "            sources: [gazette-1213, herald-1214]\n            contradicts: [petr-held]\n          - id: petr-held",
    )
    await load(writer, story.folder)
    held, freed = (
        identify("Claim", f"by-us-2025-12-13/petr-{end}")
        for end in ("held/herald-1214", "freed/gazette-1213")
    )
    assert await writer.fetchval("SELECT count(*) FROM claim_relation WHERE kind = 'CONTRADICTS'") == 1
    pairs = {tuple(row) for row in await writer.fetch("SELECT claim_id, other_id FROM contradiction")}
    assert pairs == {(held, freed), (freed, held)}


async def test_claims_of_other_files_can_be_named(writer: asyncpg.Connection, story: Story) -> None:
    """`dossier/claim` links a claim to one of another file, in the direction it was written."""
    await load(writer, story.folder)
    (row,) = await writer.fetch("SELECT claim_id, other_id FROM claim_relation WHERE kind = 'REFINES'")
    assert tuple(row) == (
        identify("Claim", "by-lt-2026-01-05/one-more/herald-0105"),
        identify("Claim", "by-us-2025-12-13/petr-freed/gazette-1213"),
    )


async def test_counts_keep_their_scope_and_rest_on_claims(writer: asyncpg.Connection, story: Story) -> None:
    """A running total stays one, a place is labeled by its name, and each number has its claim."""
    await load(writer, story.folder)
    counts = await writer.fetch("SELECT label, value, scope::text FROM release_count ORDER BY position")
    assert [tuple(row) for row in counts] == [
        ("Ukraine", 114, "THIS_RELEASE"),
        ("Lithuania", 9, "THIS_RELEASE"),
        ("United States", None, "RUNNING_TOTAL"),
    ]
    claims = await _claims(writer, "release_id", "Release", "freed-123")
    assert [claim[:2] for claim in claims[2:]] == [
        ("counts.DESTINATION.UA", "114"),
        ("counts.DESTINATION.LT", "9"),
        ("counts.NATIONALITY.US.RUNNING_TOTAL", None),
    ]


async def test_an_agreement_holds_what_its_exchanges_and_terms_name(
    writer: asyncpg.Connection, story: Story
) -> None:
    """Releases and reliefs of an agreement need not be listed twice."""
    await load(writer, story.folder)
    assert (
        await writer.fetchval(
            "SELECT count(*) FROM agreement_release JOIN release r ON r.id = release_id AND slug = 'freed-123'"
        )
        == 1
    )
    assert (
        await writer.fetchval(
            "SELECT count(*) FROM agreement_relief JOIN relief r ON r.id = relief_id AND slug = 'us-gl13'"
        )
        == 1
    )


async def test_a_license_leaves_the_sanction_in_force(writer: asyncpg.Connection, story: Story) -> None:
    """Relief that unblocks nothing is no delisting: the sanction is still active after it."""
    await load(writer, story.folder)
    status = await writer.fetchval("SELECT sanction_status_on(id, '2025-12-31')::text FROM sanction")
    assert status == "ACTIVE"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        ("{min: 1, max: 2, completeness: ESTIMATE}", "between 1 and 2 people"),
        ("{min: 3, completeness: AT_LEAST}", "at least 3 people"),
        ("{max: 3, completeness: AT_MOST}", "at most 3 people"),
        ("{value: 1, completeness: EXACT}", "1 person"),
        ("{value: 40, completeness: ESTIMATE}", "about 40 people"),
        ("{value: 200, completeness: AT_LEAST}", "at least 200 people"),
        ("{completeness: UNKNOWN}", "an unknown number of people"),
    ],
)
def test_a_number_is_said_as_well_as_it_is_known(story: Story, count: str, words: str) -> None:
    """The sentence made for a cited source keeps the completeness of the number."""
    story.change("{min: 1, max: 2, completeness: ESTIMATE}", count, LATER)
    said = [row["statement"] for row in rows_of(open_library(story.folder), DATASET).tables["claim"]]
    assert f"Belarus lets one more go: {words} released." in said


async def test_a_withheld_person_is_described_without_a_name(
    writer: asyncpg.Connection, story: Story
) -> None:
    """Sentences made for a withheld person say only that there is one."""
    await load(writer, story.folder)
    (member,) = await writer.fetch(
        "SELECT statement FROM claim WHERE release_member_id = $1",
        identify("ReleaseMember", "freed-123/withheld-by-1"),
    )
    assert member["statement"] == "A person whose name is withheld was freed."
