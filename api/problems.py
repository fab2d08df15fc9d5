"""Shapes errors outside GraphQL, as problem details (RFC 9457)."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import logs
from api.errors import DetenteError, InternalError
from api.web.problem import MEDIA_TYPE, problem_body


def problem(error: DetenteError, headers: dict[str, str] | None = None) -> Response:
    """One error as a response: {"type", "title", "status", "detail", "code", "hint"}."""
    told = {name.decode(): value.decode() for name, value in error.headers}
    return _respond(error.status, error.message, error.code, error.hint, told | (headers or {}))


async def on_known(_: Request, error: Exception) -> Response:
    """Answer for an error raised on purpose."""
    assert isinstance(error, DetenteError)
    return problem(error)


async def on_http(_: Request, error: Exception) -> Response:
    """Answer for what the router refuses: no such address, no such method."""
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    return _respond(status, error.detail, status.name, None, dict(error.headers or {}))


class MaskFaults:
    """Answers a fault of ours with the id it is logged under, and nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, whatever happens."""
        begun = False

        async def send_noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, send_noting)
        except Exception as error:
            fault_id = logs.fault(error)
            if begun:
                raise
            await problem(InternalError(fault_id))(scope, receive, send)


def _respond(
    status: int, detail: str, code: str, hint: str | None, headers: dict[str, str] | None
) -> Response:
    return Response(problem_body(status, detail, code, hint), status, headers, MEDIA_TYPE)
