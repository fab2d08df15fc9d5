"""Holds the vocabularies of what a change does, label for label as in tables/0001_foundation.sql."""

from schema.enums.vocabulary import Vocabulary


class ChangeOperation(Vocabulary):
    """What happened to a row between two revisions."""

    ADD = "ADD", "Something was added."
    MODIFY = "MODIFY", "Something was modified."
    DELETE = "DELETE", "Something was deleted."
    MERGE = "MERGE", "Two records turned out to be one."
