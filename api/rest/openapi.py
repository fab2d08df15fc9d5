"""The description of the service for machines: OpenAPI 3.1, derived from operations, schema and filters."""

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLSchema

from api.asking.replies import VERSION
from api.collections.collection import Collection
from api.collections.registry import Collections
from api.rest.inputs import item_parameters, list_parameters
from api.rest.links import ROOT
from api.rest.schemas import Json, Schemas
from api.web.problem import MEDIA_TYPE

JSON = "application/json"
ABOUT = """\
Which nationals were released in exchange for which sanctions relief, who says so, and how sure we are.

Every collection is filtered by plain parameters, sorted by `sort`, trimmed by `fields`, and read page by page: follow
the header `Link`, or send `page.next` as `after`. Every answer has an `ETag` (send it back as `If-None-Match`, and an
answer that you have costs nobody anything) and a `Detente-Revision`. Errors are problem details (RFC 9457) that say what
is wrong and how to mend it. `Prefer: handling=lenient` passes over parameters that are not known, `Prefer: count=exact`
counts all rows. An empty parameter counts as not given. For spreadsheets put `.csv` or `.xlsx` behind a list, with the same parameters.

A number is never just a number: `completeness` says whether it is exact, and `scope` whether it counts this release or is
a running total, which must not be added. Relief is not delisting. A name that is withheld is null everywhere.
"""
_PROBLEMS = {
    "400": "A parameter is not known, or has a value that cannot be; the answer names the nearest.",
    "401": "The API key is not good.",
    "404": "There is nothing here.",
    "406": "JSON is not accepted.",
    "414": "The address is too long.",
    "429": "The budget is spent; `Retry-After` says for how long.",
    "503": "Too much is asked of the server; `Retry-After` says when to ask again.",
}
_FUZZY = "A date as well as it is known (EDTF): a day, a month or a year; `~` marks about, `?` uncertain, `/` an interval."


def describe(collections: Collections, schema: GraphQLSchema, examples: Mapping[str, Any]) -> Json:
    """Return the whole description."""
    schemas = Schemas(schema)
    paths: Json = {}
    bodies: dict[str, Json] = {}
    for plural, collection in collections.items():
        shown = examples.get(plural, {})
        rows, item = _bodies(collection, schemas)
        bodies |= {_row_name(collection): rows, collection.type: item}
        paths[f"{ROOT}/{plural}"] = {"get": _list(collection, schemas, shown)}
        paths[f"{ROOT}/{plural}/{{key}}"] = {"get": _item(collection, shown)}
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {
            "title": "Détente",
            "version": VERSION,
            "summary": ABOUT.partition("\n")[0],
            "description": ABOUT,
        },
        "servers": [{"url": "/", "description": "Where this description comes from."}],
        "tags": [{"name": plural, "description": each.about} for plural, each in collections.items()],
        "paths": paths,
        "components": _components({**bodies, **dict(sorted(schemas.words.items()))}),
    }


def _bodies(collection: Collection, schemas: Schemas) -> tuple[Json, Json]:
    item = schemas.of_rows(collection.item, collection.type)
    if collection.flat:
        return schemas.of_flat_rows(collection.list), item
    return schemas.of_rows(collection.list, collection.type), item


def _row_name(collection: Collection) -> str:
    """The name of what a list says of each: where that is all that there is, the type's own."""
    return collection.type if collection.list.fields == collection.item.fields else f"{collection.type}Row"


def _list(collection: Collection, schemas: Schemas, shown: Mapping[str, Any]) -> Json:
    row = {"$ref": f"#/components/schemas/{_row_name(collection)}"}
    body = {
        "type": "object",
        "required": ["data", "page"],
        "properties": {
            "data": {"type": "array", "items": row},
            "page": {"$ref": "#/components/schemas/Page"},
        },
        "additionalProperties": False,
    }
    responses = _responses(body, shown.get("list"), ["Link", "Preference-Applied"])
    key = "exchange" if collection.flat else collection.key
    responses["200"]["links"] = {
        "item": {
            "operationId": _item_name(collection),
            "parameters": {"key": f"$response.body#/data/0/{key}"},
            "description": "The first of them, in full.",
        }
    }
    return {
        "operationId": collection.plural,
        "summary": collection.about,
        **({"description": _FLAT} if collection.flat else {}),
        "tags": [collection.plural],
        "parameters": list(list_parameters(collection, schemas)),
        "responses": responses,
        "x-graphql": collection.list.text(),
    }


