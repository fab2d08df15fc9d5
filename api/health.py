"""Tells a supervisor whether the process is up and whether it can answer."""

from dataclasses import dataclass

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.database.servers import Servers
from api.errors import DatabaseError
from api.web.drain import Drain

_STATE = """
SELECT (SELECT coalesce(max(version), 0) FROM migration) AS version,
       (SELECT coalesce(max(number), 0) FROM revision) AS revision
"""


@dataclass(frozen=True, slots=True)
class Health:
    """The two probes."""

    servers: Servers
    # The version of the tables that this code was written for.
    version: int
    drain: Drain

    def routes(self) -> list[Route]:
        """Where the probes answer."""
        return [Route("/healthz", self.alive), Route("/readyz", self.ready)]

    async def alive(self, _: Request) -> Response:
        """200 as long as the process answers at all."""
        return _respond({"status": "alive"}, 200)

    async def ready(self, _: Request) -> Response:
        """200 if the database is reachable, migrated and seeded, and no stop has begun; else 503 and what is not."""
        try:
            row = await self.servers.row(_STATE)
        except DatabaseError:
            row = None
        checks = {
            "reachable": row is not None,
            "migrated": row is not None and row["version"] >= self.version,
            "seeded": row is not None and row["revision"] > 0,
            "staying": not self.drain.begun,
        }
        ready = all(checks.values())
        body = {"status": "ready" if ready else "not ready", "checks": checks}
        return _respond(body, 200 if ready else 503)


def _respond(body: object, status: int) -> Response:
    return Response(orjson.dumps(body), status, {"Cache-Control": "no-store"}, "application/json")
