"""The operator's page says what is so: its commands work, its names exist."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from api import errors, settings
from api.database import binaries
from api.database.connect import connected
from api.doctor import Patient, examine
from api.engine import Engine
from tests.cli.command import run
from tests.deploy.compose import PASSWORDS, ROOT, variables
from tests.deploy.topology import Topology, standing

PAGE = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")


def _command(program: str) -> list[str]:
    """The arguments that the page gives a program of Postgres in the primary's container."""
    found = re.search(rf"exec -T primary ({program} [^<>\n]*)", PAGE)
    assert found, program
    return found[1].split()


@pytest.fixture(scope="module")
def pair() -> Iterator[Topology]:
    """A primary with tables and one revision, and its replica."""
    with standing() as found:
        logins = {f"DETENTE_{role.upper()}_URL": found.primary.url(role) for role in ("writer", "reader")}
        done = run("migrate", DATABASE_URL=found.primary.url("owner"), **logins)
        assert done.returncode == 0, done.stderr
        yield found


def _postgres(pair: Topology, command: list[str], stdin: bytes = b"") -> bytes:
    """Run a program as the page does, its address and password coming from outside."""
    program, *arguments = command
    server = pair.primary
    done = subprocess.run(
        [binaries.locate(server.runs_as) / program, *arguments],
        input=stdin,
        env={
            "PATH": os.environ["PATH"],
            "PGHOST": "127.0.0.1",
            "PGPORT": str(server.port),
            "PGPASSWORD": PASSWORDS["POSTGRES_PASSWORD"],
        },
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


async def test_what_is_backed_up_can_be_restored(pair: Topology, engine: Engine) -> None:
    """By the page's two commands: rows, rights and settings of roles are as before, and the doctor is content."""
    async with connected(pair.primary.url("owner")) as owner:
        await owner.execute("INSERT INTO revision (number, reason) VALUES (1, 'Kept')")
    _postgres(pair, ["psql", "--username=postgres", "--command=ALTER ROLE postgres PASSWORD '" + PASSWORDS["POSTGRES_PASSWORD"] + "'", f"--host={pair.primary.folder}"])  # fmt: skip
    dump = _postgres(pair, _command("pg_dump"))
    async with connected(pair.primary.url("owner")) as owner:
        await owner.execute("DELETE FROM revision; GRANT INSERT ON country TO detente_reader")
    _postgres(pair, _command("pg_restore"), dump)
    async with connected(pair.primary.url("reader")) as reader:
        assert await reader.fetchval("SELECT reason FROM revision") == "Kept"
    readers = pair.primary.url("reader"), pair.replica.url("reader")
    patient = Patient(settings.load(), engine, readers, pair.primary.url("owner"), pair.primary.url("writer"))
    assert [finding async for finding in examine(patient) if finding.level == "fail"] == []


def test_each_variable_of_the_page_exists() -> None:
    """As a setting, or as one of the compose file's."""
    known = {settings.variable(name, field) for name, field in settings.Settings.model_fields.items()}
    named = set(re.findall(r"\b(?:DETENTE_[A-Z_]*[A-Z]|DATABASE_URL)\b", PAGE))
    assert named - known - set(variables()) == set()


def test_each_limit_is_explained() -> None:
    """Every setting whose name or meaning is a limit has its row."""
    (section,) = re.findall(r"## What each limit does\n(.*?)\n## ", PAGE, re.DOTALL)
    limits = {
        settings.variable(name, field)
        for name, field in settings.Settings.model_fields.items()
        if re.search(r"limit|budget|timeout|pool_size|anonymous|connections|cache_bytes", name)
        and name != "limits_url"
    }
    assert {name for name in limits if name not in section} == set()


def test_alerts_ask_for_outcomes_that_there_are() -> None:
    """The codes in an alert's expression are codes of errors."""
    (block,) = re.findall(r"```yaml\n(groups:.*?)```", PAGE, re.DOTALL)
    rules = yaml.safe_load(block)["groups"][0]["rules"]
    assert len({rule["alert"] for rule in rules}) == len(rules) >= 8
    asked = {code for rule in rules for code in re.findall(r"\b[A-Z_]{5,}\b", rule["expr"])}
    codes = {each.code for each in vars(errors).values() if isinstance(each, type) and hasattr(each, "code")}
    assert asked - codes - {"NO_ANSWER", "HTTP_"} == set()


def test_files_of_the_page_exist() -> None:
    """Each script and compose file that it names."""
    for name in set(re.findall(r"\./(\.deploy/[\w.]+)|`(docker-compose\.yml)`", PAGE)):
        assert (Path(ROOT) / next(filter(None, name))).exists()
