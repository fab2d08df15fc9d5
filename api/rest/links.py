"""Addresses of pages and items, and the header Link (RFC 8288) that leads from one page to the next."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from api.collections.collection import Page
from api.errors import Headers

ROOT = "/v1"
DESCRIPTION = "/openapi.json"
REFERENCE = "/v1/docs"
LONGEST = 4_000
"""Characters of the header; where it would be longer, the cursors in the body must do."""

Pairs = Iterable[tuple[str, str]]
_PLACES = {"after", "before"}
_SERVICE = f'<{DESCRIPTION}>; rel="service-desc"; type="application/json", <{REFERENCE}>; rel="service-doc"; type="text/html"'


def item_path(plural: str, key: str) -> str:
    """Return where an item stands: /v1/countries/BY."""
    return f"{ROOT}/{plural}/{quote(key, safe=':')}"


def page_links(address: str, pairs: Pairs, page: Page) -> Headers:
    """Return the header that names the first, next and previous page of a list, whose parameters were these."""
    kept = [(name, value) for name, value in pairs if name not in _PLACES and value.strip()]
    places: Mapping[str, list[tuple[str, str]]] = {
        "first": [],
        **({"next": [("after", page.next)]} if page.next else {}),
        **({"prev": [("before", page.previous)]} if page.previous else {}),
    }
    links = [f'<{_address(address, [*kept, *place])}>; rel="{rel}"' for rel, place in places.items()]
    text = ", ".join([*links, _SERVICE])
    return ((b"link", text.encode() if len(text) <= LONGEST else _SERVICE.encode()),)


def service_links() -> Headers:
    """Return the header that names the description of the service."""
    return ((b"link", _SERVICE.encode()),)


def _address(address: str, pairs: list[tuple[str, str]]) -> str:
    return f"{address}?{urlencode(pairs, safe=',:')}" if pairs else address
