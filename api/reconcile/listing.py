"""Queries that give no name: a list of each type that may have their properties, for all that are alike at once."""

from collections.abc import Iterator, Mapping

from api.errors import IllFormedRequest
from api.reconcile.asked import Batch, Query
from api.reconcile.filters import LISTS, Filters
from api.reconcile.operations import Listing
from api.reconcile.wheres import Where, any_of, size

LARGEST = 500
"""Rows of one list: as many as a page may hold."""
CONDITIONS = 120
"""Conditions of one list: Postgres plans hundreds of them slowly, and the engine refuses them."""

Part = tuple[Query, Where]


def nameless(query: Query) -> bool:
    """Whether a query gives neither name nor id."""
    return bool(query.conditions) and not query.names and not query.ids


def listings(filters: Filters, batch: Batch) -> Mapping[str, Listing]:
    """Return the lists to read, by the key that each answer comes under; refuse what cannot be looked for."""
    alike: dict[tuple[str, ...], list[Part]] = {}
    for key, query in batch.items():
        if nameless(query):
            _require_possible(filters, key, query)
            for name in _types(filters, query):
                if (where := filters.where(name, query.conditions)) is not None:
                    shape = (name, *(each.own.id for each in query.conditions))
                    alike.setdefault(shape, []).append((query, where))
    found = (_listing(shape[0], part) for shape, parts in alike.items() for part in _parted(parts))
    return {f"listed{number}": each for number, each in enumerate(found)}


def _require_possible(filters: Filters, key: str, query: Query) -> None:
    if not any(filters.can(name, query.conditions) for name in LISTS):
        raise IllFormedRequest(
            f"queries.{key}: these properties cannot be looked for without a name.", "send a name, too."
        )


def _types(filters: Filters, query: Query) -> Iterator[str]:
    chosen = query.scope.chosen
    for name in LISTS:
        asked = not chosen or any(name in each.nodes for each in chosen)
        if asked and filters.can(name, query.conditions):
            yield name


def _parted(parts: list[Part]) -> Iterator[list[Part]]:
    """Parts whose conditions are few enough for one list."""
    part: list[Part] = []
    for each in parts:
        if part and size(any_of([where for _, where in (*part, each)])) > CONDITIONS:
            yield part
            part = []
        part.append(each)
    yield part


def _listing(type_name: str, parts: list[Part]) -> Listing:
    # Of each query one more than a single one: only what is alone can be a match.
    first = min(sum(max(query.limit, 2) for query, _ in parts), LARGEST)
    return Listing(type_name, any_of([where for _, where in parts]), first)
