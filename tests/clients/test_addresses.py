"""The address of a client is its peer's, or what trusted proxies say, read from the right."""

import pytest
from starlette.types import Scope

from api.clients.addresses import Addresses
from api.settings import ProxyHeader

PROXIES = "10.0.0.0/8 fd00::/8"


def _scope(peer: str | None, *headers: tuple[str, str]) -> Scope:
    return {
        "type": "http",
        "client": peer and (peer, 40_000),
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers],
    }


def _behind(
    peer: str, told: str, kind: ProxyHeader = "x-forwarded-for", proxies: str | None = PROXIES
) -> str:
    return Addresses(proxies, kind).name(_scope(peer, (kind, told)))


@pytest.mark.parametrize(
    ("peer", "name"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "unknown"),
        (None, "unknown"),
    ],
)
def test_a_client_is_its_address_or_its_64(peer: str | None, name: str) -> None:
    """Of IPv6, a household has at least a /64: its addresses count as one."""
    assert Addresses(None, "x-forwarded-for").name(_scope(peer)) == name


def test_nobody_is_believed_unless_told_to() -> None:
    """Without trusted proxies the header means nothing, from wherever it comes."""
    assert _behind("10.0.0.1", "198.51.100.9", proxies=None) == "10.0.0.1"
    assert _behind("127.0.0.1", "198.51.100.9", proxies=None) == "127.0.0.1"


def test_a_stranger_is_not_believed() -> None:
    """Who is no trusted proxy can say what he likes."""
    assert _behind("192.0.2.7", "198.51.100.9") == "192.0.2.7"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("198.51.100.9", "198.51.100.9"),
        ("1.1.1.1, 198.51.100.9", "198.51.100.9"),
        ("1.1.1.1,198.51.100.9,10.1.1.1, 10.2.2.2", "198.51.100.9"),
        ("198.51.100.9:4711", "198.51.100.9"),
        ("[2001:db8:9::7]:4711", "2001:db8:9::/64"),
        ("2001:db8:9::7", "2001:db8:9::/64"),
        ("10.3.3.3", "10.3.3.3"),
        ("", "10.0.0.1"),
        ("1.1.1.1, nonsense", "10.0.0.1"),
        ("1.1.1.1, nonsense, 10.2.2.2", "10.2.2.2"),
    ],
)
def test_a_proxy_is_read_from_the_right(told: str, name: str) -> None:
    """The last address that is no proxy of ours; what stands left of it may be made up."""
    assert _behind("10.0.0.1", told) == name


def test_headers_on_several_lines_are_one() -> None:
    """A proxy may add a line of its own."""
    scope = _scope("10.0.0.1", ("X-Forwarded-For", "1.1.1.1"), ("X-Forwarded-For", "198.51.100.9"))
    assert Addresses(PROXIES, "x-forwarded-for").name(scope) == "198.51.100.9"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("for=198.51.100.9", "198.51.100.9"),
        ('for=1.1.1.1;proto=http, For="198.51.100.9:4711";by=10.0.0.1', "198.51.100.9"),
        ('proto=https;for="[2001:db8:9::7]:4711"', "2001:db8:9::/64"),
        ("for=198.51.100.9, for=10.2.2.2", "198.51.100.9"),
        ("for=1.1.1.1, for=unknown", "10.0.0.1"),
        ("for=1.1.1.1, for=_hidden, for=10.2.2.2", "10.2.2.2"),
        ("proto=https", "10.0.0.1"),
    ],
)
def test_the_standard_header_is_read_the_same_way(told: str, name: str) -> None:
    """Forwarded, as RFC 7239 has it."""
    assert _behind("10.0.0.1", told, "forwarded") == name


def test_only_the_header_that_was_chosen_counts() -> None:
    """A proxy that sets one lets the other through as the client sent it."""
    scope = _scope("10.0.0.1", ("Forwarded", "for=1.1.1.1"), ("X-Forwarded-For", "198.51.100.9"))
    assert Addresses(PROXIES, "x-forwarded-for").name(scope) == "198.51.100.9"
    assert Addresses(PROXIES, "forwarded").name(scope) == "1.1.1.1"


def test_a_proxy_that_listens_for_both_kinds_is_still_one() -> None:
    """An IPv4 address inside IPv6 is that IPv4 address."""
    assert _behind("::ffff:10.0.0.1", "198.51.100.9") == "198.51.100.9"
