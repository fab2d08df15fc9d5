"""Holds the vocabularies of countries, organizations, sources and instruments, label for label as in tables/0002_world.sql."""

from schema.enums.vocabulary import Vocabulary


class CountryKind(Vocabulary):
    """What a country code stands for."""

    STATE = "STATE", "A sovereign state."
    TERRITORY = "TERRITORY", "A territory or area with a code of its own."
    UNION = "UNION", "A union of states, such as the European Union."
    HISTORICAL = "HISTORICAL", "A state that no longer exists."


class OrganizationKind(Vocabulary):
    """What sort of body an organization is."""

    STATE_BODY = "STATE_BODY", "A ministry, agency, court or other body of a state."
    COMPANY = "COMPANY", "A company."
    BANK = "BANK", "A bank."
    INTERGOVERNMENTAL = "INTERGOVERNMENTAL", "An organization of states."
    NGO = "NGO", "A non-governmental organization."
    MEDIA = "MEDIA", "A newspaper, agency, broadcaster or site."
    LAW_FIRM = "LAW_FIRM", "A law firm."
    ARMED_GROUP = "ARMED_GROUP", "An armed group that is no state."
    RELIGIOUS = "RELIGIOUS", "A church or other religious body."
    OTHER = "OTHER", "Something else."


class SourceKind(Vocabulary):
    """What sort of publication a source is."""

    NEWS = "NEWS", "A newspaper, broadcaster or news site."
    AGENCY = "AGENCY", "A news agency."
    STATE_MEDIA = "STATE_MEDIA", "Media that a state controls."
    OFFICIAL = "OFFICIAL", "A state or intergovernmental body."
    NGO = "NGO", "A non-governmental organization."
    LAW_FIRM = "LAW_FIRM", "A law firm."
    AGGREGATOR = "AGGREGATOR", "A site that repeats what others publish."
    WIKI = "WIKI", "A wiki."
    DATASET = "DATASET", "A data set."


class TitleBasis(Vocabulary):
    """Where a source's title was read."""

    TEXT = "TEXT", "The title stands in the text."
    ADDRESS = "ADDRESS", "The title was read off the address."
    NONE = "NONE", "No title was seen."


class InstrumentKind(Vocabulary):
    """The legal form of an act."""

    STATUTE = "STATUTE", "A law passed by a parliament."
    EXECUTIVE_ORDER = "EXECUTIVE_ORDER", "An order by a head of state or government."
    REGULATION = "REGULATION", "A regulation, such as one of the European Union."
    DECISION = "DECISION", "A decision, such as one of the Council of the European Union."
    DIRECTIVE = "DIRECTIVE", "A directive under an order."
    GENERAL_LICENSE = "GENERAL_LICENSE", "A license open to everybody it describes."
    SPECIFIC_LICENSE = "SPECIFIC_LICENSE", "A license for one applicant."
    WAIVER = "WAIVER", "A waiver of a sanction."
    DELISTING_NOTICE = "DELISTING_NOTICE", "A notice that a target was taken off a list."
    DESIGNATION_NOTICE = "DESIGNATION_NOTICE", "A notice that a target was put on a list."
    DECREE = "DECREE", "A decree, such as a pardon."
    FAQ = "FAQ", "Guidance in questions and answers."
    COURT_RULING = "COURT_RULING", "A ruling of a court."
    TREATY = "TREATY", "A treaty."
    STATEMENT = "STATEMENT", "A statement with no legal force of its own."
    OTHER = "OTHER", "Some other act."
