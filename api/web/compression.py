"""Compresses answers: zstd, br or gzip, whichever of them the client takes."""

from starlette.middleware import Middleware
from starlette_compress import CompressMiddleware, add_compress_type

# Below this the headers and the work are more than what is saved.
SMALLEST = 1024
_TYPES = ("application/graphql-response+json", "application/problem+json")


def compression() -> Middleware:
    """The middleware; an answer that has a Content-Encoding already passes as it is."""
    for media in _TYPES:
        add_compress_type(media)
    return Middleware(CompressMiddleware, minimum_size=SMALLEST)
