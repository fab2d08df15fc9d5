"""Prepares operations: parse, validate, lower, render, each once for all requests that are alike."""

import json
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import FieldNode, GraphQLSchema, OperationDefinitionNode
from graphql.validation.rules import overlapping_fields_can_be_merged

from api.engine.document import Document, choose_operation, coerce_variables, read_document
from api.engine.inputs import Inputs, Probe
from api.engine.introspection import META_FIELDS, introspect
from api.engine.limits import Limits
from api.engine.lower import Lowering
from api.engine.plan import JsonValue, Plan, TypenameValue
from api.engine.plans import BYTES_PER_CHARACTER, ByteCache, Compiled, Operations
from api.engine.render import render
from api.engine.selection import Collector
from schema.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Prepared:
    """One operation ready to run: its statement, the arguments, and how the answer is written.

    Attributes:
        sql: The statement; None where the schema alone answers.
        arguments: What stands behind its $1, $2 …, in their order.
        plan: What the statement was rendered from.
    """

    sql: str | None
    arguments: tuple[object, ...]
    plan: Plan
    data: bytes | None = None

    def respond(self, data: bytes | None, revision: int | None) -> bytes:
        """Return the body of the answer: the database's bytes, untouched, and the revision they were read at."""
        if data is None:
            assert self.data is not None, "only a statement can answer this operation"
            return b'{"data":%b}' % self.data
        return b'{"data":%b,"extensions":{"revision":%d}}' % (data, revision or 0)


@dataclass(slots=True)
class Engine:
    """Compiles operations against one schema; it knows no HTTP and no database."""

    schema: GraphQLSchema
    catalog: Catalog
    limits: Limits = field(default_factory=Limits)
    cache_bytes: int = 64 * 1024 * 1024
    cache: ByteCache[str] = field(init=False)

    def __post_init__(self) -> None:
        # graphql-core bounds the work of its costliest rule by a module's variable, and by far too much.
        overlapping_fields_can_be_merged.MAX_COMPLEXITY_BUDGET = self.limits.validation_budget
        self.cache = ByteCache(self.cache_bytes)

    def prepare(self, query: str, variables: dict[str, Any] | None, operation_name: str | None) -> Prepared:
        """Return an operation ready to run; raise Refused where it cannot be."""
        operations = self.cache.get(query) or self._read(query)
        operation = choose_operation(operations.document, operation_name)
        inputs = Inputs(coerce_variables(self.schema, operation, variables or {}, self.limits))
        name = operation.name.value if operation.name else None
        compiled = operations.find(name, inputs)
        if compiled is None:
            compiled, probes = self._compile(operations.document, operation, inputs)
            operations.keep(name, probes, compiled)
            self.cache.put(query, operations)
        inputs.injected = (
            self._introspect(operations.document, operation, inputs, variables)
            if compiled.answered is None
            else compiled.answered
        )
        return _prepared(compiled, inputs)

    def _read(self, query: str) -> Operations:
        document = read_document(self.schema, query, self.limits)
        operations = Operations(document, len(query) * BYTES_PER_CHARACTER)
        self.cache.put(query, operations)
        return operations

    def _compile(
        self, document: Document, operation: OperationDefinitionNode, inputs: Inputs
    ) -> tuple[Compiled, Mapping[Probe, Hashable]]:
        lowering = Lowering(self.catalog, self.limits, inputs, document.fragments)
        plan = lowering.operation(operation)
        constant = not operation.variable_definitions
        answered = self._introspect(document, operation, inputs, {}) if constant else None
        return Compiled(plan, render(plan), answered), lowering.probes

    def _introspect(
        self,
        document: Document,
        operation: OperationDefinitionNode,
        inputs: Inputs,
        variables: dict[str, Any] | None,
    ) -> Mapping[str, str]:
        nodes = self._meta_nodes(document, operation, inputs)
        return introspect(self.schema, document, operation, nodes, variables or {}) if nodes else {}

    def _meta_nodes(
        self, document: Document, operation: OperationDefinitionNode, inputs: Inputs
    ) -> list[FieldNode]:
        collector = Collector(
            self.schema, document.fragments, lambda name: bool(inputs.variables.coerced[name])
        )
        fields = collector.collect("Query", [operation.selection_set])
        return [node for nodes in fields.values() for node in nodes if node.name.value in META_FIELDS]


def _prepared(compiled: Compiled, inputs: Inputs) -> Prepared:
    entries = compiled.plan.entries
    if all(isinstance(entry.value, JsonValue | TypenameValue) for entry in entries):
        parts = (
            f"{json.dumps(entry.key)}:{json.dumps(entry.value.name)}"
            if isinstance(entry.value, TypenameValue)
            else f"{json.dumps(entry.key)}:{inputs.injected[entry.key]}"
            for entry in entries
        )
        return Prepared(None, (), compiled.plan, data=("{" + ",".join(parts) + "}").encode())
    arguments = tuple(parameter.bind(inputs) for parameter in compiled.statement.parameters)
    return Prepared(compiled.statement.sql, arguments, compiled.plan)
