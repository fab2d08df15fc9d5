"""Data extension: fills columns with properties of entities that were matched."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from api.asking.operations import Operation
from api.reconcile.asked import entity_id
from api.reconcile.entities import WITHHELD, Node
from api.reconcile.kinds import NODES, TYPES
from api.reconcile.operations import Operations
from api.reconcile.paths import Paths
from api.reconcile.properties import PROPERTIES, Property
from api.reconcile.requests import ExtensionQuery
from seeds.records.edtf import bounds

Cell = dict[str, Any]

_DATES = {"Date", "FuzzyDate"}
_LIMIT = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a reader may set for a column.

    Attributes:
        type: "number", "checkbox" or "select".
        choices: Of a select: its values and what they are called.
    """

    id: str
    name: str
    help: str
    type: str
    default: int | bool | str
    choices: tuple[tuple[str, str], ...] = ()


SETTINGS = (
    Setting(
        "limit", "Limit", "The most values for each row; 0 for all (a hundred of a long list).", "number", 0
    ),
    Setting(
        "count", "Count", "How many values there are, in place of the values.", "checkbox", default=False
    ),
    Setting(
        "dates",
        "Dates",
        "Dates are often not known to the day. As days they can be sorted: then the earliest day is given.",
        "select",
        "text",
        (("text", "As they are known: 2025-12, 1962~"), ("day", "As days: 2025-12-01")),
    ),
)


@dataclass(frozen=True, slots=True)
class Column:
    """A property, as the reader wants it."""

    own: Property
    limit: int
    count: bool
    days: bool


@dataclass(frozen=True, slots=True)
class Extension:
    """The cells of each entity and column, and what the columns are."""

    columns: tuple[Column, ...]
    rows: Mapping[str, list[list[Cell]]]


class Extending:
    """Fills columns over one schema."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._operations = Operations(paths)

    def operation(self, query: ExtensionQuery) -> Operation | None:
        """Return the one operation that reads all cells; None where none of the ids is an entity's."""
        ids = [each for each in dict.fromkeys(query.ids) if entity_id(each)]
        properties = (PROPERTIES[each.id] for each in query.properties)
        return self._operations.extend(ids, properties) if ids else None

    def cells(self, query: ExtensionQuery, data: Mapping[str, Any]) -> Extension:
        """Return the cells, from the operation's data; an entity that there is not has none."""
        columns = tuple(_column(PROPERTIES[each.id], each.settings or {}) for each in query.properties)
        nodes = {node["id"]: node for node in data.get("named", ()) if node}
        rows = {
            each: [self._cell(nodes[each], column) if each in nodes else [] for column in columns]
            for each in query.ids
        }
        return Extension(columns, rows)

    def meta(self, column: Column) -> dict[str, Any]:
        """Return what is said of a column: where it holds entities, of which type they are."""
        told: dict[str, Any] = {"id": column.own.id, "name": column.own.name}
        paths = [self._paths.of(name, column.own) for name in NODES]
        leaves = {path.leaf for path in paths if path is not None and path.entity}
        if leaves and not column.count:
            (leaf,) = leaves
            told["type"] = {"id": leaf, "name": TYPES[leaf].name}
        return told

    def _cell(self, node: Node, column: Column) -> list[Cell]:
        path = self._paths.of(node["__typename"], column.own)
        if path is None:
            return []
        values = self._paths.values(node, column.own) or []
        if column.count:
            return [{"int": sum(each is not None for each in values)}]
        cells = [_cell(each, path.leaf, days=column.days) for each in values]
        return cells[: column.limit] if column.limit else cells


def _cell(value: Any, leaf: str, *, days: bool) -> Cell:  # noqa: ANN401 - whatever JSON holds
    match value:
        case None:
            return {}
        case dict():
            return {"id": value["id"], "name": value["label"] or WITHHELD}
        case bool():
            return {"str": "true" if value else "false"}
        case int():
            return {"int": value}
    return _day(value) if days and leaf in _DATES else {"str": str(value)}


def _day(text: str) -> Cell:
    earliest = bounds(text)[0]
    # "Until 2016" has no first day.
    return {"str": text} if earliest == date.min else {"date": f"{earliest.isoformat()}T00:00:00Z"}


def _column(own: Property, settings: Mapping[str, Any]) -> Column:
    """Read the settings as forms send them: all as text, and what is not ticked not at all."""
    limit = str(settings.get("limit") or 0).strip()
    return Column(
        own,
        int(limit) if _LIMIT.fullmatch(limit) else 0,
        str(settings.get("count", "")).lower() in {"on", "true", "1"},
        settings.get("dates") == "day",
    )
