"""The pages in docs/ keep up with the code: the map is whole, links lead somewhere, every decision is listed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
# Folders whose modules and packages have a line of their own in the map.
MAPPED = ["api", "schema", "seeds", *(f"api/{path.parent.name}" for path in ROOT.glob("api/*/__init__.py"))]


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _map() -> list[str]:
    """What the code map names, in its order."""
    text = (DOCS / "architecture.md").read_text("utf-8")
    return re.findall(r"^\| `([^`]+)` \| .+\. \|$", text, re.MULTILINE)


def _modules() -> Iterator[str]:
    for folder in MAPPED:
        yield from (_name(path) for path in (ROOT / folder).glob("*.py") if not path.stem.startswith("__"))
        yield from (f"{_name(path.parent)}/" for path in (ROOT / folder).glob("*/__init__.py"))


def _slug(heading: str) -> str:
    """The anchor of a heading: "`schema/` declares" → "schema-declares"."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


def test_the_map_names_every_module() -> None:
    """Whoever adds a module under api, schema or seeds gives it a line in docs/architecture.md."""
    assert sorted(set(_modules()) - set(_map())) == []


def test_the_map_names_nothing_else() -> None:
    """Each line of the map leads to a file or folder, and none stands twice."""
    named = _map()
    assert [name for name in named if not (ROOT / name).exists()] == []
    assert len(named) == len(set(named))


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_somewhere(page: Path) -> None:
    """A link to a file names one that exists, and one to a heading a heading of that page."""
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        found = page.parent / path if path else page
        assert found.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", found.read_text("utf-8"), re.MULTILINE)
            assert anchor in map(_slug, headings), target


def test_every_decision_is_listed() -> None:
    """docs/decisions/README.md has each page under its number and title, in order."""
    pages = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    lines = re.findall(r"^\| .*\]\(.*$", (DOCS / "decisions" / "README.md").read_text("utf-8"), re.MULTILINE)
    assert lines == [
        f"| {number} | [{title}]({page.name}) |"
        for page in pages
        for number, title in re.findall(r"\A# (\d+)\. (.*)$", page.read_text("utf-8"), re.MULTILINE)
    ]
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))


def test_the_glossary_is_in_order() -> None:
    """Words stand once each, by the alphabet."""
    words = re.findall(r"^- \*\*(.+?)\*\*", (DOCS / "glossary.md").read_text("utf-8"), re.MULTILINE)
    assert words == sorted(set(words), key=str.lower)
