"""POST /graphql: one operation in, at most one statement, JSON bytes out."""

import time
from dataclasses import dataclass

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api import logs
from api.database.reader import Reader
from api.engine import Engine, Prepared, Refused
from api.errors import DetenteError, InternalError, MethodNotAllowed
from api.graph.request import GRAPHQL, GraphRequest, parse, read_body, response_type


@dataclass(frozen=True, slots=True)
class GraphEndpoint:
    """Answers GraphQL over HTTP."""

    engine: Engine
    reader: Reader
    body_limit: int

    def routes(self) -> list[Route]:
        """Where it answers; every method comes here, so that errors have one shape."""
        methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]
        return [Route("/graphql", self.answer, methods=methods)]

    async def answer(self, request: Request) -> Response:
        """Answer one request; every error is in the GraphQL shape."""
        media_type = GRAPHQL
        try:
            media_type = response_type(request.headers.get("accept"))
            if request.method != "POST":
                raise MethodNotAllowed("Queries are sent by POST.", "see the README for an example.")
            asked = parse(await read_body(request, self.body_limit))
            return Response(await self._run(asked), media_type=media_type)
        except Refused as refused:
            logs.note(code=_code(refused.errors))
            # Clients that accept plain JSON only take any other status for a broken server.
            status = refused.status if media_type == GRAPHQL else 200
            return _errors(refused.errors, status, media_type)
        except DetenteError as error:
            return _refusal(error, media_type)
        except Exception as fault:  # noqa: BLE001 - masked and logged: the client learns its id alone
            return _refusal(InternalError(logs.fault(fault)), media_type)

    async def _run(self, asked: GraphRequest) -> bytes:
        started = time.perf_counter()
        prepared = self.engine.prepare(
            asked.query, asked.variables, asked.operation_name, tell_cost=asked.tell_cost
        )
        logs.note(operation=asked.operation_name, cost=prepared.cost, prepare_ms=logs.milliseconds(started))
        if prepared.sql is None:
            logs.note(statements=0)
            return prepared.respond(None, None)
        return await self._run_statement(prepared, prepared.sql)

    async def _run_statement(self, prepared: Prepared, sql: str) -> bytes:
        started = time.perf_counter()
        logs.note(statements=1)
        row = await self.reader.row(sql, *prepared.arguments)
        logs.note(run_ms=logs.milliseconds(started))
        assert row is not None, "a statement of the engine returns one row"
        body = prepared.respond(row[0], row[1])
        logs.note(revision=row[1], bytes=len(body))
        return body


def _refusal(error: DetenteError, media_type: str) -> Response:
    logs.note(code=error.code)
    extensions = {"code": error.code} | ({"hint": error.hint} if error.hint else {})
    response = _errors([{"message": error.message, "extensions": extensions}], error.status, media_type)
    if isinstance(error, MethodNotAllowed):
        response.headers["Allow"] = "POST"
    if error.status == 503:  # noqa: PLR2004 - Service Unavailable
        response.headers["Retry-After"] = "5"
    return response


def _errors(errors: list[dict[str, object]], status: int, media_type: str) -> Response:
    return Response(orjson.dumps({"errors": errors}), status, media_type=media_type)


def _code(errors: list[dict[str, object]]) -> object:
    extensions = errors[0].get("extensions") if errors else None
    return extensions.get("code") if isinstance(extensions, dict) else None
