"""Declares search: what it finds, and how well that fits."""

from typing import Annotated

import strawberry

from schema.binding import PAGE_ARGUMENTS, AnyNode, Argument, Key, PagePart, Rows, bound, column, rows
from schema.enums import SearchType, TargetKind
from schema.types.agreements import Agreement
from schema.types.node import PageInfo
from schema.types.people import Detainee
from schema.types.releases import Release
from schema.types.relief import Relief
from schema.types.sanctions import SanctionProgram, Target
from schema.types.world import Country, Organization

# The word that the database has for each type.
FOUND = (
    ("Country", SearchType.COUNTRY.value),
    ("Detainee", SearchType.DETAINEE.value),
    ("Target", SearchType.TARGET.value),
    ("Organization", SearchType.ORGANIZATION.value),
    ("SanctionProgram", SearchType.SANCTION_PROGRAM.value),
    ("Agreement", SearchType.AGREEMENT.value),
    ("Release", SearchType.RELEASE.value),
    ("Relief", SearchType.RELIEF.value),
)
READS = 2_000
"""The keys that a search weighs, and the words that lead to them."""
BEST_FIRST = (
    Key("distance", "integer"),
    Key("type", "search_type", words=frozenset(word.value for word in SearchType)),
    Key("id", "bigint"),
)

SearchResult = Annotated[
    Detainee | Target | Agreement | Release | Relief | SanctionProgram | Country | Organization,
    strawberry.union("SearchResult", description="Whatever a search can find."),
]


@strawberry.type(description="A word of a query, and what answers it in the name that was found.")
class SearchWord:
    asked: str = column("The word as it is compared: in small letters, without punctuation.")
    found: str | None = column("The word of the name that is most like it; null where none is.")
    likeness: float = column("How alike the two sound, from 0 to 1, whatever script each is written in.")
    weight: float = column("How much the word says, from 0 to 1: the less, the more names hold it.")


@strawberry.type(description="Something that a search found.")
class SearchHit:
    node: SearchResult = bound(AnyNode("type", "id", FOUND), "What was found.")
    score: float = column(
        "How well it fits, from 0 to 1, on one scale for all queries. 1: a name of it is just what was asked for. From"
        " about 0.85 it is most likely meant; below 0.75, names that merely share words or sound alike begin."
    )
    matched: str = column(
        "The name, title or code that fits best, as it is written: an alias, say, or a name in its own script."
    )
    words: list[SearchWord] = rows(
        "Why it fits: each word of the query, in its order, and what answers it.",
        "true",
        table="search_words_of({parent}.words)",
        order=(Key("place", "integer"),),
    )


@strawberry.type(description="A hit of a search, with its cursor.")
class SearchEdge:
    cursor: str = bound(
        PagePart(), "Marks this hit's place: give it to `after` or `before` for the next page."
    )
    node: SearchHit = bound(PagePart(), "The hit itself.")


@strawberry.type(description="What a search found, best first, read page by page.")
class SearchConnection:
    edges: list[SearchEdge] = bound(PagePart(), "The hits of this page, each with its cursor.")
    nodes: list[SearchHit] = bound(PagePart(), "The hits of this page.")
    page_info: PageInfo = bound(PagePart(), "Where this page stands in the whole list.")
    total_count: int = bound(
        PagePart(), "How many hits there are on all pages together; a search shows 500 at the most."
    )


QUERY = "What to look for: a name or a part of one, a title, a code."
TYPES = "Only things of these types; of all unless told."
KINDS = "Only persons, organizations, ships and so on. A detainee is a PERSON, an organization an ORGANIZATION, a country a COUNTRY."
COUNTRIES = (
    'Only what belongs to one of these countries, by their two-letter codes, such as "BY": nationals, companies,'
    " releases and relief of a country, programs that are about it, agreements that it is a party to."
)
BORN = "Only people who were, or may have been, born in this year."
PROGRAMS = (
    "Only what stands under one of these sanctions programs, by their codes or the codes of official lists."
)

search: SearchConnection = bound(
    Rows(
        "true",
        table="search_hits({query}, {types}, {kinds}, {countries}, {born}, {programs})",
        order=BEST_FIRST,
        reads=READS,
    ),
    "Whatever has a name, title or code like this, best first, and each thing once. Case, accents, script and the order"
    " of words do not matter: names are compared by how they sound, so that a name in Latin letters is found by its"
    " Cyrillic or Arabic form and the other way round, and other spellings and small mistakes are forgiven. One or two"
    " letters find only what begins with them. Nobody is found by a name that is withheld.",
    Argument("query", str, QUERY),
    Argument("types", list[SearchType] | None, TYPES),
    Argument("kinds", list[TargetKind] | None, KINDS),
    Argument("countries", list[str] | None, COUNTRIES),
    Argument("born", int | None, BORN),
    Argument("programs", list[str] | None, PROGRAMS),
    *PAGE_ARGUMENTS,
)


@strawberry.input(description="One of many searches that are asked at once.")
class SearchQuery:
    query: str = strawberry.field(description=QUERY)
    types: list[SearchType] | None = strawberry.field(default=None, description=TYPES)
    kinds: list[TargetKind] | None = strawberry.field(default=None, description=KINDS)
    countries: list[str] | None = strawberry.field(default=None, description=COUNTRIES)
    born: int | None = strawberry.field(default=None, description=BORN)
    programs: list[str] | None = strawberry.field(default=None, description=PROGRAMS)
    first: int = strawberry.field(
        default=10, description="Take this many of the best hits (10 unless told, 100 at the most)."
    )


@strawberry.type(description="What one of many searches found.")
class SearchAnswer:
    query: str = column("What was looked for.")
    hits: list[SearchHit] = bound(
        Rows(
            "true",
            table="search_hits({parent}.query, {parent}.types, {parent}.kinds, {parent}.countries, {parent}.born,"
            " {parent}.programs, {parent}.first)",
            order=BEST_FIRST,
            reads=READS,
        ),
        "The best hits, best first; none where nothing is found.",
    )


search_many: list[SearchAnswer] = bound(
    Rows("true", table="search_queries({queries})", order=(Key("place", "integer"),)),
    "Many searches at once, such as the names of a spreadsheet to be held against the sanctions lists: one answer to each,"
    " in their order.",
    Argument("queries", list[SearchQuery], "What to look for; 100 searches at the most."),
)
