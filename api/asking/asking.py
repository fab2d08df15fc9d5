"""Asks the engine: one operation, at most one statement, the answer as plain data."""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from api import logs
from api.answers import Answers, Conditions
from api.asking.operations import Operation
from api.clients.ticket import PER_CHARACTER, Ticket
from api.engine import Engine, Prepared, Refused
from api.errors import Headers, IllFormedRequest
from api.web.turns import Turns

# Bytes that take a millisecond to parse.
LONG = 100_000
_CLIENTS = {"BAD_USER_INPUT", "QUERY_TOO_LARGE"}


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
        prepared = await self.prepare(operation, ticket)
        ticket.cost = prepared.cost
        logs.note(operation=prepared.operation, cost=prepared.cost)
        answer = await self.answers.answer(prepared, conditions, ticket)
        data = None if answer.not_modified else await self._parsed(answer.body)
        return Asked(data, answer.headers)

    async def _parsed(self, body: bytes) -> Mapping[str, Any]:
        """Return an answer's data; many long ones, which come all at once from one statement, one after the other."""
        if len(body) < LONG:
            return _data(body)
        async with self.turns.take(len(body)):
            return _data(body)

    async def prepare(self, operation: Operation, ticket: Ticket) -> Prepared:
        """Return an operation of our own, ready to run."""
        text = operation.text
        prepared = self._recall(operation)
        if prepared is None:
            if not operation.fixed:
                await ticket.pay(PER_CHARACTER * len(text))
            async with self.turns.take(len(text)):
                with logs.stage("prepare"):
                    prepared = self._prepare(operation)
        return prepared

    def _recall(self, operation: Operation) -> Prepared | None:
        with _for_the_client():
            return self.engine.recall(operation.text, operation.variables, None, trusted=True)

    def _prepare(self, operation: Operation) -> Prepared:
        with _for_the_client():
            return self.engine.prepare(operation.text, operation.variables, None, trusted=True)


@contextlib.contextmanager
def _for_the_client() -> Iterator[None]:
    """What the engine refuses of values is the client's affair; a document that it refuses is a fault of ours."""
    try:
        yield
    except Refused as refusal:
        if refusal.errors[0]["extensions"]["code"] not in _CLIENTS:
            raise
        raise IllFormedRequest(
            refusal.errors[0]["message"], "change that value, or ask for less at once."
        ) from None


def _data(body: bytes) -> Mapping[str, Any]:
    found: Mapping[str, Any] = orjson.loads(body)["data"]
    return found
