"""Holds the vocabularies of agreements, releases, relief and exchanges, label for label as in tables/0005_exchanges.sql."""

from enum import Enum, unique


@unique
class AgreementKind(Enum):
    """What sort of understanding an agreement is."""

    TREATY = "TREATY"
    MEMORANDUM = "MEMORANDUM"
    UNPUBLISHED_DEAL = "UNPUBLISHED_DEAL"
    RECIPROCAL_STEPS = "RECIPROCAL_STEPS"
    UNILATERAL_STEP = "UNILATERAL_STEP"
    PRISONER_SWAP = "PRISONER_SWAP"
    CEASEFIRE = "CEASEFIRE"
    SETTLEMENT = "SETTLEMENT"
    OTHER = "OTHER"


@unique
class AgreementStatus(Enum):
    """What became of an agreement."""

    REPORTED = "REPORTED"
    ANNOUNCED = "ANNOUNCED"
    IN_FORCE = "IN_FORCE"
    PARTLY_PERFORMED = "PARTLY_PERFORMED"
    PERFORMED = "PERFORMED"
    SUSPENDED = "SUSPENDED"
    REVERSED = "REVERSED"
    DENIED = "DENIED"
    UNKNOWN = "UNKNOWN"


@unique
class PartyRole(Enum):
    """The part somebody plays in an agreement."""

    PRINCIPAL = "PRINCIPAL"
    MEDIATOR = "MEDIATOR"
    GUARANTOR = "GUARANTOR"
    HOST = "HOST"


@unique
class ReleaseMode(Enum):
    """The legal way in which people were let go."""

    PARDON = "PARDON"
    COMMUTATION = "COMMUTATION"
    AMNESTY = "AMNESTY"
    SENTENCE_SERVED = "SENTENCE_SERVED"
    PAROLE = "PAROLE"
    CHARGES_DROPPED = "CHARGES_DROPPED"
    ACQUITTAL = "ACQUITTAL"
    PRISONER_SWAP = "PRISONER_SWAP"
    DEPORTATION = "DEPORTATION"
    MEDICAL = "MEDICAL"
    ESCAPE = "ESCAPE"
    RANSOM = "RANSOM"
    OTHER = "OTHER"
    UNKNOWN = "UNKNOWN"


@unique
class Completeness(Enum):
    """How well a number is known."""

    EXACT = "EXACT"
    AT_LEAST = "AT_LEAST"
    AT_MOST = "AT_MOST"
    ESTIMATE = "ESTIMATE"
    UNKNOWN = "UNKNOWN"


@unique
class CountDimension(Enum):
    """What a count of released people is broken down by."""

    NATIONALITY = "NATIONALITY"
    DESTINATION = "DESTINATION"
    SEX = "SEX"
    CHARGE = "CHARGE"
    STATUS = "STATUS"


@unique
class CountScope(Enum):
    """Whom a count covers: this release alone, or a running total."""

    THIS_RELEASE = "THIS_RELEASE"
    RUNNING_TOTAL = "RUNNING_TOTAL"


@unique
class ReleaseOutcome(Enum):
    """What happened to one person in a release."""

    FREED = "FREED"
    DEPORTED = "DEPORTED"
    TRANSFERRED = "TRANSFERRED"
    REFUSED_TO_LEAVE = "REFUSED_TO_LEAVE"
    RE_DETAINED = "RE_DETAINED"
    DIED = "DIED"
    DISPUTED = "DISPUTED"
    UNKNOWN = "UNKNOWN"


@unique
class ReliefKind(Enum):
    """The form in which sanctions were eased."""

    GENERAL_LICENSE = "GENERAL_LICENSE"
    SPECIFIC_LICENSE = "SPECIFIC_LICENSE"
    WAIVER = "WAIVER"
    SUSPENSION = "SUSPENSION"
    DELISTING = "DELISTING"
    PROGRAM_TERMINATION = "PROGRAM_TERMINATION"
    NON_RENEWAL = "NON_RENEWAL"
    FUNDS_RELEASE = "FUNDS_RELEASE"
    EXPORT_AUTHORIZATION = "EXPORT_AUTHORIZATION"
    SECTOR_EASING = "SECTOR_EASING"
    ANNOUNCEMENT_ONLY = "ANNOUNCEMENT_ONLY"
    OTHER = "OTHER"


@unique
class ReliefStatus(Enum):
    """How far relief went."""

    ANNOUNCED = "ANNOUNCED"
    ISSUED = "ISSUED"
    IN_FORCE = "IN_FORCE"
    EXPIRED = "EXPIRED"
    SUPERSEDED = "SUPERSEDED"
    REVOKED = "REVOKED"
    DENIED = "DENIED"


@unique
class TermKind(Enum):
    """What a promise in an agreement is about."""

    RELEASE = "RELEASE"
    SANCTIONS_RELIEF = "SANCTIONS_RELIEF"
    FUNDS = "FUNDS"
    PRISONER_RETURN = "PRISONER_RETURN"
    DIPLOMATIC_STEP = "DIPLOMATIC_STEP"
    SECURITY_STEP = "SECURITY_STEP"
    LEGAL_STEP = "LEGAL_STEP"
    ECONOMIC_STEP = "ECONOMIC_STEP"
    OTHER = "OTHER"


@unique
class Performance(Enum):
    """What became of a promise."""

    PROMISED = "PROMISED"
    PARTIAL = "PARTIAL"
    PERFORMED = "PERFORMED"
    BREACHED = "BREACHED"
    REVERSED = "REVERSED"
    DENIED = "DENIED"
    UNKNOWN = "UNKNOWN"


@unique
class ExchangeRelation(Enum):
    """How a release is tied to the other side of an exchange."""

    IN_EXCHANGE_FOR = "IN_EXCHANGE_FOR"
    CONDITIONAL_ON = "CONDITIONAL_ON"
    FOLLOWED_BY = "FOLLOWED_BY"
    GOODWILL = "GOODWILL"
    ALLEGED = "ALLEGED"
    DENIED = "DENIED"
