"""Media types: which one to answer in, and whether a body is JSON."""

from functools import lru_cache

JSON = "application/json"

_CHARSETS = {"utf-8", "utf8"}
_NAMED = 2


@lru_cache(maxsize=256)
def choose(accept: str | None, offers: tuple[str, ...], default: str) -> str | None:
    """Return the offer that an Accept header likes best; None where it takes none of them.

    Offers that are liked alike and named come in their order; the default is for who names none of them:
    `choose("text/html, application/*;q=0.8", ("text/csv", "application/json"), "text/csv")` → "application/json"
    """
    if accept is None or not accept.strip():
        return default
    ranges = [_range(part) for part in accept.lower().split(",") if part.strip()]
    liked = {offer: _liking(offer, ranges) for offer in offers}
    most = max(liked.values())
    best = [offer for offer in offers if liked[offer] == most]
    quality, exactness = most
    if quality == 0:
        return None
    return default if exactness < _NAMED and default in best else best[0]


@lru_cache(maxsize=64)
def is_json(content_type: str | None) -> bool:
    """Whether a Content-Type stands for JSON in UTF-8: "application/json; charset=utf-8"."""
    name, *parameters = (content_type or "").lower().split(";")
    pairs = [parameter.strip().partition("=") for parameter in parameters]
    charsets = {value.strip('"') for key, _, value in pairs if key == "charset"}
    return name.strip() == JSON and charsets <= _CHARSETS


def _range(part: str) -> tuple[str, float, bool]:
    """Read one range of an Accept header: its media type, its quality, and whether we could serve it at all."""
    name, *parameters = part.split(";")
    quality, served = 1.0, True
    for parameter in parameters:
        key, _, value = parameter.strip().partition("=")
        if key == "q":
            quality = _number(value)
        elif key == "charset":
            served = value.strip('"') in _CHARSETS
    return name.strip(), quality, served


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _liking(offer: str, ranges: list[tuple[str, float, bool]]) -> tuple[float, int]:
    """How well an offer is liked: by the most exact range that names it, and how exact that is."""
    family = offer.partition("/")[0] + "/*"
    for exactness, name in ((_NAMED, offer), (1, family), (0, "*/*")):
        found = [quality for each, quality, served in ranges if each == name and served]
        if found:
            return (max(found), exactness) if max(found) > 0 else (0, 0)
    return 0, 0
