"""Holds the vocabularies of countries, organizations, sources and instruments, label for label as in tables/0002_world.sql."""

from enum import Enum, unique


@unique
class CountryKind(Enum):
    """What a country code stands for."""

    STATE = "STATE"
    TERRITORY = "TERRITORY"
    UNION = "UNION"
    HISTORICAL = "HISTORICAL"


@unique
class OrganizationKind(Enum):
    """What sort of body an organization is."""

    STATE_BODY = "STATE_BODY"
    COMPANY = "COMPANY"
    BANK = "BANK"
    INTERGOVERNMENTAL = "INTERGOVERNMENTAL"
    NGO = "NGO"
    MEDIA = "MEDIA"
    LAW_FIRM = "LAW_FIRM"
    ARMED_GROUP = "ARMED_GROUP"
    RELIGIOUS = "RELIGIOUS"
    OTHER = "OTHER"


@unique
class SourceKind(Enum):
    """What sort of publication a source is."""

    NEWS = "NEWS"
    AGENCY = "AGENCY"
    STATE_MEDIA = "STATE_MEDIA"
    OFFICIAL = "OFFICIAL"
    NGO = "NGO"
    LAW_FIRM = "LAW_FIRM"
    AGGREGATOR = "AGGREGATOR"
    WIKI = "WIKI"
    DATASET = "DATASET"


@unique
class TitleBasis(Enum):
    """Where a source's title was read."""

    TEXT = "TEXT"
    ADDRESS = "ADDRESS"
    NONE = "NONE"


@unique
class InstrumentKind(Enum):
    """The legal form of an act."""

    STATUTE = "STATUTE"
    EXECUTIVE_ORDER = "EXECUTIVE_ORDER"
    REGULATION = "REGULATION"
    DECISION = "DECISION"
    DIRECTIVE = "DIRECTIVE"
    GENERAL_LICENSE = "GENERAL_LICENSE"
    SPECIFIC_LICENSE = "SPECIFIC_LICENSE"
    WAIVER = "WAIVER"
    DELISTING_NOTICE = "DELISTING_NOTICE"
    DESIGNATION_NOTICE = "DESIGNATION_NOTICE"
    DECREE = "DECREE"
    FAQ = "FAQ"
    COURT_RULING = "COURT_RULING"
    TREATY = "TREATY"
    STATEMENT = "STATEMENT"
    OTHER = "OTHER"
