"""One request, read as far as it is needed: its parameters, its form, its JSON, and what the client has already."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.types import Receive, Scope

from api.answers import Conditions
from api.asking import replies
from api.clients.ticket import Ticket
from api.errors import IllFormedRequest, MethodNotAllowed, RequestError, UnsupportedMediaType
from api.web.body import read_body
from api.web.media import JSON, is_json
from api.web.reply import header

FORM = "application/x-www-form-urlencoded"
READ_SECONDS = 10.0
LARGEST = 1_000_000

Parameters = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Call:
    """One request.

    Attributes:
        base: The address of the service, without a slash at its end: "https://example.org/reconcile".
    """

    scope: Scope
    receive: Receive
    ticket: Ticket
    base: str
    body_limit: int

    @property
    def reads(self) -> bool:
        """Whether it is a GET, whose answer may be kept."""
        return self.scope["method"] in {"GET", "HEAD"}

    @property
    def conditions(self) -> Conditions:
        """What the client has already; who posts is always answered in full."""
        return self.conditions_of(replies.VERSION)

    def conditions_of(self, edition: str) -> Conditions:
        """What the client has already of answers that this edition of the code wrote."""
        tags = header(self.scope, b"if-none-match") if self.reads else None
        return replies.conditions(header(self.scope, b"detente-revision"), tags, edition)

    def allow(self, *methods: str) -> None:
        """Refuse any other method."""
        if self.scope["method"] not in {*methods, *(("HEAD",) if "GET" in methods else ())}:
            allowed = ", ".join((*methods, "OPTIONS"))
            raise MethodNotAllowed(f"{self.scope['method']} does not work here.", f"use {allowed}.", allowed)

    def parameters(self) -> Parameters:
        """Return what stands behind the question mark; of several with one name, the first."""
        return _pairs(self.scope["query_string"], "The query string")

    def pairs(self) -> list[tuple[str, str]]:
        """Return all that stands behind the question mark, in its order."""
        return _decoded(self.scope["query_string"], "The query string")

    async def form(self) -> Parameters:
        """Return the fields of a form that was posted."""
        sent = (header(self.scope, b"content-type") or "").partition(";")[0].strip().lower()
        if sent != FORM:
            hint = f"send Content-Type: {FORM}; JSON goes to /reconcile/match and /reconcile/extend."
            raise UnsupportedMediaType("The body is not a form.", hint)
        return _pairs(await self._body(), "The form")

    async def json(self) -> bytes:
        """Return the JSON that was posted, as it is."""
        if not is_json(header(self.scope, b"content-type")):
            raise UnsupportedMediaType("The body is not sent as JSON.", f"send Content-Type: {JSON}.")
        return await self._body()

    async def _body(self) -> bytes:
        return await read_body(self.scope, self.receive, self.body_limit, READ_SECONDS)


def number(parameters: Parameters, name: str, usual: int, least: int = 0) -> int:
    """Return a parameter that is a number, as {"limit": "5"} has one; the usual one where it is not there."""
    text = parameters.get(name, "").strip()
    if not text:
        return usual
    if not (text.isascii() and text.isdigit() and least <= int(text[:10]) <= LARGEST):
        raise IllFormedRequest(f"{name} is not a number that can be used.", f"send {least} or more.")
    return int(text)


def required(parameters: Parameters, name: str) -> str:
    """Return a parameter that must be there."""
    if not (value := parameters.get(name, "").strip()):
        raise IllFormedRequest(f"There is no {name}.", f"send ?{name}=…")
    return value


def _pairs(encoded: bytes, name: str) -> Parameters:
    # Of several with one name, the first.
    return dict(reversed(_decoded(encoded, name)))


def _decoded(encoded: bytes, name: str) -> list[tuple[str, str]]:
    try:
        pairs = parse_qsl(
            encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100
        )
    except ValueError:
        raise RequestError(
            f"{name} is not UTF-8, URL-encoded, of a hundred fields at the most.", "encode it so."
        ) from None
    if any("\0" in value for _, value in pairs):
        raise RequestError(f"{name} holds a NUL character.", "remove it.")
    return pairs
