"""What item pages show, made from answers: flows, time-lines, contested points, counts, citations."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from api.pages.story.binding import still_binding
from api.pages.story.citation import citation
from api.pages.story.contested import Subject, points
from api.pages.story.counts import dimensions, running_totals
from api.pages.story.fields import field_words, value_words
from api.pages.story.flow import DRAWN, flow
from api.pages.story.sharing import frame_of, linked_data
from api.pages.story.timeline import timeline
from api.pages.story.years import years

Node = dict[str, Any]
NAMES = {"BY": "Belarus", "JP": "Japan"}
DATASET = {"revision": 7, "updatedAt": "2026-11-23T16:26:40+00:00", "license": "CC BY 4.0"}


def country(iso2: str) -> Node:
    """A country."""
    return {"__typename": "Country", "iso2": iso2, "name": NAMES.get(iso2, iso2)}


def number(value: int | None = None, completeness: str = "EXACT") -> Node:
    """A count of people."""
    return {"value": value, "min": value, "max": value, "completeness": completeness}


def counted(iso2: str, count: Node, scope: str = "THIS_RELEASE", note: str | None = None) -> Node:
    """A count by nationality."""
    own = {"dimension": "NATIONALITY", "label": iso2, "country": country(iso2), "count": count}
    return {**own, "scope": scope, "scopeNote": note, "source": None}


def release(slug: str = "r", *counts: Node, on: str | None = "2025-12-13", total: int = 10) -> Node:
    """A release."""
    known = {"__typename": "Release", "slug": slug, "title": f"Release {slug}", "releasedOn": on}
    nationalities = [each["country"] for each in counts if each["scope"] == "THIS_RELEASE"]
    who = {"country": country("BY"), "captor": None, "total": number(total)}
    return {**known, **who, "counts": list(counts), "nationalities": nationalities}


def relief(slug: str = "f", targets: int = 1, **dates: str) -> Node:
    """A relief, with none of its dates but those given."""
    none = dict.fromkeys(("announcedOn", "issuedOn", "effectiveOn", "expiresOn", "revokedOn"))
    aims = [{"__typename": "Target", "slug": f"t{at}", "name": f"Target {at}"} for at in range(targets)]
    known = {"__typename": "Relief", "slug": slug, "title": f"Relief {slug}", "kind": "WAIVER"}
    return {**known, **none, **dates, "authority": None, "country": None, "targets": aims}


def exchange(freed: Node, eased: Node | None, relation: str = "IN_EXCHANGE_FOR", **more: Node) -> Node:
    """An exchange."""
    own = {"release": freed, "relief": eased, "counterRelease": None, "relation": relation, "lagDays": 2}
    return {**own, **more}


def claim(own: str, value: str | None, verification: str = "CORROBORATED", *others: str) -> Node:
    """A claim about the total."""
    said = {"id": own, "field": "total", "value": value, "stance": "ASSERTS", "verification": verification}
    return {**said, "contradicts": [{"id": other} for other in others]}


def test_flow_runs_from_nationals_to_targets() -> None:
    """Four columns, and a line for each tie between two of them."""
    freed = release("r", counted("BY", number(8)), counted("JP", number(2)))
    made = flow([freed], [exchange(freed, relief(targets=3))])
    assert [each.title for each in made.columns] == [
        "Whose nationals",
        "Let go",
        "In return",
        "Targets of relief",
    ]
    assert [len(each.wires) for each in made.columns] == [2, 1, 3, 0]
    assert made.columns[2].boxes[0].lines[0] == "in exchange for, 2 days later"


def test_more_people_make_thicker_lines() -> None:
    """The thickest line is of the most people; who is not counted has a thin dashed one."""
    freed = release(
        "r", counted("BY", number(8)), counted("JP", number(2)), counted("US", number(None, "UNKNOWN"))
    )
    wires = flow([freed], []).columns[0].wires
    assert wires[0].width > wires[1].width > wires[2].width
    assert [each.dashed for each in wires] == [False, False, True]


def test_running_totals_are_not_drawn() -> None:
    """Only people of this release flow."""
    freed = release("r", counted("BY", number(8)), counted("JP", number(156), "RUNNING_TOTAL"))
    assert [each.title for each in flow([freed], []).columns[0].boxes] == ["Belarus"]


def test_lines_meet_the_middle_of_their_boxes() -> None:
    """Of two boxes beside one, each sends its line from its own middle, and they arrive one below the other."""
    freed = release("r", counted("BY", number(8)), counted("JP", number(2)))
    paths = [each.path for each in flow([freed], []).columns[0].wires]
    assert paths == ["M0 25.0C50 25.0 50 25.0 100 25.0", "M0 75.0C50 75.0 50 75.0 100 75.0"]


@pytest.mark.parametrize(
    ("relation", "dashed"), [("IN_EXCHANGE_FOR", False), ("ALLEGED", True), ("DENIED", True)]
)
def test_doubtful_ties_are_dashed(relation: str, dashed: bool) -> None:
    """A tie that is alleged or denied does not look like one that is not."""
    freed = release()
    assert flow([freed], [exchange(freed, relief(), relation)]).columns[1].wires[0].dashed is dashed


def test_a_swap_stands_on_the_other_side() -> None:
    """A release that was let go in return is not drawn as a release of its own."""
    ours, theirs = release("ours"), release("theirs")
    made = flow([ours, theirs], [exchange(ours, None, counterRelease=theirs)])
    assert [box.key for box in made.columns[1].boxes] == ["release ours"]
    assert [box.key for box in made.columns[2].boxes] == ["swap theirs"]


def test_many_targets_are_one_box() -> None:
    """Of a hundred targets a few are drawn, and how many more there are is said."""
    freed = release()
    targets = flow([freed], [exchange(freed, relief(targets=100))]).columns[3].boxes
    assert len(targets) == 7
    assert targets[-1].title == "and 94 more targets"


def test_many_releases_are_not_all_drawn() -> None:
    """A program with fifty releases is drawn with the first few, and says so."""
    freed = [release(str(at)) for at in range(50)]
    made = flow(freed, [exchange(each, relief()) for each in freed])
    assert len(made.columns[1].boxes) == DRAWN
    assert made.unshown == 50 - DRAWN


def test_numbers_of_several_releases_say_of_which() -> None:
    """Where a country's nationals were in two releases, each number has its day."""
    freed = [release("a", counted("JP", number(1))), release("b", counted("JP", number(2)), on="2026-03-19")]
    box = flow(freed, []).columns[0].boxes[0]
    assert box.lines == ("1, 13 Dec 2025", "2, 19 Mar 2026")


