"""Wires the parts into one application; decides nothing."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.types import ASGIApp

from api import problems
from api.answers import Answers, Entries
from api.asking.address import Addresses
from api.asking.asking import Asking
from api.clients.clients import Clients
from api.clients.keyring import Keyring
from api.clients.shared import Buckets
from api.collections.registry import Collections
from api.database.servers import Servers
from api.engine import Engine
from api.errors import DetenteError
from api.explorer.page import ASSETS, Explorer
from api.exports import endpoint as exports
from api.exports.bulk.serving import Bulk
from api.exports.ftm.sheets import make_entities
from api.exports.room import Room
from api.exports.service import Service as Exporting
from api.exports.sheets import make_sheets
from api.graph.documents import OWN, read_trusted
from api.graph.endpoint import GraphEndpoint
from api.graph.preparing import Preparing
from api.graph.replies import Replies
from api.health import Health
from api.pages import endpoint as pages
from api.pages.site import Site
from api.reconcile import endpoint as reconcile
from api.reconcile.service import Service
from api.rest import endpoint as rest
from api.rest.service import Rest
from api.settings import Settings
from api.watch.readings import Readings
from api.watch.requests import RequestLog
from api.watch.watch import Watch
from api.web.assets import Assets
from api.web.compression import compressed, compression
from api.web.cors import cors
from api.web.drain import Drain
from api.web.express import Express
from api.web.turns import Turns


def create_app(  # noqa: PLR0913 - what it is given was opened elsewhere
    settings: Settings,
    engine: Engine,
    servers: Servers,
    version: int,
    *,
    buckets: Buckets | None = None,
    drain: Drain | None = None,
    watch: Watch | None = None,
) -> ASGIApp:
    """The application over open servers; `version` is that of the tables this code knows."""
    folders = [OWN] if settings.documents_dir is None else [OWN, settings.documents_dir]
    documents = read_trusted(engine, *folders)
    entries = Entries(settings.answer_cache_bytes)
    watch = watch or Watch(settings)
    watch.read(Readings(engine, servers, entries, watch.pulse, version), documents.trusted.values())
    answers = Answers(servers, entries, settings.request_timeout_ms / 1000, settings.max_age)
    clients = Clients(settings, buckets or Buckets(), Keyring(servers.row))
    turns = Turns()
    replies = Replies(settings.draft_statuses)
    preparing, body_limit = Preparing(engine, turns), settings.body_limit
    graph = GraphEndpoint(preparing, answers, clients, body_limit, documents, replies)
    asking = Asking(engine, answers, turns)
    addresses = Addresses(clients, body_limit, settings.public_url)
    explored = Explorer(graph)
    asked = Route("/graphql", explored)
    collections = Collections(engine.schema)
    site = Site(asking, collections)
    app = Starlette(
        routes=[
            asked,
            Assets(ASSETS).route(),
            *_data_routes(settings, collections, asking, addresses, servers),
            *Health(servers, version, drain or Drain()).routes(),
            *watch.routes(),
            *pages.routes(site, addresses),
        ],
        middleware=[
            cors(settings.cors_origins),
            compression(),
            Middleware(problems.MaskFaults),
        ],
        exception_handlers={DetenteError: problems.on_known, HTTPException: pages.on_http(site)},
    )
    # It would lead to an address of our own making, which a proxy in front may not have.
    app.router.redirect_slashes = False
    masked = problems.MaskFaults(explored)
    return RequestLog(Express(app, asked, masked, compressed(masked)), watch.observers)


def _data_routes(
    settings: Settings, collections: Collections, asking: Asking, addresses: Addresses, servers: Servers
) -> list[Route]:
    """Where the data are had without GraphQL; files come first, as REST takes all that is left below /v1."""
    schema = asking.engine.schema
    sheets, entities = make_sheets(collections, schema), make_entities(collections, schema)
    exporting = Exporting(sheets, entities, asking, servers, Room(settings.exports), settings.export_seconds)
    return [
        *exports.routes(exporting, addresses),
        *(Bulk(settings.bulk_dir).routes(addresses) if settings.bulk_dir else ()),
        *reconcile.routes(Service(schema, asking), addresses),
        *rest.routes(Rest(collections, asking), addresses),
    ]
