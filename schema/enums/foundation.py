"""Holds the vocabularies of what a change does, label for label as in tables/0001_foundation.sql."""

from enum import Enum, unique


@unique
class ChangeOperation(Enum):
    """What happened to a row between two revisions."""

    ADD = "ADD"
    MODIFY = "MODIFY"
    DELETE = "DELETE"
    MERGE = "MERGE"
