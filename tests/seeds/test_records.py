"""A file that says what it may not is refused, with line and remedy."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from seeds.records import Refused, read_dossier
from seeds.records.__main__ import main
from tests.seeds.stories import DEAL, LATER, REFERENCE, Story

# What is changed in the story, to what, and what is said of it.
WRONG = [
    ("mode: PARDON", "mode: PARDON\n    mood: PARDON", "releases[0].mood: is no field of this record; did you mean `mode`?"),
    ("mode: PARDON", "mode: PARDONED", "'PARDONED' is none of its words; did you mean PARDON? It must be one of"),
    ("    released_on: 2025-12-13", "    released_on: 13.12.2025", "releases[0].released_on: '13.12.2025' is no date; write"),
    ("    released_on: 2025-12-13", "    released_on: 2025-02-30", "'2025-02-30' is no day of the calendar; write"),
    ("    released_on: 2025-12-13", "    released_on: 2025/2024", "'2025/2024' ends before it starts; write"),
    ("    released_on: 2025-12-13", "    released_on: ../..", "'../..' is an interval without an end; write"),
    ("retrieved_on: 2026-11-01", "retrieved_on: 2026-11", "'2026-11' is no full day; write it as 2025-12-13"),
    ("text_available: false", "text_available: no", "'no' is neither true nor false; write `true` or `false`"),
    ("total: {value: 123,", "total: {value: 0123,", "'0123' is no whole number; write digits alone"),
    ("total: {value: 123, completeness: EXACT}", "total: {completeness: EXACT}", "must be UNKNOWN exactly where no number"),
    ("total: {value: 123,", "total: {min: 9, max: 8,", "releases[0].total.max: is less than `min`"),
    ("    title: Belarus frees 123\n", "", "releases[0].title: is missing; add it"),
    ("    title: Belarus frees 123\n", "    title: ''\n", "releases[0].title: is empty; write something"),
    ("    title: Belarus frees 123\n", "    title: [a, b]\n", "releases[0].title: is not text"),
    ("  sources: [gazette-1213]\nreleases:", "releases:", "agreement.sources: is missing, so nothing says where this was read"),
    ("  sources: [gazette-1213]\nreleases:", "  sources: gazette-1213\nreleases:", "agreement.sources: is no list"),
    ("  sources: [gazette-1213]\nreleases:", "  sources: [gazette-1213, gazette-1213]\nreleases:", "names `gazette-1213` twice"),
    ("field: total\n", "field: totals\n", "claim `total-official` is about `totals`, which is no field of this record; use one of"),
    ("field: total\n", "field: total.a b\n", "after a dot use letters, digits and _ alone"),
    ("sources: [{source: gazette-1213, quote: pardoned 123 people}, herald-1214]", "sources: []", "is empty; say where"),
    ("country: LT, value: 9,", "value: 9,", "counts[1].country: is missing; a count by DESTINATION names one"),
    ("dimension: DESTINATION, country: LT,", "dimension: SEX,", "counts[1].label: is missing; say in words"),
    ("scope_note: the 156 freed since November, ", "", "counts[2].scope_note: is missing; say what the running total"),
    ("- {detainee: withheld-by-1, outcome", "- {detainee: maria-doe, outcome", "members: names `maria-doe` twice"),
    ("{role: PRINCIPAL, country: BY}", "{role: MEDIATOR}", "parties[0].role: belongs to nobody"),
    ("{role: PRINCIPAL, country: BY}", "{role: HOST, country: BY, organization: ofac}", "stands beside `country`"),
    ("performance: PROMISED}", "performance: PROMISED, release: freed-123, relief: us-gl13}", "make two terms of it"),
    ("relief: us-gl13, relation", "relief: us-gl13, concession: embassy, relation", "exactly one of `relief`, `counter_release`"),
    ("relief: us-gl13, relation", "relation", "must be tied to one thing; give exactly one of"),
    ("relief: us-gl13, relation", "counter_release: freed-123, relation", "names the release itself"),
    ("    status: IN_FORCE\n", "    status: ANNOUNCED\n", "reliefs[0].status: is ANNOUNCED although an act was issued"),
    ("    issued_on: 2025-12-15", "    issued_on: 2025-12-12", "is before `announced_on`; check both, or set `retroactive: true`"),
    ("    instrument: us-gl13", "    superseded_by: us-gl13", "superseded_by: names this relief itself"),
    ("listed_on: 2021-08-09", "ended_on: 2025-11-04", "stands alone; give both `ended_on` and `ending`"),
    ("listed_on: 2021-08-09", "listed_on: 2021-08, ended_on: 2020, ending: EXPIRED", "is before the sanction began"),
    ("ended_on: 2025-12-13", "ended_on: 2021-06", "detentions[0].ended_on: is before `started_on`; check both"),
    ("sentence_months: 120", "sentence_months: 0", "is 0; leave it out and say in `sentence`"),
    ("    name: Maria Doe\n", "", "detainees[0].name: is missing; give the name, or set `publication`"),
    ("name: P. P.,", "name: Petr P.,", "detainees[1].name: must be initials alone, as in `A. B.`"),
    ("name: P. P.,", "name: P. P., listed_as: potash-works,", "would tell who this is, and `publication` is INITIALS"),
    ("status: RELEASED, sources: [herald-1214]}", "status: RELEASED, born_on: 1990, sources: [herald-1214]}", "`publication` is WITHHELD; remove it"),
    ('url: "https://gazette.example/freed"', "url: gazette.example", "write the whole address, starting with https://"),
    ("language: en", "language: English", "'English' does not fit; use a language code"),
    ("country: BY\n    mode", "country: Belarus\n    mode", "'Belarus' does not fit; use the two-letter code in capitals"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), WRONG, ids=[new.strip()[:40] for _, new, _ in WRONG])
def test_what_is_wrong_is_named_with_its_line(story: Story, old: str, new: str, message: str) -> None:
    """Every rule of the records is reported at the part that breaks it, and tells the remedy."""
    story.change(old, new)
    problem = story.problem()
    assert message in problem
    file, line, where, _ = problem.split(":", 3)
    assert file == DEAL
    field = where.rpartition(".")[2].partition("[")[0].strip()
    assert "is missing" in problem or field in story.read().splitlines()[int(line) - 1]


def test_all_that_is_wrong_in_a_file_is_said_at_once(story: Story) -> None:
    """Three slips in one file, and one in another, are four messages, each on its own line."""
    lines = [
        story.change("mode: PARDON", "mode: PARDONED"),
        story.change("outcome: DISPUTED", "outcome: MAYBE"),
        story.change('value: "33374"', "valeu: 1"),
    ]
    later = story.change("mode: UNKNOWN", "mode: WHO KNOWS", LATER)
    problems = story.problems()
    assert [problem.split(": ")[0] for problem in problems] == [
        f"{LATER}:{later}",
        *(f"{DEAL}:{line}" for line in (lines[0], lines[1], lines[2], lines[2])),
    ]


def test_the_line_is_that_of_the_field(story: Story) -> None:
    """An editor that jumps to the line stands on the field that is wrong."""
    line = story.change("    released_on: 2025-12-13", "    released_on: soon")
    assert story.problem().startswith(f"{DEAL}:{line}: releases[0].released_on: 'soon' is no date; write ")


def test_a_file_is_named_after_its_slug(story: Story) -> None:
    """A dossier whose slug is not its file's name is refused."""
    story.change("slug: by-us-2025-12-13", "slug: by-us")
    assert (
        story.problem()
        == f"{DEAL}:1: slug: is `by-us` in the file `by-us-2025-12-13.yaml`; make the two equal"
    )


