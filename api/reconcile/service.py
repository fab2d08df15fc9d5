"""What each address of the service does with a request."""

from collections.abc import Callable
from typing import Any

from graphql import GraphQLSchema

from api.asking import replies
from api.asking.asking import Asked, Asking
from api.asking.call import Call, number, required
from api.asking.operations import Operation
from api.errors import Headers, IllFormedRequest, NotAcceptable
from api.reconcile import answers, pages, requests, suggest
from api.reconcile.asked import Batch, entity_id
from api.reconcile.entities import Node
from api.reconcile.extending import Extending
from api.reconcile.kinds import TYPES, scope
from api.reconcile.manifest import new_manifest, old_manifest
from api.reconcile.matching import Matching, Results
from api.reconcile.operations import Operations
from api.reconcile.paths import Paths
from api.reconcile.properties import PROPERTIES, Property, properties_of
from api.web.media import JSON, choose
from api.web.reply import Reply, header

NEW = "application/reconciliation.v1+json"
"""The media type by which a client asks for the manifest of 1.0-draft."""
NOTHING = Asked({}, ((b"cache-control", b"no-store"),))


class Service:
    """The service over one schema."""

    def __init__(self, schema: GraphQLSchema, asking: Asking) -> None:
        self._asking = asking
        self._paths = Paths(schema)
        self._operations = Operations(self._paths)
        self._matching = Matching(schema, self._paths)
        self._extending = Extending(self._paths)
        self._entities = suggest.Entities(self._paths)

    async def root(self, call: Call) -> Reply:
        """The endpoint of 0.2: the manifest, a batch in `queries`, or an extension in `extend`."""
        call.allow("GET", "POST")
        parameters = call.parameters() if call.reads else await call.form()
        if "callback" in parameters:
            raise IllFormedRequest(
                "JSONP is not offered.", "leave callback out: pages of any site may read the JSON itself."
            )
        if queries := parameters.get("queries"):
            batch = requests.old_batch(queries)
            asked = await self._ask(call, self._matching.operation(batch))
            return self._reply(
                call, asked, lambda: answers.old_results(self._paths, self._results(batch, asked))
            )
        if extend := parameters.get("extend"):
            return await self._extended(call, extend, old=True)
        if call.reads:
            return _manifest(call)
        raise IllFormedRequest("The form has neither queries nor extend.", "send one of them.")

    async def match(self, call: Call) -> Reply:
        """1.0-draft: a batch of queries."""
        call.allow("POST")
        batch = requests.new_batch(await call.json())
        asked = await self._ask(call, self._matching.operation(batch))
        return self._reply(call, asked, lambda: answers.new_results(self._paths, self._results(batch, asked)))

    async def extend(self, call: Call) -> Reply:
        """1.0-draft: properties of entities."""
        call.allow("POST")
        return await self._extended(call, await call.json(), old=False)

    async def propose(self, call: Call) -> Reply:
        """Properties that entities of a type may have."""
        call.allow("GET")
        parameters = call.parameters()
        limit = number(parameters, "limit", 0)
        found = suggest.proposals(parameters.get("type"))
        body: dict[str, Any] = {
            "properties": found[:limit] if limit else found,
            "type": parameters.get("type", ""),
        }
        return _steady(call, body | {"limit": limit} if limit else body)

    async def suggest_entity(self, call: Call) -> Reply:
        """Entities whose names begin with, or are like, what somebody types."""
        call.allow("GET")
        parameters = call.parameters()
        prefix, start, size = parameters.get("prefix", "").strip(), _start(call), _size(call)
        # Widgets send types of other services along.
        within = scope(each for each in parameters.get("type", "").split(",") if each in TYPES)
        if not prefix or start > suggest.DEEPEST:
            return self._reply(call, NOTHING, lambda: {"result": []})
        operation = self._entities.operation(prefix, within, start + size)
        asked = await self._ask(call, operation)
        return self._reply(
            call,
            asked,
            lambda: {"result": self._entities.suggested(within, asked.data or {})[start : start + size]},
        )

    async def suggest_property(self, call: Call) -> Reply:
        """Properties that begin with what somebody types."""
        call.allow("GET")
        parameters = call.parameters()
        found = suggest.properties(parameters.get("prefix", ""), parameters.get("type"))
        return _steady(call, {"result": found[_start(call) :][: _size(call, suggest.MOST)]})

    async def suggest_type(self, call: Call) -> Reply:
        """Types that begin with what somebody types."""
        call.allow("GET")
        found = suggest.types(call.parameters().get("prefix", ""))
        return _steady(call, {"result": found[_start(call) :][: _size(call, suggest.MOST)]})

    async def flyout_entity(self, call: Call) -> Reply:
        """A few words about an entity."""
        call.allow("GET")
        own = required(call.parameters(), "id")
        asked, node = await self._node(call, own, preview=True)
        return self._reply(
            call,
            asked,
            lambda: {"id": own, "html": pages.flyout(self._paths, node) if node else pages.unknown(own)},
        )

    async def flyout_property(self, call: Call) -> Reply:
        """A few words about a property."""
        call.allow("GET")
        own = required(call.parameters(), "id")
        known = PROPERTIES.get(own)
        html = pages.about(known.name, known.description) if known else pages.unknown(own)
        return _steady(call, {"id": own, "html": html})

    async def flyout_type(self, call: Call) -> Reply:
        """A few words about a type."""
        call.allow("GET")
        own = required(call.parameters(), "id")
        known = TYPES.get(own)
        html = pages.about(known.name, known.description) if known else pages.unknown(own)
        return _steady(call, {"id": own, "html": html})

    async def preview(self, call: Call) -> Reply:
        """A small page about an entity, for a frame."""
        call.allow("GET")
        own = required(call.parameters(), "id")
        asked, node = await self._node(call, own, preview=True)
        return self._page(asked, own, pages.preview(self._paths, node) if node else None)

    async def entity(self, call: Call) -> Reply:
        """A page with all we can say of an entity."""
        call.allow("GET")
        own = call.scope["path_params"]["id"]
        asked, node = await self._node(call, own, preview=False)
        return self._page(asked, own, pages.whole(self._paths, node, call.base) if node else None)

    async def type(self, call: Call) -> Reply:
        """A page about a type."""
        call.allow("GET")
        own = call.scope["path_params"]["id"]
        known = TYPES.get(own)
        if known is None:
            return _page(pages.missing(own), (), 404)
        html = pages.about_page(known.name, known.description)
        return _page(html, replies.steady(html.encode()))

    async def _extended(self, call: Call, text: bytes | str, *, old: bool) -> Reply:
        query = requests.extension(text, "extend" if old else "The body")
        asked = await self._ask(call, self._extending.operation(query))
        write = answers.old_extension if old else answers.new_extension
        return self._reply(
            call, asked, lambda: write(self._extending, self._extending.cells(query, asked.data or {}))
        )

    async def _node(self, call: Call, own: str, *, preview: bool) -> tuple[Asked, Node | None]:
        """The entity of an id, with what its page shows."""
        if not entity_id(own):
            return NOTHING, None
        type_name = own.partition(":")[0]
        properties: list[Property] = pages.previewed(type_name) if preview else properties_of((type_name,))
        asked = await self._ask(call, self._operations.extend([own], properties))
        found = (asked.data or {}).get("named") or [None]
        return asked, found[0]

    def _results(self, batch: Batch, asked: Asked) -> Results:
        return self._matching.results(batch, asked.data or {})

    async def _ask(self, call: Call, operation: Operation | None) -> Asked:
        """The answer to an operation; where there is none to ask, nothing."""
        return (
            NOTHING if operation is None else await self._asking.ask(operation, call.ticket, call.conditions)
        )

    def _reply(self, call: Call, asked: Asked, write: Callable[[], dict[str, Any]]) -> Reply:
        headers = replies.told(asked) if call.reads else replies.told_once(asked)
        return replies.unchanged(headers) if asked.data is None else replies.json_reply(write(), headers)

    def _page(self, asked: Asked, own: str, html: str | None) -> Reply:
        if asked.data is None:
            return replies.unchanged(replies.told(asked))
        if html is None:
            return _page(pages.missing(own), (), 404)
        return _page(html, replies.told(asked))


