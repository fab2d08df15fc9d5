"""Prepares what a request asks: at once where it was compiled before, else in its turn."""

from dataclasses import dataclass, field

from api import logs
from api.clients.ticket import PER_CHARACTER, Ticket
from api.engine import Engine, NotAQuery, Prepared
from api.errors import MethodNotAllowed
from api.graph.documents import Named
from api.graph.request import GraphRequest
from api.web.turns import Turns

# Variables beyond it take long enough to be read that they wait for their turn.
LIGHT = 8 * 1024


@dataclass(frozen=True, slots=True)
class Preparing:
    """The engine, and who waits for it."""

    engine: Engine
    turns: Turns = field(default_factory=Turns)

    async def prepare(self, asked: GraphRequest, named: Named, ticket: Ticket, *, by_post: bool) -> Prepared:
        """Return the operation ready to run; refuse what is none, or may not be asked by this method."""
        try:
            return await self._prepare(asked, named, ticket)
        except NotAQuery as refusal:
            if by_post:
                raise
            raise MethodNotAllowed(str(refusal), "send it by POST.", "POST") from None

    async def _prepare(self, asked: GraphRequest, named: Named, ticket: Ticket) -> Prepared:
        text, variables, name = named.text, asked.variables, asked.operation_name
        if asked.variables_size <= LIGHT:
            kept = self.engine.recall(text, variables, name, tell_cost=asked.tell_cost, trusted=named.trusted)
            if kept is not None:
                return kept
        if not named.trusted:
            # Before it is read: what is refused then, was work too.
            await ticket.pay(PER_CHARACTER * len(text))
        async with self.turns.take(len(text) + asked.variables_size):
            with logs.stage("prepare"):
                return self.engine.prepare(
                    text, variables, name, tell_cost=asked.tell_cost, trusted=named.trusted
                )
