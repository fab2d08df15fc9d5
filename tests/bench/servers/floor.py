"""What Python takes at the least: our HTTP alone, and with the point look-up's statement behind it.

Run as: python -m tests.bench.servers.floor. It listens on PORT; asks the database of DATABASE_URL, if there is one,
over POOL_SIZE connections; and answers every request alike, whatever it says.
"""

import asyncio
import itertools
import os
from collections.abc import Iterator

import uvicorn
import uvloop
from asyncpg.prepared_stmt import PreparedStatement
from starlette.types import ASGIApp, Receive, Scope, Send

from api.cli.engine import make_engine
from api.database.connect import open_connection
from api.server.http import configured
from api.web.reply import Reply
from tests.bench.servers.cases import POINT

ANSWER = b'{"data":{"release":null}}'
JSON = ((b"content-type", b"application/json; charset=utf-8"),)


async def _http(scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG001 - an ASGI application
    """Answer without a look at anything."""
    await receive()
    await Reply(200, ANSWER, JSON).write(send)


async def _with_statement(url: str, size: int) -> ASGIApp:
    """Run the statement for each request, on a connection that was prepared for it, and send its bytes."""
    engine = make_engine()
    asked = [engine.prepare(POINT.query("detente"), values, None) for values in POINT.values]
    arguments: Iterator[tuple[object, ...]] = itertools.cycle(tuple(each.arguments) for each in asked)
    sql = asked[0].sql
    assert sql is not None
    idle: asyncio.Queue[PreparedStatement] = asyncio.Queue()
    for _ in range(size):
        connection = await open_connection(url)
        await connection.set_type_codec(
            "json", schema="pg_catalog", encoder=bytes, decoder=bytes, format="binary"
        )
        idle.put_nowait(await connection.prepare(sql))

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG001 - an ASGI application
        await receive()
        statement = await idle.get()
        row = await statement.fetchrow(*next(arguments))
        idle.put_nowait(statement)
        assert row is not None
        await Reply(200, row[0], JSON).write(send)

    return answer


async def main() -> None:
    """Serve until told to stop."""
    url = os.environ.get("DATABASE_URL")
    app = await _with_statement(url, int(os.environ["POOL_SIZE"])) if url else _http
    config = configured(app, drain_seconds=1, connections=1000)
    config.host, config.port = "127.0.0.1", int(os.environ["PORT"])
    await uvicorn.Server(config).serve()


if __name__ == "__main__":
    uvloop.run(main())
