"""Builds the engine from the schema this code declares, and holds the schema against a database."""

from api.database.connect import connected
from api.database.inspection import inspect
from api.engine import Engine, Limits
from api.errors import MigrationError
from schema.build import graphql_schema
from schema.catalog import Catalog, read_catalog
from schema.conformance import disagreements


def make_engine(limits: Limits | None = None) -> Engine:
    """The engine; refuses types whose bindings do not fit together."""
    schema = graphql_schema()
    return Engine(schema, read_catalog(schema), limits or Limits())


async def check_catalog(catalog: Catalog, url: str) -> None:
    """Refuse tables that do not keep what the schema promises: nothing else would notice."""
    async with connected(url) as connection:
        found = disagreements(catalog, await inspect(connection))
    if found:
        raise MigrationError(
            "The tables do not keep what the schema promises:\n" + "\n".join(f"  {each}" for each in found),
            "bring schema/types and schema/tables together; a table is changed by a new migration.",
        )
