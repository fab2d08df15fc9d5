"""The addresses of one database for its three roles, and the passwords they are given."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from api.database.embedded import DATABASE, Server

OWNER = "detente_owner"
WRITER = "detente_writer"
READER = "detente_reader"


@dataclass(frozen=True, slots=True)
class Urls:
    """Who migrates, who loads and who reads; sessions log in as these, they never SET ROLE.

    Attributes:
        owner: Who migrates.
        writer: Who loads.
        reader: Who reads, at the primary.
        derived: Whether writer and reader were derived from the owner, so that `migrate` sets their passwords.
        replicas: Where else the reader may read.
    """

    owner: str
    writer: str
    reader: str
    derived: bool = True
    replicas: tuple[str, ...] = ()

    @property
    def readers(self) -> tuple[str, ...]:
        """All servers to read from."""
        return (*self.replicas, self.reader)


def embedded(server: Server, database: str = DATABASE) -> Urls:
    """The addresses in the embedded server, whose socket needs no password."""
    return Urls(server.url(OWNER, database), server.url(WRITER, database), server.url(READER, database))


def external(owner: str, writer: str | None = None, readers: str | None = None) -> Urls:
    """The addresses in another Postgres: as given, else derived from the owner's."""
    reader = as_role(owner, READER)
    replicas: tuple[str, ...] = ()
    if readers:
        given = each_server(readers)
        reader = at_place(given[0], owner)
        replicas = tuple(url for url in given if place(url) != place(owner))
    derived = writer is None or readers is None
    return Urls(owner, writer or as_role(owner, WRITER), reader, derived, replicas)


def each_server(urls: str) -> tuple[str, ...]:
    """The servers that addresses between white space name: "postgresql://r@a,b/d" → those at a and at b."""
    return tuple(each for url in urls.split() for each in _each_host(url))


def _each_host(url: str) -> list[str]:
    parts = urlsplit(url)
    login, at, hosts = parts.netloc.rpartition("@")
    query = dict(parse_qsl(parts.query))
    # It speaks of a choice among hosts, and there will be none.
    query.pop("target_session_attrs", None)
    if hosts:
        return [_joined(parts, f"{login}{at}{host}", query) for host in hosts.split(",")]
    named, ports = query.get("host", "").split(","), query.get("port", "").split(",")
    if len(named) == 1:
        return [_joined(parts, parts.netloc, query)]
    ports = ports * len(named) if len(ports) == 1 else ports
    return [
        _joined(parts, parts.netloc, {**query, "host": host} | ({"port": port} if port else {}))
        for host, port in zip(named, ports, strict=True)
    ]


def _joined(parts: SplitResult, netloc: str, query: Mapping[str, str]) -> str:
    text = urlencode(query, safe="/", quote_via=quote)
    return urlunsplit((parts.scheme, netloc, parts.path, text, ""))


def place(url: str) -> str:
    """The server and the database that an address names, without who logs in: "db1:5432/detente"."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    hosts = parts.netloc.rpartition("@")[2] or query.get("host", "")
    port = query.get("port", "")
    if port and not parts.netloc.rpartition("@")[2]:
        hosts = f"{hosts}:{port}"
    return f"{hosts}{parts.path}"


def at_place(login: str, url: str) -> str:
    """The address of one server with the login of another: ("postgresql://r:x@a/d", "postgresql://o:y@b/d") → r:x@b."""
    there, parts = urlsplit(url), urlsplit(login)
    query = [(key, value) for key, value in parse_qsl(there.query) if key not in {"user", "password"}]
    query += [(key, value) for key, value in parse_qsl(parts.query) if key in {"user", "password"}]
    netloc = f"{parts.netloc.rpartition('@')[0]}@{there.netloc.rpartition('@')[2]}"
    return _joined(there, netloc, dict(query))


def as_role(owner: str, role: str) -> str:
    """The owner's address for another role: "postgresql://o:pw@h/d" → "postgresql://detente_reader:3f…@h/d"."""
    parts = urlsplit(owner)
    password = role_password(owner, role)
    login = role if password is None else f"{role}:{password}"
    query = {key: value for key, value in parse_qsl(parts.query) if key not in {"user", "password"}}
    host = parts.netloc.rpartition("@")[2]
    return _joined(parts, f"{login}@{host}", query)


def role_password(owner: str, role: str) -> str | None:
    """The password derived for a role from the owner's; None if the owner logs in without one."""
    parts = urlsplit(owner)
    # Not parts.password: with several hosts urlsplit still finds the login, but only up to the last "@".
    secret = parts.netloc.rpartition("@")[0].partition(":")[2] or dict(parse_qsl(parts.query)).get(
        "password", ""
    )
    if not secret:
        return None
    return hmac.new(unquote(secret).encode(), role.encode(), hashlib.sha256).hexdigest()
