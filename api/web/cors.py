"""Lets pages of other sites read: CORS."""

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

METHODS = ("GET", "HEAD", "OPTIONS", "POST")
# What a script of another site may read of an answer, beside its body.
EXPOSED = (
    "Content-Disposition",
    "Content-Encoding",
    "Detente-Revision",
    "ETag",
    "Link",
    "Location",
    "Preference-Applied",
    "RateLimit",
    "RateLimit-Policy",
    "Retry-After",
    "Server-Timing",
    "X-Request-ID",
)
DAY = 24 * 60 * 60


def cors(origins: str) -> Middleware:
    """The middleware for some origins, by commas, or "*" for all; none of them may use a browser's cookies."""
    return Middleware(
        CORSMiddleware,
        allow_origins=[origin.strip() for origin in origins.split(",") if origin.strip()],
        allow_methods=METHODS,
        allow_headers=["*"],
        expose_headers=EXPOSED,
        max_age=DAY,
    )
