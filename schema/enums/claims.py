"""Holds the vocabularies of claims, label for label as in tables/0006_claims.sql."""

from enum import Enum, unique


@unique
class Stance(Enum):
    """How a speaker stands to a statement."""

    ASSERTS = "ASSERTS"
    DENIES = "DENIES"
    QUALIFIES = "QUALIFIES"
    RETRACTS = "RETRACTS"
    REPORTS = "REPORTS"


@unique
class Verification(Enum):
    """How well a claim has been checked."""

    UNVERIFIED = "UNVERIFIED"
    SINGLE_SOURCE = "SINGLE_SOURCE"
    CORROBORATED = "CORROBORATED"
    DOCUMENTED = "DOCUMENTED"
    DISPUTED = "DISPUTED"
    REFUTED = "REFUTED"
    RETRACTED = "RETRACTED"


@unique
class ClaimRelationKind(Enum):
    """How one claim bears on another."""

    CONTRADICTS = "CONTRADICTS"
    SUPPORTS = "SUPPORTS"
    REFINES = "REFINES"
    SAME_ORIGIN = "SAME_ORIGIN"
