"""Answers a batch of queries: one operation for all of them, then each query by itself."""

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLSchema

from api.asking.operations import Operation
from api.reconcile.agreement import plain, span_of
from api.reconcile.asked import Batch, Condition, Query
from api.reconcile.candidates import Candidate, Pool, ranked
from api.reconcile.filters import Filters
from api.reconcile.listing import listings, nameless
from api.reconcile.operations import Operations
from api.reconcile.paths import Paths

# How many hits are looked at where more than their names decides.
_LOOKED_AT = 50
_ISO2 = 2

Results = dict[str, list[Candidate]]


class Matching:
    """Matches over one schema."""

    def __init__(self, schema: GraphQLSchema, paths: Paths) -> None:
        self._paths = paths
        self._filters = Filters(schema, paths)
        self._operations = Operations(paths)

    def operation(self, batch: Batch) -> Operation | None:
        """Return the one operation that finds the candidates of a whole batch; None where it asks for nothing."""
        queries = [_search(query, name) for query in batch.values() for name in query.names]
        ids = list(dict.fromkeys(each for query in batch.values() for each in query.ids))
        properties = [each.own for query in batch.values() for each in query.conditions]
        return self._operations.match(queries, ids, listings(self._filters, batch), properties)

    def results(self, batch: Batch, data: Mapping[str, Any]) -> Results:
        """Return the candidates of each query, from the operation's data."""
        answers = iter(data.get("found", ()))
        named = {node["id"]: node for node in data.get("named", ()) if node}
        listed = [node for key, each in data.items() if key.startswith("listed") for node in each["nodes"]]
        found: Results = {}
        for key, query in batch.items():
            pool = Pool(query)
            pool.add_named(named[each] for each in query.ids if each in named)
            for place in range(len(query.names)):
                pool.add_hits(place, next(answers)["hits"])
            if nameless(query):
                pool.add_listed(listed)
            found[key] = ranked(self._paths, pool)
        return found


def _search(query: Query, name: str) -> dict[str, Any]:
    """One query as `searchMany` takes it."""
    more = bool(query.conditions) or query.every_name or len(query.scope.chosen) > 1
    # A second hit is needed to tell whether the first is clear.
    asked: dict[str, Any] = {"query": name, "first": max(query.limit, _LOOKED_AT if more else 2)}
    if query.scope.types is not None:
        asked["types"] = list(query.scope.types)
    if query.scope.kinds is not None:
        asked["kinds"] = list(query.scope.kinds)
    for condition in query.conditions:
        if condition.required and condition.quantifier == "any":
            asked |= _narrowed(condition)
    return asked


def _narrowed(condition: Condition) -> dict[str, Any]:
    """What search itself can look at of a condition that must hold."""
    texts = [plain(value) for value in condition.values if not isinstance(value, Mapping)]
    if len(texts) < len(condition.values):
        return {}
    match condition.own.filter:
        case "countries" if all(len(text) == _ISO2 for text in texts):
            return {"countries": [text.upper() for text in texts]}
        case "born" if len(texts) == 1 and (span := span_of(texts[0])) and span[0].year == span[1].year:
            return {"born": span[0].year}
    return {}
