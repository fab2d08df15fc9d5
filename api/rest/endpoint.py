"""Where REST stands."""

from functools import partial

from starlette.routing import Route

from api.asking.address import Address, Addresses
from api.rest.links import DESCRIPTION, REFERENCE, ROOT
from api.rest.service import Rest


def routes(rest: Rest, addresses: Addresses) -> list[Route]:
    """All addresses; what is asked for in other formats must be routed before."""
    found = []
    for plural, collection in rest.collections.items():
        many = Address(addresses, partial(rest.page, collection))
        one = Address(addresses, partial(rest.item, collection))
        found += [Route(f"{ROOT}/{plural}{ending}", many) for ending in ("", ".json")]
        found += [Route(f"{ROOT}/{plural}/{{key}}{ending}", one) for ending in (".json", "")]
    described = {ROOT: rest.root, REFERENCE: rest.reference, DESCRIPTION: rest.openapi}
    found += [Route(path, Address(addresses, handler)) for path, handler in described.items()]
    return [*found, Route(f"{ROOT}/{{path:path}}", Address(addresses, rest.anything))]
