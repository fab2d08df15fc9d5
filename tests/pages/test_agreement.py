"""The page of the December 2025 agreement tells the story that headlines got wrong."""

import pytest
import pytest_asyncio

from tests.pages.conftest import Seen, Visitor

pytestmark = pytest.mark.asyncio(loop_scope="module")

BELARUS = "/agreements/by-us-2025-12-13"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def page(visitor: Visitor) -> Seen:
    """The page, which one statement answers."""
    return await visitor.open(BELARUS)


async def test_exact_number(page: Seen) -> None:
    """123 were let go, exactly, of whom 114 went to Ukraine and 9 to Lithuania."""
    people = page.sections["people"]
    assert "123, exactly let go on 13 December 2025 by Belarus" in people
    assert "Taken to Ukraine 114, exactly" in people
    assert "Lithuania 9, exactly" in people


async def test_nationalities(page: Seen) -> None:
    """At least 110 were Belarusians; five countries are named without a number, and said so once."""
    people = page.sections["people"]
    assert "Nationality Belarus" in people
    assert "at least 110" in people
    assert people.count("so nationals of this country are among the 123") == 1
    assert "number unknown for each" in people


async def test_running_total(page: Seen) -> None:
    """156 is a running total, told apart from this release."""
    people = page.sections["people"]
    totals = people[people.index("Running totals, not this release") :]
    assert "156, exactly Pardoned since late November 2025. running total" in totals
    assert "They do not add to this release." in totals
    assert "156, exactly" not in people[: people.index("Running totals")]
    assert "156" not in page.sections["flow-1"]


async def test_contested_member(page: Seen) -> None:
    """One man was reported freed and was not: both sides stand there, with who says so and how far it was checked."""
    assert "Valiantsin Stefanovic Belarus disputed contested" in page.sections["people"]
    contested = page.sections["contested"]
    point = contested[contested.index("What became of the person: Valiantsin Stefanovic contested") :]
    jailed, freed = point.index("detained Marfa Rabkova"), point.index("freed Valiantsin Stefanovic")
    assert jailed < freed
    assert "Ales Bialiatski, after his release" in point[jailed:freed]
    assert "corroborated" in point[jailed:freed]
    assert "US embassy, as reported by TVN24" in point[freed:]
    assert "disputed" in point[freed:]


async def test_settled_points_come_last(page: Seen) -> None:
    """What was refuted is shown as settled, after what is open."""
    contested = page.sections["contested"]
    assert contested.rindex(" contested ") < contested.index(" settled ")
    assert (
        "How many were nationals of Belarus: Belarus pardons 123 people of various nationalities settled"
        in contested
    )


async def test_relief(page: Seen) -> None:
    """General License 13 permits dealings and unblocks nothing."""
    assert "It permits dealings and unblocks nothing: the targets stay on the list." in page.text


async def test_timeline(page: Seen) -> None:
    """Announcement, legal act and effect are told apart, with the days from the release."""
    assert page.sections["timeline"].startswith(
        "What happened when 13 December 2025 Agreement announced: Release of 123 for potash relief, December 2025"
        " the same day 13 December 2025 Release: Belarus pardons 123 people of various nationalities"
        " 13 December 2025 Announced: Belarus General License 13, dealings with three potash companies the same day"
        " 15 December 2025 Legal act issued and in effect: Belarus General License 13, dealings with three potash"
        " companies 2 days later"
    )


async def test_what_still_binds(page: Seen) -> None:
    """The sanctions of the United States and of the EU stand against the three companies all the same."""
    binding = page.sections["binding"]
    assert binding.count("Office of Foreign Assets Control") == 3
    assert binding.count("Council of the European Union") == 2
    assert (
        "Belaruskali OAO Council of the European Union EU Belarus sanctions asset freeze 3 June 2022 active"
        in binding
    )


async def test_flow(page: Seen) -> None:
    """The flow is drawn from nationals to targets, and stands there as a table too."""
    flow = page.sections["flow"]
    for column in ("Whose nationals", "Let go", "In return", "Targets of relief"):
        assert column in flow
    table = flow[flow.index("The same as a table") :]
    assert "Belarus: at least 110" in table
    assert "in exchange for, 2 days later" in table
    assert "Agrorozkvit LLC, Belaruskali OAO and JSC Belarusian Potash Company" in table
    assert page.html.count("<path ") == 5 + 1 + 3


async def test_related(page: Seen) -> None:
    """Earlier and later agreements between the same principals lead on."""
    assert "September 2025" in page.sections["related"]
    assert 'href="/agreements/by-us-2025-09-11"' in page.html


async def test_people_without_papers_are_named(visitor: Visitor) -> None:
    """A mediator who is neither a country nor an organization is named by those who spoke."""
    page = await visitor.open("/agreements/ir-us-2020-06-04")
    assert "mediator Bill Richardson" in page.sections["terms"]
