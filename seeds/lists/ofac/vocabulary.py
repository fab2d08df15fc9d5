"""What OFAC's words mean: sorts of numbers and details, lists by program, what each list forbids."""

from functools import cache

from schema.enums import DetailKind, IdentifierScheme, LinkKind, Measure, NameKind, TargetKind

# A feature is a number, a detail, a tie to another entry, another name, or says which country.
Meaning = IdentifierScheme | DetailKind | LinkKind | NameKind

KINDS = {
    None: TargetKind.ORGANIZATION,
    "entity": TargetKind.ORGANIZATION,
    "individual": TargetKind.PERSON,
    "vessel": TargetKind.VESSEL,
    "aircraft": TargetKind.AIRCRAFT,
}
NAMES = {
    "aka": NameKind.ALIAS,
    "a.k.a.": NameKind.ALIAS,
    "fka": NameKind.FORMER,
    "f.k.a.": NameKind.FORMER,
    "nka": NameKind.ALIAS,
    "n.k.a.": NameKind.ALIAS,
    "d.b.a.": NameKind.ALIAS,
}
COUNTRY_FEATURES = {
    "nationality": DetailKind.NATIONALITY,
    "citizen": DetailKind.CITIZENSHIP,
    "Nationality of Registration": DetailKind.NATIONALITY,
    "Vessel Flag": DetailKind.FLAG,
    "Former Vessel Flag": DetailKind.FORMER_FLAG,
}
DATES = {
    "DOB": DetailKind.BIRTH_DATE,
    "Organization Established Date": DetailKind.FOUNDED_ON,
    "Aircraft Manufacture Date": DetailKind.BUILT_ON,
}
DETAILS = {
    "POB": DetailKind.BIRTH_PLACE,
    "Gender": DetailKind.GENDER,
    "Title": DetailKind.POSITION,
    "Position": DetailKind.POSITION,
    "Vessel Call Sign": DetailKind.CALL_SIGN,
    "Vessel Type": DetailKind.VESSEL_TYPE,
    "Other Vessel Type": DetailKind.VESSEL_TYPE,
    "Vessel Tonnage": DetailKind.TONNAGE,
    "Vessel Gross Tonnage": DetailKind.GROSS_TONNAGE,
    "Vessel Owner": DetailKind.OWNER,
    "Aircraft Model": DetailKind.MODEL,
    "Aircraft Operator": DetailKind.OPERATOR,
    "Target Type": DetailKind.COMPANY_TYPE,
    "Organization Type": DetailKind.COMPANY_TYPE,
    **dict.fromkeys(
        (
            "Telephone",
            "Telephone No.",
            "Phone Number",
            "Phone No.",
            "Phone",
            "PHONE",
            "FAX",
            "Fax",
            "Fax No.",
            "Fax Number",
        ),
        DetailKind.PHONE,
    ),
    **dict.fromkeys(("Email Address", "Email", "EMAIL"), DetailKind.EMAIL),
    "Website": DetailKind.WEBSITE,
    "Additional Sanctions Information": DetailKind.SECONDARY_SANCTIONS,
    "Secondary sanctions risk": DetailKind.SECONDARY_SANCTIONS,
    **dict.fromkeys(
        (
            "Executive Order 13662 Directive Determination",
            "Executive Order 14024 Directive Information",
            "Executive Order 13846 information",
            "CAATSA Section 235 Information",
            "IFCA Determination",
            "Listing Date",
            "Effective Date",
            "Purchase/Sales For Divestment Date",
            "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions",
        ),
        DetailKind.DIRECTIVE,
    ),
    **dict.fromkeys(
        (
            "BIK",
            "Equity Ticker",
            "Digital Currency Address",
            "Chinese Commercial Code",
            "Aircraft Mode S Transponder Code",
            "Previous Aircraft Tail Number",
            "TELEX",
            "TGMS",
            "all offices worldwide",
            "All offices worldwide",
            "All Offices Worldwide",
            "For more information",
            "for more information",
        ),
        DetailKind.OTHER,
    ),
}
LINKS = {"Linked To": LinkKind.LINKED}
ISSUER_NAMES = {"Issuer Name": NameKind.ALIAS}
NUMBERS = {
    "Vessel Registration Identification IMO": IdentifierScheme.IMO,
    "Company Number IMO": IdentifierScheme.IMO_COMPANY,
    "Identification Number IMO": IdentifierScheme.IMO_COMPANY,
    "MMSI": IdentifierScheme.MMSI,
    "SWIFT/BIC": IdentifierScheme.BIC,
    "ISIN": IdentifierScheme.ISIN,
    "D-U-N-S Number": IdentifierScheme.DUNS,
    "Legal Entity Number": IdentifierScheme.LEI,
    "Aircraft Tail Number": IdentifierScheme.ICAO_REGISTRATION,
    "Aircraft Construction Number": IdentifierScheme.SERIAL,
    "Aircraft Manufacturer's Serial Number": IdentifierScheme.SERIAL,
    "Aircraft Manufacturer's Serial Number (MSN)": IdentifierScheme.SERIAL,
    "Aircraft Construction Number (also called L/N or S/N or F/N)": IdentifierScheme.SERIAL,
    **dict.fromkeys(
        ("Passport", "Diplomatic Passport", "Stateless Person Passport", "British National Overseas Passport"),
        IdentifierScheme.PASSPORT,
    ),
    **dict.fromkeys(
        (
            "Cedula No.", "Cedula de Ciudadania", "Cedula de Residencia", "C.U.R.P.", "D.N.I.", "I.F.E.", "SSN",
            "National ID No.", "National ID Number", "Personal ID Card", "Identification Number", "Electoral Registry No.",
            "National Foreign ID Number", "Credencial electoral", "Driver's License No.", "Birth Certificate Number",
            "Numero de Identidad", "Residency Number", "Citizen's Card Number", "C.U.I.P.", "Tazkira National ID Card",
            "Cartilla de Servicio Militar Nacional", "Travel Document Number", "VisaNumberID", "Pilot License Number",
            "Turkish Identification Number", "Turkish Identificiation Number", "Kenyan ID No.", "Bosnian Personal ID No.",
            "Moroccan Personal ID No.", "N.I.E.", "LE Number", "Refugee ID Card", "Immigration No.", "Identity Card",
            "Public Security and Immigration No.", "Military Registration Number", "Tarjeta Profesional",
        ),
        IdentifierScheme.NATIONAL_ID,
    ),
    **dict.fromkeys(
        (
            "Tax ID No.", "NIT", "RUC", "R.F.C.", "RFC", "RIF", "RTN", "C.U.I.T.", "US FEIN", "V.A.T. Number", "C.I.F.",
            "Italian Fiscal Code", "Paraguayan tax identification number", "Numero Unico de Identificacao Tributaria (NUIT)",
        ),
        IdentifierScheme.TAX_ID,
    ),
    **dict.fromkeys(
        (
            "Registration ID", "Registration Number", "Government Gazette Number", "Folio Mercantil No.",
            "Matricula Mercantil No", "Matricula Mercantil", "Business Registration Document", "Business Registration Number",
            "Business Number", "Company Number", "Company ID", "Commercial Registry Number", "Trade License No.",
            "Public Registration Number", "C.R. No.", "UK Company Number", "Registered Charity No.", "License",
            "Chamber of Commerce Number", "Certificate of Incorporation Number", "Dubai Chamber of Commerce Membership No.",
            "Branch Unit Number", "Unified Social Credit Code (USCC)", "Istanbul Chamber of Comm. No.", "Serial No.",
            "Afghan Money Service Provider License Number", "Enterprise Number", "Economic Register Number (CBLS)",
            "Vessel Registration Identification", "Central Registration System Number", "Tourism License No.",
        ),
        IdentifierScheme.REGISTRATION,
    ),
}  # fmt: skip

