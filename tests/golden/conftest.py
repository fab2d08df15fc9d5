"""The engine that the golden cases are compiled by."""

import pytest

from api.engine import Engine
from schema.build import graphql_schema
from schema.catalog import read_catalog


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The engine over the whole schema."""
    schema = graphql_schema()
    return Engine(schema, read_catalog(schema))
