"""Declares the questions that a client may ask."""

import strawberry

from schema.binding import Argument, NodeById, Rows, bound, connection, rows
from schema.types import figures
from schema.types.agreements import Agreement
from schema.types.changes import Change, Dataset
from schema.types.claims import Claim
from schema.types.figures import ReleaseFigure, SanctionFigure
from schema.types.node import Connection, Node
from schema.types.people import Charge, Detainee, Detention
from schema.types.releases import Release
from schema.types.relief import Exchange, Relief
from schema.types.sanctions import Sanction, SanctionProgram, Target
from schema.types.search import SearchAnswer, SearchConnection, search, search_many
from schema.types.world import Country, Organization, Source

ALL = "true"
SLUG = Argument("slug", str, "Its slug: the readable, stable key.")
BY_SLUG = "{row}.slug = {slug}"


@strawberry.type(description="Everything that can be asked.")
class Query:
    node: Node | None = bound(
        NodeById("id"),
        "The thing with this id, whatever its type; null where there is none.",
        Argument("id", strawberry.ID, "A global id, as `id` fields give it."),
    )
    nodes: list[Node | None] = bound(
        NodeById("ids"),
        "The things with these ids, in their order, with null where there is none.",
        Argument("ids", list[strawberry.ID], "Global ids, as `id` fields give them; 500 at the most."),
    )
    country: Country | None = rows(
        "The country with this code.",
        "{row}.iso2 = upper({iso2})",
        Argument("iso2", str, 'Its two-letter ISO 3166 code, such as "BY"; "EU" for the European Union.'),
    )
    detainee: Detainee | None = rows("The detainee with this slug.", BY_SLUG, SLUG)
    agreement: Agreement | None = rows("The agreement with this slug.", BY_SLUG, SLUG)
    release: Release | None = rows("The release with this slug.", BY_SLUG, SLUG)
    relief: Relief | None = rows("The relief with this slug.", BY_SLUG, SLUG)
    program: SanctionProgram | None = rows(
        "The sanctions program with this code.",
        "{row}.code = {code}",
        Argument("code", str, 'Its code, such as "BELARUS-EO14038".'),
    )
    sanction: Sanction | None = rows("The sanction with this slug.", BY_SLUG, SLUG)
    target: Target | None = rows("The target with this slug.", BY_SLUG, SLUG)
    organization: Organization | None = rows("The organization with this slug.", BY_SLUG, SLUG)
    source: Source | None = rows("The source with this slug.", BY_SLUG, SLUG)
    countries: Connection[Country] = connection("All countries, territories and unions, by name.", ALL)
    detainees: Connection[Detainee] = connection("All detainees, by name; those withheld come last.", ALL)
    detentions: Connection[Detention] = connection("All detentions, newest first.", ALL)
    charges: Connection[Charge] = connection("All charges.", ALL)
    agreements: Connection[Agreement] = connection("All agreements, newest first.", ALL)
    exchanges: Connection[Exchange] = connection(
        "All exchanges: who was freed for what, and who says so.", ALL
    )
    releases: Connection[Release] = connection("All releases, newest first.", ALL)
    reliefs: Connection[Relief] = connection("All relief from sanctions, newest first.", ALL)
    programs: Connection[SanctionProgram] = connection("All sanctions programs, by name.", ALL)
    sanctions: Connection[Sanction] = connection("All sanctions, newest listings first.", ALL)
    targets: Connection[Target] = connection("All targets of sanctions, by name.", ALL)
    organizations: Connection[Organization] = connection("All organizations, by name.", ALL)
    sources: Connection[Source] = connection("All sources, newest first.", ALL)
    claims: Connection[Claim] = connection("All claims.", ALL)
    changes: Connection[Change] = connection(
        "What changed, oldest first.",
        ALL,
        Argument("since", int | None, "Only what came after this revision."),
        filters={"since": "{row}.revision > {since}"},
    )
    release_figures: list[ReleaseFigure] = figures.release_figures
    sanction_figures: list[SanctionFigure] = figures.sanction_figures
    search: SearchConnection = search
    search_many: list[SearchAnswer] = search_many
    dataset: Dataset = bound(Rows(ALL), "The data as a whole: its revision, size, sources and license.")
