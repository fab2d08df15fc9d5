"""`detente import`: loads an official list, or says what a load would change."""

import asyncio
import re
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import click

from api.cli.databases import opened
from api.cli.group import say
from api.database.connect import connected
from api.settings import Settings
from seeds.lists import sources
from seeds.lists.load import Options, import_list
from seeds.lists.metadata import Input, OfficialList
from seeds.lists.newsroom import SLUG, Newsroom, newsroom
from seeds.lists.newsroom.reader import FIELDS
from seeds.lists.registry import LISTS
from seeds.lists.report import Report
from seeds.loader.load import DATASET, SYNTHETIC

# After so many entries more the terminal hears of it.
_STEP = 5_000


@click.command("import")
@click.argument("name", metavar="LIST", type=click.Choice(sorted(LISTS)))
@click.option(
    "--from",
    "given",
    metavar="FILE|FOLDER|URL",
    help="Where the list is; downloaded from its publisher unless told.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day the list stands for; its own, or today, unless told.",
)
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--allow-shrinking", is_flag=True, help="Accept a list that has lost many entries, or has few.")
@click.option(
    "--column",
    "columns",
    metavar="FIELD=NAME",
    multiple=True,
    help="newsroom: the column that holds a field.",
)
@click.option(
    "--data-set", "slug", metavar="SLUG", help="newsroom: a short name for this list, if there are several."
)
@click.option("--title", help="newsroom: what the list is called.")
@click.option("--publisher", help="newsroom: whose list it is.")
@click.option("--license", help="newsroom: under which terms its rows may be used.")
@click.pass_obj
def import_(  # noqa: PLR0913 - each is an option of the command
    settings: Settings,
    /,
    name: str,
    given: str | None,
    as_of: datetime | None,
    *,
    dry_run: bool,
    allow_shrinking: bool,
    columns: tuple[str, ...],
    **about: str | None,
) -> None:
    """Load an official list whole, as one revision.

    Entries that are new, changed or gone become added, changed or delisted as of the list's day; nothing is deleted,
    and what our dossiers say stays. A second load of the same list changes nothing. How every record of the input was
    used is printed, and so is whatever in it was not understood.
    """
    official = _official(name, columns, {key: value for key, value in about.items() if value})

    async def run(source: Input) -> Report:
        await database.migrate()
        day = as_of.date() if as_of else _day_of(official, source)
        shrink = None if allow_shrinking else settings.lists_shrink
        async with connected(database.urls.writer) as writer:
            return await import_list(
                writer, official, source, Options(day, shrink, dry_run), _Counter().count
            )

    with (
        opened(settings) as database,
        sources.opened(
            official.metadata, given, settings.data_dir / "lists", progress=_Download().tell
        ) as source,
    ):
        _print(asyncio.run(run(source)))


def _official(name: str, columns: tuple[str, ...], about: dict[str, str]) -> OfficialList[Any]:
    """The list of that name; a newsroom's own is described by the caller."""
    if name != SLUG:
        if columns or about:
            raise click.UsageError(f"`{name}` says itself what it is; describe only the list `{SLUG}`.")
        return LISTS[name]
    slug = about.get("slug", SLUG)
    if slug in {*LISTS, DATASET, SYNTHETIC} - {SLUG} or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        raise click.UsageError(
            f"--data-set {slug}: use a name of its own: small letters, digits and single hyphens."
        )
    fields = dict(column.partition("=")[::2] for column in columns)
    for field, column in fields.items():
        if field not in FIELDS or not column:
            raise click.UsageError(
                f"--column {field}: write it as FIELD=NAME; the fields are {', '.join(FIELDS)}."
            )
    return newsroom(Newsroom(**about, columns=fields))


def _day_of(official: OfficialList[Any], source: Input) -> date:
    """The day that the list itself bears, or today."""
    said = official.published_on(source)
    return date.fromisoformat(said) if said else datetime.now(UTC).date()


def _print(report: Report) -> None:
    for line in report.audit.lines():
        click.echo(line)
    _print_some("  ", report.audit.findings, sum(report.audit.found.values()))
    if report.dry_run:
        _print_some("", report.differences, report.added + report.changed + report.returned + report.gone)
    click.echo(str(report))


def _print_some(indent: str, lines: Sequence[object], many: int) -> None:
    for line in lines:
        click.echo(f"{indent}{line}")
    if many > len(lines):
        click.echo(f"{indent}… and {many - len(lines):,} more")


class _Counter:
    """Tells how many entries are read, now and then."""

    def __init__(self) -> None:
        self.many = 0

    def count(self, more: int) -> None:
        """Note more entries."""
        self.many += more
        if sys.stderr.isatty() or self.many % (10 * _STEP) == 0:
            say(f"  {self.many:,} entries read")


class _Download:
    """Tells what is downloaded, and how far that is."""

    def __init__(self) -> None:
        self.told: dict[str, int] = {}

    def tell(self, url: str, received: int, expected: int | None) -> None:
        """Note how many bytes of an address are there; a line for each tenth."""
        tenth = 10 * received // expected if expected else received >> 24
        if self.told.get(url) != tenth:
            self.told[url] = tenth
            say(f"  {url}: {received:,}{f' of {expected:,}' if expected else ''} bytes")