_FLAT = """\
One row for each exchange, side of it, nationality and scope. A prisoner swap is told from both sides; what a running total
counts stands in rows of its own, which `scope=THIS_RELEASE` leaves out. The rows of one exchange are never torn apart, so
`limit` and `total` count exchanges.
"""


def _item(collection: Collection, shown: Mapping[str, Any]) -> Json:
    row = {"$ref": f"#/components/schemas/{collection.type}"}
    body = {
        "type": "object",
        "required": ["data"],
        "properties": {"data": row},
        "additionalProperties": False,
    }
    responses = _responses(body, shown.get("item"), ["Link"])
    responses["308"] = {"$ref": "#/components/responses/Moved"}
    return {
        "operationId": _item_name(collection),
        "summary": f"One of them, by its {collection.key}, in full.",
        "tags": [collection.plural],
        "parameters": list(item_parameters(collection)),
        "responses": responses,
        "x-graphql": collection.item.text(),
    }


def _item_name(collection: Collection) -> str:
    name = collection.item.operation.name
    assert name
    return name.value[0].lower() + name.value[1:]


def _responses(body: Json, example: Any, headers: list[str]) -> Json:  # noqa: ANN401 - an answer
    content = {"schema": body, **({"example": example} if example else {})}
    told = ["ETag", "Detente-Revision", "RateLimit", "RateLimit-Policy", *headers]
    return {
        "200": {
            "description": "The answer.",
            "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in told},
            "content": {JSON: content},
        },
        "304": {"$ref": "#/components/responses/Unchanged"},
        **{status: {"$ref": f"#/components/responses/Problem{status}"} for status in _PROBLEMS},
    }


def _components(bodies: Mapping[str, Json]) -> Json:
    problem = {"$ref": "#/components/schemas/Problem"}
    return {
        "schemas": {**bodies, "Page": _PAGE, "Problem": _PROBLEM, "FuzzyDate": _FUZZY_DATE},
        "headers": {
            name: {"description": about, "schema": {"type": "string"}} for name, about in _HEADERS.items()
        },
        "responses": {
            "Unchanged": {"description": "You have it already: your `If-None-Match` names its `ETag`."},
            "Moved": {
                "description": "It stands elsewhere, for good: ids and other spellings lead to its address.",
                "headers": {"Location": {"schema": {"type": "string", "format": "uri-reference"}}},
            },
            **{
                f"Problem{status}": {"description": about, "content": {MEDIA_TYPE: {"schema": problem}}}
                for status, about in _PROBLEMS.items()
            },
        },
    }


_FUZZY_DATE: Json = {
    "type": "string",
    "description": _FUZZY,
    "examples": ["2025-12-13", "2025-12", "2025", "1962~", "1962/1964"],
}
_PAGE: Json = {
    "type": "object",
    "description": "Where a page stands in the whole list.",
    "required": ["limit", "next", "previous", "total"],
    "properties": {
        "limit": {"type": "integer", "description": "How many rows a page has at the most."},
        "next": {"type": ["string", "null"], "description": "Send it as `after`; null on the last page."},
        "previous": {
            "type": ["string", "null"],
            "description": "Send it as `before`; null on the first page.",
        },
        "total": {
            "type": ["integer", "null"],
            "description": "How many there are in all, if `total` was asked.",
        },
    },
    "additionalProperties": False,
}
_PROBLEM: Json = {
    "type": "object",
    "description": "What went wrong, as RFC 9457 has it.",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is wrong."},
        "code": {"type": "string", "description": "The same in a word, for programs."},
        "hint": {"type": ["string", "null"], "description": "How to mend it."},
    },
}
_HEADERS = {
    "ETag": "The answer's tag, which changes with the data.",
    "Detente-Revision": "The revision of the data that this was read at.",
    "Link": "The first, next and previous page, and this description.",
    "Preference-Applied": "Which preferences were followed.",
    "RateLimit": "What you may spend now, and when all of it again.",
    "RateLimit-Policy": "What you may spend in a minute.",
}
