"""`detente explain`: shows how an operation is answered, from plan to Postgres."""

import asyncio
from pathlib import Path
from typing import Any

import click
import orjson

from api.cli.databases import Database, opened
from api.cli.engine import make_engine
from api.database.reader import open_reader
from api.engine import Prepared, Refused
from api.engine.describe import describe
from api.settings import Settings


class JsonObject(click.ParamType[dict[str, Any]]):
    """A JSON object, as text."""

    name = "json"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> dict[str, Any]:
        """Turn '{"iso2": "US"}' into {"iso2": "US"}."""
        try:
            found = orjson.loads(value)
        except orjson.JSONDecodeError as fault:
            self.fail(f"not JSON: {fault}", param, ctx)
        if not isinstance(found, dict):
            self.fail('not an object; write it as {"name": value}', param, ctx)
        return found


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--variables", type=JsonObject(), help='Values of the variables: {"iso2": "US"}.')
@click.option("--operation", help="Which operation, if the file has several.")
@click.option("--analyze", is_flag=True, help="Run the statement, and show times and rows.")
@click.pass_obj
def explain(
    settings: Settings, file: Path, variables: dict[str, Any] | None, operation: str | None, *, analyze: bool
) -> None:
    """Show how an operation is answered.

    That is the plan, the SQL and Postgres's EXPLAIN for the GraphQL operation in FILE; - reads standard input.
    """
    prepared = _prepared(file, variables, operation)
    _show("Plan", describe(prepared.plan))
    if prepared.sql is None:
        _show("SQL", "none: the schema alone answers")
        return
    _show("SQL", prepared.sql)
    _show(
        "Arguments", "\n".join(f"${place} = {value!r}" for place, value in enumerate(prepared.arguments, 1))
    )
    with opened(settings) as database:
        _show("EXPLAIN", asyncio.run(_explained(settings, database, prepared, analyze=analyze)))


def _prepared(file: Path, variables: dict[str, Any] | None, operation: str | None) -> Prepared:
    with click.open_file(str(file), encoding="utf-8") as stream:
        query = stream.read()
    try:
        return make_engine().prepare(query, variables, operation)
    except Refused as refused:
        raise click.ClickException("\n".join(_placed(file, each) for each in refused.errors)) from refused


def _placed(file: Path, error: dict[str, Any]) -> str:
    """Return an error behind the place it speaks of: "query.graphql:1:24: Cannot query field …"."""
    name = "standard input" if str(file) == "-" else file
    places = error.get("locations") or ()
    where = "".join(f":{place['line']}:{place['column']}" for place in places[:1])
    return f"{name}{where}: {error['message']}"


async def _explained(settings: Settings, database: Database, prepared: Prepared, *, analyze: bool) -> str:
    if database.server:
        await database.migrate()
    options = "ANALYZE, BUFFERS" if analyze else "COSTS"
    limit = settings.statement_timeout_ms
    async with open_reader(database.urls.reader, size=1, statement_timeout_ms=limit) as reader:
        rows = await reader.rows(f"EXPLAIN ({options}) {prepared.sql}", *prepared.arguments)
    return "\n".join(row[0] for row in rows)


def _show(title: str, text: str) -> None:
    click.echo(f"-- {title}\n{text}\n")
