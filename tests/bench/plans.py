"""Runs a statement as the API would and reads from Postgres's own plan what it cost and what it scanned."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import asyncpg

from api.engine import Prepared

LARGE = 10_000
# The API's statements are planned for their values the first times, and for any values later.
MODES = ("force_custom_plan", "force_generic_plan")


@dataclass(frozen=True, slots=True)
class Scan:
    """A node of a plan that read many rows of a table, and by which way."""

    relation: str
    way: str
    rows: int

    def __str__(self) -> str:
        return f"{self.way} `{self.relation}`: {self.rows:,} rows"


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of one statement."""

    milliseconds: float
    planning: float
    buffers: int
    scans: tuple[Scan, ...]

    @property
    def sequential(self) -> tuple[Scan, ...]:
        """Sequential scans of large tables."""
        return tuple(scan for scan in self.scans if scan.way == "Seq Scan")

    @property
    def wide(self) -> tuple[Scan, ...]:
        """Readings of many rows by an index."""
        return tuple(scan for scan in self.scans if scan.way != "Seq Scan")


async def measure(
    connection: "asyncpg.Connection[asyncpg.Record]", prepared: Prepared, mode: str, sizes: Mapping[str, int]
) -> Measured | None:
    """Run it twice under one way of planning and measure the second run; None where it takes too long."""
    assert prepared.sql is not None
    await connection.execute(f"SET plan_cache_mode = {mode}")
    await connection.execute(f"PREPARE measured AS {prepared.sql}")
    arguments = ", ".join(map(literal, prepared.arguments))
    run = f"EXECUTE measured({arguments})" if arguments else "EXECUTE measured"
    try:
        for _ in range(2):
            text = await connection.fetchval(f"EXPLAIN (ANALYZE, TIMING OFF, BUFFERS, FORMAT JSON) {run}")
        return _measured(json.loads(text)[0], sizes)
    except asyncpg.QueryCanceledError:
        return None
    finally:
        await connection.execute("DEALLOCATE measured")


def literal(value: object) -> str:
    """Write an argument as SQL: 'it''s' → "'it''s'"."""
    match value:
        case None:
            return "NULL"
        case bool() | int() | float():
            return str(value)
        case list() | tuple():
            return f"ARRAY[{', '.join(map(literal, value))}]"
        case str() | date():
            return "'" + str(value).replace("'", "''") + "'"
    raise TypeError(type(value).__name__)


def _measured(explained: dict[str, Any], sizes: Mapping[str, int]) -> Measured:
    plan = explained["Plan"]
    buffers = plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]
    scans = tuple(scan for node in _nodes(plan) if (scan := _scan(node, sizes)))
    return Measured(explained["Execution Time"], explained["Planning Time"], buffers, scans)


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("Plans", ()):
        yield from _nodes(child)


def _scan(node: dict[str, Any], sizes: Mapping[str, int]) -> Scan | None:
    """A scan that ran and was sequential on a large table, or that read as many rows as one."""
    way = node["Node Type"]
    loops = node["Actual Loops"]
    if "Scan" not in way or not loops:
        return None
    removed = node.get("Rows Removed by Filter", 0) + node.get("Rows Removed by Index Recheck", 0)
    rows = round((node["Actual Rows"] + removed) * loops)
    relation = node.get("Relation Name") or node.get("Index Name") or node.get("CTE Name", "")
    if way == "Seq Scan":
        return Scan(relation, way, rows) if sizes.get(relation, 0) > LARGE else None
    return Scan(node.get("Index Name", relation), way, rows) if rows > LARGE else None
