"""Operations that take too long are logged with what an operator needs, and never with what they were asked."""

import asyncio
import functools

from api import settings
from api.database.connect import connected
from api.database.explain import generic_plan
from api.database.urls import Urls
from api.settings import Settings
from api.watch.watch import Watch
from tests.watch.conftest import Lines, Watched, ask

QUERY = "query Slow($iso2: String!) { country(iso2: $iso2) { name } }"


def _slow(plans: bool) -> Settings:
    return settings.load().model_copy(update={"slow_ms": 1, "slow_plans": plans})


async def _ask_slowly(watched: Watched, watch: Watch, database: Urls, times: int = 1) -> None:
    """Ask while somebody holds the table for a moment."""
    async with watched(watch) as client, connected(database.owner) as owner:
        for number in range(times):
            async with owner.transaction():
                await owner.execute("LOCK TABLE country")
                asked = asyncio.create_task(ask(client, QUERY, iso2=f"H{number}"))
                await asyncio.sleep(0.05)
            await asked
        await asyncio.sleep(0.3)


async def test_a_slow_operation_is_logged_with_cost_and_digest(
    watched: Watched, database: Urls, log_lines: Lines
) -> None:
    """Without a plan unless asked for."""
    await _ask_slowly(watched, Watch(_slow(plans=False)), database)
    (line,) = [line for line in log_lines() if line["event"].startswith("slow")]
    assert (line["event"], line["level"]) == ("slow operation", "warning")
    assert len(line["statement"]) == 16
    assert line["cost"] >= 1
    assert line["total_ms"] >= line["run_ms"] > 0


async def test_its_plan_is_logged_once_and_without_a_value(
    watched: Watched, database: Urls, log_lines: Lines
) -> None:
    """The plan shows $1 where the argument stood, and the statement is known by its digest."""
    watch = Watch(_slow(plans=True), explain=functools.partial(generic_plan, database.reader))
    await _ask_slowly(watched, watch, database, times=2)
    found = [line for line in log_lines() if line["event"].startswith("slow")]
    assert [line["event"] for line in found].count("slow operation") == 2
    (plan,) = [line for line in found if line["event"] == "slow plan"]
    assert {line["statement"] for line in found} == {plan["statement"]}
    assert "$1" in str(plan["plan"])
    assert "H0" not in str(found)


async def test_a_quick_operation_is_not_logged(watched: Watched, log_lines: Lines) -> None:
    """The limit is a setting; 0 turns it off."""
    async with watched(slow_ms=60_000) as client:
        await ask(client, QUERY, iso2="US")
    async with watched(slow_ms=0) as client:
        await ask(client, QUERY, iso2="US")
    assert not [line for line in log_lines() if line["event"].startswith("slow")]
