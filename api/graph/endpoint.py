"""/graphql: one operation in, at most one statement, JSON bytes out.

A raw ASGI application: what a framework's request and response objects cost is paid for on each request.
"""

from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from starlette.types import Receive, Scope, Send

from api import logs
from api.answers import Answer, Answers, Conditions
from api.clients.clients import Clients
from api.clients.ticket import Ticket
from api.engine import Prepared, Refused
from api.engine.cache import ByteCache
from api.engine.plans import BYTES_PER_SQL_CHARACTER
from api.errors import DetenteError, InternalError, MethodNotAllowed, RequestError, UnsupportedMediaType
from api.graph import replies, request
from api.graph.documents import Documents
from api.graph.preparing import LIGHT, Preparing
from api.graph.replies import Replies
from api.graph.request import GraphRequest
from api.web.body import Disconnected, read_body
from api.web.compression import keep_compressed, kept
from api.web.express import vary
from api.web.media import JSON, is_json
from api.web.preflight import require_preflight
from api.web.reply import Reply, header

METHODS = "GET, HEAD, OPTIONS, POST"
READ_SECONDS = 10.0
# Requests that are asked again in the very same words are read once.
REPEATED_BYTES = 4 * 1024 * 1024


class Asked(NamedTuple):
    """What is asked, ready to run, and whether the answer is to say what it cost."""

    prepared: Prepared
    tell_cost: bool

    def weight(self, body: bytes) -> int:
        """Roughly what it takes in memory: its body, the arguments read from that, and a plan, which others may share."""
        return 1_000 + 3 * len(body) + BYTES_PER_SQL_CHARACTER * len(self.prepared.sql or "")


@dataclass(frozen=True, slots=True)
class GraphEndpoint:
    """Answers GraphQL over HTTP: every method comes here, so that errors have one shape."""

    preparing: Preparing
    answers: Answers
    clients: Clients
    body_limit: int
    documents: Documents = field(default_factory=Documents)
    replies: Replies = field(default_factory=Replies)
    repeated: ByteCache[bytes, Asked] = field(default_factory=lambda: ByteCache(REPEATED_BYTES))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; every error is in the GraphQL shape."""
        media = replies.GRAPHQL
        reply = ticket = None
        try:
            media = replies.media_type(header(scope, b"accept"))
            ticket = await self.clients.enter(scope)
            reply = await self._answer(scope, receive, media, ticket)
        except Refused as refusal:
            reply = self.replies.refused(refusal, media)
        except DetenteError as error:
            reply = self.replies.failed(error, media)
        except Disconnected:
            logs.note(code="DISCONNECTED")
        except Exception as fault:  # noqa: BLE001 - masked and logged: the client learns its id alone
            reply = self.replies.failed(InternalError(logs.fault(fault)), media)
        told = (await ticket.settle()).headers if ticket else ()
        if reply:
            with logs.stage("write"):
                await reply.plus(told + vary(scope)).write(send)

    async def _answer(self, scope: Scope, receive: Receive, media: str, ticket: Ticket) -> Reply:
        if scope["method"] == "OPTIONS":
            return Reply(204, b"", ((b"allow", METHODS.encode()),))
        prepared, tell_cost = await self._read(scope, receive, ticket)
        logs.note(
            operation=prepared.operation,
            cost=prepared.cost,
            parse_ms=prepared.parse_ms,
            lower_ms=prepared.lower_ms,
        )
        conditions = Conditions.read(header(scope, b"detente-revision"), header(scope, b"if-none-match"))
        ticket.cost = prepared.cost
        answer = await self.answers.answer(prepared, conditions, ticket)
        if tell_cost:
            return self.replies.answered(answer, media, await ticket.settle())
        return self._compressed(scope, answer, self.replies.answered(answer, media))

    def _compressed(self, scope: Scope, answer: Answer, reply: Reply) -> Reply:
        """The reply as it was compressed before, if it was; else it is kept as it will be."""
        if answer.not_modified or not answer.entry.key:
            return reply
        if found := kept(scope, answer.entry.bodies):
            body, headers = found
            return Reply(reply.status, body, reply.headers + headers)
        keep_compressed(scope, partial(self.answers.keep_coded, answer.entry))
        return reply

    async def _read(self, scope: Scope, receive: Receive, ticket: Ticket) -> Asked:
        match scope["method"]:
            case "GET" | "HEAD":
                return await self._prepare(scope, request.from_query_string(scope["query_string"]), ticket)
            case "POST":
                # A browser sends JSON across sites only after asking, so this also keeps foreign pages out.
                if not is_json(header(scope, b"content-type")):
                    raise UnsupportedMediaType("The body is not sent as JSON.", f"send Content-Type: {JSON}")
                body = await read_body(scope, receive, self.body_limit, READ_SECONDS)
                return self.repeated.get(body) or await self._prepare_body(scope, body, ticket)
            case method:
                raise MethodNotAllowed(f"{method} does not ask.", "send a query by POST or GET.", METHODS)

    async def _prepare_body(self, scope: Scope, body: bytes, ticket: Ticket) -> Asked:
        """Read a body that is new; it is kept once all that it asks for was compiled before."""
        found = _from_body(scope, body)
        asked = await self._prepare(scope, found, ticket)
        named = found.document_id is not None or found.persisted_hash is not None
        if len(body) <= LIGHT and not (named or asked.prepared.parse_ms or asked.prepared.lower_ms):
            self.repeated.put(body, asked, asked.weight(body))
        return asked

    async def _prepare(self, scope: Scope, asked: GraphRequest, ticket: Ticket) -> Asked:
        by_post = scope["method"] == "POST"
        named = self.documents.find(asked)
        if not (by_post or named.trusted):
            require_preflight(scope)
        prepared = await self.preparing.prepare(asked, named, ticket, by_post=by_post)
        self.documents.keep(asked)
        return Asked(prepared, asked.tell_cost)


def _from_body(scope: Scope, body: bytes) -> GraphRequest:
    try:
        return request.from_body(body)
    except RequestError:
        if (coding := header(scope, b"content-encoding") or "identity") != "identity":
            raise UnsupportedMediaType(
                f"The body is sent as {coding[:20]}, and is not unpacked here.", "send it as it is."
            ) from None
        raise
