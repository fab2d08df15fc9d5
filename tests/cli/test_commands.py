"""Each command does its work, or says in one message why not; the exit code tells which."""

import asyncio
from pathlib import Path

import click
import pytest

from api.cli import main
from api.database.connect import connected
from api.database.urls import Urls
from schema.build import sdl
from tests.cli.command import run


@pytest.mark.parametrize("name", main.commands)
def test_every_command_explains_itself(name: str) -> None:
    """A command has help, and so has each option."""
    command = main.commands[name]
    assert command.help
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help


@pytest.mark.parametrize(
    "arguments", [["fly"], ["serve", "--fast"], ["explain"], ["explain", "/no/such/file"]]
)
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    """A command line that means nothing is answered with its usage."""
    done = run(*arguments)
    assert done.returncode == 2
    assert "Usage: detente" in done.stderr


def test_a_bad_setting_is_one_message() -> None:
    """No traceback: the variable, its value and the remedy."""
    done = run("migrate", DETENTE_PORT="eighty")
    assert done.returncode == 1
    assert done.stderr.startswith('Error: DETENTE_PORT="eighty" cannot be used')
    assert "Traceback" not in done.stderr


def test_a_database_out_of_reach_is_one_message() -> None:
    """The address and what to look at, without the password."""
    done = run("migrate", DATABASE_URL="postgresql://o:s3cret@127.0.0.1:1/d")
    assert done.returncode == 1
    assert "Cannot connect to postgresql://o:***@127.0.0.1:1/d" in done.stderr
    assert "Traceback" not in done.stderr


def test_migrate_applies_what_is_pending_and_then_nothing(empty_database: Urls) -> None:
    """The first run names each file, the second none."""
    first = run("migrate", DATABASE_URL=empty_database.owner)
    second = run("migrate", DATABASE_URL=empty_database.owner)
    assert (first.returncode, second.returncode) == (0, 0)
    assert "Applied 0001_foundation.sql." in first.stderr
    assert "Applied" not in second.stderr


def test_check_proves_a_database_without_rows(database: Urls) -> None:
    """Nothing breaks no invariant."""
    done = run("check", DATABASE_URL=database.owner)
    assert (done.returncode, done.stdout) == (0, "")
    assert "invariants hold" in done.stderr


def test_seed_refuses_files_that_say_nothing_right(database: Urls, tmp_path: Path) -> None:
    """A file that is no dossier loads nothing and is named."""
    (tmp_path / "dossiers").mkdir()
    (tmp_path / "dossiers" / "wrong.yaml").write_text("nonsense: true\n")
    done = run("seed", str(tmp_path), DATABASE_URL=database.owner)
    assert done.returncode == 1
    assert "wrong.yaml" in done.stderr
    assert "Traceback" not in done.stderr


def test_schema_prints_the_schema_and_nothing_else() -> None:
    """Its output is fit for a file."""
    done = run("schema")
    assert (done.returncode, done.stdout, done.stderr) == (0, sdl(), "")


def test_explain_shows_plan_statement_and_explanation(database: Urls) -> None:
    """All three for one operation, with its arguments."""
    query = "query($iso2: String!) { country(iso2: $iso2) { name } }"
    done = run("explain", "-", "--variables", '{"iso2": "US"}', stdin=query, DATABASE_URL=database.owner)
    assert done.returncode == 0
    for part in (
        "-- Plan\ncountry: the row of country",
        "-- SQL\nSELECT",
        "$1 = 'US'",
        "-- EXPLAIN",
        "Index Scan",
    ):
        assert part in done.stdout


def test_explain_refuses_what_the_engine_refuses() -> None:
    """Each of the engine's messages stands behind its place in the file."""
    done = run("explain", "-", stdin="{ nothing\n  at_all }")
    assert done.returncode == 1
    assert done.stderr == (
        "Error: standard input:1:3: Cannot query field 'nothing' on type 'Query'.\n"
        "standard input:2:3: Cannot query field 'at_all' on type 'Query'.\n"
    )


def test_explain_wants_variables_as_an_object() -> None:
    """Anything else is wrong usage."""
    assert run("explain", "-", "--variables", "[1]").returncode == 2


def test_a_fault_is_one_message_and_a_traceback_only_if_asked_for(database: Urls) -> None:
    """Somebody who did not ask is not shown our insides."""

    async def break_it() -> None:
        async with connected(database.owner) as owner:
            await owner.execute("DROP SCHEMA confidential CASCADE")

    asyncio.run(break_it())
    quiet = run("check", DATABASE_URL=database.owner)
    loud = run("--traceback", "check", DATABASE_URL=database.owner)
    assert (quiet.returncode, loud.returncode) == (1, 1)
    assert "This is a fault of Détente" in quiet.stderr
    assert ("Traceback" in quiet.stderr, "Traceback" in loud.stderr) == (False, True)
