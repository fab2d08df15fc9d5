"""Declares what official lists say of a target: their entries, addresses, details and ties."""

import strawberry

from schema.binding import Key, column, link, value_table
from schema.enums import DetailKind, LinkKind
from schema.scalars import URL, Date
from schema.types.names import Country, DatasetSource, Target

BY_POSITION = (Key("position", "integer"), Key("dataset_id", "bigint"))


@value_table(
    "list_entry", Key("first_seen_on", "date"), Key("dataset_id", "bigint"), Key("key", "text", collation="C")
)
@strawberry.type(
    description="An entry of an official list. It stays here when it leaves the list, with the day."
)
class ListEntry:
    dataset: DatasetSource = link("The list, with its publisher, license and the day it was taken.")
    key: str = column("The entry's own number on the list.", sortable=False)
    remarks: str | None = column("What the list remarks, word for word.", filterable=False, sortable=False)
    url: URL | None = column("A page about the entry.", filterable=False, sortable=False)
    first_seen_on: Date = column(
        "The day of the first list of ours that has it. The list may have had it before: see `listedOn` of the sanction."
    )
    gone_on: Date | None = column(
        "The day of the first list of ours that has it no more; null while it stands."
    )


@value_table("target_address", *BY_POSITION)
@strawberry.type(description="A place that a list gives for a target.")
class Address:
    street: str | None = column("Street, house, building or box.", filterable=False, sortable=False)
    city: str | None = column(
        "The city, and whatever the list writes beside it.", filterable=False, sortable=False
    )
    region: str | None = column("State, province or region.", filterable=False, sortable=False)
    postal_code: str | None = column("The postal code.", filterable=False, sortable=False)
    country: Country | None = link("The country.")
    note: str | None = column("What else the list says of it.", filterable=False, sortable=False)
    dataset: DatasetSource = link("The list that gives it.")


@value_table("target_detail", *BY_POSITION)
@strawberry.type(
    description="One thing that a list says of a target: a post held, a place of birth, the flag of a ship."
)
class Detail:
    kind: DetailKind = column("What it is about.")
    value: str = column(
        "What the list says. Dates are EDTF; countries are two-letter codes where they are known.",
        filterable=False,
        sortable=False,
    )
    dataset: DatasetSource = link("The list that says so.")


@value_table("target_link", *BY_POSITION)
@strawberry.type(description="A tie to another target, as a list has it.")
class TargetLink:
    kind: LinkKind = column("How they are tied.")
    name: str = column("The other's name, as the list prints it.", filterable=False, sortable=False)
    target: Target | None = link("The other, where the list has just one entry of that name.", "other_id")
    dataset: DatasetSource = link("The list that says so.")
