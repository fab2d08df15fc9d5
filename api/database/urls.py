"""The addresses of one database for its three roles, and the passwords they are given."""

import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from api.database.embedded import DATABASE, Server

OWNER = "detente_owner"
WRITER = "detente_writer"
READER = "detente_reader"


@dataclass(frozen=True, slots=True)
class Urls:
    """Who migrates, who loads and who reads; sessions log in as these, they never SET ROLE."""

    owner: str
    writer: str
    reader: str
    # Whether writer and reader were derived from the owner, so that `migrate` sets their passwords.
    derived: bool = True


def embedded(server: Server, database: str = DATABASE) -> Urls:
    """The addresses in the embedded server, whose socket needs no password."""
    return Urls(server.url(OWNER, database), server.url(WRITER, database), server.url(READER, database))


def external(owner: str, writer: str | None = None, reader: str | None = None) -> Urls:
    """The addresses in another Postgres: as given, else derived from the owner's."""
    return Urls(
        owner,
        writer or as_role(owner, WRITER),
        reader or as_role(owner, READER),
        derived=writer is None or reader is None,
    )


def as_role(owner: str, role: str) -> str:
    """The owner's address for another role: "postgresql://o:pw@h/d" → "postgresql://detente_reader:3f…@h/d"."""
    parts = urlsplit(owner)
    password = role_password(owner, role)
    login = role if password is None else f"{role}:{password}"
    query = [(key, value) for key, value in parse_qsl(parts.query) if key not in {"user", "password"}]
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(
        (parts.scheme, f"{login}@{host}", parts.path, urlencode(query, safe="/", quote_via=quote), "")
    )


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
