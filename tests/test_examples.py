"""What the documents show is true: every question in them is asked again, and the answer compared."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.database.reader import Reader
from api.engine import Engine
from tests.recorder import Recorder

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
EXAMPLES = ROOT / "docs" / "examples.md"
CURL = re.compile(
    r"<<'JSON'\n(?P<query>.*?)\nJSON\n```\n\n<!-- answer:begin -->\n```json\n(?P<answer>.*?)```\n", re.DOTALL
)
BLOCK = re.compile(r"```graphql\n(?P<query>.*?)```\n\n```json\n(?P<answer>.*?)```\n", re.DOTALL)


def shown() -> Iterator[tuple[Path, int]]:
    """Every question that a document shows, by its number."""
    for page, pattern in ((README, CURL), (EXAMPLES, BLOCK)):
        count = len(pattern.findall(page.read_text(encoding="utf-8")))
        assert count, f"{page.name} shows no question"
        yield from ((page, number) for number in range(count))


def example(page: Path, number: int) -> re.Match[str]:
    """A question and its answer, as they stand in a document."""
    pattern = CURL if page is README else BLOCK
    return list(pattern.finditer(page.read_text(encoding="utf-8")))[number]


def rewrite(page: Path, match: re.Match[str], answer: str) -> None:
    """Put another answer in the place of the one shown."""
    start, end = match.span("answer")
    page.write_text(match.string[:start] + answer + match.string[end:], encoding="utf-8")


async def answered(engine: Engine, reader: Reader, query: str) -> str:
    """The answer as a document shows it."""
    prepared = engine.prepare(query, None, None)
    assert prepared.sql is not None
    row = await reader.row(prepared.sql, *prepared.arguments)
    assert row is not None
    return json.dumps({"data": json.loads(row[0])}, indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize(("page", "number"), list(shown()), ids=lambda value: getattr(value, "name", value))
async def test_answer_is_true(
    page: Path, number: int, engine: Engine, reader: Reader, recorder: Recorder
) -> None:
    """The answer shown is the true one, from one statement; `make golden` writes it anew when the data changes."""
    match = example(page, number)
    query = json.loads(match["query"])["query"] if page is README else match["query"]
    answer = await answered(engine, reader, query)
    assert len(await recorder.seen()) == 1
    if os.environ.get("GOLDEN") == "write":
        rewrite(page, match, answer)
        return
    assert match["answer"] == answer
