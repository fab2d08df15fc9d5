"""Prepares operations: parse, validate, lower, render, each once for all requests that are alike."""

import json
import time
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graphql import GraphQLError, GraphQLSchema, OperationDefinitionNode
from graphql.validation.rules import overlapping_fields_can_be_merged

from api.engine.cache import ByteCache
from api.engine.cost import terms
from api.engine.document import Document, choose_operation, read_document
from api.engine.errors import refuse
from api.engine.inputs import Inputs
from api.engine.introspection import Introspection
from api.engine.limits import Limits
from api.engine.lower import Lowering
from api.engine.plan import JsonValue, Plan, TypenameValue
from api.engine.plans import BYTES_PER_CHARACTER, Compiled, Operations
from api.engine.probes import Probe
from api.engine.render import render
from api.engine.selection import Collector
from schema.catalog import Catalog

# Some seven hundred documents. A full garbage collection looks at all that is kept of them, while nobody is answered:
# four times as many made everybody wait for 400 ms.
CACHE_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Prepared:
    """One operation ready to run: its statement, the arguments, and how the answer is written.

    Attributes:
        sql: The statement; None where the schema alone answers.
        arguments: What stands behind its $1, $2 …, in their order.
        plan: What the statement was rendered from.
        cost: The rows that it could touch, as api.engine.cost reckons them.
        budget: The most that it may cost; None where the answer is not to say.
        operation: The name that the document gives it.
        parse_ms: Time spent on reading and validating the document, if it was not known.
        lower_ms: Time spent on compiling it, if that was not done before.
        data: The data, where the schema alone answers.
        digest: Tells its statement apart.
        dated: Whether its answer may be another tomorrow, though the data be the same.
        steady: Whether one plan of it is good for all values.
    """

    sql: str | None
    arguments: tuple[object, ...]
    plan: Plan
    cost: int
    budget: int | None = None
    data: bytes | None = None
    digest: bytes = b""
    dated: bool = False
    steady: bool = False
    operation: str | None = None
    parse_ms: float = 0.0
    lower_ms: float = 0.0

    def respond(self, data: bytes | None, revision: int | None) -> bytes:
        """Return the body of the answer: the database's bytes, untouched, and the revision they were read at."""
        extensions = [] if revision is None else [b'"revision":%d' % revision]
        if self.budget is not None:
            extensions.append(b'"cost":{"requested":%d,"budget":%d}' % (self.cost, self.budget))
        data = self.data if data is None else data
        assert data is not None, "only a statement can answer this operation"
        told = b',"extensions":{%b}' % b",".join(extensions) if extensions else b""
        return b'{"data":%b%b}' % (data, told)


