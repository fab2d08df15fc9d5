"""Scores candidates from 0 to 100, and says which is clearly the one that was meant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from api.reconcile.agreement import agree
from api.reconcile.asked import Condition, Query
from api.reconcile.entities import Node
from api.reconcile.paths import Paths
from api.reconcile.properties import Property

CERTAIN = 85.0
"""The least score of a match."""
MARGIN = 10.0
"""How far behind the next candidate must be."""
AGREES = 0.25
"""How much of what is missing to 100 is made up for by a property that agrees."""
DIFFERS = 0.25
"""How much of the score a property takes away that differs."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may be meant.

    Attributes:
        likeness: How well the name fits, from 0 to 100; None where no name was asked for.
        matched: The name or id that it was found by.
        agreements: What the properties that were asked for say; None where nobody knows.
    """

    node: Node
    score: float
    likeness: float | None
    matched: str | None
    agreements: tuple[tuple[Property, bool | None], ...] = ()
    match: bool = False


@dataclass(slots=True)
class Found:
    """What one entity was found by."""

    node: Node
    scores: dict[int, float] = field(default_factory=dict)
    matched: str | None = None
    by_id: bool = False


@dataclass(slots=True)
class Pool:
    """All that was found for one query."""

    query: Query
    found: dict[str, Found] = field(default_factory=dict)

    def add_hits(self, place: int, hits: Iterable[Mapping[str, Any]]) -> None:
        """Take what search found for one of the names."""
        for hit in hits:
            entry = self._entry(hit["node"])
            score = 100 * float(hit["score"])
            if score > max(entry.scores.values(), default=-1.0):
                entry.matched = hit["matched"]
            entry.scores[place] = score

    def add_named(self, nodes: Iterable[Node]) -> None:
        """Take entities that were asked for by their ids."""
        for node in nodes:
            self._entry(node).by_id = True

    def add_listed(self, nodes: Iterable[Node]) -> None:
        """Take entities that may have the properties asked for, where there was no name."""
        for node in nodes:
            self._entry(node)

    def _entry(self, node: Node) -> Found:
        return self.found.setdefault(node["id"], Found(node))


def ranked(paths: Paths, pool: Pool) -> list[Candidate]:
    """Return the candidates of a query, best first, as many as it asks for; at most the first is a match."""
    query = pool.query
    candidates = [
        candidate
        for entry in pool.found.values()
        if query.scope.holds(entry.node) and (candidate := _candidate(paths, query, entry)) is not None
    ]
    # What was found first stays first among equals: it is search's own order.
    candidates.sort(key=lambda each: -each.score)
    shown = candidates[: query.limit]
    if not shown or not _clear(query, candidates):
        return shown
    first = shown[0]
    match = Candidate(first.node, first.score, first.likeness, first.matched, first.agreements, match=True)
    return [match, *shown[1:]]


def _candidate(paths: Paths, query: Query, entry: Found) -> Candidate | None:
    agreements = [(each, _agreement(paths, entry.node, each)) for each in query.conditions]
    if any(condition.required and not agreed for condition, agreed in agreements):
        return None
    if query.every_name and len(entry.scores) < len(query.names) and not entry.by_id:
        return None
    likeness = _likeness(query, entry)
    if likeness is None and not all(agreed for _, agreed in agreements):
        return None
    score = 100.0 if likeness is None else likeness
    for _, agreed in agreements:
        if agreed is True:
            score += AGREES * (100 - score)
        elif agreed is False:
            score -= DIFFERS * score
    told = tuple((condition.own, agreed) for condition, agreed in agreements)
    return Candidate(entry.node, round(score, 2), likeness, entry.matched, told)


def _likeness(query: Query, entry: Found) -> float | None:
    if entry.by_id:
        return 100.0
    if not query.names:
        return None
    return min(entry.scores.values()) if query.every_name else max(entry.scores.values())


def _agreement(paths: Paths, node: Node, condition: Condition) -> bool | None:
    path = paths.of(node["__typename"], condition.own)
    if path is None:
        return None
    return agree(condition.values, paths.values(node, condition.own), path.leaf, condition.quantifier)


def _clear(query: Query, candidates: list[Candidate]) -> bool:
    """Whether the first candidate is good in itself, and far before the second."""
    first = candidates[0]
    if any(agreed is False for _, agreed in first.agreements):
        return False
    if first.likeness is None:
        return len(candidates) == 1 and any(each.own.identifies for each in query.conditions)
    behind = candidates[1].score if len(candidates) > 1 else 0.0
    return first.score >= CERTAIN and first.score - behind >= MARGIN
