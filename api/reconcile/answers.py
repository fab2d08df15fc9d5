"""Writes results and extensions as each version of the protocol has them."""

from typing import Any

from api.reconcile.candidates import Candidate
from api.reconcile.entities import description, name_of, type_list
from api.reconcile.extending import Extending, Extension
from api.reconcile.matching import Results
from api.reconcile.paths import Paths

Body = dict[str, Any]


def old_results(paths: Paths, results: Results) -> Body:
    """0.2: an object under the keys of the queries."""
    return {key: {"result": [_candidate(paths, each) for each in found]} for key, found in results.items()}


def new_results(paths: Paths, results: Results) -> Body:
    """1.0-draft: a list in the order of the queries."""
    return {
        "results": [{"candidates": [_candidate(paths, each) for each in found]} for found in results.values()]
    }


def old_extension(extending: Extending, extension: Extension) -> Body:
    """0.2: rows and columns as objects by their ids."""
    names = [column.own.id for column in extension.columns]
    rows = {key: dict(zip(names, cells, strict=True)) for key, cells in extension.rows.items()}
    return {"meta": [extending.meta(each) for each in extension.columns], "rows": rows}


def new_extension(extending: Extending, extension: Extension) -> Body:
    """1.0-draft: rows and columns as lists."""
    names = [column.own.id for column in extension.columns]
    rows = [
        {
            "id": key,
            "properties": [{"id": name, "values": values} for name, values in zip(names, cells, strict=True)],
        }
        for key, cells in extension.rows.items()
    ]
    return {"meta": [extending.meta(each) for each in extension.columns], "rows": rows}


def _candidate(paths: Paths, candidate: Candidate) -> Body:
    node = candidate.node
    return {
        "id": node["id"],
        "name": name_of(paths, node),
        "description": description(paths, node, candidate.matched),
        "type": type_list(node),
        "score": candidate.score,
        "match": candidate.match,
        "features": _features(candidate),
    }


def _features(candidate: Candidate) -> list[Body]:
    """What the score was made from; nothing of properties that nobody knows."""
    features: list[Body] = []
    if candidate.likeness is not None:
        likeness = round(candidate.likeness, 2)
        features.append(
            {"id": "likeness", "name": "How well the name fits, from 0 to 100", "value": likeness}
        )
    features += (
        {"id": own.id, "name": f"{own.name}: agrees", "value": agreed}
        for own, agreed in candidate.agreements
        if agreed is not None
    )
    return features
