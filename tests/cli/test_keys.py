"""`detente keys`: what a partner's key goes through, as somebody types it."""

import json

import click
import pytest
from click.testing import CliRunner, Result

from api.cli import main
from api.cli.keys import keys
from api.clients import secrets
from api.database.urls import Urls


def _run(database: Urls, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["keys", *arguments], env={"DATABASE_URL": database.owner})


def _made(database: Urls, *arguments: str) -> dict[str, object]:
    done = _run(database, "create", "Newsroom", "--json", *arguments)
    assert done.exit_code == 0, done.stderr
    made: dict[str, object] = json.loads(done.stdout)
    return made


@pytest.mark.parametrize("name", keys.commands)
def test_every_command_explains_itself(name: str) -> None:
    """As the others do."""
    command = keys.commands[name]
    assert command.help
    assert all(parameter.help for parameter in command.params if isinstance(parameter, click.Option))


def test_a_key_is_shown_once_and_listed_without_it(database: Urls) -> None:
    """Standard output is the key alone, fit for a script; the list tells all but the key."""
    made = _run(database, "create", "Newsroom", "--contact", "desk@example.org")
    key = made.stdout.strip()
    assert secrets.is_key(key)
    assert 'Key 1 of "Newsroom": read; 10,000,000 a minute; never expires.' in made.stderr
    listed = _run(database, "list").stdout
    assert key not in listed
    headings, line = listed.splitlines()
    assert headings.split() == ["ID", "LABEL", "CONTACT", "SCOPES", "BUDGET", "KEY", "CREATED", "STATE"]
    assert all(part in line for part in ("Newsroom", "desk@example.org", key[:12] + "…", "never expires"))


def test_a_key_has_scopes_a_budget_and_an_end(database: Urls) -> None:
    """As told; all of it in JSON."""
    made = _made(
        database, "--scope", "read", "--scope", "export", "--budget", "5000", "--expires", "2999-01-01"
    )
    assert secrets.is_key(str(made["key"]))
    expected = {
        "scopes": ["read", "export"],
        "budget": 5000,
        "expires_at": "2999-01-01T00:00:00+00:00",
        "id": 1,
    }
    assert made.items() >= expected.items()


def test_a_key_is_replaced_and_ended(database: Urls) -> None:
    """Its number stays; the list tells how it stands; ending it twice is no error."""
    old = _made(database)
    done = _run(database, "rotate", "1", "--grace", "2")
    assert secrets.is_key(done.stdout.strip())
    assert done.stdout.strip() != old["key"]
    assert "The old key is good until" in done.stderr
    assert "; the one before until" in _run(database, "list").stdout
    for _ in range(2):
        done = _run(database, "revoke", "1")
        assert (done.exit_code, done.stdout) == (0, "")
        assert 'Key 1 of "Newsroom" is revoked.' in done.stderr
    (listed,) = json.loads(_run(database, "list", "--json").stdout)
    assert listed["state"] == "revoked"
    assert "key" not in listed


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["revoke", "9"], 1, "There is no key 9."),
        (["rotate", "9"], 1, "There is no active key 9."),
        (["revoke", "nine"], 2, "Invalid value for 'ID'"),
        (["create", " "], 2, "Invalid value for LABEL: it is empty."),
        (["create", "x", "--expires", "2020-01-01"], 2, "that day has begun already"),
        (["create", "x", "--budget", "7"], 2, "Invalid value for '--budget'"),
        (["create", "x", "--scope", "write"], 2, "Invalid value for '--scope'"),
    ],
)
def test_what_cannot_be_done_says_so(seeded: Urls, arguments: list[str], code: int, message: str) -> None:
    """Wrong usage is 2, a refusal 1."""
    done = _run(seeded, *arguments)
    assert (done.exit_code, message in done.stderr) == (code, True), done.stderr
