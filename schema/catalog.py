"""Reads from the built schema, once, how every field is read from the database."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    get_named_type,
)

from schema.binding import BINDING, TABLE, Binding, Column, Key, Link, PagePart, Rows, Table

SQL_TYPES = {
    "String": "text",
    "ID": "text",
    "Int": "integer",
    "Float": "double precision",
    "Boolean": "boolean",
    "Date": "date",
    "DateTime": "timestamptz",
    "FuzzyDate": "fuzzy_date",
    "URL": "text",
}


class CatalogError(Exception):
    """The types and their bindings do not fit together; the message names the field."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an object type and how it is read."""

    name: str
    column: str
    binding: Binding
    definition: GraphQLField

    @property
    def output(self) -> GraphQLOutputType:
        """The field's GraphQL type."""
        return self.definition.type

    @property
    def required(self) -> bool:
        """Whether the field promises never to be null."""
        return isinstance(self.output, GraphQLNonNull)

    @property
    def many(self) -> bool:
        """Whether the field is a plain list."""
        inner = self.output.of_type if isinstance(self.output, GraphQLNonNull) else self.output
        return isinstance(inner, GraphQLList)

    @property
    def target(self) -> GraphQLNamedType:
        """The type behind all wrapping."""
        return get_named_type(self.output)


@dataclass(frozen=True, slots=True)
class ObjectType:
    """One object type, its table if it has one, and its fields."""

    name: str
    table: Table | None
    fields: Mapping[str, Field]
    is_node: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rows of a relation come from, and in what order."""

    table: str
    order: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything the compiler knows about types and tables."""

    schema: GraphQLSchema
    types: Mapping[str, ObjectType]

    def node_types(self) -> tuple[ObjectType, ...]:
        """Return the types that have ids of their own."""
        return tuple(each for each in self.types.values() if each.is_node)

    def source(self, field: Field) -> Source:
        """Return the table and order behind a relation's field."""
        binding = field.binding
        target = self.types[self.row_type(field)].table
        if isinstance(binding, Rows) and binding.table is not None:
            return Source(binding.table, binding.order or ())
        if target is None:
            raise CatalogError(f"{field.name} leads to {field.target.name}, which has no table.")
        order = binding.order if isinstance(binding, Rows) and binding.order is not None else target.order
        return Source(target.name, order)

    def row_type(self, field: Field) -> str:
        """Return the name of the type of one row: for a connection, of its nodes."""
        if self.is_connection(field):
            nodes = self.types[field.target.name].fields["nodes"]
            return nodes.target.name
        return field.target.name

    def is_connection(self, field: Field) -> bool:
        """Whether the field is read page by page."""
        target = self.types.get(field.target.name)
        return target is not None and "pageInfo" in target.fields


def sql_type(input_type: GraphQLInputType) -> str:
    """Return the SQL type that an argument is bound as: String → text, [ID!]! → text[], Sex → text::sex.

    An enum travels as text, because the driver asks the database about types it does not know. Input objects, one or
    many, travel as JSON.
    """
    inner = input_type.of_type if isinstance(input_type, GraphQLNonNull) else input_type
    if isinstance(get_named_type(inner), GraphQLInputObjectType):
        return "json"
    if isinstance(inner, GraphQLList):
        return "::".join(f"{step}[]" for step in sql_type(inner.of_type).split("::"))
    if isinstance(inner, GraphQLEnumType):
        return f"text::{snake_case(inner.name)}"
    return SQL_TYPES[get_named_type(inner).name]


def snake_case(name: str) -> str:
    """Return a type's name as SQL has it: ReleaseMode → release_mode."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def owned(sql: str, owner: ObjectType) -> str:
    """Return a template with the owner's table in it."""
    return sql.replace("{owner}", owner.table.name) if owner.table else sql


def read_catalog(schema: GraphQLSchema) -> Catalog:
    """Read every object type's fields and bindings; refuse a field that nothing says how to read."""
    types = {
        name: _object_type(each)
        for name, each in schema.type_map.items()
        if isinstance(each, GraphQLObjectType) and not name.startswith("__")
    }
    return Catalog(schema, types)


def _object_type(definition: GraphQLObjectType) -> ObjectType:
    return ObjectType(
        name=definition.name,
        table=_table(definition),
        fields={name: _field(definition.name, name, field) for name, field in definition.fields.items()},
        is_node=any(each.name == "Node" for each in definition.interfaces),
    )


def _table(definition: GraphQLObjectType) -> Table | None:
    origin = definition.extensions["strawberry-definition"].origin
    return getattr(origin, TABLE, None)


def _field(owner: str, name: str, definition: GraphQLField) -> Field:
    declared: Any = definition.extensions["strawberry-definition"]
    binding = declared.metadata.get(BINDING)
    if binding is None:
        raise CatalogError(
            f"{owner}.{name} has no binding, so nothing says how to read it."
            " Declare it with one of the functions of schema.binding."
        )
    return Field(name, _column(binding, declared.python_name), binding, definition)


def _column(binding: Binding, python_name: str) -> str:
    match binding:
        case Column(name):
            return name or python_name
        case Link(name):
            return name or f"{python_name}_id"
        case PagePart():
            return ""
        case _:
            return python_name
