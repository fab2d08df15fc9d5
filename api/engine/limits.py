"""Holds the limits that keep a document from costing more than it may."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may ask for."""

    document_characters: int = 40_000
    tokens: int = 2_000
    errors: int = 5
    validation_budget: int = 10_000
    """Steps of graphql-core's costliest rule, which compares fields under one key: about 16 ms."""
    depth: int = 16
    """Objects within objects; connections and their edges count."""
    fields: int = 4_000
    """Values after fragments are spread out, so that fragments that double at each step are cut short."""
    cost: int = 1_000_000
    """Rows that an operation could touch, as api.engine.cost reckons them."""
    conditions: int = 200
    """In one `where`: Postgres plans hundreds of conditions slowly."""
    fields_of_an_object: int = 1_600
    """Postgres returns rows of at most 1,664 columns."""
    introspection_values: int = 25_000
    """Values of the schema in one answer, alike ones once: the query that tools send has 17,000."""
    introspection_characters: int = 5_000_000
    """Written for them at all depths."""
    variable_objects: int = 500
    """Objects in all variables together: reading one asks for each field that it might have."""
