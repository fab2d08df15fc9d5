"""`detente keys`: makes, lists, replaces and ends the API keys of partners."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import click

from api.cli.databases import opened
from api.cli.group import say
from api.clients import secrets
from api.clients.keyring import TRUSTED_SECONDS
from api.database import keys as statements
from api.database.connect import connected
from api.database.keys import SCOPES, KeyRecord, NewKey
from api.database.pool import Connection
from api.settings import Settings

T = TypeVar("T")

_BUDGET = 10_000_000
_GRACE_HOURS = 24.0
_HEADINGS = ("ID", "LABEL", "CONTACT", "SCOPES", "BUDGET", "KEY", "CREATED", "STATE")

_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_number = click.argument("number", metavar="ID", type=click.IntRange(min=1))


@click.group()
def keys() -> None:
    """Make, list, replace and end the API keys of partners.

    A key is shown once, when it is made; its SHA-256 is all that is stored.
    """


@keys.command()
@click.argument("label")
@click.option("--contact", help="Whom to write to about it.")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice(SCOPES),
    default=("read",),
    help="What it allows; repeatable.",
)
@click.option(
    "--budget",
    type=click.IntRange(1_000, 10**12),
    default=_BUDGET,
    show_default=True,
    help="What its requests may cost in a minute.",
)
@click.option(
    "--expires", type=click.DateTime(["%Y-%m-%d"]), help="The day (UTC) on which it ends; never if not given."
)
@_json_option
@click.pass_obj
def create(settings: Settings, /, *, expires: datetime | None, as_json: bool, **told: Any) -> None:  # noqa: ANN401
    """Make a key for LABEL, and show it this once."""
    if not told["label"].strip():
        raise click.BadParameter("it is empty.", param_hint="LABEL")
    expires_at = expires and expires.replace(tzinfo=UTC)
    if expires_at and expires_at <= datetime.now(UTC):
        raise click.BadParameter("that day has begun already.", param_hint="--expires")
    key = secrets.new()
    new = NewKey(**told, expires_at=expires_at, start=secrets.start(key), digest=secrets.digest(key))
    _show(key, _run(settings, lambda owner: statements.create(owner, new)), as_json=as_json)


@keys.command(name="list")
@_json_option
@click.pass_obj
def list_keys(settings: Settings, *, as_json: bool) -> None:
    """List all keys there ever were."""
    found = _run(settings, statements.every)
    if as_json:
        click.echo(json.dumps([_plain(record) for record in found], indent=2))
        return
    lines = [_HEADINGS, *(_line(record) for record in found)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


@keys.command()
@_number
@click.option(
    "--grace",
    type=click.FloatRange(0, 24 * 90),
    default=_GRACE_HOURS,
    show_default=True,
    metavar="HOURS",
    help="How long the old key stays good.",
)
@_json_option
@click.pass_obj
def rotate(settings: Settings, *, number: int, grace: float, as_json: bool) -> None:
    """Replace a key by a new one, and show it this once.

    Number, scopes and budget stay. A key that was replaced before and is still good ends now.
    """
    key = secrets.new()

    def replace(owner: Connection) -> Awaitable[KeyRecord]:
        start, digest = secrets.start(key), secrets.digest(key)
        return statements.rotate(owner, number, grace=timedelta(hours=grace), start=start, digest=digest)

    record = _run(settings, replace)
    _show(key, record, as_json=as_json)
    if not as_json and record.previous_until:
        say(f"The old key is good until {_moment(record.previous_until)}.")


@keys.command()
@_number
@_json_option
@click.pass_obj
def revoke(settings: Settings, *, number: int, as_json: bool) -> None:
    """End a key for good, and the one it replaced."""
    record = _run(settings, lambda owner: statements.revoke(owner, number))
    if as_json:
        click.echo(json.dumps(_plain(record), indent=2))
    say(
        f'Key {record.id} of "{record.label}" is revoked. Running servers refuse it within {TRUSTED_SECONDS:g} seconds.'
    )


def _run(settings: Settings, work: Callable[[Connection], Awaitable[T]]) -> T:
    """Do something as the owner: neither the loader nor the API may look at keys."""

    async def run() -> T:
        await database.migrate()
        async with connected(database.urls.owner) as owner:
            return await work(owner)

    with opened(settings) as database:
        return asyncio.run(run())


def _show(key: str, record: KeyRecord, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(_plain(record) | {"key": key}, indent=2))
        return
    say(
        f'Key {record.id} of "{record.label}": {", ".join(record.scopes)}; {record.budget:,} a minute; {_end(record)}.'
    )
    say("It is shown this once. Send it as a header: Authorization: Bearer …")
    click.echo(key)


def _line(record: KeyRecord) -> tuple[str, ...]:
    state = _end(record) if record.state == "active" else record.state
    if record.state == "active" and record.previous_until:
        state += f"; the one before until {_moment(record.previous_until)}"
    return (
        str(record.id),
        record.label,
        record.contact or "",
        ",".join(record.scopes),
        str(record.budget),
        f"{record.start}…",
        f"{record.created_at:%Y-%m-%d}",
        state,
    )


def _end(record: KeyRecord) -> str:
    return f"expires {_moment(record.expires_at)}" if record.expires_at else "never expires"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _plain(record: KeyRecord) -> dict[str, Any]:
    values = asdict(record)
    return {
        name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()
    }
