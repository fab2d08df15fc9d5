"""Files that do not fit one another are refused, with line and remedy."""

import pytest
from click.testing import CliRunner

from seeds.loader.__main__ import main
from tests.seeds.stories import DEAL, LATER, REFERENCE, Story

UNKNOWN = [
    ("country: LT, value", "country: XX, value", "names a country `XX` that no file declares; add it to seeds/reference/countries.yaml"),
    ("release: freed-123}", "release: freed-132}", "names a release `freed-132` that no file declares; did you mean `freed-123`?"),
    ("programs: [BELARUS-EO14038]\n", "programs: [BELARUS-EO14083]\n", "names a program `BELARUS-EO14083` that no file declares; did you mean"),
    ("concession: embassy", "concession: embasy", "names a term `embasy` that no file declares; did you mean `embassy`?"),
    ("contradicts: [petr-freed]", "contradicts: [petr-fred]", "names a claim `petr-fred` that no file declares; did you mean `petr-freed`?"),
    ("contradicts: [petr-freed]", "contradicts: [by-lt/petr-freed]", "names a claim `by-lt/petr-freed` that no file declares"),
    ("{organization: gazette,", "{organization: gazete,", "declare it under `organizations`, here or in seeds/reference"),
    ("targets: [potash-works]", "targets: [salt-works]", "declare it under `targets` of the dossier it belongs to"),
    ("{detainee: maria-doe, outcome", "{detainee: zoya-roe, outcome", "names a detainee `zoya-roe` that no file declares"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), UNKNOWN, ids=[new for _, new, _ in UNKNOWN])
def test_a_name_that_nothing_declares_is_refused(story: Story, old: str, new: str, message: str) -> None:
    """Whatever a file refers to is declared in some file; the message offers the nearest name."""
    line = story.change(old, new)
    problem = story.problem()
    assert problem.startswith(f"{DEAL}:{line}: ")
    assert message in problem


def test_a_record_is_declared_once(story: Story) -> None:
    """A second declaration is refused, and the first one named."""
    line = story.add("organizations:\n  - {slug: herald, name: Herald, kind: MEDIA}\n") + 1
    assert story.problem().startswith(
        f"{DEAL}:{line}: organizations[0]: declares Organization `herald` a second time (first in "
    )
    assert f"{REFERENCE}:11)" in story.problem()


def test_claim_ids_are_unique_in_a_file(story: Story) -> None:
    """Two claims of one file with one id are refused, wherever they stand."""
    story.change("id: total-official", "id: petr-held")
    assert f"declares Claim `petr-held` a second time (first in {story.folder}/{DEAL}:" in story.problem()


def test_a_claim_does_not_contradict_itself(story: Story) -> None:
    """A claim that names itself among those it bears on is refused."""
    line = story.change("contradicts: [petr-freed]", "contradicts: [petr-held]")
    assert story.problem() == (
        f"{DEAL}:{line}: releases[0].members[1].claims[1].contradicts[0]: names the claim itself; name another claim"
    )


def test_one_entry_of_a_list_is_one_person(story: Story) -> None:
    """Two detainees cannot be the same entry of a sanctions list."""
    story.change("    name: Maria Doe\n", "    name: Maria Doe\n    listed_as: potash-works\n")
    line = story.change(
        "  - {slug: p-p, publication: INITIALS, name: P. P.,",
        "  - {slug: p-p, publication: NAMED, name: Petr, listed_as: potash-works,",
    )
    assert story.problem().startswith(
        f"{DEAL}:{line}: detainees[1].listed_as: names a target that is already `maria-doe`"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("she is free", "with ÜNAL ŐRSI on the bus"),
        ("she is free", "'Orsi, Unal was there'"),
        ("title: Freed,", "title: Ünal Őrsi freed,"),
        ("https://gazette.example/freed", "https://gazette.example/2025/unal-orsi-freed"),
        ("negotiators: [Jane Envoy]", "negotiators: [Ünal Őrsi]"),
        ("slug: by-us-2025-12-13\n", "slug: by-us-2025-12-13\nnote: ask Ünal Őrsi\n"),
    ],
)
def test_a_withheld_name_stands_nowhere(story: Story, old: str, new: str) -> None:
    """The name in any text, in any order, case or accent, is refused without being printed."""
    line = story.change(old, new)
    problem = story.problem()
    assert problem.startswith(f"{DEAL}:{line + new.count(chr(10)) - old.count(chr(10))}: ")
    assert "holds the name of `withheld-by-1`, which is withheld; take the name out of this text" in problem
    assert "ünal" not in problem.casefold()
    assert "unal" not in problem.casefold()


def test_a_withheld_name_used_as_a_slug_is_not_printed(story: Story) -> None:
    """An unknown slug that is the withheld name is refused by its place alone."""
    line = story.change("{detainee: withheld-by-1,", "{detainee: unal-orsi,")
    problems = story.problems()
    assert all(problem.startswith(f"{DEAL}:{line}: ") for problem in problems)
    assert not any("unal" in problem for problem in problems)


def test_our_own_data_set_is_declared(story: Story) -> None:
    """Rows need the data set they belong to."""
    story.change("slug: detente-dossiers", "slug: other-dossiers", REFERENCE)
    assert "no data set `detente-dossiers` is declared; add it to reference/datasets.yaml" in story.problem()


def test_an_empty_folder_is_refused(story: Story) -> None:
    """A folder without seeds would empty the tables, so it is refused."""
    for file in (DEAL, LATER, REFERENCE):
        (story.folder / file).unlink()
    assert "holds no dossiers/*.yaml and no reference/*.yaml; name the folder that does" in story.problem()


def test_the_command_checks_a_folder(story: Story) -> None:
    """`python -m seeds.loader FOLDER` checks all files together without a database."""
    good = CliRunner().invoke(main, [str(story.folder)])
    assert (good.exit_code, good.output) == (0, "3 files, 29 records, nothing wrong.\n")
    story.change("release: freed-123}", "release: freed-132}")
    bad = CliRunner().invoke(main, [str(story.folder)])
    assert bad.exit_code == 1
    assert "1 problems found." in bad.output
