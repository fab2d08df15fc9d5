"""Holds what figures can be grouped by."""

from schema.enums.vocabulary import Vocabulary


class ReleaseDimension(Vocabulary):
    """What releases can be grouped by."""

    NATIONALITY = "NATIONALITY", "The nationality of those released."
    COUNTRY = "COUNTRY", "The country that let them go."
    COUNTERPART = "COUNTERPART", "The other principals of the agreement; there may be several."
    YEAR = "YEAR", "The year of the release."
    MONTH = "MONTH", "The month of the release."
    MODE = "MODE", "The legal form of the release."
    CHARGE_CATEGORY = (
        "CHARGE_CATEGORY",
        "What those we know one by one were charged with; there may be several.",
    )
    RELIEF_KIND = "RELIEF_KIND", "The kind of relief that it is tied to; there may be several."
    PROGRAM = "PROGRAM", "The sanctions program that was eased for it; there may be several."
    AUTHORITY = "AUTHORITY", "The body that gave relief for it; there may be several."


class SanctionDimension(Vocabulary):
    """What sanctions can be grouped by."""

    AUTHORITY = "AUTHORITY", "Who imposed them."
    COUNTRY = "COUNTRY", "The country or union behind the authority."
    TARGET_COUNTRY = "TARGET_COUNTRY", "The target's country; there may be several."
    TARGET_KIND = "TARGET_KIND", "The sort of target."
    PROGRAM = "PROGRAM", "The program they were imposed under; there may be several."
    MEASURE = "MEASURE", "What they forbid or restrict; there may be several."
    YEAR = "YEAR", "The year of listing."
    MONTH = "MONTH", "The month of listing."
