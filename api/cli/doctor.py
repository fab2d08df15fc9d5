"""`detente doctor`: says what is well, what is not, and what to do about it."""

import asyncio
import contextlib
import sys
from collections.abc import Iterator
from dataclasses import asdict

import click
import orjson

from api.cli.databases import opened
from api.cli.engine import make_engine
from api.database import urls
from api.doctor import Finding, Patient, examine
from api.errors import EmbeddedError
from api.settings import Settings


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_obj
def doctor(settings: Settings, *, as_json: bool) -> None:
    """Examine settings, database, roles, tables, indexes, data, replicas, disk and clock.

    Nothing is changed. Each line is ok, warn or fail, with what to do; the exit code is 1 if anything failed.
    """

    async def run() -> list[Finding]:
        found = []
        async for finding in examine(patient):
            found.append(finding)
            if not as_json:
                click.echo(str(finding))
        return found

    _require_database(settings)
    with _patient(settings) as patient:
        findings = asyncio.run(run())
    if as_json:
        click.echo(orjson.dumps([asdict(each) for each in findings], option=orjson.OPT_INDENT_2))
    sys.exit(any(each.level == "fail" for each in findings))


def _require_database(settings: Settings) -> None:
    """Refuse to make one only to look at it."""
    embedded = not settings.database_url and not settings.reader_url
    if embedded and not (settings.data_dir / "postgres").exists():
        raise EmbeddedError(
            f"There is no database in {settings.data_dir} yet.",
            "run `detente serve`, or set DATABASE_URL to one that is elsewhere.",
        )


@contextlib.contextmanager
def _patient(settings: Settings) -> Iterator[Patient]:
    engine = make_engine()
    if settings.reader_url and not settings.database_url:
        yield Patient(settings, engine, urls.each_server(settings.reader_url))
        return
    with opened(settings) as database:
        found = database.urls
        yield Patient(settings, engine, found.readers, found.owner, found.writer, database.server)
