"""Builds the GraphQL schema from the types, and prints it."""

from functools import cache
from typing import Any, cast

import strawberry
from graphql import (
    GraphQLBoolean,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLObjectType,
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
    schema = declared(Query, scalar_map=SCALARS)
    types = read_catalog(schema)
    return Catalog(with_inputs(schema, types), types.types)


def declared(query: type, **config: Any) -> GraphQLSchema:  # noqa: ANN401 - Strawberry's own
    """Return the schema that Strawberry makes of a root type."""
    return _Schema(query, config=StrawberryConfig(**config))._schema  # noqa: SLF001 - there is no public way


class _Schema(strawberry.Schema):
    def _extend_introspection(self) -> None:
        """Strawberry's own resolver, in a type that all schemas share, fails on lists and on what is not null."""
        about = cast("GraphQLObjectType", self._schema.type_map["__Type"])
        about.fields["isOneOf"] = GraphQLField(GraphQLBoolean, resolve=_is_one_of)


def _is_one_of(kind: GraphQLType, _: object) -> bool | None:
    """Return what `__Type.isOneOf` says: nothing of what is no input object."""
    return kind.is_one_of if isinstance(kind, GraphQLInputObjectType) else None


def graphql_schema() -> GraphQLSchema:
    """Return the schema as graphql-core has it: what documents are validated against."""
    return catalog().schema


def sdl() -> str:
    """Return the schema in the GraphQL schema language, as schema/schema.graphql holds it."""
    return print_schema(graphql_schema()) + "\n"
