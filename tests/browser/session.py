"""A reporter's session, step by step: played by a test, and photographed for the guides."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, expect

AGREEMENT = "Release of 123 for potash relief, December 2025"
EDITOR = "section.graphiql-query-editor .monaco-editor"
QUESTION = "() => __MONACO.editor.getEditors()[0].getValue()"


def play(page: Page) -> Iterator[str]:
    """The name of each step, once what it shows has been seen."""
    yield from read_the_picture(page)
    yield from search(page)
    yield from open_the_agreement(page)
    yield from ask_for_oneself(page)


def read_the_picture(page: Page) -> Iterator[str]:
    """The home page: who was freed for what, over time, and the same as a table."""
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Who was freed for what")
    picture = page.locator("main svg:visible").first
    expect(picture).to_be_visible()
    # What a screen reader is told of it.
    assert picture.locator("title, desc").count() or picture.get_attribute("aria-label")
    row = page.get_by_role("row").filter(has_text="Belarus pardons 123 people of various nationalities")
    expect(row).to_contain_text("123")
    expect(row).to_contain_text("2 days later")
    yield "home"


def search(page: Page) -> Iterator[str]:
    """A name in Latin letters and in Cyrillic finds the same person."""
    for number, name in enumerate(("Bialiatski", "Беляцкий"), start=1):
        page.get_by_role("banner").get_by_role("searchbox").fill(name)
        page.keyboard.press("Enter")
        expect(page.get_by_role("main").get_by_role("link", name="Ales Bialiatski").first).to_be_visible()
        yield f"search-{number}"


def open_the_agreement(page: Page) -> Iterator[str]:
    """From the person to what he was freed under: who contests what, and which numbers are no part of it."""
    page.get_by_role("main").get_by_role("link", name=AGREEMENT).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(AGREEMENT)
    yield "agreement"
    note = page.get_by_role("complementary", name="Running totals")
    expect(note).to_contain_text("not this release")
    expect(note).to_contain_text("156")
    note.evaluate("at => at.scrollIntoView()")
    yield "running-total"
    contested = page.get_by_role("heading", name="What became of the person: Valiantsin Stefanovic")
    expect(contested).to_contain_text("contested")
    sides = contested.locator("xpath=following-sibling::*[1]")
    expect(sides).to_contain_text("among those freed on 13 December")
    expect(sides).to_contain_text("still in prison")
    contested.evaluate("at => at.scrollIntoView()")
    yield "contested"


def ask_for_oneself(page: Page) -> Iterator[str]:
    """The question behind the page: run, changed with the help of completion, and taken into a spreadsheet."""
    page.get_by_role("link", name="Open in the explorer").click()
    page.wait_for_selector(f"{EDITOR} .view-line")
    assert "query AgreementPage" in page.evaluate(QUESTION)
    run(page)
    expect(page.locator(".result-window")).to_contain_text("agreement")
    yield "explorer"
    # One more field, behind the brace that opens the agreement.
    page.locator(EDITOR).first.click()
    page.evaluate(BEHIND_THE_AGREEMENT)
    page.keyboard.type(" announced")
    page.keyboard.press("Control+Space")
    expect(page.locator(".suggest-widget.visible")).to_contain_text("announcedOn")
    yield "completion"
    page.keyboard.press("Enter")
    assert "announcedOn" in page.evaluate(QUESTION)
    run(page)
    download(page)
    yield "download"


BEHIND_THE_AGREEMENT = """() => {
  const editor = __MONACO.editor.getEditors()[0];
  const { range } = editor.getModel().findMatches("agreement(slug: $slug) {", false, false, true, null, false)[0];
  editor.setPosition({ lineNumber: range.endLineNumber, column: range.endColumn });
  editor.focus();
}"""


def run(page: Page) -> None:
    """Run what stands in the editor; wait for what is told of the answer."""
    with page.expect_response(lambda answer: answer.url.endswith("/graphql")) as asked:
        page.click(".graphiql-execute-button")
    assert asked.value.status == 200
    page.wait_for_selector(".facts")


def download(page: Page) -> None:
    """The people let go, as CSV."""
    page.get_by_role("button", name="CSV").click()
    with page.expect_download() as waiting:
        page.get_by_role("menuitem", name="members").first.click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert any("Ales Bialiatski" in row for row in rows)
    assert all(len(row) == len(rows[0]) for row in rows)
