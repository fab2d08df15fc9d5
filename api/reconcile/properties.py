"""The properties of entities: what a column of a spreadsheet may hold, to be matched by or to be filled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from schema.enums import IdentifierScheme

Filter = Literal["countries", "born"]


@dataclass(frozen=True, slots=True, eq=False)
class Property:
    """One property.

    Attributes:
        paths: For each GraphQL type that has it, the fields that lead to its values.
        scheme: Of identifiers, only those of this scheme.
        filter: The argument of search that looks at it, too.
        identifies: Whether one value belongs to one entity.
    """

    id: str
    name: str
    description: str
    paths: Mapping[str, str]
    scheme: IdentifierScheme | None = None
    filter: Filter | None = None
    identifies: bool = False

    def shown(self) -> dict[str, str]:
        """Return the property as the specification writes it."""
        return {"id": self.id, "name": self.name, "description": self.description}


def _one(type_name: str, path: str) -> dict[str, str]:
    return {type_name: path}


def _each(path: str, *type_names: str) -> dict[str, str]:
    return dict.fromkeys(type_names, path)


SOURCED = ("Detainee", "Agreement", "Release", "Relief")
_NAMED = ("Detainee", "Target", "Organization", "SanctionProgram", "Country")
_TITLED = ("Agreement", "Release", "Relief")

_GENERAL = (
    Property(
        "name",
        "Name",
        "The name most used in English, or the title.",
        _each("name", *_NAMED) | _each("title", *_TITLED),
    ),
    Property(
        "otherNames",
        "Other names",
        "Aliases, other spellings, names in their own script, codes of other lists.",
        _each("names.text", "Detainee", "Target") | _one("SanctionProgram", "aliases"),
    ),
    Property(
        "kind",
        "Kind",
        "What sort of thing it is, in our words: PERSON, VESSEL, GENERAL_LICENSE, PARDON …",
        _each("kind", "Target", "Organization", "Country", "Agreement", "Relief") | _one("Release", "mode"),
    ),
    Property(
        "status",
        "Status",
        "How it stands: DETAINED, RELEASED, IN_FORCE, EXPIRED …",
        _each("status", "Detainee", "Agreement", "Relief", "SanctionProgram"),
    ),
    Property(
        "countries",
        "Countries",
        "The countries it belongs to, is a party of, or acted; of a detainee the nationalities.",
        {
            "Detainee": "nationalities.country",
            "Target": "countries",
            "Organization": "country",
            "SanctionProgram": "country",
            "Agreement": "parties.country",
            "Release": "country",
            "Relief": "country",
        },
        filter="countries",
    ),
    Property(
        "bornOn",
        "Date of birth",
        "As well as it is known.",
        _each("bornOn", "Detainee", "Target"),
        filter="born",
    ),
    Property(
        "identifiers",
        "Identifiers",
        "Numbers and codes, of any scheme.",
        _each("identifiers.value", "Detainee", "Target"),
        identifies=True,
    ),
)
_PEOPLE = (
    Property(
        "nationalities",
        "Nationalities",
        "Of a detainee.",
        _one("Detainee", "nationalities.country"),
        filter="countries",
    ),
    Property("diedOn", "Date of death", "Of a detainee.", _one("Detainee", "diedOn")),
    Property("sex", "Sex", "Of a detainee, where known.", _one("Detainee", "sex")),
    Property(
        "occupation",
        "Occupation",
        "What a detainee does for a living, or is known for.",
        _one("Detainee", "occupation"),
    ),
    Property(
        "heldBy",
        "Held by",
        "Countries that held the detainee, one for each stay in custody.",
        _one("Detainee", "detentions.country"),
    ),
    Property(
        "detainedOn",
        "Detained on",
        "When each stay in custody began.",
        _one("Detainee", "detentions.startedOn"),
    ),
    Property(
        "facilities",
        "Held at",
        "Where the detainee was held, in each stay.",
        _one("Detainee", "detentions.facility"),
    ),
    Property("charges", "Charges", "In the words of whoever accused.", _one("Detainee", "charges.title")),
    Property(
        "chargeCategories",
        "Charges by category",
        "By our own small list: TERRORISM, FINANCIAL …",
        _one("Detainee", "charges.category"),
    ),
    Property("statutes", "Articles of law", "Of each charge.", _one("Detainee", "charges.statute")),
    Property(
        "chargeStages", "Stages of charges", "How far each charge went.", _one("Detainee", "charges.stage")
    ),
    Property("sentences", "Sentences", "In words, of each charge.", _one("Detainee", "charges.sentence")),
    Property(
        "outcomes",
        "Outcomes",
        "What became of the detainee in each release: not everybody reported free was.",
        _one("Detainee", "releases.outcome"),
    ),
    Property(
        "destinations",
        "Destinations",
        "Where the detainee was taken, in each release.",
        _one("Detainee", "releases.destination"),
    ),
    Property(
        "recognitions",
        "Recognitions",
        "What bodies call the detainee: POLITICAL_PRISONER …",
        _one("Detainee", "recognitions.label"),
    ),
    Property(
        "recognizedBy",
        "Recognized by",
        "Which body says so, for each recognition.",
        _one("Detainee", "recognitions.body"),
    ),
    Property("listedAs", "Listed as", "The same person on a sanctions list.", _one("Detainee", "listedAs")),
    Property("detainee", "Detainee", "The same person as a detainee.", _one("Target", "detainee")),
)
_SANCTIONS = (
    Property("lists", "Lists", "The official list of each sanction.", _one("Target", "sanctions.list")),
    Property(
        "authorities",
        "Authorities",
        "Who imposed each sanction; of relief and programs, who grants or runs it.",
        _one("Target", "sanctions.authority") | _each("authority", "Relief", "SanctionProgram"),
    ),
    Property(
        "sanctionStatuses",
        "Sanction statuses",
        "How each sanction stands today: ACTIVE, DELISTED …",
        _one("Target", "sanctions.status"),
    ),
    Property("listedOn", "Listed on", "When each sanction was listed.", _one("Target", "sanctions.listedOn")),
    Property(
        "endedOn",
        "Ended on",
        "When each sanction ended; empty while it stands.",
        _one("Target", "sanctions.endedOn"),
    ),
    Property("reasons", "Reasons", "The reason given for each sanction.", _one("Target", "sanctions.reason")),
    Property(
        "measures",
        "Measures",
        "What is forbidden or restricted: ASSET_FREEZE, TRAVEL_BAN …",
        _one("Target", "sanctions.measures") | _one("SanctionProgram", "measures"),
    ),
    Property(
        "programs",
        "Sanctions programs",
        "The programs that it is sanctioned under, or that relief eases.",
        _one("Target", "sanctions.programs") | _one("Relief", "programs"),
    ),
    Property(
        "reliefs",
        "Relief",
        "Relief that touches its sanctions, or that was granted.",
        {"Target": "sanctions.reliefs", "Country": "reliefGranted", "Agreement": "reliefs"},
    ),
    Property(
        "linkedTo",
        "Linked to",
        "Other targets that a list ties it to: owners, companies, ships.",
        _one("Target", "links.target"),
    ),
    Property("cities", "Cities", "Of each address that a list gives.", _one("Target", "addresses.city")),
    Property("streets", "Streets", "Of each address that a list gives.", _one("Target", "addresses.street")),
    Property(
        "addressCountries",
        "Countries of addresses",
        "Of each address that a list gives.",
        _one("Target", "addresses.country"),
    ),
    Property(
        "remarks",
        "Remarks",
        "What each list remarks, word for word.",
        _one("Target", "entries.remarks"),
    ),
    Property(
        "goneOn",
        "Gone from the list on",
        "The day of the first list of ours that has the entry no more.",
        _one("Target", "entries.goneOn"),
    ),
    Property(
        "licenses",
        "Licenses",
        "The terms of the data sets that speak of it: read them before you publish.",
        _one("Target", "datasets.license"),
    ),
    Property("targets", "Targets", "Whom or what relief is for.", _one("Relief", "targets")),
    Property(
        "stillBoundBy",
        "Still bound by",
        "Authorities whose sanctions still bind the same targets today, whatever the relief.",
        _one("Relief", "residualSanctions.authority"),
    ),
    Property(
        "code",
        "Code",
        "Of a program, such as BELARUS-EO14038.",
        _one("SanctionProgram", "code"),
        identifies=True,
    ),
    Property(
        "legalBasis",
        "Legal basis",
        "The acts that a program rests on.",
        _one("SanctionProgram", "legalBasis"),
    ),
    Property(
        "targetCountries",
        "Countries targeted",
        "The countries that a program is about.",
        _one("SanctionProgram", "targetCountries"),
    ),
)
_STORIES = (
    Property(
        "releases",
        "Releases",
        "The releases that a detainee was part of, a country made, or an agreement brought.",
        {"Detainee": "releases.release", "Country": "releases", "Agreement": "releases"},
    ),
    Property(
        "releasedOn",
        "Released on",
        "The day of each release.",
        {"Detainee": "releases.release.releasedOn", "Release": "releasedOn"},
    ),
    Property(
        "inExchangeFor",
        "In exchange for",
        "Relief from sanctions that the release is tied to, unless the tie is only denied.",
        {"Detainee": "releases.release.inExchangeFor", "Release": "inExchangeFor"},
    ),
    Property(
        "inReturnFor",
        "In return for",
        "Releases that relief is tied to, unless the tie is only denied.",
        _one("Relief", "inReturnFor"),
    ),
    Property(
        "released",
        "People released",
        "How many were let go, where a number is known.",
        _one("Release", "total.value"),
    ),
    Property(
        "completeness",
        "Completeness",
        "Whether that number is exact, a bound or an estimate.",
        _one("Release", "total.completeness"),
    ),
    Property(
        "nationalsFreed",
        "Nationalities freed",
        "Countries whose nationals are known to be among those released.",
        _one("Release", "nationalities"),
    ),
    Property(
        "nationalsReleased",
        "Releases of nationals",
        "Releases, by any country, that include its nationals.",
        _one("Country", "nationalsReleased"),
    ),
    Property(
        "agreements",
        "Agreements",
        "That it was part of.",
        _each("agreements", "Release", "Relief", "Country"),
    ),
    Property(
        "announcedOn", "Announced on", "When it became known.", _each("announcedOn", "Agreement", "Relief")
    ),
    Property(
        "issuedOn",
        "Issued on",
        "When the legal act was issued; empty while there is none.",
        _one("Relief", "issuedOn"),
    ),
    Property("effectiveOn", "Effective on", "When the legal act took effect.", _one("Relief", "effectiveOn")),
    Property("expiresOn", "Expires on", "Where the legal act says so.", _one("Relief", "expiresOn")),
    Property("summary", "Summary", "What was agreed, in a few sentences.", _one("Agreement", "summary")),
    Property(
        "contested", "Contested", "Whether two live claims about it disagree.", _each("contested", *SOURCED)
    ),
    Property(
        "sources",
        "Sources",
        "Addresses of every source that a claim about it was read in.",
        _each("sources.url", *SOURCED),
    ),
)
_PLACES = (
    Property("iso2", "ISO code, two letters", "Such as BY.", _one("Country", "iso2"), identifies=True),
    Property("iso3", "ISO code, three letters", "Such as BLR.", _one("Country", "iso3"), identifies=True),
    Property("officialName", "Official name", "Of a country, in English.", _one("Country", "officialName")),
    Property(
        "region", "Region", "The part of the world, as the United Nations has it.", _one("Country", "region")
    ),
    Property("subregion", "Subregion", "Such as Eastern Europe.", _one("Country", "subregion")),
    Property("url", "Site", "An organization's own site.", _one("Organization", "url")),
)
# Those that lists are joined by; all others stand under `identifiers`.
_SCHEMES = {
    IdentifierScheme.OFAC_UID: ("ofacUid", "OFAC number"),
    IdentifierScheme.EU_REF: ("euReference", "EU reference"),
    IdentifierScheme.UN_REF: ("unReference", "UN reference"),
    IdentifierScheme.UK_ID: ("ukId", "UK id"),
    IdentifierScheme.OPENSANCTIONS: ("openSanctions", "OpenSanctions id"),
    IdentifierScheme.WIKIDATA: ("wikidata", "Wikidata item"),
    IdentifierScheme.LEI: ("lei", "Legal Entity Identifier"),
    IdentifierScheme.IMO: ("imo", "IMO number"),
}


def _identifiers() -> Iterator[Property]:
    for scheme, (own, name) in _SCHEMES.items():
        yield Property(
            own,
            name,
            scheme.description,
            _each("identifiers.value", "Detainee", "Target"),
            scheme,
            identifies=True,
        )


_ALL = (*_GENERAL, *_PEOPLE, *_SANCTIONS, *_STORIES, *_PLACES, *_identifiers())
PROPERTIES: Mapping[str, Property] = {each.id: each for each in _ALL}


def properties_of(nodes: tuple[str, ...]) -> list[Property]:
    """Return the properties that any of these GraphQL types has, in their order."""
    return [each for each in PROPERTIES.values() if any(node in each.paths for node in nodes)]
