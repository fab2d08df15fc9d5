"""The explorer in a real browser: examples, completion, links, downloads, citations, mistakes, small screens."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import Check, Look
from tests.browser.views import DARK, LIGHT, PHONE, SCRIPTLESS, View
from tests.browser.watching import Faults

ROOT = Path(__file__).parents[2]
EXPLORER = ROOT / "api" / "explorer" / "dist" / "graphql.html"
EXAMPLES = (ROOT / "docs" / "examples.md").read_text("utf-8")
EDITOR = "section.graphiql-query-editor .monaco-editor"
RUN = ".graphiql-execute-button"
DATES = "query Dates { releases(first: 2) { totalCount nodes { title releasedOn } } }"

pytestmark = pytest.mark.skipif(not EXPLORER.is_file(), reason="the explorer is not built: make explorer")


def _open(page: Page, question: str | None = None, **more: str) -> Page:
    """The explorer, with its editor there."""
    asked = {"query": question, **more} if question is not None else {}
    page.goto(f"/graphql?{urlencode(asked)}")
    page.wait_for_selector(f"{EDITOR} .view-line")
    return page


def _run(page: Page) -> Page:
    """Run what is in the editor, and wait for what is told of the answer."""
    page.click(RUN)
    page.wait_for_selector(".facts")
    return page


def _question(page: Page) -> str:
    """What stands in the editor."""
    found: str = page.evaluate("() => __MONACO.editor.getEditors()[0].getValue()")
    return found


def _answer(page: Page) -> str:
    found: str = page.evaluate("() => __MONACO.editor.getEditors().at(-1).getValue()")
    return found


def _downloaded(page: Page, click: Callable[[], None]) -> tuple[Download, str]:
    with page.expect_download() as waiting:
        click()
    return waiting.value, Path(waiting.value.path()).read_bytes().decode("utf-8")


def test_it_opens_with_the_questions_of_the_examples(page: Page) -> None:
    """Each in a tab of its own name, letter for letter as docs/examples.md has it."""
    _open(page)
    questions = re.findall(r"```graphql\n(.*?)```", EXAMPLES, re.DOTALL)
    names = [re.match(r"query (\w+)", each)[1] for each in questions]  # type: ignore[index]
    assert page.locator(".graphiql-tab").all_inner_texts() == names
    assert _question(page) == questions[0].rstrip()


@pytest.mark.parametrize("view", [LIGHT, DARK, PHONE], ids=lambda view: view.name)
def test_a_question_is_run(look: Look, view: View) -> None:
    """The arrow runs it; the answer comes with its revision, its cost and what is left."""
    page = _run(_open(look(view)))
    assert json.loads(_answer(page))["data"]["country"]["nationalsReleased"]["totalCount"] == 3
    assert re.search(r"Revision 1 · .*cost [\d,]+ · [\d,]+ of [\d,]+ left", page.inner_text(".facts"))
    assert "cost" not in json.loads(_answer(page))["extensions"]


@pytest.mark.parametrize("view", [LIGHT, DARK, PHONE], ids=lambda view: view.name)
def test_nothing_is_cut_off(look: Look, view: View) -> None:
    """The page is as wide as the window, and editor, answer and buttons are within it."""
    page = _run(_open(look(view)))
    assert page.evaluate("() => document.documentElement.scrollWidth") <= view.width
    for part in (EDITOR, RUN, ".result-window", ".facts", ".answer .actions", ".graphiql-sidebar"):
        box = page.locator(part).first.bounding_box()
        assert box is not None, part
        assert box["x"] >= 0, part
        assert box["x"] + box["width"] <= view.width + 1, part
        assert box["y"] + box["height"] <= view.height + 1, part
        assert box["height"] > 20, part


def test_completion_knows_the_schema(page: Page) -> None:
    """A field is offered where it fits, and stands in the question once it is chosen."""
    _open(page, '{ country(iso2: "BY") { na } }')
    page.wait_for_function("() => document.querySelector('[aria-label*=\"documentation\" i]')")
    editor = page.locator(EDITOR).first
    editor.click()
    page.keyboard.press("Control+End")
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Control+Space")
    widget = page.locator(".suggest-widget.visible")
    expect(widget.get_by_text("nationalsReleased", exact=False).first).to_be_visible()
    page.keyboard.type("tionalsRel", delay=30)
    expect(page.locator(".suggest-widget .focused")).to_contain_text("nationalsReleased")
    page.keyboard.press("Enter")
    assert "nationalsReleased" in _question(page)


def test_a_link_holds_the_question(page: Page, look: Look) -> None:
    """Copied from one browser and opened in another, it brings question and variables."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    variables = json.dumps({"code": "BY"})
    named = "query Named($code: String!) { country(iso2: $code) { name } }"
    _open(page, named, variables=variables)
    page.get_by_label("Copy link").click()
    expect(page.get_by_label("Link copied")).to_be_visible()
    link = page.evaluate("() => navigator.clipboard.readText()")
    parameters = parse_qs(urlsplit(link).query)
    assert parameters["query"] == [named]
    assert json.loads(parameters["variables"][0]) == {"code": "BY"}
    other = look()
    other.goto(link)
    other.wait_for_selector(f"{EDITOR} .view-line")
    _run(other)
    assert json.loads(_answer(other))["data"] == {"country": {"name": "Belarus"}}


def test_a_link_chooses_among_operations(page: Page) -> None:
    """The operation that it names is the one that is run."""
    two = 'query A { country(iso2: "BY") { name } } query B { country(iso2: "US") { name } }'
    _open(page, two, operationName="B")
    page.click(RUN)
    if page.locator("[role=menuitem]").count():
        page.get_by_role("menuitem", name="B").click()
    page.wait_for_selector(".facts")
    assert json.loads(_answer(page))["data"]["country"]["name"] == "United States"


