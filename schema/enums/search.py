"""Holds the vocabulary of what search can find, label for label as in tables/0010_search.sql."""

from schema.enums.vocabulary import Vocabulary


class SearchType(Vocabulary):
    """What a search can find. Equally good hits come in this order."""

    COUNTRY = "COUNTRY", "Countries, by their names and codes."
    DETAINEE = "DETAINEE", "Detainees, by every published form of their names."
    TARGET = "TARGET", "Targets of sanctions, by their names and aliases."
    ORGANIZATION = "ORGANIZATION", "Organizations, by name."
    SANCTION_PROGRAM = (
        "SANCTION_PROGRAM",
        "Sanctions programs, by name, code and the codes of official lists.",
    )
    AGREEMENT = "AGREEMENT", "Agreements, by title."
    RELEASE = "RELEASE", "Releases, by title."
    RELIEF = "RELIEF", "Relief from sanctions, by title."