def test_timeline_counts_days_from_the_release() -> None:
    """Announcement, act and effect are apart; what came before the release says so."""
    eased = relief(announcedOn="2025-12-12", issuedOn="2025-12-15", effectiveOn="2025-12-20")
    events = timeline([release()], [eased])
    assert [(each.kind, each.lag) for each in events] == [
        ("announcement", "1 day before"),
        ("release", None),
        ("act", "2 days later"),
        ("effect", "7 days later"),
    ]


def test_timeline_of_a_month() -> None:
    """A month has its place and no days; what has no date has neither."""
    events = timeline([release()], [relief("a", issuedOn="2026-01"), relief("b")])
    assert [(each.on, each.lag) for each in events] == [("2025-12-13", None), ("2026-01", None)]


def test_sides_are_told_apart_by_value() -> None:
    """Claims of one value are one side, the better checked first."""
    found = points(
        [Subject([claim("a", "430", "DISPUTED", "b"), claim("b", "569", "DOCUMENTED", "a")])], NAMES
    )
    assert [side.value for side in found[0].sides] == ["569", "430"]
    assert found[0].field == "How many people"
    assert found[0].open


def test_refuted_claims_settle_a_point() -> None:
    """Where one of two that contradict one another was refuted, nothing is open, and its side has fallen."""
    found = points(
        [Subject([claim("a", "0", "REFUTED", "b"), claim("b", "109", "CORROBORATED", "a")])], NAMES
    )
    assert not found[0].open
    assert [side.fallen for side in found[0].sides] == [False, True]


