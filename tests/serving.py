"""Serves an application over real HTTP for the length of a test."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import httpx
import uvicorn
from starlette.types import ASGIApp

from api.server.http import configured


@contextlib.asynccontextmanager
async def serving(app: ASGIApp, connections: int = 100) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application, which listens on a free port."""
    # Told that it is TCP, asyncio sends without waiting for more; else each answer would wait for the client's word.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(configured(app, drain_seconds=1, connections=connections))
        # Not serve(): it would take the test runner's signals.
        task = asyncio.create_task(server._serve(sockets=[listener]))
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        try:
            async with httpx.AsyncClient(base_url=address) as client:
                while not server.started:
                    await asyncio.sleep(0.01)
                yield client
        finally:
            server.should_exit = True
            await task
