"""Says which rows keys and pairs lead to, and what the parts that lists bring lead to."""

from collections.abc import Callable

from tests.oracle import facts
from tests.oracle.connections import Resolver
from tests.oracle.world import Row, World

Wanted = Callable[[World, Row, Row], bool]


def link(table: str, column: str) -> Resolver:
    """Return the row that a column points at."""
    return lambda world, row: world.by_id(table, row[column])


def points_back(column: str) -> Wanted:
    """Those whose column holds the parent's id."""
    return lambda _, parent, row: bool(row[column] == parent["id"])


def tied(table: str, ours: str, theirs: str) -> Wanted:
    """Those that a table of pairs ties to the parent."""
    return lambda world, parent, row: row["id"] in facts.linked(world, table, ours, parent["id"], theirs)


def is_spoken_of(table: str, column: str, world: World, parent: Row, dataset: Row) -> bool:
    """Whether a data set brought the parent, or its list speaks of it."""
    others = facts.linked(world, table, column, parent["id"], "dataset_id")
    return dataset["id"] in (parent["dataset_id"], *others)


def is_read_in(world: World, sanction: Row, source: Row) -> bool:
    """Whether a claim about a sanction was read in a source, or the source is a list that has it."""
    claims = [each["source_id"] for each in facts.claims_about(world, sanction)]
    return source["id"] in claims or source["id"] in facts.lists_of(world, sanction)


_DATASET = link("dataset_source", "dataset_id")
_COUNTRY = link("country", "country_id")

LISTS: dict[str, dict[str, Resolver]] = {
    "DatasetSource": {
        "publisher": link("organization", "publisher_id"),
        "source": link("source", "source_id"),
    },
    "Identifier": {"country": _COUNTRY},
    "Address": {"country": _COUNTRY, "dataset": _DATASET},
    "Detail": {"dataset": _DATASET},
    "TargetLink": {"target": link("target", "other_id"), "dataset": _DATASET},
    "ListEntry": {"dataset": _DATASET},
}
