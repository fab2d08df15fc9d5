"""Makes the errors by which the engine refuses an operation.

Refused            the operation is not run; ``errors`` is what the client is told
└── NotAQuery      it would change something, or never end
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graphql import GraphQLError

if TYPE_CHECKING:
    from api.engine.sites import Site


LONGEST = 500


class Refused(Exception):
    """An operation that is not run: its errors in GraphQL's shape, each with a code."""

    def __init__(self, errors: Sequence[dict[str, Any]], status: int = 400) -> None:
        super().__init__(errors[0]["message"])
        self.errors = list(errors)
        self.status = status


class NotAQuery(Refused):
    """A mutation or a subscription: only queries are run here."""


def refuse(error: GraphQLError | str, code: str) -> Refused:
    """Return the refusal for one error."""
    return refuse_all([error if isinstance(error, GraphQLError) else GraphQLError(error)], code)


def refuse_all(errors: Sequence[GraphQLError], code: str) -> Refused:
    """Return the refusal for several errors of one kind."""
    return Refused(
        [{**error.formatted, "message": _short(error), "extensions": {"code": code}} for error in errors]
    )


def _short(error: GraphQLError) -> str:
    """Return its message, which may quote what was sent, at a length that can be read."""
    return error.message if len(error.message) <= LONGEST else f"{error.message[:LONGEST]} …"


def bad_input(message: str, site: "Site") -> Refused:
    """Return the refusal of an argument, with the path of its field."""
    return refuse(GraphQLError(message, nodes=site.node, path=list(site.path)), "BAD_USER_INPUT")
