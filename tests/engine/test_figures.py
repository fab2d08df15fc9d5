"""Figures add up: however releases are grouped, each counts as it should."""

import itertools

import pytest

from api.database.reader import Reader
from api.engine import Engine
from schema.enums import ReleaseDimension, SanctionDimension
from tests.engine.test_pages import ask

ONE_EACH = ["COUNTRY", "YEAR", "MONTH", "MODE"]
KEYS = "country { iso2 } year month mode events peopleMin peopleMax named uncounted"


@pytest.mark.parametrize(
    "by", [list(by) for size in (1, 2, 3) for by in itertools.combinations(ONE_EACH, size)]
)
async def test_groups_of_what_is_single_add_up(engine: Engine, world_reader: Reader, by: list[str]) -> None:
    """Grouped by what each release has one of, the groups add up to the whole."""
    query = f"query ($by: [ReleaseDimension!]!) {{ parts: releaseFigures(by: $by) {{ {KEYS} }} all: releaseFigures(by: []) {{ {KEYS} }} }}"
    data = await ask(engine, world_reader, query, by=by)
    (whole,) = data["all"]
    for measure in ("events", "named", "uncounted"):
        assert sum(part[measure] for part in data["parts"]) == whole[measure]
    assert sum(part["peopleMin"] or 0 for part in data["parts"]) == whole["peopleMin"]
    keys = [str({key: part[key] for key in ("country", "year", "month", "mode")}) for part in data["parts"]]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("word", [word.value for word in ReleaseDimension])
async def test_each_dimension_of_releases(engine: Engine, world_reader: Reader, word: str) -> None:
    """Releases can be grouped by each dimension, and a group never holds more events than there are."""
    data = await ask(
        engine,
        world_reader,
        f"{{ parts: releaseFigures(by: [{word}]) {{ events }} releases {{ totalCount }} }}",
    )
    assert data["parts"]
    assert all(0 < part["events"] <= data["releases"]["totalCount"] for part in data["parts"])


@pytest.mark.parametrize("word", [word.value for word in SanctionDimension])
async def test_each_dimension_of_sanctions(engine: Engine, world_reader: Reader, word: str) -> None:
    """Sanctions can be grouped by each dimension; targets are never more than sanctions."""
    data = await ask(
        engine, world_reader, f"{{ parts: sanctionFigures(by: [{word}]) {{ sanctions targets ended }} }}"
    )
    assert data["parts"]
    assert all(part["sanctions"] >= max(part["targets"], part["ended"]) for part in data["parts"])


async def test_nothing_left(engine: Engine, world_reader: Reader) -> None:
    """Where nothing is left to count, a grouping has no groups, and the whole is nothing, of unknown number."""
    where = '(by: [COUNTRY], where: {slug: {eq: "none"}})'
    query = f"{{ a: releaseFigures{where} {{ events }} b: releaseFigures{where.replace('[COUNTRY]', '[]')} {{ events peopleMin }} }}"
    data = await ask(engine, world_reader, query)
    assert data["a"] == []
    assert data["b"] == [{"events": 0, "peopleMin": None}]