@dataclass(slots=True)
class Engine:
    """Compiles operations against one schema; it knows no HTTP and no database."""

    schema: GraphQLSchema
    catalog: Catalog
    limits: Limits = field(default_factory=Limits)
    cache_bytes: int = CACHE_BYTES
    cache: ByteCache[str, Operations] = field(init=False)

    def __post_init__(self) -> None:
        # graphql-core bounds the work of its costliest rule by a module's variable, and by far too much.
        overlapping_fields_can_be_merged.MAX_COMPLEXITY_BUDGET = self.limits.validation_budget
        self.cache = ByteCache(self.cache_bytes)

    def prepare(
        self,
        query: str,
        variables: dict[str, Any] | None,
        operation_name: str | None,
        *,
        tell_cost: bool = False,
        trusted: bool = False,
    ) -> Prepared:
        """Return an operation ready to run; raise Refused where it cannot be.

        Args:
            query: The document.
            variables: The values of its variables.
            operation_name: Which of its operations to run; None where it has one.
            tell_cost: Whether the answer says what it could have cost.
            trusted: Whether it is one of our own, which may cost what it costs.
        """
        kept = self.recall(query, variables, operation_name, tell_cost=tell_cost, trusted=trusted)
        if kept is not None:
            return kept
        began = time.perf_counter()
        operations = self.cache.get(query) or self._read(query, operation_name)
        parsed = time.perf_counter()
        operation, inputs = self._asked(operations, variables, operation_name)
        name = _name(operation)
        compiled = operations.find(name, inputs)
        if compiled is None:
            compiled, probes = self._compile(operations.document, operation, inputs)
            operations.keep(name, probes, compiled)
            self.cache.put(query, operations, operations.bytes)
        answered = compiled.answered
        if answered is None:
            answered = self._introspect(operations.document, operation, inputs)
        inputs.injected = answered
        lowered = time.perf_counter()
        ready = self._ready(compiled, inputs, name, tell_cost=tell_cost, trusted=trusted)
        return replace(ready, parse_ms=_ms(parsed - began), lower_ms=_ms(lowered - parsed))

    def recall(
        self,
        query: str,
        variables: dict[str, Any] | None,
        operation_name: str | None,
        *,
        tell_cost: bool = False,
        trusted: bool = False,
    ) -> Prepared | None:
        """Return an operation ready to run if it was compiled before, for requests like this one."""
        operations = self.cache.get(query)
        if operations is None:
            return None
        operation, inputs = self._asked(operations, variables, operation_name)
        name = _name(operation)
        compiled = operations.find(name, inputs)
        if compiled is None or compiled.answered is None:
            return None
        inputs.injected = compiled.answered
        return self._ready(compiled, inputs, name, tell_cost=tell_cost, trusted=trusted)

    def _asked(
        self, operations: Operations, variables: dict[str, Any] | None, operation_name: str | None
    ) -> tuple[OperationDefinitionNode, Inputs]:
        chosen = choose_operation(operations.document, operation_name)
        return chosen.operation, Inputs(chosen.coerce(self.schema, variables or {}, self.limits))

    def _ready(
        self,
        compiled: Compiled,
        inputs: Inputs,
        operation: str | None,
        *,
        tell_cost: bool,
        trusted: bool,
    ) -> Prepared:
        cost = self._price(compiled, inputs, trusted=trusted)
        return _prepared(compiled, inputs, cost, self.limits.cost if tell_cost else None, operation)

    def check(self, query: str) -> None:
        """Refuse a document that is not valid."""
        self._read(query, None)

    def _price(self, compiled: Compiled, inputs: Inputs, *, trusted: bool) -> int:
        costs = [(term.cost(inputs), term) for term in compiled.terms]
        total = sum(cost for cost, _ in costs)
        if total > self.limits.cost and not trusted:
            most, term = max(costs, key=lambda each: each[0])
            message = (
                f"This operation could touch {total:,} rows, and the most is {self.limits.cost:,};"
                f" {most:,} of them at {'.'.join(term.path)}. Ask for smaller pages there, or less within them."
            )
            raise refuse(GraphQLError(message, path=list(term.path)), "COST_TOO_HIGH")
        return total

    def _read(self, query: str, operation_name: str | None) -> Operations:
        document = read_document(self.schema, query, self.limits, operation_name)
        operations = Operations(document, len(query) * BYTES_PER_CHARACTER)
        self.cache.put(query, operations, operations.bytes)
        return operations

    def _compile(
        self, document: Document, operation: OperationDefinitionNode, inputs: Inputs
    ) -> tuple[Compiled, Mapping[Probe, Hashable]]:
        lowering = Lowering(self.catalog, self.limits, inputs, document.fragments)
        plan = lowering.operation(operation)
        asks_schema = any(isinstance(entry.value, JsonValue) for entry in plan.entries)
        changing = asks_schema and operation.variable_definitions
        answered = None if changing else self._introspect(document, operation, inputs)
        return Compiled(plan, render(plan), terms(plan), answered), lowering.probes

    def _introspect(
        self, document: Document, operation: OperationDefinitionNode, inputs: Inputs
    ) -> Mapping[str, str]:
        collector = Collector(
            self.schema, document.fragments, lambda name: bool(inputs.variables.coerced[name])
        )
        fields = collector.collect("Query", [operation.selection_set])
        return Introspection(self.schema, collector, inputs.variables, self.limits).answer(fields)


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)


def _name(operation: OperationDefinitionNode) -> str | None:
    return operation.name.value if operation.name else None


def _prepared(
    compiled: Compiled, inputs: Inputs, cost: int, budget: int | None, operation: str | None
) -> Prepared:
    entries = compiled.plan.entries
    if all(isinstance(entry.value, JsonValue | TypenameValue) for entry in entries):
        parts = (
            f"{json.dumps(entry.key)}:{json.dumps(entry.value.name)}"
            if isinstance(entry.value, TypenameValue)
            else f"{json.dumps(entry.key)}:{inputs.injected[entry.key]}"
            for entry in entries
        )
        data = ("{" + ",".join(parts) + "}").encode()
        return Prepared(None, (), compiled.plan, cost, budget, data=data, operation=operation)
    arguments = tuple(parameter.bind(inputs) for parameter in compiled.statement.parameters)
    statement = compiled.statement
    return Prepared(
        statement.sql,
        arguments,
        compiled.plan,
        cost,
        budget,
        digest=statement.digest,
        dated=statement.dated,
        steady=statement.steady,
        operation=operation,
    )
