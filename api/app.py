"""Wires the parts into one application; decides nothing."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route

from api import front, problems
from api.database.reader import Reader
from api.engine import Engine
from api.errors import DetenteError
from api.graph.endpoint import GraphEndpoint
from api.health import Health
from api.logs import RequestLog
from api.settings import Settings


def create_app(settings: Settings, engine: Engine, reader: Reader, version: int) -> Starlette:
    """The application over an open reader; `version` is that of the tables this code knows."""
    return Starlette(
        routes=[
            Route("/", front.page),
            *GraphEndpoint(engine, reader, settings.body_limit).routes(),
            *Health(reader, version).routes(),
        ],
        middleware=[Middleware(RequestLog), Middleware(problems.MaskFaults)],
        exception_handlers={DetenteError: problems.on_known, HTTPException: problems.on_http},
    )
