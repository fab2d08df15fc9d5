"""Holds the vocabularies of programs, targets and sanctions, label for label as in tables/0003_sanctions.sql."""

from enum import Enum, unique


@unique
class Measure(Enum):
    """What a sanction forbids or restricts."""

    AID_SUSPENSION = "AID_SUSPENSION"
    ARMS_EMBARGO = "ARMS_EMBARGO"
    ARMS_RESTRICTIONS = "ARMS_RESTRICTIONS"
    ASSET_FREEZE = "ASSET_FREEZE"
    DEBARMENT = "DEBARMENT"
    EXPORT_CONTROL = "EXPORT_CONTROL"
    FINANCIAL_RESTRICTIONS = "FINANCIAL_RESTRICTIONS"
    IMPORT_RESTRICTIONS = "IMPORT_RESTRICTIONS"
    INVESTMENT_BAN = "INVESTMENT_BAN"
    SERVICES_BAN = "SERVICES_BAN"
    PROHIBITION_TO_SATISFY_CLAIMS = "PROHIBITION_TO_SATISFY_CLAIMS"
    SECTORAL_SANCTIONS = "SECTORAL_SANCTIONS"
    TRANSPORTATION_RESTRICTIONS = "TRANSPORTATION_RESTRICTIONS"
    TRAVEL_BAN = "TRAVEL_BAN"
    SECONDARY_SANCTIONS = "SECONDARY_SANCTIONS"
    DEBT_RESTRICTIONS = "DEBT_RESTRICTIONS"
    DIPLOMATIC = "DIPLOMATIC"
    OTHER = "OTHER"


@unique
class ProgramStatus(Enum):
    """Whether a sanctions program is still used."""

    ACTIVE = "ACTIVE"
    LEGACY = "LEGACY"
    ENDED = "ENDED"


@unique
class TargetKind(Enum):
    """Whom or what a sanction is aimed at."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"
    VESSEL = "VESSEL"
    AIRCRAFT = "AIRCRAFT"
    SECTOR = "SECTOR"
    COUNTRY = "COUNTRY"
    SECURITY = "SECURITY"
    OTHER = "OTHER"


@unique
class NameKind(Enum):
    """How one spelling of a name relates to the person or body."""

    PRIMARY = "PRIMARY"
    ALIAS = "ALIAS"
    TRANSLITERATION = "TRANSLITERATION"
    FORMER = "FORMER"
    ORIGINAL_SCRIPT = "ORIGINAL_SCRIPT"


@unique
class IdentifierScheme(Enum):
    """Whose numbering an identifier belongs to."""

    OFAC_UID = "OFAC_UID"
    EU_REF = "EU_REF"
    EU_LOGICAL_ID = "EU_LOGICAL_ID"
    UN_REF = "UN_REF"
    UN_DATAID = "UN_DATAID"
    UK_ID = "UK_ID"
    OFSI_GROUP_ID = "OFSI_GROUP_ID"
    OPENSANCTIONS = "OPENSANCTIONS"
    WIKIDATA = "WIKIDATA"
    LEI = "LEI"
    IMO = "IMO"
    ICAO_REGISTRATION = "ICAO_REGISTRATION"
    PASSPORT = "PASSPORT"
    NATIONAL_ID = "NATIONAL_ID"
    TAX_ID = "TAX_ID"
    REGISTRATION = "REGISTRATION"
    VIASNA_ID = "VIASNA_ID"
    OTHER = "OTHER"


@unique
class SanctionStatus(Enum):
    """How a sanction stands on a given day."""

    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    LICENSED = "LICENSED"
    DELISTED = "DELISTED"
    EXPIRED = "EXPIRED"


@unique
class SanctionEnding(Enum):
    """How a sanction ended."""

    DELISTED = "DELISTED"
    EXPIRED = "EXPIRED"
