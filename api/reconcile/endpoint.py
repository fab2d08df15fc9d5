"""/reconcile and the addresses below it."""

from starlette.routing import Route

from api.asking.address import Address, Addresses, Handler
from api.reconcile.service import Service

ROOT = "/reconcile"
METHODS = "GET, HEAD, OPTIONS, POST"


def routes(service: Service, addresses: Addresses) -> list[Route]:
    """Where the reconciliation API answers, 0.2 and 1.0-draft."""
    handlers: dict[str, Handler] = {
        "": service.root,
        "/match": service.match,
        "/extend": service.extend,
        "/extend/propose": service.propose,
        "/suggest/entity": service.suggest_entity,
        "/suggest/property": service.suggest_property,
        "/suggest/type": service.suggest_type,
        "/flyout/entity": service.flyout_entity,
        "/flyout/property": service.flyout_property,
        "/flyout/type": service.flyout_type,
        "/preview": service.preview,
        "/id/{id}": service.entity,
        "/type/{id}": service.type,
    }
    return [
        Route(ROOT + path, Address(addresses, handler, ROOT, METHODS)) for path, handler in handlers.items()
    ]
