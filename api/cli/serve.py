"""`detente serve`: from nothing to an address that answers."""

import asyncio
import functools
import math
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click
import uvloop

from api import logs
from api.app import create_app
from api.cli.engine import make_engine
from api.cli.group import REFUSALS, fail, say
from api.cli.source import Source, sourced
from api.clients.shared import open_buckets
from api.database import embedded, migrations
from api.database.attach import open_servers
from api.database.embedded import Server
from api.database.explain import generic_plan
from api.database.reader import PoolLimits
from api.engine import Engine, Limits
from api.errors import EmbeddedError
from api.server.http import HttpServer, allow_files, configured
from api.server.listening import address, bound, listening
from api.server.seat import Seat
from api.server.supervisor import Supervisor
from api.settings import Settings
from api.watch.traces import tracing
from api.watch.watch import Watch
from api.web.drain import Drain

# An embedded Postgres that ends within it has a reason that another start does not cure.
SHORT_LIFE_SECONDS = 30.0
# What a stop takes beside the lame-duck period and the running requests.
STOP_SECONDS = 5.0


@click.command()
@click.option(
    "--workers", type=click.IntRange(1, 64), help="Processes that answer; DETENTE_WORKERS if not given."
)
@click.pass_obj
def serve(settings: Settings, workers: int | None) -> None:
    """Migrate, load the seeds and answer requests.

    Postgres is started if need be, and stopped at the end. With DETENTE_READER_URL alone nothing is migrated or
    loaded: it waits for the tables that it needs. SIGTERM drains, SIGHUP restarts the workers one by one.
    """
    logs.configure(settings.log_format, settings.log_level)
    for sent in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sent, _stop)
    # Taken first: a port in use should not cost a minute of loading.
    holder = bound(settings.host, settings.port)
    with sourced(settings) as source, tempfile.TemporaryDirectory(prefix="detente-workers-") as folder:
        engine = make_engine(Limits(cost=settings.cost_budget))
        asyncio.run(_prepared(source, engine))
        end_if_told()
        where = address(holder)
        Supervisor(
            listening(holder, workers or settings.workers),
            lambda seat: _work(settings, source, engine, seat, Path(folder)),
            watch=_watch(source.server),
            ready=lambda: click.echo(f"Ready: {where}"),
            patience=settings.lame_duck_seconds + settings.drain_seconds + STOP_SECONDS,
            say=say,
        ).run()


async def _prepared(source: Source, engine: Engine) -> None:
    """Do once what all workers rely on."""
    await source.prepare(engine.catalog)


def _work(settings: Settings, source: Source, engine: Engine, seat: Seat, folder: Path) -> None:
    """Be one worker, from fork to end."""
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_answer(settings, source, engine, seat, folder))
    except REFUSALS as error:
        fail(str(error))


async def _answer(settings: Settings, source: Source, engine: Engine, seat: Seat, folder: Path) -> None:
    """Open what belongs to one worker, and answer until it is told to stop."""
    limits = PoolLimits(
        settings.pool_size,
        settings.queue_limit,
        settings.queue_timeout_ms / 1000,
        settings.statement_timeout_ms,
    )
    explain = functools.partial(generic_plan, source.readers[0])
    with tracing(settings.traces_url, settings.traces_share) as traces:
        watch = Watch(settings, seat.number, folder, explain=explain, observers=traces)
        async with (
            open_servers(source.readers, limits) as servers,
            open_buckets(settings.limits_url) as buckets,
            watch.exposition.told_to_others(),
        ):
            drain = Drain()
            version = len(migrations.read())
            app = create_app(settings, engine, servers, version, buckets=buckets, drain=drain, watch=watch)
            http = HttpServer(
                configured(app, settings.drain_seconds, settings.connections),
                drain,
                settings.lame_duck_seconds,
            )
            allow_files()
            seat.when_orphaned(http.leave)
            await http.serve_on(seat.listener, seat.beat, watch.feel)


def _watch(server: Server | None) -> Callable[[], None]:
    """Look whether the embedded server lives, and start it again if it does not; not one that ends at once."""
    started = -math.inf

    def look() -> None:
        nonlocal server, started
        if server is None or server.alive():
            return
        if time.monotonic() - started < SHORT_LIFE_SECONDS:
            raise EmbeddedError(
                f"Postgres (process {server.pid}) ended again soon after it was started.",
                f"read the end of {server.cluster.with_name('postgres.log')}, then start again.",
            )
        server, started = embedded.revive(server, say), time.monotonic()

    return look


def end_if_told() -> None:
    """End if a signal said so and was not heard: raised within a callback of the driver, an exit is lost."""
    if signal.getsignal(signal.SIGTERM) is signal.SIG_IGN:
        sys.exit(0)


def _stop(_: int, __: FrameType | None) -> NoReturn:
    """End in good order, and once only: a second signal must not interrupt the stop of Postgres."""
    for sent in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sent, signal.SIG_IGN)
    say("Stopping …")
    sys.exit(0)