def test_two_that_agree_are_not_contested() -> None:
    """Two claims that both contradict a refuted third leave nothing open between them."""
    claims = [claim("a", "0", "REFUTED", "b", "c"), claim("b", "109", "CORROBORATED", "a")]
    found = points([Subject([*claims, claim("c", None, "SINGLE_SOURCE", "a")])], NAMES)
    assert not found[0].open


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("total", "How many people"),
        ("counts.NATIONALITY.BY", "How many were nationals of Belarus"),
        ("counts.NATIONALITY.JP.RUNNING_TOTAL", "How many were nationals of Japan (running total)"),
        ("counts.STATUS.pardoned_since_july_2024", "How many: pardoned since July 2024"),
        ("counts.DESTINATION", "How many, and where to"),
        ("terms.paid_under_contract_gbp", "Paid under contract gbp"),
        ("legalStatus", "Legal status"),
    ],
)
def test_fields_in_words(field: str, said: str) -> None:
    """A reader is not shown the path of a field."""
    assert field_words(field, NAMES) == said


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("outcome", "RE_DETAINED", "detained again"),
        ("nationalities", "BY 5, JP 2", "Belarus 5, Japan 2"),
        ("nationalities", "BY, XX", "Belarus, XX"),
        ("releasedOn", "2025-12-13", "13 December 2025"),
        ("total", "at least 110", "at least 110"),
        ("total", None, None),
    ],
)
def test_values_in_words(field: str, value: str | None, said: str | None) -> None:
    """Nor the words of a vocabulary or the codes of countries."""
    assert value_words(field, value, NAMES) == said


def test_counts_of_the_same_note_are_one_line() -> None:
    """Countries of which the same is said, and no number, stand together."""
    unknown = number(None, "UNKNOWN")
    own = release(
        "r", counted("BY", number(8)), counted("JP", unknown, note="n"), counted("US", unknown, note="n")
    )
    lines = dimensions(own)[0].counts
    assert [[each["iso2"] for each in line.countries] for line in lines] == [["BY"], ["JP", "US"]]


def test_running_totals_stand_apart() -> None:
    """A running total is in no line of the release, and has its note."""
    own = release(
        "r", counted("BY", number(8)), counted("JP", number(156), "RUNNING_TOTAL", "since November")
    )
    assert len(dimensions(own)[0].counts) == 1
    assert [(each.note, len(each.counts)) for each in running_totals(own)] == [("since November", 1)]


def test_what_binds_is_counted_once() -> None:
    """A sanction that stands against the targets of two reliefs is one sanction."""
    sanction = {"slug": "s", "target": {"slug": "t"}}
    page = {"totalCount": 3, "nodes": [sanction]}
    found = still_binding(
        [{"residualSanctions": page}, {"residualSanctions": {"totalCount": 1, "nodes": [sanction]}}]
    )
    assert [each.count for each in found.targets] == [1]
    assert found.unshown == 2


def test_years_of_one_country() -> None:
    """Figures of those of other nationalities, who were in the same releases, are left out."""
    figures: list[Node] = [
        {
            "year": 2025,
            "nationality": {"iso2": "BY"},
            "peopleMin": 110,
            "peopleMax": None,
            "events": 1,
            "uncounted": 0,
        },
        {
            "year": 2025,
            "nationality": {"iso2": "JP"},
            "peopleMin": 4,
            "peopleMax": 4,
            "events": 2,
            "uncounted": 0,
        },
        {
            "year": 2023,
            "nationality": {"iso2": "JP"},
            "peopleMin": None,
            "peopleMax": None,
            "events": 1,
            "uncounted": 1,
        },
        {"year": 2023, "nationality": None, "peopleMin": 9, "peopleMax": 9, "events": 1, "uncounted": 0},
    ]
    assert [(each.year, each.least, each.share) for each in years(figures, "JP")] == [
        (2023, None, 0.0),
        (2025, 4, 100.0),
    ]


def test_citation() -> None:
    """A citation says what, as of which revision, read when, where, under which license, and who is behind it."""
    moment = datetime(2026, 11, 23, 17, 5, tzinfo=UTC)
    sources = [{"publisher": {"name": name}} for name in ("TASS", "Jiji Press", "TASS")]
    assert citation("A deal", "https://example.org/agreements/a", DATASET, sources, moment).text == (
        "“A deal”. Détente, revision 7 of 23 November 2026. Read on 23 November 2026, 17:05 UTC."
        " https://example.org/agreements/a License: CC BY 4.0. Rests on 3 sources: TASS and Jiji Press."
    )


def test_nothing_breaks_out_of_a_script() -> None:
    """A title that holds the end of a script element, or a comment, is only a title."""
    title = "</script><!--<script>&"
    told = str(linked_data("https://example.org/x", title, "d", DATASET, []))
    assert not set("<>&") & set(told)
    assert json.loads(told)["name"] == title


def test_nothing_breaks_out_of_a_frame() -> None:
    """A title in the code of a frame is escaped."""
    assert 'title="&#34;&gt;&lt;b&gt;"' in frame_of("https://example.org/embed/x", '"><b>')
