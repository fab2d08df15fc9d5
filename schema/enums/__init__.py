"""Holds every vocabulary once: the labels of the SQL enum types, under the names that GraphQL shows."""

from schema.enums.claims import ClaimRelationKind, Stance, Verification
from schema.enums.exchanges import (
    AgreementKind,
    AgreementStatus,
    Completeness,
    CountDimension,
    CountScope,
    ExchangeRelation,
    PartyRole,
    Performance,
    ReleaseMode,
    ReleaseOutcome,
    ReliefKind,
    ReliefStatus,
    TermKind,
)
from schema.enums.figures import ReleaseDimension, SanctionDimension
from schema.enums.foundation import ChangeOperation
from schema.enums.people import (
    ChargeCategory,
    ChargeStage,
    DetaineeStatus,
    LegalStatus,
    NationalityKind,
    PublicationPolicy,
    RecognitionLabel,
    Sex,
)
from schema.enums.sanctions import (
    IdentifierScheme,
    Measure,
    NameKind,
    ProgramStatus,
    SanctionEnding,
    SanctionStatus,
    TargetKind,
)
from schema.enums.search import SearchType
from schema.enums.world import CountryKind, InstrumentKind, OrganizationKind, SourceKind, TitleBasis

__all__ = [
    "AgreementKind",
    "AgreementStatus",
    "ChangeOperation",
    "ChargeCategory",
    "ChargeStage",
    "ClaimRelationKind",
    "Completeness",
    "CountDimension",
    "CountScope",
    "CountryKind",
    "DetaineeStatus",
    "ExchangeRelation",
    "IdentifierScheme",
    "InstrumentKind",
    "LegalStatus",
    "Measure",
    "NameKind",
    "NationalityKind",
    "OrganizationKind",
    "PartyRole",
    "Performance",
    "ProgramStatus",
    "PublicationPolicy",
    "RecognitionLabel",
    "ReleaseDimension",
    "ReleaseMode",
    "ReleaseOutcome",
    "ReliefKind",
    "ReliefStatus",
    "SanctionDimension",
    "SanctionEnding",
    "SanctionStatus",
    "SearchType",
    "Sex",
    "SourceKind",
    "Stance",
    "TargetKind",
    "TermKind",
    "TitleBasis",
    "Verification",
]
