"""Holds the vocabularies of detainees, detentions and charges, label for label as in tables/0004_people.sql."""

from enum import Enum, unique


@unique
class PublicationPolicy(Enum):
    """How much of a detainee's name may be published."""

    NAMED = "NAMED"
    INITIALS = "INITIALS"
    WITHHELD = "WITHHELD"


@unique
class Sex(Enum):
    """A detainee's sex, where it is known."""

    FEMALE = "FEMALE"
    MALE = "MALE"
    OTHER = "OTHER"


@unique
class DetaineeStatus(Enum):
    """Where a detainee is now, as far as is known."""

    DETAINED = "DETAINED"
    RELEASED = "RELEASED"
    DIED = "DIED"
    UNKNOWN = "UNKNOWN"


@unique
class NationalityKind(Enum):
    """How a detainee belongs to a country."""

    CITIZEN = "CITIZEN"
    DUAL = "DUAL"
    RESIDENT = "RESIDENT"
    CLAIMED = "CLAIMED"


@unique
class RecognitionLabel(Enum):
    """What a body calls a detainee."""

    POLITICAL_PRISONER = "POLITICAL_PRISONER"
    PRISONER_OF_CONSCIENCE = "PRISONER_OF_CONSCIENCE"
    WRONGFULLY_DETAINED = "WRONGFULLY_DETAINED"
    ARBITRARILY_DETAINED = "ARBITRARILY_DETAINED"
    HOSTAGE = "HOSTAGE"
    CRIMINAL_PER_STATE = "CRIMINAL_PER_STATE"
    PRISONER_OF_WAR = "PRISONER_OF_WAR"


@unique
class LegalStatus(Enum):
    """The legal state of a detention."""

    SUSPECT = "SUSPECT"
    PRETRIAL = "PRETRIAL"
    CONVICTED = "CONVICTED"
    ADMINISTRATIVE = "ADMINISTRATIVE"
    INCOMMUNICADO = "INCOMMUNICADO"
    HOUSE_ARREST = "HOUSE_ARREST"
    HOSTAGE = "HOSTAGE"
    UNKNOWN = "UNKNOWN"


@unique
class ChargeCategory(Enum):
    """What an accusation is about."""

    ESPIONAGE = "ESPIONAGE"
    TERRORISM = "TERRORISM"
    EXTREMISM = "EXTREMISM"
    TREASON = "TREASON"
    SABOTAGE = "SABOTAGE"
    MASS_UNREST = "MASS_UNREST"
    FINANCIAL = "FINANCIAL"
    DRUGS = "DRUGS"
    IMMIGRATION = "IMMIGRATION"
    DEFAMATION = "DEFAMATION"
    VIOLENCE = "VIOLENCE"
    WEAPONS = "WEAPONS"
    SANCTIONS_EVASION = "SANCTIONS_EVASION"
    CYBERCRIME = "CYBERCRIME"
    OTHER = "OTHER"
    UNKNOWN = "UNKNOWN"


@unique
class ChargeStage(Enum):
    """How far a charge went."""

    ALLEGED = "ALLEGED"
    INDICTED = "INDICTED"
    CONVICTED = "CONVICTED"
    ACQUITTED = "ACQUITTED"
    DROPPED = "DROPPED"
    OVERTURNED = "OVERTURNED"
