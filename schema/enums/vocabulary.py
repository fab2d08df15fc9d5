"""Defines what a vocabulary is: words with an explanation each, the same in SQL, GraphQL and dossiers."""

from enum import Enum
from typing import Self


class Vocabulary(Enum):
    """Words that may stand in a field; ``value`` is the word, ``description`` explains it to a reader."""

    description: str

    def __new__(cls, value: str, description: str) -> Self:
        """Keep the explanation beside the word."""
        word = object.__new__(cls)
        word._value_ = value
        word.description = description
        return word
