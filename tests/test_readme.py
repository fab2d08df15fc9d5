"""The README's first screen: the query it shows is answered as it says."""

import json
import os
import re
from pathlib import Path

from api.database.reader import Reader
from api.engine import Engine

README = Path(__file__).parents[1] / "README.md"
QUERY = re.compile(r"<<'JSON'\n(.*?)\nJSON\n", re.DOTALL)
ANSWER = re.compile(r"(<!-- answer:begin -->\n```json\n)(.*?)(```\n<!-- answer:end -->)", re.DOTALL)


async def test_query_and_answer(reader: Reader, engine: Engine) -> None:
    """The answer shown is the true one; `make golden` writes it anew when the data changes."""
    text = README.read_text(encoding="utf-8")
    asked = QUERY.search(text)
    assert asked is not None
    prepared = engine.prepare(json.loads(asked[1])["query"], None, None)
    assert prepared.sql is not None
    row = await reader.row(prepared.sql, *prepared.arguments)
    assert row is not None
    answer = json.dumps({"data": json.loads(row[0])}, indent=2, ensure_ascii=False) + "\n"
    if os.environ.get("GOLDEN") == "write":
        text = ANSWER.sub(lambda match: match[1] + answer + match[3], text)
        README.write_text(text, encoding="utf-8")
    shown = ANSWER.search(text)
    assert shown is not None
    assert shown[2] == answer
