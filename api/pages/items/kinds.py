"""All kinds of things that have pages of their own."""

from collections.abc import Mapping

from api.pages.items import (
    agreement,
    country,
    detainee,
    organization,
    program,
    release,
    relief,
    sanction,
    source,
    target,
)
from api.pages.items.item import Item

ITEMS: Mapping[str, Item] = {
    module.ITEM.plural: module.ITEM
    for module in (
        agreement,
        release,
        detainee,
        relief,
        target,
        program,
        country,
        organization,
        source,
        sanction,
    )
}
"""By the word in their addresses."""
