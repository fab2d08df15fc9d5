"""The house rules that no tool of others checks."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(
    path for folder in ("api", "schema", "seeds", "tests") for path in (ROOT / folder).rglob("*.py")
)
SHIPPED = [path for path in MODULES if path.relative_to(ROOT).parts[0] != "tests"]
LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
# The one module that may read the environment.
SETTINGS = ROOT / "api" / "settings.py"


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_says_its_job_and_is_short(path: Path) -> None:
    """Its first line is a sentence, and it can be held in the head."""
    text = path.read_text(encoding="utf-8")
    first = (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]
    assert first.endswith(".")
    assert len(text.splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_function_is_short(path: Path) -> None:
    """It fits on a screen."""
    for function in _functions(path):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        assert length <= LONGEST_FUNCTION, function.name


@pytest.mark.parametrize("path", [path for path in MODULES if path.name.startswith("test_")], ids=_name)
def test_a_test_states_its_requirement(path: Path) -> None:
    """Each test begins with a sentence."""
    for function in _functions(path):
        if function.name.startswith("test_"):
            assert (ast.get_docstring(function) or "").endswith("."), function.name


@pytest.mark.parametrize("path", [path for path in SHIPPED if path != SETTINGS], ids=_name)
def test_nothing_but_the_settings_reads_the_environment(path: Path) -> None:
    """What a program depends on is in its arguments."""
    assert not re.search(r"\benviron\b|\bgetenv\b", path.read_text(encoding="utf-8"))


def test_the_changelog_begins_with_what_is_unreleased() -> None:
    """There is always a place for the next change."""
    headings = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"


def test_every_decision_says_context_decision_and_consequences() -> None:
    """A page of docs/decisions can be read by itself."""
    pages = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert pages
    for page in pages:
        headings = re.findall(r"^## (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert {"Context", "Decision", "Consequences"} <= set(headings), page.name
