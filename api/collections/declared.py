"""What is declared by hand of each collection: its key, and the filters that stand for places in its `where`."""

from dataclasses import replace

from api.collections.collection import Declared
from api.collections.filters import Filter

ISO2 = "[A-Z]{2}"
YEAR = "[12][0-9]{3}"
SIDES = ("release", "counterRelease")


def _country(path: str, description: str, name: str = "country", example: str = "BY") -> Filter:
    return Filter(name, description, (f"{path}.iso2.in",), example, ISO2, upper=True)


def _word(path: str, description: str, example: str, name: str | None = None) -> Filter:
    return Filter(name or path, description, (f"{path}.in",), example)


def _text(description: str, *paths: str, example: str) -> Filter:
    return Filter("q", description, paths, example)


def _days(path: str, what: str) -> tuple[Filter, ...]:
    return (
        Filter("year", f"The year {what}.", (f"{path}.during",), "2025", YEAR),
        Filter("since", f"The first day, month or year {what}.", (f"{path}.gte",), "2020-06"),
        Filter("until", f"The last day, month or year {what}.", (f"{path}.lte",), "2025-12-31"),
    )


def _of_a_side(name: str, path: str, description: str, example: str, pattern: str = "") -> Filter:
    paths = tuple(f"{side}.{path}" for side in SIDES)
    return Filter(name, description, paths, example, pattern, upper=pattern == ISO2, sides=True)


def _days_of_a_side(path: str, what: str) -> tuple[Filter, ...]:
    return tuple(
        replace(each, paths=tuple(f"{side}.{each.paths[0]}" for side in SIDES), sides=True)
        for each in _days(path, what)
    )


CONTESTED = Filter("contested", "Whether live claims about it disagree.", ("contested.eq",), "true")

