"""Answers to prepared operations: kept while the data stay the same, and never older than what a client has seen."""

from api.answers.answers import Answer, Answers
from api.answers.conditions import Conditions
from api.answers.entries import Entries

__all__ = ["Answer", "Answers", "Conditions", "Entries"]
