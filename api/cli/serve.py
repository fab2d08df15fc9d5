"""`detente serve`: from nothing to an address that answers."""

import asyncio
import signal
import socket
import sys
from types import FrameType
from typing import NoReturn

import click
import uvicorn
import uvloop
from starlette.applications import Starlette

from api import logs
from api.app import create_app
from api.cli.databases import Database, opened
from api.cli.engine import check_catalog, make_engine
from api.cli.group import say
from api.cli.loading import keep_seeds
from api.database import migrations
from api.database.embedded import Server
from api.database.reader import open_reader
from api.engine import Limits
from api.errors import EmbeddedError, SettingsError
from api.settings import Settings

WATCH_SECONDS = 1.0


@click.command()
@click.pass_obj
def serve(settings: Settings) -> None:
    """Migrate, load the seeds and answer requests.

    Postgres is started if need be, and stopped at the end.
    """
    logs.configure(settings.log_format, settings.log_level)
    for sent in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sent, _stop)
    # Taken first: a port in use should not cost a minute of loading.
    with (
        _bound(settings.host, settings.port) as listener,
        opened(settings) as database,
        asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner,
    ):
        runner.run(_serve(settings, database, listener))


class HttpServer(uvicorn.Server):
    """Says its address once it listens."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to listen."""
        await super().startup(sockets)
        click.echo(f"Ready: {_address((sockets or [])[0])}")


async def _serve(settings: Settings, database: Database, listener: socket.socket) -> None:
    await database.migrate()
    engine = make_engine(Limits(cost=settings.cost_budget))
    await check_catalog(engine.catalog, database.urls.reader)
    await keep_seeds(database.urls.writer)
    size, limit = settings.pool_size, settings.statement_timeout_ms
    async with open_reader(database.urls.reader, size=size, statement_timeout_ms=limit) as reader:
        app = create_app(settings, engine, reader, version=len(migrations.read()))
        http = HttpServer(_uvicorn(app, settings))
        watch = asyncio.create_task(_watch(database.server, http))
        await http.serve(sockets=[listener])
        if not watch.cancel():
            await watch


def _uvicorn(app: Starlette, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http="httptools",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=settings.drain_seconds,
    )


async def _watch(server: Server | None, http: uvicorn.Server) -> None:
    """End when the embedded server does, so that a supervisor starts both anew."""
    while server is None or server.alive():
        await asyncio.sleep(WATCH_SECONDS)
    http.should_exit = True
    raise EmbeddedError(
        f"Postgres (process {server.pid}) ended on its own.",
        f"read the end of {server.cluster.with_name('postgres.log')}, then start again.",
    )


def _bound(host: str, port: int) -> socket.socket:
    """A socket at the address, which does not listen yet."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        raise SettingsError(
            f"Cannot listen on {host}:{port}: {error.strerror}.",
            "set DETENTE_PORT to a free port (0 picks one), or DETENTE_HOST to an address of this machine.",
        ) from error
    return listener


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _stop(_: int, __: FrameType | None) -> NoReturn:
    """End in good order, and once only: a second signal must not interrupt the stop of Postgres."""
    for sent in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sent, signal.SIG_IGN)
    say("Stopping …")
    sys.exit(0)
