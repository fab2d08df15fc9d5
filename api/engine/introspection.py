"""Answers introspection, before the statement runs.

graphql-core knows what each field of the schema about the schema holds, and is asked for it; running the selection is
done here. Its own executor takes a tenth of a second for the query that tools send, and minutes for some others.
The same selection of the same thing is written once, and what is written is counted.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLField,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    SchemaMetaFieldDef,
    TypeMetaFieldDef,
    VariableValues,
    is_leaf_type,
)
from graphql.execution.values import get_argument_values

from api.engine.errors import refuse
from api.engine.limits import Limits
from api.engine.selection import Collector, Fields

META_FIELDS: Mapping[str, GraphQLField] = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef}

_encode = json.JSONEncoder(ensure_ascii=False).encode

Write = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One field of a selection: how its key is written, where its value comes from, how that is written."""

    key: str
    resolve: Callable[..., Any]
    arguments: Mapping[str, Any]
    write: Write


@dataclass(slots=True)
class _Selection:
    """What is asked of each object at one place of the document, and what was written for those met so far."""

    entries: Sequence[_Entry]
    written: dict[object, str] = field(default_factory=dict)


@dataclass(slots=True)
class Introspection:
    """Answers the meta fields of one operation; `schema` is where graphql-core's resolvers look for it."""

    schema: GraphQLSchema
    collector: Collector
    variables: VariableValues
    limits: Limits
    values: int = 0
    characters: int = 0

    def answer(self, fields: Fields) -> dict[str, str]:
        """Return the JSON text under each response key of the root fields that ask about the schema."""
        answered = {}
        for key, nodes in fields.items():
            definition = META_FIELDS.get(nodes[0].name.value)
            if definition is not None:
                entry = self._entry(key, definition, nodes)
                answered[key] = entry.write(entry.resolve(None, self, **entry.arguments))
        return answered

    def _entry(self, key: str, definition: GraphQLField, nodes: list[FieldNode]) -> _Entry:
        try:
            arguments = get_argument_values(definition, nodes[0], self.variables)
        except GraphQLError as error:
            raise refuse(error, "BAD_USER_INPUT") from error
        assert definition.resolve is not None, "each meta field has a resolver"
        return _Entry(_encode(key) + ":", definition.resolve, arguments, self._writer(definition.type, nodes))

    def _writer(self, of: GraphQLOutputType, nodes: list[FieldNode]) -> Write:
        match of:
            case GraphQLNonNull():
                return self._writer(of.of_type, nodes)
            case GraphQLList():
                item = self._writer(of.of_type, nodes)
                return lambda values: "null" if values is None else f"[{','.join(map(item, values))}]"
            case GraphQLObjectType():
                return self._object_writer(of, nodes)
        assert is_leaf_type(of), "introspection has neither interfaces nor unions"
        serialize = of.serialize
        return lambda value: "null" if value is None else _encode(serialize(value))

    def _object_writer(self, of: GraphQLObjectType, nodes: list[FieldNode]) -> Write:
        selection: _Selection | None = None

        def write(value: Any) -> str:  # noqa: ANN401 - any part of the schema
            nonlocal selection
            if value is None:
                return "null"
            # Not before a value is met: what is never reached need not be collected.
            selection = selection or self._selection(of, nodes)
            # Fields, arguments and the like are pairs of name and definition, made anew each time.
            known = (value[0], id(value[1])) if isinstance(value, tuple) else id(value)
            text = selection.written.get(known)
            if text is None:
                text = selection.written[known] = self._object(selection, value)
            return text

        return write

    def _selection(self, of: GraphQLObjectType, nodes: list[FieldNode]) -> _Selection:
        collected = self.collector.collect(of.name, [node.selection_set for node in nodes])
        return _Selection([self._member(of, key, found) for key, found in collected.items()])

    def _member(self, of: GraphQLObjectType, key: str, nodes: list[FieldNode]) -> _Entry:
        name = nodes[0].name.value
        if name == "__typename":
            return _Entry(_encode(key) + ":", lambda *_: of.name, {}, _encode)
        return self._entry(key, of.fields[name], nodes)

    def _object(self, selection: _Selection, value: object) -> str:
        self.values += len(selection.entries)
        parts = [
            entry.key + entry.write(entry.resolve(value, self, **entry.arguments))
            for entry in selection.entries
        ]
        text = "{" + ",".join(parts) + "}"
        self.characters += len(text)
        limits = self.limits
        if self.values > limits.introspection_values or self.characters > limits.introspection_characters:
            raise refuse("This asks for too much of the schema; ask for each part once.", "COST_TOO_HIGH")
        return text
