"""Declares what many types share: ids, pages, counts, names, and resting on claims."""

from typing import Generic, TypeVar

import strawberry

from schema.binding import GlobalId, PagePart, bound, column, computed, connection, link, rows
from schema.enums import Completeness, IdentifierScheme, NameKind, NameQuality
from schema.scalars import URL
from schema.types.names import Claim, Country, Source

T = TypeVar("T")


@strawberry.interface(description="Anything with an id that finds it again, whatever its type.")
class Node:
    id: strawberry.ID = bound(
        GlobalId(), "An id that is unique over all types and stays the same; give it to `node(id:)`."
    )


@strawberry.type(description="Where a page stands in the whole list.")
class PageInfo:
    has_next_page: bool = bound(PagePart(), "Whether more follows this page.")
    has_previous_page: bool = bound(PagePart(), "Whether something comes before this page.")
    start_cursor: str | None = bound(PagePart(), "The cursor of the first row; null where the page is empty.")
    end_cursor: str | None = bound(PagePart(), "The cursor of the last row; null where the page is empty.")


@strawberry.type(description="One row of a page, with its cursor.")
class Edge(Generic[T]):
    cursor: str = bound(
        PagePart(), "Marks this row's place: give it to `after` or `before` for the next page."
    )
    node: T = bound(PagePart(), "The row itself.")


@strawberry.type(description="A list that may be long, read page by page.")
class Connection(Generic[T]):
    edges: list[Edge[T]] = bound(PagePart(), "The rows of this page, each with its cursor.")
    nodes: list[T] = bound(PagePart(), "The rows of this page.")
    page_info: PageInfo = bound(PagePart(), "Where this page stands in the whole list.")
    total_count: int = bound(PagePart(), "How many rows there are on all pages together.")


@strawberry.interface(
    description="Anything that rests on what somebody said. Values are the editors' best reading of the claims."
)
class Sourced:
    claims: Connection[Claim] = connection(
        "Who says what about this, in the editors' order.", "{row}.{owner}_id = {parent}.id"
    )
    sources: list[Source] = rows(
        "Every source that a claim about this was read in.",
        "{row}.id IN (SELECT c.source_id FROM claim c WHERE c.{owner}_id = {parent}.id)",
    )
    contested: bool = computed(
        "True where two live claims about this disagree. A claim is live until it is refuted or retracted.",
        "EXISTS (SELECT FROM claim c CROSS JOIN LATERAL (SELECT FROM contradiction x WHERE x.claim_id = c.id OFFSET 0) x"
        " WHERE c.{owner}_id = {row}.id OFFSET 0)",
        filterable=True,
    )


@strawberry.type(
    description="A number with what is known about it. `value` is null where people are known to be there"
    " and the number is not."
)
class Count:
    value: int | None = column("The best single number, where there is one.")
    min: int | None = column("At least this many, where a lower bound is known.")
    max: int | None = column("At most this many, where an upper bound is known.")
    completeness: Completeness = column("How far the number can be trusted to be the whole.")


@strawberry.type(description="One form of a name.")
class Name:
    text: str = column("The name as it is written.")
    language: str | None = column('The language of this form, as a code such as "be" or "ru".')
    script: str | None = column('The script of this form, as a code such as "Cyrl" or "Arab".')
    kind: NameKind = column("What sort of form it is.")
    quality: NameQuality | None = column(
        "How surely it belongs to whom it stands under, where the list says so."
    )


@strawberry.type(description="A number or code under which others know the same person or thing.")
class Identifier:
    scheme: IdentifierScheme = column("Who gives out identifiers of this kind.")
    value: str = column("The identifier itself.")
    url: URL | None = column("A page about it.", filterable=False, sortable=False)
    country: Country | None = link("The country that issued it.")
    note: str | None = column(
        "What sort of number it is and what else is said of it, in the source's words.",
        filterable=False,
        sortable=False,
    )
