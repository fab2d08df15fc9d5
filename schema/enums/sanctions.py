"""Holds the vocabularies of programs, targets and sanctions, label for label as in tables/0003_sanctions.sql."""

from schema.enums.vocabulary import Vocabulary


class Measure(Vocabulary):
    """What a sanction forbids or restricts."""

    AID_SUSPENSION = "AID_SUSPENSION", "Aid is suspended."
    ARMS_EMBARGO = "ARMS_EMBARGO", "No arms may be supplied."
    ARMS_RESTRICTIONS = "ARMS_RESTRICTIONS", "The supply of arms is restricted."
    ASSET_FREEZE = "ASSET_FREEZE", "Assets are frozen and no funds may be made available."
    DEBARMENT = "DEBARMENT", "Barred from public contracts."
    EXPORT_CONTROL = "EXPORT_CONTROL", "Exports need leave or are forbidden."
    FINANCIAL_RESTRICTIONS = "FINANCIAL_RESTRICTIONS", "Financial dealings are restricted."
    IMPORT_RESTRICTIONS = "IMPORT_RESTRICTIONS", "Imports are restricted or forbidden."
    INVESTMENT_BAN = "INVESTMENT_BAN", "New investment is forbidden."
    SERVICES_BAN = "SERVICES_BAN", "Services may not be provided."
    PROHIBITION_TO_SATISFY_CLAIMS = (
        "PROHIBITION_TO_SATISFY_CLAIMS",
        "Claims over affected contracts may not be met.",
    )
    SECTORAL_SANCTIONS = "SECTORAL_SANCTIONS", "A whole sector of the economy is restricted."
    TRANSPORTATION_RESTRICTIONS = (
        "TRANSPORTATION_RESTRICTIONS",
        "Flights, shipping or transit are restricted.",
    )
    TRAVEL_BAN = "TRAVEL_BAN", "Entry is refused."
    SECONDARY_SANCTIONS = "SECONDARY_SANCTIONS", "Others who deal with the target may be sanctioned too."
    DEBT_RESTRICTIONS = "DEBT_RESTRICTIONS", "Dealings in new debt are restricted."
    DIPLOMATIC = "DIPLOMATIC", "Diplomatic ties are reduced."
    OTHER = "OTHER", "Some other measure."


class ProgramStatus(Vocabulary):
    """Whether a sanctions program is still used."""

    ACTIVE = "ACTIVE", "In use."
    LEGACY = "LEGACY", "Still in law, but overtaken by another."
    ENDED = "ENDED", "Ended."


class TargetKind(Vocabulary):
    """Whom or what a sanction is aimed at."""

    PERSON = "PERSON", "A person."
    ORGANIZATION = "ORGANIZATION", "A company or other organization."
    VESSEL = "VESSEL", "A ship."
    AIRCRAFT = "AIRCRAFT", "An aircraft."
    SECTOR = "SECTOR", "A sector of an economy."
    COUNTRY = "COUNTRY", "A country."
    SECURITY = "SECURITY", "A security, such as a bond."
    OTHER = "OTHER", "Something else."


class NameKind(Vocabulary):
    """How one spelling of a name relates to the person or body."""

    PRIMARY = "PRIMARY", "The name most used."
    ALIAS = "ALIAS", "Another name."
    TRANSLITERATION = "TRANSLITERATION", "Another spelling in Latin letters."
    FORMER = "FORMER", "A name used before."
    ORIGINAL_SCRIPT = "ORIGINAL_SCRIPT", "The name in its own script."


class NameQuality(Vocabulary):
    """How surely a list holds that a name belongs to whom it stands under."""

    STRONG = "STRONG", "The list holds it to be good enough to find the target by."
    WEAK = "WEAK", "Broad or unsure: a nickname, a nom de guerre, a common word."


