"""Declares what changed, and the dataset as a whole."""

import strawberry

from schema.binding import AnyNode, Key, bound, column, link, rows, table, value_table
from schema.enums import ChangeOperation
from schema.scalars import URL, Date, DateTime
from schema.types.names import Organization, Source
from schema.types.node import Node


@table("published_change", Key("revision", "integer"))
@strawberry.type(description="One thing that changed, for feeds and for readers who ask what is new.")
class Change(Node):
    revision: int = column("The revision of the data that brought it; revisions count up by one.")
    at: DateTime = column("When.")
    operation: ChangeOperation = column(
        "Whether something was added, modified, deleted or merged into another."
    )
    subject: Node | None = bound(
        AnyNode("subject_type", "subject_id"),
        "What changed, as it is now; null where it is gone or has no id.",
    )
    subject_type: str = column("The type of what changed.")
    fields: list[str] = column("The fields that changed; empty where the whole thing was added or deleted.")
    reason: str | None = column("Why, where it was said.")


@value_table("type_count", Key("type", "text", collation="C"))
@strawberry.type(description="How many rows of a type there are.")
class TypeCount:
    type: str = column("The type.")
    count: int = column("How many.")


@value_table("dataset_source", Key("slug", "text", collation="C"))
@strawberry.type(
    description="Where rows come from: our own dossiers or an official list, each with its license."
)
class DatasetSource:
    slug: str = column("Its readable, stable key.")
    title: str = column("Its title.")
    publisher: Organization = link("Who publishes it.")
    url: URL | None = column("Where it is published.")
    license: str = column("The terms under which its rows may be reused.")
    retrieved_on: Date | None = column("When we took it last.")
    published_on: Date | None = column(
        "The day as of which we have it: the one that the list itself bears, where it bears one."
    )
    checksum: str | None = column(
        "SHA-256 of the files that we took last, in their order.", filterable=False, sortable=False
    )
    source: Source | None = link(
        "The list as a source; null for our own dossiers, whose records name theirs."
    )


@value_table("dataset", Key("revision", "integer"))
@strawberry.type(description="The data as a whole, as of the revision that this answer was read at.")
class Dataset:
    revision: int = column("The number of the last change to the data.")
    updated_at: DateTime = column("When that was.")
    license: str = column("The terms under which the curated data may be reused.")
    counts: list[TypeCount] = rows("How many rows of each type there are.", "true")
    sources: list[DatasetSource] = rows("Where the rows come from.", "true")
