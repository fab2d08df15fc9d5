"""Compresses answers: zstd, br or gzip, whichever of them the client takes; each kept answer once."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette_compress import CompressMiddleware, add_compress_type

from api.errors import Headers
from api.web.reply import header

# Below this the headers and the work are more than what is saved.
SMALLEST = 1024
_TYPES = (
    "application/graphql-response+json",
    "application/problem+json",
    "application/csvm+json",
    "application/json+ftm",
    "application/x-ndjson",
)
_CODINGS = ("zstd", "br", "gzip")
_KEEP = "detente.keep"


class Compression(CompressMiddleware):
    """Hands a compressed body to who asked to keep it."""

    __slots__ = ()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        coding: str | None = None

        async def send_keeping(message: Message) -> None:
            nonlocal coding
            if message["type"] == "http.response.start" and _KEEP in scope:
                found = [value for name, value in message["headers"] if name == b"content-encoding"]
                coding = found[0].decode() if found else None
            elif coding and not message.get("more_body"):
                scope[_KEEP](coding, message["body"])
            await send(message)

        await super().__call__(scope, receive, send_keeping)


def compression() -> Middleware:
    """The middleware; an answer that has a Content-Encoding already passes as it is."""
    return Middleware(compressed)


def compressed(app: ASGIApp) -> Compression:
    """An application whose answers are compressed."""
    for media in _TYPES:
        add_compress_type(media)
    return Compression(app, minimum_size=SMALLEST)


def keep_compressed(scope: Scope, keep: Callable[[str, bytes], None]) -> None:
    """Ask for the coding and the body that will be sent; only whole bodies are told, not those sent in slices."""
    scope[_KEEP] = keep


def kept(scope: Scope, bodies: Mapping[str, bytes]) -> tuple[bytes, Headers] | None:
    """The best of some compressed bodies that the client takes, and the headers that it needs."""
    for coding in codings(scope) if bodies else ():
        if coding in bodies:
            return bodies[coding], ((b"content-encoding", coding.encode()), (b"vary", b"Accept-Encoding"))
    return None


def codings(scope: Scope) -> tuple[str, ...]:
    """Our codings that the client takes, the best first."""
    return _accepted(header(scope, b"accept-encoding") or "")


@lru_cache(maxsize=128)
def _accepted(accept_encoding: str) -> tuple[str, ...]:
    """Our codings that a client names, ours first: "gzip, br;q=0.5, zstd;q=0" → ("br", "gzip")."""
    parts = [part.lower().partition(";") for part in accept_encoding.split(",")]
    named = {name.strip(): parameter.replace(" ", "") for name, _, parameter in parts}
    refused = {
        name for name, parameter in named.items() if parameter in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    }
    return tuple(coding for coding in _CODINGS if coding in named and coding not in refused)
