"""Builds the GraphQL schema from the types, and prints it."""

from functools import cache

import strawberry
from graphql import (
    GraphQLBoolean,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLSchema,
    GraphQLType,
    print_schema,
)
from strawberry.schema.config import StrawberryConfig

from schema.catalog import Catalog, read_catalog
from schema.inputs.derive import with_inputs
from schema.scalars import SCALARS
from schema.types.query import Query


@cache
def catalog() -> Catalog:
    """Return the whole catalog: the types, their bindings, and the schema with the inputs derived from them."""
    declared = strawberry.Schema(Query, config=StrawberryConfig(scalar_map=SCALARS))
    schema = declared._schema  # noqa: SLF001 - Strawberry offers no public way
    # Strawberry puts a resolver of its own here, which fails on lists and on what is not null.
    schema.type_map["__Type"].fields["isOneOf"] = GraphQLField(GraphQLBoolean, resolve=_is_one_of)  # type: ignore[attr-defined]
    types = read_catalog(schema)
    return Catalog(with_inputs(schema, types), types.types)


def _is_one_of(kind: GraphQLType, _: object) -> bool | None:
    """Return what `__Type.isOneOf` says: nothing of what is no input object."""
    return kind.is_one_of if isinstance(kind, GraphQLInputObjectType) else None


def graphql_schema() -> GraphQLSchema:
    """Return the schema as graphql-core has it: what documents are validated against."""
    return catalog().schema


def sdl() -> str:
    """Return the schema in the GraphQL schema language, as schema/schema.graphql holds it."""
    return print_schema(graphql_schema()) + "\n"
