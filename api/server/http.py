"""uvicorn's server, made to leave without cutting anybody off.

uvicorn closes idle connections the moment it is told to stop, and whatever waits to be accepted is reset: a
request that is on its way then gets no answer. So before that: say `Connection: close` on every answer, go on
answering while a load balancer learns from /readyz that it should ask elsewhere, then let nobody new knock, take
in whoever did, and give those who are connected a moment to ask.
"""

import asyncio
import contextlib
import resource
import signal
import socket
import time
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import uvicorn
from starlette.types import ASGIApp

from api.server import listening
from api.web.drain import Drain
from api.web.protocol import protocol

# Handshakes that are under way end within it.
DOOR_SECONDS = 0.1
# How long a connection on which nothing happens is kept once no new ones are taken.
IDLE_SECONDS = 0.5
_TICK = 0.02


class HttpServer(uvicorn.Server):
    """Answers until a signal tells it to stop.

    SIGTERM drains with the lame-duck period, SIGINT without; after SIGUSR1 a successor takes new clients at the
    same socket.
    """

    def __init__(self, config: uvicorn.Config, drain: Drain, lame_duck_seconds: float) -> None:
        super().__init__(config)
        self.drain = drain
        self._lame_duck_seconds = lame_duck_seconds
        self._lame_until = 0.0
        self._succeeded = False

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Handle signals in the loop, and never raise them again at the end."""
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, self.leave, self._lame_duck_seconds)
        loop.add_signal_handler(signal.SIGINT, self.leave)
        loop.add_signal_handler(signal.SIGUSR1, self.hand_over)
        yield

    def leave(self, lame_duck_seconds: float = 0) -> None:
        """Begin to drain; told again, hurry."""
        if not self.should_exit:
            self._announce()
        until = time.monotonic() + lame_duck_seconds
        self._lame_until = min(self._lame_until, until) if self.should_exit else until
        self.drain.begun = not self._succeeded
        self.should_exit = True

    def hand_over(self) -> None:
        """Drain while somebody else is at the same socket: the door stays open, and the service is ready."""
        self._succeeded = True
        self.leave()

    async def serve_on(
        self, listener: socket.socket, *beside: Callable[[], Coroutine[Any, Any, None]]
    ) -> None:
        """Serve until told to stop; the others run beside it from the moment that requests are answered."""
        serving = asyncio.create_task(self.serve([listener]))
        while not self.started and not serving.done():
            await asyncio.sleep(_TICK)
        tasks = [asyncio.create_task(each()) for each in beside]
        try:
            await serving
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop in steps, the harshest last."""
        while time.monotonic() < self._lame_until:
            await asyncio.sleep(_TICK)
            # Keeps the Date header right, which the main loop did until now.
            await self.on_tick(0)
        if not self._succeeded:
            for each in sockets or []:
                listening.close_door(each)
            await asyncio.sleep(DOOR_SECONDS)
        for server in self.servers:
            server.close()
        deadline = time.monotonic() + IDLE_SECONDS
        while self.server_state.connections and time.monotonic() < deadline:
            await asyncio.sleep(_TICK)
        await super().shutdown(sockets)

    def _announce(self) -> None:
        """Have each answer from now on say that it is the connection's last."""
        last = (b"connection", b"close")
        self.config.encoded_headers.append(last)
        self.server_state.default_headers = [*self.server_state.default_headers, last]
        for connection in self.server_state.connections:
            cycle = getattr(connection, "cycle", None)
            if cycle and not cycle.response_started:
                cycle.keep_alive = False


def configured(app: ASGIApp, drain_seconds: int, connections: int) -> uvicorn.Config:
    """How uvicorn is set up here."""
    return uvicorn.Config(
        app,
        http=protocol(connections),
        ws="none",
        # Else it would warn of each client that garbles its request.
        log_level="error",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        # It would believe any X-Forwarded-For from this machine; api.clients decides whom to believe.
        proxy_headers=False,
        timeout_graceful_shutdown=drain_seconds,
    )


def allow_files() -> None:
    """Let this process open as many files as it may: each connection is one, and 1,024 are soon used up."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