AGREEMENTS = (
    _country(
        "releases.some.nationalities.some", "Nationals of this country were freed.", "nationality", "US"
    ),
    _country("parties.some.country", "A country that is party to it."),
    *_days("announcedOn", "in which it was announced"),
    _word("kind", "What sort of agreement it is.", "RECIPROCAL_STEPS"),
    _word("status", "What became of it.", "PARTLY_PERFORMED"),
    _word("releases.some.slug", "A release that came of it, by its slug.", "by-us-2025-12-13", "release"),
    _word("reliefs.some.slug", "A relief that came of it, by its slug.", "us-gl13", "relief"),
    _word(
        "releases.some.members.some.detainee.slug", "Somebody freed, by slug.", "ales-bialiatski", "detainee"
    ),
    _word("reliefs.some.programs.some.code", "A program that was eased.", "BELARUS-EO14038", "program"),
    _word("reliefs.some.authority.slug", "An authority that gave relief.", "ofac", "authority"),
    _word("reliefs.some.targets.some.slug", "Whom relief was for, by slug.", "belaruskali", "target"),
    CONTESTED,
    _text("Words of its title.", "title.contains", example="pardon"),
)
RELEASES = (
    _country("nationalities.some", "Nationals of this country were freed.", "nationality", "US"),
    _country("country", "The country that let them go."),
    *_days("releasedOn", "in which they were let go"),
    _word("mode", "The legal form: a pardon, an amnesty, a swap and so on.", "PARDON"),
    _word(
        "agreements.some.slug",
        "An agreement that it was part of, by its slug.",
        "by-us-2025-12-13",
        "agreement",
    ),
    _word("inExchangeFor.some.slug", "A relief that it is tied to, by its slug.", "us-gl13", "relief"),
    _word("members.some.detainee.slug", "Somebody freed, by slug.", "ales-bialiatski", "detainee"),
    _word(
        "inExchangeFor.some.programs.some.code",
        "A program that was eased for it.",
        "BELARUS-EO14038",
        "program",
    ),
    _word("inExchangeFor.some.authority.slug", "An authority that gave relief for it.", "ofac", "authority"),
    _word("inExchangeFor.some.targets.some.slug", "Whom relief was for, by slug.", "belaruskali", "target"),
    CONTESTED,
    _text("Words of its title.", "title.contains", example="pardon"),
)
DETAINEES = (
    _country("nationalities.some.country", "The person's nationality.", "nationality"),
    _country("detentions.some.country", "The country where the person is or was held."),
    *_days("releases.some.release.releasedOn", "in which the person was let go"),
    _word("status", "Where the person is now.", "RELEASED"),
    _word("sex", "The person's sex.", "FEMALE"),
    _word("recognitions.some.label", "What a body calls the person.", "POLITICAL_PRISONER", "recognition"),
    _word("charges.some.category", "What the person is or was accused of.", "EXTREMISM", "charge"),
    _word("releases.some.outcome", "What became of the person in a release.", "FREED", "outcome"),
    _word("releases.some.release.slug", "A release, by its slug.", "by-us-2025-12-13", "release"),
    _word(
        "releases.some.release.agreements.some.slug",
        "An agreement, by its slug.",
        "by-us-2025-12-13",
        "agreement",
    ),
    CONTESTED,
    _text(
        "Words of the name, in any script we have it in.",
        "name.contains",
        "names.some.text.contains",
        example="Bialiatski",
    ),
)
DETENTIONS = (
    _country("detainee.nationalities.some.country", "The detainee's nationality.", "nationality"),
    _country("country", "The country where the person is or was held."),
    *_days("startedOn", "in which it began"),
    _word("legalStatus", "The person's standing before the law.", "CONVICTED"),
    _word("detainee.slug", "The detainee, by slug.", "ales-bialiatski", "detainee"),
    _word("captor.slug", "Who held the person, where it was no state, by slug.", "taliban", "captor"),
    CONTESTED,
)
CHARGES = (
    _country("detainee.nationalities.some.country", "The detainee's nationality.", "nationality"),
    _country("detention.country", "The country where the person is or was held."),
    *_days("decidedOn", "in which it was decided"),
    _word("category", "What sort of charge it is.", "EXTREMISM"),
    _word("stage", "How far it went.", "CONVICTED"),
    _word("detainee.slug", "The detainee, by slug.", "ales-bialiatski", "detainee"),
    CONTESTED,
    _text("Words of its title.", "title.contains", example="smuggling"),
)
EXCHANGES = (
    _of_a_side(
        "nationality", "nationalities.some.iso2.in", "Nationals of this country were freed.", "US", ISO2
    ),
    _of_a_side("country", "country.iso2.in", "The country that let them go.", "BY", ISO2),
    *_days_of_a_side("releasedOn", "in which they were let go"),
    Filter(
        "counterpart",
        "The country that gave something for it: relief, a release of its own, or something else.",
        (
            "relief.country.iso2.in",
            "counterRelease.country.iso2.in",
            "concession.giver.iso2.in",
            "release.country.iso2.in",
        ),
        "US",
        ISO2,
        upper=True,
    ),
    Filter(
        "scope",
        "THIS_RELEASE leaves out the rows of running totals, which must not be added.",
        ("release.counts.some.scope.in",),
        "THIS_RELEASE",
        rows=True,
    ),
    _word("relation", "How the two are tied, in the editors' reading.", "IN_EXCHANGE_FOR"),
    _word("relief.kind", "The legal form of the relief.", "GENERAL_LICENSE", "kind"),
    _word("relief.status", "How the relief stands.", "IN_FORCE", "status"),
    _word("agreement.slug", "The agreement, by its slug.", "by-us-2025-12-13", "agreement"),
    _of_a_side("release", "slug.in", "The release, by its slug.", "by-us-2025-12-13"),
    _word("relief.slug", "The relief, by its slug.", "us-gl13", "relief"),
    Filter(
        "detainee",
        "Somebody freed in it, by slug.",
        tuple(f"{side}.members.some.detainee.slug.in" for side in SIDES),
        "ales-bialiatski",
    ),
    _word("relief.programs.some.code", "A program that was eased.", "BELARUS-EO14038", "program"),
    _word("relief.authority.slug", "The authority that gave relief.", "ofac", "authority"),
    _word("relief.targets.some.slug", "Whom relief was for, by slug.", "belaruskali", "target"),
    CONTESTED,
)
RELIEFS = (
    _country(
        "inReturnFor.some.nationalities.some",
        "Nationals of this country were freed for it.",
        "nationality",
        "US",
    ),
    _country("country", "The country or union that granted it.", example="US"),
    *_days("announcedOn", "in which it was announced"),
    _word("kind", "The legal form: a license, a waiver, a delisting and so on.", "GENERAL_LICENSE"),
    _word("status", "How it stands.", "IN_FORCE"),
    _word("authority.slug", "The body that granted it, by slug.", "ofac", "authority"),
    _word("programs.some.code", "A program that it eases.", "BELARUS-EO14038", "program"),
    _word("targets.some.slug", "Whom or what it is for, by slug.", "belaruskali", "target"),
    _word(
        "agreements.some.slug",
        "An agreement that it was part of, by its slug.",
        "by-us-2025-12-13",
        "agreement",
    ),
    _word(
        "inReturnFor.some.slug", "A release that it is tied to, by its slug.", "by-us-2025-12-13", "release"
    ),
    CONTESTED,
    _text("Words of its title.", "title.contains", example="potash"),
)
PROGRAMS = (
    _country("country", "The country or union whose program it is.", example="US"),
    _country("targetCountries.some", "A country that it is about.", "targetCountry"),
    _word("authority.slug", "The authority that keeps it, by slug.", "ofac", "authority"),
    _word("status", "Whether targets are still listed under it.", "ACTIVE"),
    Filter("measure", "What it does to its targets.", ("measures.hasAny",), "ASSET_FREEZE"),
    _text("Words of its name.", "name.contains", example="Belarus"),
)
SANCTIONS = (
    _country("country", "The country or union that imposed it.", example="US"),
    _country("target.countries.some", "A country that the target belongs to.", "targetCountry"),
    *_days("listedOn", "in which the target was listed"),
    _word(
        "target.kind",
        "What the target is: a person, an organization, a vessel and so on.",
        "AIRCRAFT",
        "kind",
    ),
    _word("authority.slug", "The authority that imposed it, by slug.", "ofac", "authority"),
    _word("programs.some.code", "A program under which it was imposed.", "BELARUS-EO14038", "program"),
    _word("target.slug", "The target, by slug.", "belaruskali", "target"),
    Filter("measure", "What it does to the target.", ("measures.hasAny",), "ASSET_FREEZE"),
    _word("list", "The list that it stands on.", "SDN"),
    _word("datasets.some.slug", "Where the row comes from, by slug.", "detente-dossiers", "dataset"),
    _word("reliefs.some.slug", "A relief that touches it, by its slug.", "us-gl13", "relief"),
    Filter("inForceOn", "Whether it bound on this day.", ("inForceOn",), "2025-12-13"),
    CONTESTED,
    _text(
        "Words of the target's name, in any form.",
        "target.name.contains",
        "target.names.some.text.contains",
        example="potash",
    ),
)
TARGETS = (
    _country("countries.some", "A country that it belongs to."),
    _word("kind", "A person, an organization, a vessel and so on.", "AIRCRAFT"),
    _word("sanctions.some.authority.slug", "An authority that listed it, by slug.", "ofac", "authority"),
    _word(
        "sanctions.some.programs.some.code",
        "A program under which it was listed.",
        "BELARUS-EO14038",
        "program",
    ),
    _word("datasets.some.slug", "Where the row comes from, by slug.", "detente-dossiers", "dataset"),
    _word("detainee.slug", "The same person as a detainee, by slug.", "ales-bialiatski", "detainee"),
    _text("Words of its name, in any form.", "name.contains", "names.some.text.contains", example="potash"),
)
COUNTRIES = (
    _word("kind", "A state, a territory, a union, or one that is no more.", "UNION"),
    _word("region", "The region, as the United Nations divide the world.", "Europe"),
    _text("Words of its name.", "name.contains", example="land"),
)
ORGANIZATIONS = (
    _word("kind", "What sort of body it is.", "STATE_BODY"),
    _country("country", "The country that it belongs to.", example="US"),
    _text("Words of its name.", "name.contains", example="Ministry"),
)
SOURCES = (
    _word("kind", "What sort of source it is.", "NEWS"),
    _word("publisher.slug", "Who published it, by slug.", "viasna", "publisher"),
    *_days("publishedOn", "in which it was published"),
    _word("language", "Its language, as a code.", "de"),
    Filter("stateControlled", "Whether a state controls its publisher.", ("stateControlled.eq",), "true"),
    _text("Words of its title.", "title.contains", example="prisoners"),
)
CLAIMS = (
    _word("stance", "Whether the speaker asserts it, denies it and so on.", "DENIES"),
    _word("verification", "How far it is verified.", "REFUTED"),
    *_days("statedOn", "in which it was said"),
    _word("source.slug", "Where it was read, by slug.", "os-eu-blr", "source"),
    _word("speakerOrganization.slug", "The body that says it, by slug.", "viasna", "organization"),
    _word("field", "The field that it is about, as we name it.", "total"),
    _text("Words of the statement.", "statement.contains", example="released"),
)
CHANGES = (
    Filter("since", "Only what came after this revision.", ("revision.gt",), "0"),
    _word("operation", "Whether something was added, modified, deleted or merged.", "ADD"),
    _word("subjectType", "The type of what changed.", "Release", "type"),
)

DECLARED = (
    Declared("agreements", "Agreement", "slug", AGREEMENTS, "by-us-2025-12-13"),
    Declared("releases", "Release", "slug", RELEASES, "by-us-2025-12-13"),
    Declared("detainees", "Detainee", "slug", DETAINEES, "ales-bialiatski"),
    Declared("detentions", "Detention", "id", DETENTIONS),
    Declared("charges", "Charge", "id", CHARGES),
    Declared("exchanges", "Exchange", "id", EXCHANGES, sort="-release.releasedOn", flat=True),
    Declared("reliefs", "Relief", "slug", RELIEFS, "us-gl13"),
    Declared("programs", "SanctionProgram", "code", PROGRAMS, "BELARUS-EO14038"),
    Declared("sanctions", "Sanction", "slug", SANCTIONS),
    Declared("targets", "Target", "slug", TARGETS, "belaruskali"),
    Declared("countries", "Country", "iso2", COUNTRIES, "BY"),
    Declared("organizations", "Organization", "slug", ORGANIZATIONS, "ofac"),
    Declared("sources", "Source", "slug", SOURCES),
    Declared("claims", "Claim", "id", CLAIMS),
    Declared("changes", "Change", "id", CHANGES),
)
