"""The parameters of a collection as OpenAPI describes them."""

from collections.abc import Iterator
from typing import Any

from graphql import GraphQLEnumType

from api.collections import exchanges, sorting
from api.collections.collection import Collection
from api.collections.filters import LONGEST, SLUG, Typed
from api.collections.parameters import CONTROLS, MOST_FIELDS
from api.collections.question import LARGEST, USUAL
from api.rest.schemas import Json, Schemas

_DAY = {
    "anyOf": [
        {"type": "string", "pattern": "^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$"},
        {"type": "string", "format": "date"},
    ]
}
_LISTED = {"style": "form", "explode": False}
# One of several, between commas.
_AMONG = {"pattern": r"^[^,\x00]*[^,\s\x00][^,\x00]*$"}
_ALONE = {"pattern": r"^[^\x00]*$"}
_CURSOR = {"type": "string", **_ALONE}


def list_parameters(collection: Collection, schemas: Schemas) -> Iterator[Json]:
    """Return what a list takes: its filters, then what every list takes."""
    for own in collection.filters.values():
        yield _filter(own, schemas)
    yield _parameter("sort", **_many(_sorting(collection), sorting.MOST), example=_some_sorting(collection))
    yield _parameter("limit", {"type": "integer", "minimum": 1, "maximum": LARGEST, "default": USUAL})
    yield _parameter("after", _CURSOR)
    yield _parameter("before", _CURSOR)
    yield _parameter(
        "fields", **_many({"type": "string", "enum": list(field_names(collection))}, MOST_FIELDS)
    )
    yield _parameter("total", {"type": "boolean", "default": False})
    yield _parameter("where", content={"application/json": {"schema": {"type": "object"}}})


def item_parameters(collection: Collection) -> Iterator[Json]:
    """Return what an item takes: its key, and the fields that are wanted."""
    key: Json = {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9 ._~-]*$"}
    about = f"Its {collection.key}."
    if collection.key == "id":
        key = {"type": "string", "pattern": f"^({collection.type}:)?[0-9]{{1,18}}$"}
    elif collection.key == "slug":
        key = {"type": "string", "pattern": f"^{SLUG}$"}
    elif collection.key == "iso2":
        key = {"type": "string", "pattern": "^[A-Z]{2}$"}
    example = {"example": collection.example} if collection.example else {}
    yield {"name": "key", "in": "path", "required": True, "description": about, "schema": key, **example}
    yield _parameter("fields", **_many({"type": "string", "enum": list(collection.item.fields)}, MOST_FIELDS))


def field_names(collection: Collection) -> tuple[str, ...]:
    """Return what `fields` may name in a list."""
    return exchanges.NAMES if collection.flat else collection.list.fields


def _filter(own: Typed, schemas: Schemas) -> Json:
    value = _value(own, schemas)
    shape = _many(value, own.most) if own.takes_many else {"schema": value}
    return {
        "name": own.name,
        "in": "query",
        "allowEmptyValue": True,
        "description": own.declared.description
        + (" Several, separated by commas: any of them." if own.takes_many else ""),
        **shape,
        "example": _example(own),
    }


def _example(own: Typed) -> Any:  # noqa: ANN401 - whatever the schema says
    text = own.declared.example
    if own.takes_many:
        return [text]
    return {"Boolean": text == "true", "Int": text.isdigit() and int(text)}.get(own.type.name, text)


def _value(own: Typed, schemas: Schemas) -> Json:
    if isinstance(own.type, GraphQLEnumType):
        return schemas.named(own.type)
    if own.pattern:
        letters = own.pattern.replace("A-Z", "A-Za-z") if own.declared.upper else own.pattern
        return {"type": "string", "pattern": f"^{letters}$", "maxLength": LONGEST}
    if own.type.name == "FuzzyDate":
        return _DAY
    if own.type.name == "Int":
        return {"type": "integer", "minimum": 0, "maximum": 2**31 - 1}
    if own.type.name in {"String", "ID"}:
        return {"type": "string", "maxLength": LONGEST, **(_AMONG if own.takes_many else _ALONE)}
    return schemas.named(own.type)


def _parameter(name: str, schema: Json | None = None, **more: Any) -> Json:  # noqa: ANN401 - members of the object
    return {
        "name": name,
        "in": "query",
        "allowEmptyValue": True,
        "description": CONTROLS[name],
        **({"schema": schema} if schema else {}),
        **more,
    }


def _many(item: Json, most: int) -> Json:
    return {"schema": {"type": "array", "items": item, "maxItems": most}, **_LISTED}


def _sorting(collection: Collection) -> Json:
    words = [f"{sign}{key}" for key in collection.sort_keys for sign in ("", "-")]
    return {"type": "string", "enum": words}


def _some_sorting(collection: Collection) -> list[str]:
    return [f"-{next(iter(collection.sort_keys))}"]
