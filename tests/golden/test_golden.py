"""The compiler's specification: each case is a query, the SQL it becomes, and the answer of the small world.

A case is `<topic>/<case>.graphql`, whose first line says what it shows, with `.sql` and `.json` beside it and,
where the operation takes variables, `.variables.json`. `make golden` writes what the engine gives now; read the
difference before you commit it.
"""

import json
import os
from pathlib import Path

import pytest

from api.database.reader import Reader
from api.engine import Engine, Prepared
from tests.recorder import Recorder

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*/*.graphql"))
REWRITE = os.environ.get("GOLDEN") == "write"


def prepare(engine: Engine, case: Path) -> Prepared:
    """Prepare a case's operation with its variables."""
    beside = case.with_suffix(".variables.json")
    variables = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
    return engine.prepare(case.read_text(encoding="utf-8"), variables, None)


def compare(path: Path, text: str) -> None:
    """Compare a text with what is kept, or keep it."""
    if REWRITE:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{path.name} differs; see `make golden`"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
async def test_case(case: Path, engine: Engine, world_reader: Reader, world_recorder: Recorder) -> None:
    """The operation becomes this SQL, runs as one statement, and gives this answer, key order included."""
    prepared = prepare(engine, case)
    if prepared.sql is None:
        body = prepared.respond(None, None)
    else:
        row = await world_reader.row(prepared.sql, *prepared.arguments)
        assert row is not None
        body = prepared.respond(row[0], row[1])
    assert len(await world_recorder.seen()) == (prepared.sql is not None)
    compare(case.with_suffix(".sql"), (prepared.sql or "-- The schema alone answers.") + "\n")
    compare(case.with_suffix(".json"), json.dumps(json.loads(body), indent=2, ensure_ascii=False) + "\n")


def test_nothing_is_left_of_a_case_that_is_gone() -> None:
    """Every SQL, answer and set of variables lies beside the query it is of."""
    kept = {path for end in ("sql", "json") for path in HERE.glob(f"*/*.{end}")}
    assert [path for path in kept if path.with_name(path.name.split(".")[0] + ".graphql") not in CASES] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_says_what_it_shows(case: Path) -> None:
    """Every case opens with a sentence that says what it shows."""
    first = case.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert first.endswith(".")
