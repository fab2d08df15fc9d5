"""Which address a request comes from, and whose it is taken to be.

What a header says of it is believed only from a proxy that the settings trust, and read from the right: each proxy
adds on the right what it saw, and anything further left may be made up.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from starlette.types import Scope

from api.settings import ProxyHeader
from api.web.reply import header

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

UNKNOWN = "unknown"
# What one household or one server is given, and can take any address of.
_HOME_BITS = 64
_FOR = re.compile(r'(?:^|[;,])\s*for\s*=\s*("[^"]*"|[^;,\s]*)', re.IGNORECASE)


class Addresses:
    """Names the client of a request by its address."""

    def __init__(self, proxies: str | None, proxy_header: ProxyHeader) -> None:
        self._proxies: tuple[Network, ...] = tuple(ip_network(each) for each in (proxies or "").split())
        self._header = proxy_header.encode()
        self._is_proxy = lru_cache(1024)(self._find_proxy)

    def name(self, scope: Scope) -> str:
        """Return the client's address, of IPv6 its /64: "192.0.2.7", "2001:db8:1:2::/64"."""
        peer: str = scope["client"][0] if scope.get("client") else ""
        if not self._proxies or not self._is_proxy(peer):
            return _name(peer)
        return _name(self._behind(peer, header(scope, self._header) or ""))

    def _behind(self, proxy: str, told: str) -> str:
        """Return the last address, seen from us, that is no proxy of ours."""
        nearest = proxy
        for hop in reversed(list(self._hops(told))):
            if _parsed(hop) is None:
                break
            nearest = hop
            if not self._is_proxy(hop):
                break
        return nearest

    def _hops(self, told: str) -> Iterator[str]:
        if self._header == b"forwarded":
            return (_bare(match.group(1).strip('"')) for match in _FOR.finditer(told))
        return (_bare(part.strip()) for part in told.split(","))

    def _find_proxy(self, address: str) -> bool:
        found = _parsed(address)
        return found is not None and any(found in network for network in self._proxies)


def _bare(hop: str) -> str:
    """Drop port and brackets: "192.0.2.7:4711" → "192.0.2.7", "[2001:db8::7]:4711" → "2001:db8::7"."""
    if hop.startswith("["):
        return hop[1:].partition("]")[0]
    return hop.partition(":")[0] if hop.count(":") == 1 else hop


@lru_cache(4096)
def _parsed(text: str) -> Address | None:
    try:
        found = ip_address(text)
    except ValueError:
        return None
    # A server that listens for both kinds sees IPv4 as ::ffff:192.0.2.7.
    return (isinstance(found, IPv6Address) and found.ipv4_mapped) or found


@lru_cache(4096)
def _name(address: str) -> str:
    found = _parsed(address)
    if found is None:
        return UNKNOWN
    if isinstance(found, IPv4Address):
        return str(found)
    return str(IPv6Network((int(found) >> _HOME_BITS << _HOME_BITS, _HOME_BITS)))
