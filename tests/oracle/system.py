"""Holds the type system alone: what may be asked, and nothing of how the program finds it."""

from functools import cache

from graphql import GraphQLSchema, build_schema

from schema.build import sdl


@cache
def type_system() -> GraphQLSchema:
    """Return the types as the printed schema has them."""
    return build_schema(sdl())
