"""Queries are planned well from the first moment: a load measures the tables it changed."""

import asyncpg

from seeds.loader import load
from tests.seeds.stories import Story

_MEASURED = "SELECT reltuples::integer FROM pg_class WHERE oid = $1::text::regclass"


async def test_a_load_measures_what_it_changed(writer: asyncpg.Connection, story: Story) -> None:
    """The planner knows how many rows a table has as soon as they are loaded, by the writer's own right."""
    report = await load(writer, story.folder)
    for table in (*report.touched, "change"):
        rows = await writer.fetchval(f"SELECT count(*) FROM {table}")
        assert await writer.fetchval(_MEASURED, table) == rows > 0, table
