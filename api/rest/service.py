"""What each address of REST does with a request."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from api.asking import replies
from api.asking.asking import Asking
from api.asking.call import Call
from api.collections import exchanges
from api.collections.collection import Collection
from api.collections.nearest import meant
from api.collections.parameters import read_fields, read_question, unknown
from api.collections.question import Question
from api.collections.registry import Collections
from api.errors import Headers, NotAcceptable, NotFound
from api.rest.description import Description
from api.rest.links import DESCRIPTION, REFERENCE, ROOT, item_path, page_links, service_links
from api.rest.preferences import Preferences
from api.web.media import JSON, choose
from api.web.reply import Reply, header

_ID = re.compile(r"([A-Za-z]+:)?([0-9]{1,19})")
_LETTERS = re.compile("[A-Za-z]{2}")
_LARGEST_ID = 2**63 - 1
_HTML = "text/html"
_VARY = ((b"vary", b"Prefer"),)


class Rest:
    """The service over all collections."""

    def __init__(self, collections: Collections, asking: Asking) -> None:
        self.collections = collections
        self._asking = asking
        self._description = Description(collections, asking.engine.schema)

    async def root(self, call: Call) -> Reply:
        """The page for people, or for programs the collections there are."""
        call.allow("GET")
        if choose(header(call.scope, b"accept"), (JSON, _HTML), JSON) == _HTML:
            return _steady(call, partial(self._page, call.base))
        found = [
            {"name": plural, "about": each.about, "href": f"{call.base}{ROOT}/{plural}", "key": each.key}
            for plural, each in self.collections.items()
        ]
        body = {"data": found, "openapi": f"{call.base}{DESCRIPTION}", "reference": f"{call.base}{REFERENCE}"}
        return _steady(call, partial(replies.json_reply, body))

    async def openapi(self, call: Call) -> Reply:
        """The description for machines."""
        call.allow("GET")
        return _steady(
            call,
            lambda told: Reply(200, self._description.body, ((b"content-type", b"application/json"), *told)),
        )

    async def reference(self, call: Call) -> Reply:
        """The description for people."""
        call.allow("GET")
        return _steady(call, partial(self._page, call.base))

    def _page(self, base: str, headers: Headers) -> Reply:
        return replies.page_reply(self._description.page(base).encode(), self._description.policy, headers)

    async def page(self, collection: Collection, call: Call) -> Reply:
        """A page of a collection."""
        _agree(call)
        preferences = Preferences.read(header(call.scope, b"prefer"))
        pairs = call.pairs()
        question = self._question(collection, pairs, preferences)
        flat = collection.flat
        operation = collection.read_list(exchanges.asked(question, question.fields) if flat else question)
        asked = await self._asking.ask(operation, call.ticket, call.conditions)
        headers = (*replies.told(asked), *_VARY, *preferences.applied)
        if asked.data is None:
            return replies.unchanged(headers)
        page = collection.page(asked.data)
        body = {
            "data": self._flat(collection, question, page.rows) if flat else page.rows,
            "page": {
                "limit": question.limit,
                "next": page.next,
                "previous": page.previous,
                "total": page.total,
            },
        }
        links = page_links(f"{call.base}{ROOT}/{collection.plural}", pairs, page)
        return replies.json_reply(body, (*headers, *links))

    async def item(self, collection: Collection, call: Call) -> Reply:
        """One thing, by its key; from an id, or a key in other letters, the way there."""
        _agree(call)
        key = call.scope["path_params"]["key"]
        fields = _item_fields(collection, call)
        if elsewhere := _elsewhere(collection, key):
            return _moved(call, elsewhere)
        if (found := _ID.fullmatch(key)) and found[1] and collection.key != "id":
            return await self._lead(call, key)
        if collection.key == "id" and not _is_id_of(collection, key):
            raise _nothing(collection, key)
        asked = await self._asking.ask(collection.read_item(key, fields), call.ticket, call.conditions)
        headers = (*replies.told(asked), *service_links())
        if asked.data is None:
            return replies.unchanged(headers)
        if (row := collection.found(asked.data)) is None:
            raise _nothing(collection, key)
        return replies.json_reply({"data": row}, headers)

    async def anything(self, call: Call) -> Reply:
        """What stands nowhere: ids lead to their things, all else is refused with the nearest address."""
        call.allow("GET")
        path = call.scope["path_params"]["path"]
        if (found := _ID.fullmatch(path)) and found[1]:
            return await self._lead(call, path)
        raise NotFound(
            f"There is nothing at {ROOT}/{path[:100]}.{meant(path.partition('/')[0], self.collections)}",
            f"the collections are {', '.join(self.collections)}.",
        )

    async def _lead(self, call: Call, global_id: str) -> Reply:
        """The way to the thing with an id."""
        if int(global_id.partition(":")[2]) > _LARGEST_ID:
            raise NotFound(f"Nothing has the id {global_id}.", None)
        # What a client keeps is no answer to where it is.
        seen = replies.conditions(header(call.scope, b"detente-revision"), None)
        asked = await self._asking.ask(self.collections.read_address(global_id), call.ticket, seen)
        place = asked.data and self.collections.address(asked.data)
        if not place:
            raise NotFound(f"Nothing has the id {global_id}.", None)
        own, key = place
        return _moved(call, item_path(own.plural, key))

    def _question(
        self, collection: Collection, pairs: list[tuple[str, str]], preferences: Preferences
    ) -> Question:
        known = exchanges.NAMES if collection.flat else ()
        if preferences.count:
            pairs = [*(each for each in pairs if each[0] != "total"), ("total", "true")]
        return read_question(collection, pairs, strict=not preferences.lenient, fields=known)

    def _flat(
        self, collection: Collection, question: Question, rows: list[dict[str, Any]]
    ) -> list[Mapping[str, Any]]:
        return [
            row
            for each in rows
            for row in exchanges.rows(each, question.given, collection.filters, question.fields)
        ]


def _steady(call: Call, write: Callable[[Headers], Reply]) -> Reply:
    """What only another version of this code would change; unchanged, if the client has it."""
    headers = (*replies.steady(write(()).body), (b"vary", b"Accept"))
    tag = dict(headers)[b"etag"].decode()
    return (
        replies.unchanged(headers) if tag in (header(call.scope, b"if-none-match") or "") else write(headers)
    )


def _agree(call: Call) -> None:
    """Refuse other methods, and who takes no JSON."""
    call.allow("GET")
    if choose(header(call.scope, b"accept"), (JSON,), JSON) is None:
        raise NotAcceptable(
            "This address answers in JSON.",
            f"accept {JSON}; for spreadsheets, put .csv or .xlsx behind a list.",
        )


def _item_fields(collection: Collection, call: Call) -> tuple[str, ...] | None:
    lenient = Preferences.read(header(call.scope, b"prefer")).lenient
    texts: list[str] = []
    for name, value in call.pairs():
        if name == "fields":
            texts += [each for text in value.split(",") if (each := text.strip())]
        elif not lenient:
            raise unknown(name, ("fields",))
    return read_fields(texts, collection.item.fields)


def _elsewhere(collection: Collection, key: str) -> str | None:
    """Where a thing stands that is asked for by its key in other letters, or by the number of its id."""
    if collection.key == "iso2" and _LETTERS.fullmatch(key) and key != key.upper():
        return item_path(collection.plural, key.upper())
    if collection.key == "id" and (found := _ID.fullmatch(key)) and not found[1]:
        return item_path(collection.plural, f"{collection.type}:{key}")
    return None


def _is_id_of(collection: Collection, key: str) -> bool:
    found = _ID.fullmatch(key)
    return bool(found and found[1] == f"{collection.type}:" and int(found[2]) <= _LARGEST_ID)


def _nothing(collection: Collection, key: str) -> NotFound:
    return NotFound(
        f"There is nothing at {item_path(collection.plural, key[:100])}.",
        f"{ROOT}/{collection.plural} lists what there is, by its {collection.key}.",
    )


def _moved(call: Call, path: str) -> Reply:
    asked = call.scope["query_string"]
    address = f"{call.base}{path}".encode() + (b"?" + asked if asked else b"")
    headers: Headers = ((b"location", address), (b"cache-control", b"public, max-age=300"))
    return Reply(308, b"", headers)
