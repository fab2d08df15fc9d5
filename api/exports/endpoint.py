"""/v1/{plural}.csv and the other formats of a collection."""

from functools import partial

from starlette.routing import Route

from api.asking.address import Address, Addresses, Handler
from api.exports.formats import CSV, FTM, LINES, METADATA, XLSX
from api.exports.service import Service

ROOT = "/v1"


def routes(service: Service, addresses: Addresses) -> list[Route]:
    """Where collections are exported."""
    handlers: dict[str, Handler] = {
        each.ending: partial(service.file, each) for each in (CSV, XLSX, LINES, FTM)
    }
    handlers[METADATA.ending] = service.metadata
    return [
        Route(f"{ROOT}/{{plural}}.{ending}", Address(addresses, handler, ROOT))
        for ending, handler in handlers.items()
    ]