def test_tables_come_as_csv(page: Page) -> None:
    """With a mark for UTF-8, columns in words, and one line for each row."""
    _run(_open(page, DATES))
    download, text = _downloaded(page, lambda: page.get_by_role("button", name="CSV").click())
    assert re.fullmatch(r"detente-releases-revision-1-\d{4}-\d\d-\d\d\.csv", download.suggested_filename)
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    nodes = json.loads(_answer(page))["data"]["releases"]["nodes"]
    assert rows == [["Title", "Released on"], *([each["title"], each["releasedOn"]] for each in nodes)]


def test_one_of_several_tables_is_chosen(page: Page) -> None:
    """By keyboard as well: the menu names each table and how many rows it has."""
    _run(_open(page))
    page.get_by_role("button", name="JSON: choose a table").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem")).to_have_count(3)
    item = page.get_by_role("menuitem", name="Country: nationals released 3 rows")
    _, text = _downloaded(page, lambda: item.press("Enter"))
    assert json.loads(text) == json.loads(_answer(page))["data"]["country"]["nationalsReleased"]["nodes"]


def test_an_answer_is_cited(page: Page) -> None:
    """First with what it shows; all sources are found by asking once more."""
    _run(_open(page, DATES))
    page.get_by_role("button", name="Cite").click()
    citation = page.get_by_label("Citation")
    expect(citation).to_have_value(re.compile(r"Licence of the data: CC BY 4\.0\."))
    assert re.match(
        r"Détente, “Dates”, revision 1 of the data, read on \d+ \w+ \d{4}", citation.input_value()
    )
    assert "/graphql?query=query+Dates%7Breleases" in citation.input_value()
    page.get_by_role("button", name="Find all sources").click()
    expect(citation).to_have_value(re.compile(r"Sources:\n1\. .*https://", re.DOTALL))
    page.keyboard.press("Escape")
    expect(citation).to_have_count(0)


def test_a_mistake_is_explained(page: Page, faults: Faults) -> None:
    """What is wrong and where; its line can be gone to."""
    _open(page, '{\n  country(iso2: "BY") {\n    nmae\n  }\n}')
    _run(page)
    advice = page.locator(".advice")
    expect(advice).to_contain_text("nmae")
    advice.get_by_role("button", name="Line 3").click()
    assert page.evaluate("() => __MONACO.editor.getEditors()[0].getPosition().lineNumber") == 3
    faults.expect("answered 400")


@pytest.mark.parametrize(
    ("status", "words"),
    [(429, "You have spent what may be spent"), (503, "The server cannot answer just now")],
)
def test_a_refusal_says_when_to_ask_again(page: Page, faults: Faults, status: int, words: str) -> None:
    """In words, with the seconds counted down."""
    _open(page, DATES)
    page.route(
        "**/graphql",
        lambda route: route.fulfill(
            status=status,
            headers={"retry-after": "7", "content-type": "application/json"},
            body='{"errors": [{"message": "No."}]}',
        ),
    )
    _run(page)
    expect(page.locator(".advice")).to_contain_text(words)
    expect(page.locator(".advice")).to_contain_text(re.compile(r"Ask again in [67] seconds"))
    faults.expect(f"answered {status}")


def test_keys_are_not_kept(page: Page) -> None:
    """A header is sent, and is gone from the browser with the page; questions stay, in this browser alone."""
    _open(page, DATES)
    page.get_by_role("button", name="Headers").click()
    page.evaluate("""() => __MONACO.editor.getEditors()[2].setValue('{"X-Request-ID": "secret-of-mine"}')""")
    with page.expect_response("**/graphql") as waiting:
        _run(page)
    assert waiting.value.headers["x-request-id"] == "secret-of-mine"
    page.wait_for_timeout(1000)
    kept = page.evaluate("() => JSON.stringify(localStorage)")
    assert "secret-of-mine" not in kept
    assert "Dates" in kept


@pytest.mark.parametrize("name", ["Documentation Explorer", "Examples", "GraphiQL Explorer", "History"])
def test_the_side_bar_opens(page: Page, name: str) -> None:
    """Documentation, examples, a builder of questions, and what was asked before."""
    _open(page)
    page.get_by_role("button", name=name).click()
    expect(page.locator(".graphiql-plugin")).to_be_visible()
    expect(page.locator(".graphiql-plugin")).not_to_be_empty()


def test_an_example_opens_in_a_tab(page: Page) -> None:
    """Whoever closed it, or came by a link, finds it in the side bar."""
    _open(page, DATES)
    page.get_by_role("button", name="Examples").click()
    page.get_by_role("button", name="What changed since a revision").click()
    assert _question(page).startswith("query NewAgreements")
    expect(page.locator("[aria-current=true]")).to_have_text("NewAgreements")


@pytest.mark.parametrize("view", [LIGHT, DARK, PHONE], ids=lambda view: view.name)
def test_it_breaks_no_rule_of_accessibility(look: Look, axe: Check, view: View) -> None:
    """With an answer, and with the citation open."""
    page = _run(_open(look(view)))
    page.wait_for_timeout(300)
    assert axe(page) == []
    page.get_by_role("button", name="Cite").click()
    page.wait_for_selector(".cite textarea")
    assert axe(page) == []


def test_without_scripts_it_says_so(look: Look) -> None:
    """And shows the way to what can be read without."""
    page = look(SCRIPTLESS)
    page.goto("/graphql")
    expect(page.get_by_text("It needs JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="page by page")).to_have_attribute("href", "/")
