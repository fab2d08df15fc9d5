"""Builds the GraphQL schema from the types, and prints it."""

from functools import cache

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from schema import enums
from schema.enums.vocabulary import Vocabulary
from schema.scalars import SCALARS
from schema.types.query import Query


def _declare(vocabulary: type[Vocabulary]) -> None:
    """Make a vocabulary known to Strawberry, each word with its explanation."""
    strawberry.enum(vocabulary, description=vocabulary.__doc__)
    for word in vocabulary.__strawberry_definition__.values:  # type: ignore[attr-defined]
        word.description = vocabulary[word.name].description


@cache
def strawberry_schema() -> strawberry.Schema:
    """Return the schema as Strawberry has it; it is the same for the whole process."""
    for name in enums.__all__:
        _declare(getattr(enums, name))
    return strawberry.Schema(Query, config=StrawberryConfig(scalar_map=SCALARS))


def graphql_schema() -> GraphQLSchema:
    """Return the schema as graphql-core has it: what documents are validated against."""
    return strawberry_schema()._schema  # noqa: SLF001 - Strawberry offers no public way


def sdl() -> str:
    """Return the schema in the GraphQL schema language, as schema/schema.graphql holds it."""
    return strawberry_schema().as_str() + "\n"
