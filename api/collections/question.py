"""What a client asks of a collection: which rows, in what order, which page, which fields."""

from dataclasses import dataclass, field
from typing import Any

from api.collections.filters import Where
from api.collections.sorting import Order

USUAL = 50
"""Rows of a page where nobody says how many."""
LARGEST = 500
"""Rows of one page; the engine gives no more."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a collection.

    Attributes:
        after: The cursor behind which the page begins.
        before: The cursor before which it ends.
        total: Whether to say how many rows there are on all pages together.
        fields: What is told of each row; None for all.
        given: The values of the plain filters, as they were sent.
    """

    where: Where = field(default_factory=dict)
    order: Order = field(default_factory=list)
    limit: int = USUAL
    after: str | None = None
    before: str | None = None
    total: bool = False
    fields: tuple[str, ...] | None = None
    given: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def variables(self) -> dict[str, Any]:
        """Return the variables of a list's operation; what is not asked is left out."""
        ends = {"last": self.limit, "before": self.before} if self.before else {"first": self.limit}
        asked = {**ends, "after": self.after, "where": self.where, "orderBy": self.order}
        return {name: value for name, value in asked.items() if value} | (
            {"total": True} if self.total else {}
        )