def test_what_is_no_dossier_is_refused(tmp_path: Path) -> None:
    """A list, a missing file and a file of bytes are refused without a traceback."""
    (tmp_path / "list.yaml").write_text("- a\n")
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00")
    for name, message in (
        ("list.yaml", "does not consist of `field: value` lines"),
        ("bytes.yaml", "it is not UTF-8 text"),
        ("none.yaml", "cannot be read (No such file or directory)"),
    ):
        with pytest.raises(Refused, match=f"{name}:1:") as refused:
            read_dossier(tmp_path / name)
        assert message in str(refused.value)


def test_exchanges_need_an_agreement(story: Story) -> None:
    """What is tied to a release hangs on an agreement, if only a unilateral step."""
    text = story.read()
    start, end = text.index("agreement:"), text.index("releases:")
    story.change(text[start:end], "")
    story.change(
        "  - {id: release-for-embassy, release: freed-123, concession: embassy, relation: ALLEGED, sources: [herald-1214]}\n",
        "",
    )
    assert "exchanges: stand without an agreement; add `agreement`" in story.problem()


def test_no_message_quotes_a_withheld_name(story: Story) -> None:
    """A name put into the wrong field of a withheld person is refused without being repeated."""
    line = story.change(
        "confidential_name: Ünal Őrsi, status: RELEASED",
        "name: Ünal Őrsi, confidential_name: Ünal Őrsi, status: Ünal Őrsi",
    )
    problem = story.problem()
    assert problem == f"{DEAL}:{line}: holds a name that is withheld; take it out of this line"


def test_a_withheld_name_cannot_be_printed_by_accident(story: Story) -> None:
    """The record itself hides the confidential name."""
    record = read_dossier(story.folder / DEAL).record
    assert "Őrsi" not in repr(record)
    assert "Őrsi" not in record.model_dump_json()


def test_the_command_checks_single_files(story: Story) -> None:
    """`python -m seeds.records FILE…` says how many problems there are, and fails where there are any."""
    files = [str(story.folder / name) for name in (DEAL, LATER, REFERENCE)]
    good = CliRunner().invoke(main, files)
    assert (good.exit_code, good.output) == (0, "3 files read, 0 problems found.\n")
    story.change("mode: PARDON", "mode: PARDONED")
    bad = CliRunner().invoke(main, files)
    assert bad.exit_code == 1
    assert "did you mean PARDON?" in bad.output
    assert CliRunner().invoke(main, []).exit_code == 2
