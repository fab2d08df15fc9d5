"""Builds the engine from the schema this code declares."""

from api.engine import Engine
from schema.build import graphql_schema
from schema.catalog import read_catalog


def make_engine() -> Engine:
    """The engine; refuses types whose bindings do not fit together."""
    schema = graphql_schema()
    return Engine(schema, read_catalog(schema))
