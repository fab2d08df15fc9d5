"""Builds the GraphQL schema from the types, and prints it."""

from functools import cache

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from schema.scalars import SCALARS
from schema.types.query import Query


@cache
def strawberry_schema() -> strawberry.Schema:
    """Return the schema as Strawberry has it; it is the same for the whole process."""
    return strawberry.Schema(Query, config=StrawberryConfig(scalar_map=SCALARS))


def graphql_schema() -> GraphQLSchema:
    """Return the schema as graphql-core has it: what documents are validated against."""
    return strawberry_schema()._schema  # noqa: SLF001 - Strawberry offers no public way


def sdl() -> str:
    """Return the schema in the GraphQL schema language, as schema/schema.graphql holds it."""
    return strawberry_schema().as_str() + "\n"
