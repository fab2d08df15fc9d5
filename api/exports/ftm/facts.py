"""What the model of FollowTheMoney can hold of our words: kinds of thing, properties, topics."""

from collections.abc import Mapping

# What the model has no kind for: a sector of an economy, a country as a target.
THINGS: Mapping[str, str] = {
    "PERSON": "Person",
    "ORGANIZATION": "Organization",
    "VESSEL": "Vessel",
    "AIRCRAFT": "Airplane",
    "SECURITY": "Security",
    "OTHER": "Asset",
}
BODIES: Mapping[str, str] = {"STATE_BODY": "PublicBody", "COMPANY": "Company", "BANK": "Company"}
LEGAL = frozenset({"Person", "Organization", "Company", "PublicBody"})

NAMES: Mapping[str, str] = {"FORMER": "previousName"}

# Of each scheme the property, and the kinds that have it; None is all legal entities.
IDENTIFIERS: Mapping[str, tuple[str, frozenset[str]]] = {
    "WIKIDATA": ("wikidataId", LEGAL | {"Vessel", "Airplane", "Security", "Asset"}),
    "LEI": ("leiCode", LEGAL),
    "IMO": ("imoNumber", frozenset({"Vessel"})),
    "IMO_COMPANY": ("imoNumber", frozenset({"Organization", "Company"})),
    "MMSI": ("mmsi", frozenset({"Vessel"})),
    "BIC": ("swiftBic", LEGAL),
    "ISIN": ("isin", frozenset({"Security"})),
    "DUNS": ("dunsCode", LEGAL),
    "SERIAL": ("serialNumber", frozenset({"Airplane"})),
    "ICAO_REGISTRATION": ("registrationNumber", frozenset({"Airplane"})),
    "PASSPORT": ("passportNumber", frozenset({"Person"})),
    "NATIONAL_ID": ("idNumber", LEGAL),
    "TAX_ID": ("taxNumber", LEGAL),
    "REGISTRATION": ("registrationNumber", LEGAL | {"Vessel", "Security"}),
}
# Numbers that only a company has.
CORPORATE = frozenset({"LEI", "BIC", "DUNS", "IMO_COMPANY"})

PERSON = frozenset({"Person"})
VESSEL = frozenset({"Vessel"})
MOVED = frozenset({"Vessel", "Airplane"})
DETAILS: Mapping[str, tuple[str, frozenset[str]]] = {
    "TITLE": ("title", PERSON),
    "POSITION": ("position", PERSON),
    "BIRTH_PLACE": ("birthPlace", PERSON),
    "COMPANY_TYPE": ("legalForm", LEGAL),
    "VESSEL_TYPE": ("type", MOVED),
    "CALL_SIGN": ("callSign", VESSEL),
    "MODEL": ("model", MOVED),
}
DATES: Mapping[str, tuple[str, frozenset[str]]] = {
    "BIRTH_DATE": ("birthDate", PERSON),
    "DEATH_DATE": ("deathDate", PERSON),
    "FOUNDED_ON": ("incorporationDate", LEGAL),
    "BUILT_ON": ("buildDate", MOVED),
}
COUNTRIES: Mapping[str, tuple[str, frozenset[str]]] = {
    "NATIONALITY": ("nationality", PERSON),
    "CITIZENSHIP": ("citizenship", PERSON),
    "FLAG": ("flag", VESSEL),
    "FORMER_FLAG": ("pastFlags", VESSEL),
}
# Countries of the past have codes of their own; None is one that the model does not know.
CODES: Mapping[str, str | None] = {"SU": "suhh", "YU": "yucs", "CS": "cshh", "YD": None}
GENDERS: Mapping[str, str] = {
    "female": "female",
    "male": "male",
    "other": "other",
    "f": "female",
    "m": "male",
}

# Topics that say why somebody stands on a list; others come from data sets that are not ours to vouch for.
TOPICS = frozenset(
    {"sanction", "sanction.linked", "sanction.counter", "debarment", "export.control", "wanted"}
)


class Edge:
    """How two things are tied."""

    __slots__ = ("far", "far_kinds", "near", "near_kinds", "schema")

    def __init__(
        self, schema: str, near: str, near_kinds: frozenset[str], far: str, far_kinds: frozenset[str]
    ) -> None:
        self.schema, self.near, self.far = schema, near, far
        self.near_kinds, self.far_kinds = near_kinds, far_kinds


ASSETS = frozenset({"Company", "Vessel", "Airplane", "Security", "Asset"})
FIRMS = frozenset({"Organization", "Company", "PublicBody"})
EDGES: Mapping[str, Edge] = {
    "OWNER": Edge("Ownership", "asset", ASSETS, "owner", LEGAL),
    "DIRECTOR": Edge("Directorship", "organization", FIRMS, "director", LEGAL),
    "FAMILY": Edge("Family", "person", PERSON, "relative", PERSON),
    "ASSOCIATE": Edge("Associate", "person", PERSON, "associate", PERSON),
}