# The lists that OFAC puts together as its consolidated list, by the program that their entries bear.
LISTS: dict[str, tuple[str, tuple[Measure, ...]]] = {
    "NS-PLC": ("NS-PLC", (Measure.FINANCIAL_RESTRICTIONS,)),
    "UKRAINE-EO13662": ("SSI", (Measure.SECTORAL_SANCTIONS, Measure.DEBT_RESTRICTIONS)),
    "CMIC-EO13959": ("NS-CMIC", (Measure.INVESTMENT_BAN,)),
    "FSE-SY": ("FSE", (Measure.SERVICES_BAN,)),
    "FSE-IR": ("FSE", (Measure.SERVICES_BAN,)),
    "561-Related": ("CAPTA", (Measure.FINANCIAL_RESTRICTIONS,)),
}
OTHER_LIST: tuple[str, tuple[Measure, ...]] = ("Consolidated", (Measure.FINANCIAL_RESTRICTIONS,))
SDN_LIST: tuple[str, tuple[Measure, ...]] = ("SDN", (Measure.ASSET_FREEZE,))


@cache
def meanings() -> dict[str, Meaning]:
    """Every sort of feature that is known, by OFAC's words for it."""
    return {
        **COUNTRY_FEATURES, **DATES, **DETAILS, **LINKS, **ISSUER_NAMES, **NUMBERS,
        **{word: kind for word, kind in NAMES.items() if "." in word},
    }  # fmt: skip
