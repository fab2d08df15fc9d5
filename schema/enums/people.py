"""Holds the vocabularies of detainees, detentions and charges, label for label as in tables/0004_people.sql."""

from schema.enums.vocabulary import Vocabulary


class PublicationPolicy(Vocabulary):
    """How much of a detainee's name may be published."""

    NAMED = "NAMED", "The name is published."
    INITIALS = "INITIALS", "Only initials are published."
    WITHHELD = "WITHHELD", "No name is published."


class Sex(Vocabulary):
    """A detainee's sex, where it is known."""

    FEMALE = "FEMALE", "Female."
    MALE = "MALE", "Male."
    OTHER = "OTHER", "Another, or not by this division."


class DetaineeStatus(Vocabulary):
    """Where a detainee is now, as far as is known."""

    DETAINED = "DETAINED", "In custody."
    RELEASED = "RELEASED", "Free."
    DIED = "DIED", "Dead."
    UNKNOWN = "UNKNOWN", "Not known."


class NationalityKind(Vocabulary):
    """How a detainee belongs to a country."""

    CITIZEN = "CITIZEN", "A citizen."
    DUAL = "DUAL", "A citizen of this country and another."
    RESIDENT = "RESIDENT", "A permanent resident without citizenship."
    CLAIMED = "CLAIMED", "Said to be a national; not confirmed."


class RecognitionLabel(Vocabulary):
    """What a body calls a detainee."""

    POLITICAL_PRISONER = "POLITICAL_PRISONER", "A political prisoner."
    PRISONER_OF_CONSCIENCE = "PRISONER_OF_CONSCIENCE", "A prisoner of conscience."
    WRONGFULLY_DETAINED = "WRONGFULLY_DETAINED", "Wrongfully detained, as the United States uses the term."
    ARBITRARILY_DETAINED = (
        "ARBITRARILY_DETAINED",
        "Arbitrarily detained, as the United Nations uses the term.",
    )
    HOSTAGE = "HOSTAGE", "A hostage."
    CRIMINAL_PER_STATE = "CRIMINAL_PER_STATE", "A criminal, by the state's account."
    PRISONER_OF_WAR = "PRISONER_OF_WAR", "A prisoner of war."


class LegalStatus(Vocabulary):
    """The legal state of a detention."""

    SUSPECT = "SUSPECT", "Held as a suspect."
    PRETRIAL = "PRETRIAL", "Charged and awaiting trial."
    CONVICTED = "CONVICTED", "Found guilty."
    ADMINISTRATIVE = "ADMINISTRATIVE", "Held by administrative order."
    INCOMMUNICADO = "INCOMMUNICADO", "Held without word to family or counsel."
    HOUSE_ARREST = "HOUSE_ARREST", "Under house arrest."
    HOSTAGE = "HOSTAGE", "Held by a captor outside any law."
    UNKNOWN = "UNKNOWN", "Not known."


class ChargeCategory(Vocabulary):
    """What an accusation is about."""

    ESPIONAGE = "ESPIONAGE", "Spying, or working with a foreign service."
    TERRORISM = "TERRORISM", "Terrorism, or support for it."
    EXTREMISM = "EXTREMISM", "Extremism, as the law of the charging state has it."
    TREASON = "TREASON", "Treason."
    SABOTAGE = "SABOTAGE", "Sabotage."
    MASS_UNREST = "MASS_UNREST", "Protest, unrest or organizing it."
    FINANCIAL = "FINANCIAL", "Fraud, tax, bribery, money laundering and the like."
    DRUGS = "DRUGS", "Making, holding or moving drugs."
    IMMIGRATION = "IMMIGRATION", "Entering or staying without leave."
    DEFAMATION = "DEFAMATION", "Insult, defamation or spreading false information."
    VIOLENCE = "VIOLENCE", "Killing, assault or kidnapping."
    WEAPONS = "WEAPONS", "Holding or moving weapons."
    SANCTIONS_EVASION = "SANCTIONS_EVASION", "Breaking sanctions or export controls."
    CYBERCRIME = "CYBERCRIME", "Hacking and other crimes by computer."
    OTHER = "OTHER", "Something else."
    UNKNOWN = "UNKNOWN", "Not known."


class ChargeStage(Vocabulary):
    """How far a charge went."""

    ALLEGED = "ALLEGED", "Somebody accuses the person; no formal charge is known."
    INDICTED = "INDICTED", "Formally charged."
    CONVICTED = "CONVICTED", "Found guilty."
    ACQUITTED = "ACQUITTED", "Found not guilty."
    DROPPED = "DROPPED", "The charge was withdrawn."
    OVERTURNED = "OVERTURNED", "The verdict was quashed."
