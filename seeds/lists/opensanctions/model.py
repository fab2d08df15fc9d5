"""The facts of the FollowTheMoney model: which kinds of entity and which properties there are, and what becomes of them.

The `followthemoney` package itself would bring rdflib, networkx, openpyxl, phonenumbers, SQLAlchemy and a compiled
ICU; all that is needed of it are these tables.
"""

from collections.abc import Mapping
from typing import NamedTuple

from schema.enums import DetailKind, IdentifierScheme, LinkKind, NameKind, NameQuality, TargetKind


def _words(text: str) -> list[str]:
    return text.split()


# What can be a target.
THINGS: Mapping[str, TargetKind] = {
    "Person": TargetKind.PERSON,
    "LegalEntity": TargetKind.ORGANIZATION,
    "Organization": TargetKind.ORGANIZATION,
    "Company": TargetKind.ORGANIZATION,
    "PublicBody": TargetKind.ORGANIZATION,
    "Vessel": TargetKind.VESSEL,
    "Airplane": TargetKind.AIRCRAFT,
    "Security": TargetKind.SECURITY,
    "Asset": TargetKind.OTHER,
    "BankAccount": TargetKind.OTHER,
    "CryptoWallet": TargetKind.OTHER,
    "RealEstate": TargetKind.OTHER,
    "Vehicle": TargetKind.OTHER,
}

# What belongs to one thing, and the property that names it.
BELONGS: Mapping[str, str] = {
    "Sanction": "entity",
    "Identification": "holder",
    "Passport": "holder",
}
# Things refer to addresses, not addresses to things.
ADDRESS = "Address"


class Edge(NamedTuple):
    """What ties two things: the properties that name them, and how each is tied to the other."""

    source: str
    target: str
    of_source: LinkKind
    of_target: LinkKind


EDGES: Mapping[str, Edge] = {
    "Ownership": Edge("owner", "asset", LinkKind.LINKED, LinkKind.OWNER),
    "Control": Edge("controller", "controlled", LinkKind.LINKED, LinkKind.LINKED),
    "Directorship": Edge("director", "organization", LinkKind.LINKED, LinkKind.DIRECTOR),
    "Family": Edge("person", "relative", LinkKind.FAMILY, LinkKind.FAMILY),
    "Associate": Edge("person", "associate", LinkKind.ASSOCIATE, LinkKind.ASSOCIATE),
    "UnknownLink": Edge("subject", "object", LinkKind.LINKED, LinkKind.LINKED),
    "Membership": Edge("member", "organization", LinkKind.LINKED, LinkKind.LINKED),
    "Employment": Edge("employee", "employer", LinkKind.LINKED, LinkKind.LINKED),
    "Representation": Edge("agent", "client", LinkKind.LINKED, LinkKind.LINKED),
    "Succession": Edge("predecessor", "successor", LinkKind.LINKED, LinkKind.LINKED),
}

# Kinds of entity that say nothing of sanctions.
UNUSED = frozenset(
    _words(
        """
    Article Audio Call CallForTenders Contract ContractAward CourtCase CourtCaseParty Debt Document Documentation
    EconomicActivity Email Event Folder HyperText Image License Mention Message Note Occupancy Package Page Pages
    Payment PlainText Position Project ProjectParticipant Risk Similar Table TaxRoll Territory Trip UserAccount
    Video Workbook
        """
    )
)

NAMES: Mapping[str, tuple[NameKind, NameQuality | None]] = {
    "alias": (NameKind.ALIAS, None),
    "weakAlias": (NameKind.ALIAS, NameQuality.WEAK),
    "previousName": (NameKind.FORMER, None),
    "abbreviation": (NameKind.ALIAS, NameQuality.WEAK),
}

IDENTIFIERS: Mapping[str, IdentifierScheme] = {
    "wikidataId": IdentifierScheme.WIKIDATA,
    "leiCode": IdentifierScheme.LEI,
    "imoNumber": IdentifierScheme.IMO,
    "mmsi": IdentifierScheme.MMSI,
    "swiftBic": IdentifierScheme.BIC,
    "isin": IdentifierScheme.ISIN,
    "isinCode": IdentifierScheme.ISIN,
    "dunsCode": IdentifierScheme.DUNS,
    "serialNumber": IdentifierScheme.SERIAL,
    "passportNumber": IdentifierScheme.PASSPORT,
    "idNumber": IdentifierScheme.NATIONAL_ID,
    "socialSecurityNumber": IdentifierScheme.NATIONAL_ID,
    "taxNumber": IdentifierScheme.TAX_ID,
    "innCode": IdentifierScheme.TAX_ID,
    "vatCode": IdentifierScheme.TAX_ID,
    "irsCode": IdentifierScheme.TAX_ID,
    "kppCode": IdentifierScheme.TAX_ID,
    "registrationNumber": IdentifierScheme.REGISTRATION,
    "licenseNumber": IdentifierScheme.REGISTRATION,
    "ogrnCode": IdentifierScheme.REGISTRATION,
    "okpoCode": IdentifierScheme.REGISTRATION,
    "uscCode": IdentifierScheme.REGISTRATION,
    "jibCode": IdentifierScheme.REGISTRATION,
    "mbsCode": IdentifierScheme.REGISTRATION,
    "voenCode": IdentifierScheme.TAX_ID,
    **dict.fromkeys(
        _words(
            """
        bvdId sayariId brightQueryId brightQueryOrgId icijId uniqueEntityId npiCode cageCode permId giiNumber coatoCode
        ipoCode cikCode fnsCode fssCode bikCode pfrNumber ticker ricCode figiCode crsNumber icaoCode publicKey
        cryptoAddress accountId accountNumber iban bic cadastralCode titleNumber okvedCode oksmCode okopfCode caemCode
        """
        ),
        IdentifierScheme.OTHER,
    ),
}
# What another scheme is meant, by the kind of thing.
IDENTIFIERS_OF: Mapping[tuple[TargetKind, str], IdentifierScheme] = {
    (TargetKind.ORGANIZATION, "imoNumber"): IdentifierScheme.IMO_COMPANY,
    (TargetKind.AIRCRAFT, "registrationNumber"): IdentifierScheme.ICAO_REGISTRATION,
}
# Schemes that say all by themselves; of the others the property's name is noted.
PLAIN = frozenset(
    {
        IdentifierScheme.WIKIDATA,
        IdentifierScheme.LEI,
        IdentifierScheme.IMO,
        IdentifierScheme.IMO_COMPANY,
        IdentifierScheme.MMSI,
        IdentifierScheme.BIC,
        IdentifierScheme.ISIN,
        IdentifierScheme.DUNS,
        IdentifierScheme.SERIAL,
        IdentifierScheme.PASSPORT,
        IdentifierScheme.ICAO_REGISTRATION,
    }
)

