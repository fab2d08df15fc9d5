"""JSON schemas of answers, derived from what operations select and the types of GraphQL."""

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
    get_named_type,
)

from api.collections import exchanges
from api.collections.documents import Shape

Json = dict[str, Any]
Composite = GraphQLObjectType | GraphQLInterfaceType

NOTHING: Json = {"type": "null"}
SCALARS: Mapping[str, Json] = {
    "Boolean": {"type": "boolean"},
    "Date": {"type": "string", "format": "date"},
    "DateTime": {"type": "string", "format": "date-time"},
    "Float": {"type": "number"},
    "FuzzyDate": {"$ref": "#/components/schemas/FuzzyDate"},
    "ID": {"type": "string"},
    "Int": {"type": "integer"},
    "String": {"type": "string"},
    "URL": {"type": "string", "format": "uri"},
}
# What a flat row says in words of its own.
_OWN: Mapping[str, Json] = {
    "side": {"type": "string", "enum": ["RELEASE", "COUNTER_RELEASE"]},
    "returned": {"type": "string", "enum": ["RELIEF", "RELEASE", "CONCESSION"]},
}


class Schemas:
    """Derives schemas; `words` collects the vocabularies that they refer to."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._types = schema.type_map
        self.words: dict[str, Json] = {}

    def of_rows(self, shape: Shape, type_name: str) -> Json:
        """Return the schema of one row of an operation's answer."""
        found = self._types[type_name]
        assert isinstance(found, GraphQLObjectType)
        return self._selected(found, shape.selection) | {"description": found.description}

    def of_flat_rows(self, shape: Shape) -> Json:
        """Return the schema of a flat row of exchanges."""
        whole = self.of_rows(shape, "Exchange")
        properties = {cell.name: self._cell(cell, whole) for cell in exchanges.CELLS}
        about = "An exchange as a flat row: one for each side, nationality and scope."
        return _object(properties) | {"description": about}

    def named(self, kind: GraphQLNamedType) -> Json:
        """Return the schema of a scalar or of a vocabulary's word."""
        if isinstance(kind, GraphQLEnumType):
            words = "\n".join(f"- `{word}`: {each.description}" for word, each in kind.values.items())
            about = f"{kind.description}\n\n{words}"
            self.words[kind.name] = {"type": "string", "enum": list(kind.values), "description": about}
            return {"$ref": f"#/components/schemas/{kind.name}"}
        return dict(SCALARS[kind.name])

    def _cell(self, cell: exchanges.Cell, whole: Json) -> Json:
        found = _OWN.get(cell.path) or at(whole, cell.needs[0])
        found = {name: value for name, value in found.items() if name != "description"}
        return {**(found if cell.always else nullable(found)), "description": cell.description}

    def _selected(self, owner: Composite, selection: SelectionSetNode) -> Json:
        return _object(dict(self._properties(owner, selection)))

    def _properties(self, owner: Composite, selection: SelectionSetNode) -> Iterator[tuple[str, Json]]:
        for each in selection.selections:
            if isinstance(each, InlineFragmentNode):
                assert each.type_condition
                narrower = self._types[each.type_condition.name.value]
                assert isinstance(narrower, GraphQLObjectType | GraphQLInterfaceType)
                yield from self._properties(narrower, each.selection_set)
            elif isinstance(each, FieldNode):
                yield each.name.value, self._field(owner, each)

    def _field(self, owner: Composite, node: FieldNode) -> Json:
        if node.name.value == "__typename":
            return {"type": "string", "description": "Its type."}
        field = owner.fields[node.name.value]
        found = self._of(field, field.type, node)
        return {**found, "description": field.description}

    def _of(self, field: GraphQLField, output: Any, node: FieldNode) -> Json:  # noqa: ANN401 - any GraphQL type
        if isinstance(output, GraphQLNonNull):
            return self._certain(field, output.of_type, node)
        return nullable(self._certain(field, output, node))

    def _certain(self, field: GraphQLField, output: Any, node: FieldNode) -> Json:  # noqa: ANN401 - as above
        if isinstance(output, GraphQLList):
            return {"type": "array", "items": self._of(field, output.of_type, node)}
        named = get_named_type(output)
        if isinstance(named, GraphQLObjectType | GraphQLInterfaceType):
            assert node.selection_set
            return self._selected(named, node.selection_set)
        return self.named(named)


def nullable(schema: Json) -> Json:
    """Return the schema of the same, or null."""
    if isinstance(schema.get("type"), str) and "enum" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return schema if "null" in schema.get("type", ()) else {"anyOf": [schema, NOTHING]}


def at(schema: Json, path: str) -> Json:
    """Return the schema of what lies below, through lists and what may be null."""
    for step in path.split("."):
        while "properties" not in schema:
            schema = schema["items"] if "items" in schema else schema["anyOf"][0]
        schema = schema["properties"][step]
    return schema


def _object(properties: Mapping[str, Json]) -> Json:
    return {"type": "object", "properties": properties, "additionalProperties": False}