def _page(html: str, headers: Headers, status: int = 200) -> Reply:
    return replies.page_reply(html.encode(), pages.CONTENT_SECURITY_POLICY, headers, status)


def _manifest(call: Call) -> Reply:
    """The manifest of the version that is asked for; of 0.2 where nobody asks."""
    media = choose(header(call.scope, b"accept"), (JSON, NEW), JSON)
    if media is None:
        raise NotAcceptable(
            "There is no manifest of that type.", f"accept {JSON} for version 0.2, {NEW} for 1.0-draft."
        )
    write = new_manifest if media == NEW else old_manifest
    return _steady(call, write(call.base, replies.VERSION), media, ((b"vary", b"Accept"),))


def _steady(call: Call, body: dict[str, Any], media: str = JSON, more: Headers = ()) -> Reply:
    """What only another version of this code would change; unchanged, if the client has it."""
    reply = replies.json_reply(body, more, media)
    headers = (*more, *replies.steady(reply.body))
    if dict(headers)[b"etag"].decode() in (header(call.scope, b"if-none-match") or ""):
        return replies.unchanged(headers)
    return replies.json_reply(body, headers, media)


def _start(call: Call) -> int:
    """How many suggestions are skipped: `cursor` in 0.2, `offset` in 1.0-draft."""
    parameters = call.parameters()
    return number(parameters, "offset" if "offset" in parameters else "cursor", 0)


def _size(call: Call, usual: int = suggest.USUAL) -> int:
    return min(number(call.parameters(), "limit", usual, least=1), suggest.MOST)