# Properties that hold countries; the detail says in what sense.
COUNTRIES: Mapping[str, DetailKind | None] = {
    "country": None,
    "jurisdiction": None,
    "mainCountry": None,
    "nationality": DetailKind.NATIONALITY,
    "citizenship": DetailKind.CITIZENSHIP,
    "flag": DetailKind.FLAG,
}
DATES: Mapping[str, DetailKind] = {
    "deathDate": DetailKind.DEATH_DATE,
    "incorporationDate": DetailKind.FOUNDED_ON,
    "buildDate": DetailKind.BUILT_ON,
}
DETAILS: Mapping[str, DetailKind] = {
    "topics": DetailKind.TOPIC,
    "title": DetailKind.TITLE,
    "position": DetailKind.POSITION,
    "gender": DetailKind.GENDER,
    "birthPlace": DetailKind.BIRTH_PLACE,
    "phone": DetailKind.PHONE,
    "email": DetailKind.EMAIL,
    "website": DetailKind.WEBSITE,
    "legalForm": DetailKind.COMPANY_TYPE,
    "pastFlags": DetailKind.FORMER_FLAG,
    "callSign": DetailKind.CALL_SIGN,
    "tonnage": DetailKind.TONNAGE,
    "deadweightTonnage": DetailKind.TONNAGE,
    "grossRegisteredTonnage": DetailKind.GROSS_TONNAGE,
    "model": DetailKind.MODEL,
    **dict.fromkeys(
        _words(
            """
        birthCountry dissolutionDate sector status taxStatus classification ethnicity religion political profession
        education spokenLanguage height weight eyeColor hairColor appearance manufacturer pastTypes registrationPort
        navigationArea nameChangeDate registrationDate deregistrationDate issueDate maturityDate collateral blockchain
        currencySymbol managingExchange creationDate custodyType balance balanceDate bankName accountType bankAddress
        openingDate closingDate maxBalance maxBalanceDate latitude longitude area tenure encumbrance propertyType
        landType createDate censusBlock capital amount amountUsd amountEur currency type
        """
        ),
        DetailKind.OTHER,
    ),
}
# Properties that name another thing, and how it is tied.
REFERENCES: Mapping[str, LinkKind] = {
    "parent": LinkKind.OWNER,
    "owner": LinkKind.OWNER,
    "operator": LinkKind.LINKED,
    "issuer": LinkKind.LINKED,
    "holder": LinkKind.OWNER,
    "bank": LinkKind.LINKED,
}
REMARKS = ("notes", "summary", "description", "biography")
# Known, and of no use here: parts of names, and where the entity itself comes from.
LEFT_OUT = frozenset(
    _words(
        """
    firstName secondName middleName fatherName motherName lastName nameSuffix sourceUrl publisher publisherUrl alephUrl
    wikipediaUrl opencorporatesUrl keywords program programId proof riskSource indexText createdAt modifiedAt
    retrievedAt privateKey
        """
    )
)
ELSEWHERE = frozenset({"name", "birthDate", "address", "addressEntity"})
KNOWN = (
    frozenset[str]().union(NAMES, IDENTIFIERS, COUNTRIES, DATES, DETAILS, REFERENCES, REMARKS)
    | LEFT_OUT
    | ELSEWHERE
)

SANCTION_KNOWN = frozenset(
    _words(
        """
    entity authority authorityId unscId program programId programUrl provisions status duration reason country
    listingDate startDate endDate date summary description recordId sourceUrl proof publisher publisherUrl alephUrl
    modifiedAt retrievedAt namesMentioned indexText
        """
    )
)

# Topics of those against whom somebody has acted; others are named for what they are.
LISTED_TOPICS = (
    "sanction",
    "debarment",
    "export.control",
    "asset.frozen",
    "invest.ban",
    "wanted",
    "mare.shadow",
)

# Codes for countries that are no country's ISO code, or are one no more.
COUNTRY_CODES: Mapping[str, str | None] = {
    "suhh": "SU",
    "yucs": "YU",
    "cshh": "CS",
    "csqq": "CS",
    "csxx": None,
    "ddde": "DD",
    "ydyd": "YD",
    "zrcd": "CD",
    "bumm": "MM",
    "dyben": "BJ",
    "zz": None,
    "ip": None,
    "zr": "CD",
    "uk": "GB",
}
