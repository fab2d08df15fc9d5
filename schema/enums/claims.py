"""Holds the vocabularies of claims, label for label as in tables/0006_claims.sql."""

from schema.enums.vocabulary import Vocabulary


class Stance(Vocabulary):
    """How a speaker stands to a statement."""

    ASSERTS = "ASSERTS", "Says that it is so."
    DENIES = "DENIES", "Says that it is not so."
    QUALIFIES = "QUALIFIES", "Limits or explains it."
    RETRACTS = "RETRACTS", "Takes an earlier statement back."
    REPORTS = "REPORTS", "Passes it on without taking a side."


class Verification(Vocabulary):
    """How well a claim has been checked."""

    UNVERIFIED = "UNVERIFIED", "Not checked."
    SINGLE_SOURCE = "SINGLE_SOURCE", "One source says so."
    CORROBORATED = "CORROBORATED", "Several independent sources say so."
    DOCUMENTED = "DOCUMENTED", "The legal act or official list itself was seen."
    DISPUTED = "DISPUTED", "Others say otherwise, and it is not settled."
    REFUTED = "REFUTED", "Shown to be wrong."
    RETRACTED = "RETRACTED", "Taken back by whoever said it."


class ClaimRelationKind(Vocabulary):
    """How one claim bears on another."""

    CONTRADICTS = "CONTRADICTS", "The two cannot both be true."
    SUPPORTS = "SUPPORTS", "This one backs the other up."
    REFINES = "REFINES", "This one says the same more exactly."
    SAME_ORIGIN = "SAME_ORIGIN", "Both go back to one origin, so they count as one."
