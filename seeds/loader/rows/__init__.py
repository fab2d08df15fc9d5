"""Turns records into rows."""

from seeds.loader.library import Library
from seeds.loader.rows.claims import add_claims
from seeds.loader.rows.exchanges import add_exchanges
from seeds.loader.rows.people import add_people
from seeds.loader.rows.table import Rows
from seeds.loader.rows.world import add_world

__all__ = ["Rows", "rows_of"]


def rows_of(library: Library, dataset: str) -> Rows:
    """Every row that a folder of seeds stands for."""
    rows = Rows(dataset)
    add_world(library, rows)
    add_people(library, rows)
    add_exchanges(library, rows)
    add_claims(library, rows)
    return rows
