"""Declares search: what it finds, and how well that fits."""

from typing import Annotated

import strawberry

from schema.binding import PAGE_ARGUMENTS, AnyNode, Argument, Key, PagePart, Rows, bound, column
from schema.enums import SearchType
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
BEST_FIRST = (
    Key("distance", "integer"),
    Key("type", "search_type", words=frozenset(word.value for word in SearchType)),
    Key("id", "bigint"),
)

SearchResult = Annotated[
    Detainee | Target | Agreement | Release | Relief | SanctionProgram | Country | Organization,
    strawberry.union("SearchResult", description="Whatever a search can find."),
]


@strawberry.type(description="Something that a search found.")
class SearchHit:
    node: SearchResult = bound(AnyNode("type", "id", FOUND), "What was found.")
    score: float = column(
        "How well it fits, from 0 to 1. 1: a name of it is just what was asked for. From 0.85: a name begins with"
        " that. From 0.7: a name holds all its words. Below: a name resembles it."
    )
    matched: str = column(
        "The name, title or code that fits best, as it is written: an alias, say, or a name in its own script."
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


search: SearchConnection = bound(
    Rows("true", table="search_hits({query}, {types})", order=BEST_FIRST),
    "Whatever has a name, title or code like this, best first, and each thing once. Case, accents and the order of"
    " words do not matter, small mistakes in spelling are forgiven, and names are found in every script that we hold"
    " them in. One or two letters find only what begins with them. Nobody is found by a name that is withheld.",
    Argument("query", str, "What to look for: a name or a part of one, a title, a code."),
    Argument("types", list[SearchType] | None, "Only things of these types; of all unless told."),
    *PAGE_ARGUMENTS,
)
