"""Measures how much processor time the compiler takes for an operation it has not seen, and for one it has."""

import time
from statistics import median

from api.engine import Engine
from schema.build import graphql_schema
from schema.catalog import read_catalog
from tests.bench.corpus import Operation

COLD_RUNS = 20
CACHED_RUNS = 2_000


def cold(operation: Operation) -> float:
    """Milliseconds to prepare an operation in a fresh engine: the median of twenty."""
    schema = graphql_schema()
    catalog = read_catalog(schema)
    engines = [Engine(schema, catalog) for _ in range(COLD_RUNS)]
    return median(_prepare(engine, operation) for engine in engines)


def cached(engine: Engine, operation: Operation) -> float:
    """Milliseconds to prepare an operation that the engine has seen."""
    engine.prepare(operation.text, operation.variables, None)
    return median(_prepare(engine, operation) for _ in range(CACHED_RUNS))


def _prepare(engine: Engine, operation: Operation) -> float:
    started = time.process_time()
    engine.prepare(operation.text, operation.variables, None)
    return (time.process_time() - started) * 1000
