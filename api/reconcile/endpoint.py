"""/reconcile and the addresses below it: who asks, what it costs, and errors as problem details.

A raw ASGI application, as `/graphql` is: every method comes here, so that errors have one shape.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from api import logs
from api.clients.clients import Clients
from api.errors import DetenteError, InternalError
from api.reconcile import replies
from api.reconcile.call import Call
from api.reconcile.service import Service
from api.web.body import Disconnected
from api.web.origin import origin
from api.web.reply import Reply

ROOT = "/reconcile"
Handler = Callable[[Call], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class ReconcileEndpoint:
    """Answers the reconciliation API, 0.2 and 1.0-draft."""

    service: Service
    clients: Clients
    body_limit: int
    public_url: str | None = None

    def routes(self) -> list[Route]:
        """Where it answers."""
        service = self.service
        handlers: dict[str, Handler] = {
            "": service.root,
            "/match": service.match,
            "/extend": service.extend,
            "/extend/propose": service.propose,
            "/suggest/entity": service.suggest_entity,
            "/suggest/property": service.suggest_property,
            "/suggest/type": service.suggest_type,
            "/flyout/entity": service.flyout_entity,
            "/flyout/property": service.flyout_property,
            "/flyout/type": service.flyout_type,
            "/preview": service.preview,
            "/id/{id}": service.entity,
            "/type/{id}": service.type,
        }
        return [Route(ROOT + path, _Address(self, handler)) for path, handler in handlers.items()]


@dataclass(frozen=True, slots=True)
class _Address:
    """One address."""

    endpoint: ReconcileEndpoint
    handler: Handler

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        endpoint = self.endpoint
        reply = ticket = None
        try:
            ticket = await endpoint.clients.enter(scope)
            base = origin(scope, endpoint.public_url) + ROOT
            reply = await self._answer(Call(scope, receive, ticket, base, endpoint.body_limit))
        except DetenteError as error:
            reply = replies.failed(error)
        except Disconnected:
            logs.note(code="DISCONNECTED")
        except Exception as fault:  # noqa: BLE001 - masked and logged: the client learns its id alone
            reply = replies.failed(InternalError(logs.fault(fault)))
        told = (await ticket.settle()).headers if ticket else ()
        if reply:
            with logs.stage("write"):
                await reply.plus(told).write(send)

    async def _answer(self, call: Call) -> Reply:
        if call.scope["method"] == "OPTIONS":
            return Reply(204, b"", ((b"allow", b"GET, HEAD, OPTIONS, POST"),))
        return await self.handler(call)