class DetailKind(Vocabulary):
    """What one detail of a list's entry is about."""

    TITLE = "TITLE", "A title, rank or form of address."
    POSITION = "POSITION", "A post held or a role played."
    GENDER = "GENDER", "Gender, in the list's words."
    BIRTH_DATE = "BIRTH_DATE", "A date of birth, in EDTF; lists may give several."
    BIRTH_PLACE = "BIRTH_PLACE", "A place of birth."
    DEATH_DATE = "DEATH_DATE", "A date of death, in EDTF."
    NATIONALITY = "NATIONALITY", "A nationality: a country's code or, where there is none, the list's words."
    CITIZENSHIP = "CITIZENSHIP", "A citizenship, in the same form."
    PHONE = "PHONE", "A telephone or fax number."
    EMAIL = "EMAIL", "An email address."
    WEBSITE = "WEBSITE", "A site on the web."
    FOUNDED_ON = "FOUNDED_ON", "When an organization was founded, in EDTF."
    COMPANY_TYPE = "COMPANY_TYPE", "What sort of company it is."
    VESSEL_TYPE = "VESSEL_TYPE", "What sort of ship it is."
    FLAG = "FLAG", "The state whose flag a ship flies: its code or the list's words."
    FORMER_FLAG = "FORMER_FLAG", "A flag it flew before."
    CALL_SIGN = "CALL_SIGN", "A ship's or aircraft's call sign."
    TONNAGE = "TONNAGE", "Deadweight tonnage."
    GROSS_TONNAGE = "GROSS_TONNAGE", "Gross registered tonnage."
    OWNER = "OWNER", "Who owns it."
    OPERATOR = "OPERATOR", "Who operates it."
    MODEL = "MODEL", "The model of an aircraft or ship."
    BUILT_ON = "BUILT_ON", "When it was built, in EDTF."
    SECONDARY_SANCTIONS = "SECONDARY_SANCTIONS", "A risk of sanctions for those who deal with the target."
    DIRECTIVE = "DIRECTIVE", "A directive that applies, and its dates."
    TOPIC = "TOPIC", "A topic that a data set puts it under, such as sanction.linked."
    OTHER = "OTHER", "Something else that the list says."


class LinkKind(Vocabulary):
    """How two targets are tied, as a list has it."""

    LINKED = "LINKED", "The list names the other without saying how they are tied."
    OWNER = "OWNER", "The other owns it, in whole or in part."
    DIRECTOR = "DIRECTOR", "The other directs it or holds office in it."
    FAMILY = "FAMILY", "The other is a relative."
    ASSOCIATE = "ASSOCIATE", "The other is an associate."


class IdentifierScheme(Vocabulary):
    """Whose numbering an identifier belongs to."""

    OFAC_UID = (
        "OFAC_UID",
        "Number of an entry on the lists of the US Office of Foreign Assets Control (OFAC).",
    )
    EU_REF = "EU_REF", "Reference on the EU's consolidated list."
    EU_LOGICAL_ID = "EU_LOGICAL_ID", "Internal number on the EU's consolidated list."
    UN_REF = "UN_REF", "Reference of the UN Security Council's lists."
    UN_DATAID = "UN_DATAID", "Internal number of the UN Security Council's lists."
    UK_ID = "UK_ID", "Unique ID on the UK Sanctions List."
    OFSI_GROUP_ID = "OFSI_GROUP_ID", "Group ID of the UK's former OFSI list."
    OPENSANCTIONS = "OPENSANCTIONS", "Id of OpenSanctions."
    WIKIDATA = "WIKIDATA", "Item of Wikidata."
    LEI = "LEI", "Legal Entity Identifier."
    IMO = "IMO", "Number of a ship with the International Maritime Organization."
    IMO_COMPANY = "IMO_COMPANY", "Number of a shipping company with the International Maritime Organization."
    MMSI = "MMSI", "Number of a ship's radio station (Maritime Mobile Service Identity)."
    BIC = "BIC", "Business identifier code of a bank (SWIFT)."
    ISIN = "ISIN", "International Securities Identification Number."
    DUNS = "DUNS", "D-U-N-S number."
    SERIAL = "SERIAL", "Serial number that a maker gave an aircraft."
    ICAO_REGISTRATION = "ICAO_REGISTRATION", "Registration mark of an aircraft."
    PASSPORT = "PASSPORT", "Passport number."
    NATIONAL_ID = "NATIONAL_ID", "Number of a national identity document."
    TAX_ID = "TAX_ID", "Tax number."
    REGISTRATION = "REGISTRATION", "Number in a register of companies."
    VIASNA_ID = "VIASNA_ID", "Id of the human rights center Viasna."
    OTHER = "OTHER", "Some other scheme."


class SanctionStatus(Vocabulary):
    """How a sanction stands on a given day."""

    NOT_YET = "NOT_YET", "On that day it had not been imposed."
    ACTIVE = "ACTIVE", "It binds."
    SUSPENDED = "SUSPENDED", "It is suspended."
    LICENSED = "LICENSED", "A license in force frees the property too."
    DELISTED = "DELISTED", "The target was taken off the list."
    EXPIRED = "EXPIRED", "It ran out."


class SanctionEnding(Vocabulary):
    """How a sanction ended."""

    DELISTED = "DELISTED", "The target was taken off the list."
    EXPIRED = "EXPIRED", "It ran out or its program ended."
