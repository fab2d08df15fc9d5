"""Asks the engine: one operation, at most one statement, the answer as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from api import logs
from api.answers import Answers, Conditions
from api.clients.ticket import PER_CHARACTER, Ticket
from api.engine import Engine
from api.errors import Headers
from api.reconcile.operations import Operation
from api.web.turns import Turns


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer.

    Attributes:
        data: None where the client has the answer already.
        headers: ETag, Cache-Control, Detente-Revision.
    """

    data: Mapping[str, Any] | None
    headers: Headers


@dataclass(frozen=True, slots=True)
class Asking:
    """The engine and what answers its operations."""

    engine: Engine
    answers: Answers
    turns: Turns

    async def ask(self, operation: Operation, ticket: Ticket, conditions: Conditions) -> Asked:
        """Return the answer to an operation of our own; its cost is charged to the client."""
        text, variables = operation.text, operation.variables
        prepared = self.engine.recall(text, variables, None, trusted=True)
        if prepared is None:
            # Which properties are asked for makes a document a new one.
            await ticket.pay(PER_CHARACTER * len(text))
            async with self.turns.take(len(text)):
                with logs.stage("prepare"):
                    prepared = self.engine.prepare(text, variables, None, trusted=True)
        ticket.cost = prepared.cost
        logs.note(operation=prepared.operation, cost=prepared.cost)
        answer = await self.answers.answer(prepared, conditions, ticket)
        data = None if answer.not_modified else orjson.loads(answer.body)["data"]
        return Asked(data, answer.headers)
