"""An address that answers for itself: who asks, what it costs, and errors as problem details.

A raw ASGI application, as `/graphql` is: every method comes here, so that errors have one shape.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.types import Receive, Scope, Send

from api import logs
from api.asking import replies
from api.asking.call import Call
from api.clients.clients import Clients
from api.clients.ticket import Ticket
from api.errors import DetenteError, InternalError
from api.web.body import Disconnected
from api.web.file import FileReply
from api.web.origin import origin
from api.web.reply import Reply
from api.web.stream import Stream

Answer = Reply | Stream | FileReply
Handler = Callable[[Call], Awaitable[Answer]]
Failed = Callable[[DetenteError], Reply]
METHODS = "GET, HEAD, OPTIONS"


@dataclass(frozen=True, slots=True)
class Addresses:
    """What all addresses need."""

    clients: Clients
    body_limit: int
    public_url: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """One address.

    Attributes:
        root: What stands before all addresses of its service: "/reconcile".
        methods: What OPTIONS names.
        failed: How a refusal is written.
    """

    addresses: Addresses
    handler: Handler
    root: str = ""
    methods: str = METHODS
    failed: Failed = replies.failed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        ours = self.addresses
        reply: Answer | None = None
        ticket: Ticket | None = None
        try:
            ticket = await ours.clients.enter(scope)
            base = origin(scope, ours.public_url) + self.root
            reply = await self._answer(Call(scope, receive, ticket, base, ours.body_limit))
        except DetenteError as error:
            reply = self.failed(error)
        except Disconnected:
            logs.note(code="DISCONNECTED")
        except Exception as fault:  # noqa: BLE001 - masked and logged: the client learns its id alone
            reply = self.failed(InternalError(logs.fault(fault)))
        told = (await ticket.settle()).headers if ticket else ()
        if reply:
            with logs.stage("write"):
                await reply.plus(told).write(send)

    async def _answer(self, call: Call) -> Answer:
        if call.scope["method"] == "OPTIONS":
            return Reply(204, b"", ((b"allow", self.methods.encode()),))
        return await self.handler(call)
