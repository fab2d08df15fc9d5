"""Says how many operations to try from which seed, and makes the databases they run against."""

import asyncio
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, Phase, settings

from api.database import urls
from api.database.embedded import Server
from api.engine import Engine, links
from schema.build import graphql_schema
from schema.catalog import read_catalog
from tests import databases
from tests.oracle.coverage import everything
from tests.oracle.trial import Trial, trial

CASES = int(os.environ.get("ORACLE_CASES", "160"))
SEED = os.environ.get("ORACLE_SEED", "0")
EACH = 40 if CASES < 1000 else 100
"""Operations against one database."""
SHARES = range(max(1, CASES // EACH))
ALL = 5_000
"""So many operations ask for nearly everything that there is."""

TRIES = settings(
    max_examples=EACH,
    deadline=None,
    database=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
    print_blob=False,
    report_multiple_bugs=False,
)

Open = Callable[[str], Trial]


def new_engine() -> Engine:
    """Return an engine over the whole schema, which has no plans yet."""
    schema = graphql_schema()
    return Engine(schema, read_catalog(schema))


@pytest.fixture(scope="session")
def oracle_engine() -> Engine:
    """An engine that all tests share."""
    return new_engine()


@pytest.fixture
def made(server: Server, _migrated: str, worker_id: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Makes a database from a seed, and opens it; what are few rows is different in each."""
    names: list[str] = []
    fews = (0, 1, 3, links.FEW)
    with ExitStack() as stack:

        def make(seed: str) -> Trial:
            name = f"oracle_{worker_id}_{len(names)}"
            asyncio.run(databases.clone(server, _migrated, name))
            names.append(name)
            monkeypatch.setattr(links, "FEW", fews[sum(seed.encode()) % len(fews)])
            return stack.enter_context(trial(new_engine(), urls.embedded(server, name), seed))

        yield make
    for name in names:
        asyncio.run(databases.drop(server, name))


_started = time.monotonic()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many operations were compared, how long that took, and what of the schema none of them asked for."""
    found = [
        dict(report.user_properties)
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", None) == "call"
    ]
    if total := sum(int(str(each.get("operations", 0))) for each in found):
        took = time.monotonic() - _started
        terminalreporter.write_line(f"{total} operations from seed {SEED!r} in {took:.0f} s")
    if asked := {str(coordinate) for each in found for coordinate in each.get("asked", ())}:
        missing = sorted(everything() - asked)
        terminalreporter.write_line(
            f"of {len(everything())} things to ask for, {len(missing)} were not asked"
        )
        if CASES >= ALL:
            terminalreporter.write_line(" ".join(missing))
