"""A newsroom's own list: a table with id, kind and name, and whatever else it knows, as CSV or TSV."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from seeds.lists.entries import Authority
from seeds.lists.metadata import Metadata, OfficialList
from seeds.lists.newsroom.mapper import map_record
from seeds.lists.newsroom.reader import Row, read
from seeds.lists.slugs import slug_of

SLUG = "newsroom"


@dataclass(frozen=True, slots=True)
class Newsroom:
    """What a table does not say of itself: what the list is called, whose it is, and what its columns are called."""

    slug: str = SLUG
    title: str = "A newsroom's own list"
    publisher: str = "Newsroom"
    license: str = "All rights reserved"
    columns: Mapping[str, str] = field(default_factory=dict)
    """The column that holds each field, where it does not bear the field's name."""


def newsroom(about: Newsroom = Newsroom()) -> OfficialList[Row]:
    """The list that a newsroom describes."""
    publisher = Authority(slug_of("newsroom", about.publisher), about.publisher)
    metadata = Metadata(about.slug, about.title, publisher, about.license, None)
    return OfficialList(
        metadata,
        partial(read, columns=about.columns),
        partial(map_record, metadata=metadata),
        lambda _: None,
    )
